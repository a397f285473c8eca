# What `cmake --install` puts down besides the program (src/cli): the public headers, and libtetrapla.a with the CMake package `tetrapla`, whose one
# target tetrapla::tetrapla is all that a user links. Modules and their headers are ours alone.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

if(TARGET tetrapla_engine)
  add_library(tetrapla_library STATIC)
  set_target_properties(tetrapla_library PROPERTIES OUTPUT_NAME tetrapla EXPORT_NAME tetrapla LINKER_LANGUAGE CXX)
  target_compile_features(tetrapla_library PUBLIC cxx_std_20)
  target_include_directories(tetrapla_library INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  foreach(module ${TETRAPLA_MODULES})
    if(TARGET tetrapla_${module} AND NOT module MATCHES "^(cli|convert)$")
      target_sources(tetrapla_library PRIVATE $<TARGET_OBJECTS:tetrapla_${module}>)
      get_target_property(libraries tetrapla_${module} LINK_LIBRARIES)
      list(FILTER libraries EXCLUDE REGEX "^tetrapla_")
      target_link_libraries(tetrapla_library PRIVATE ${libraries})
    endif()
  endforeach()
  add_library(tetrapla::tetrapla ALIAS tetrapla_library)

  install(TARGETS tetrapla_library EXPORT tetrapla ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(DIRECTORY include/tetrapla DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/tetrapla)
  install(EXPORT tetrapla NAMESPACE tetrapla:: FILE tetrapla-targets.cmake DESTINATION ${package})
  configure_package_config_file(cmake/tetrapla-config.cmake.in tetrapla-config.cmake INSTALL_DESTINATION ${package})
  write_basic_package_version_file(tetrapla-config-version.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/tetrapla-config.cmake ${PROJECT_BINARY_DIR}/tetrapla-config-version.cmake DESTINATION ${package})
endif()

install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
