# What `cmake --install` puts down.
#   program       the program (src/cli), the language model, the manual, completions, formats and licences: what the Debian package holds
#   development   the public headers, and libtetrapla.a with the CMake package `tetrapla`, whose one target tetrapla::tetrapla is all that
#                 a user links. Modules and their headers are ours alone.
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

  install(TARGETS tetrapla_library EXPORT tetrapla ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
  install(DIRECTORY include/tetrapla DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/tetrapla)
  install(EXPORT tetrapla NAMESPACE tetrapla:: FILE tetrapla-targets.cmake DESTINATION ${package} COMPONENT development)
  configure_package_config_file(cmake/tetrapla-config.cmake.in tetrapla-config.cmake INSTALL_DESTINATION ${package})
  write_basic_package_version_file(tetrapla-config-version.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/tetrapla-config.cmake ${PROJECT_BINARY_DIR}/tetrapla-config-version.cmake DESTINATION ${package}
          COMPONENT development)
endif()

# `./dev setup` makes the model; a build without it installs a program that says so.
install(FILES build/model/en-md.model DESTINATION ${CMAKE_INSTALL_DATADIR}/tetrapla COMPONENT program OPTIONAL)
install(FILES packaging/tetrapla.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
set(completions packaging/completions)
install(FILES ${completions}/tetrapla.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME tetrapla COMPONENT program)
install(FILES ${completions}/_tetrapla DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program)
install(FILES ${completions}/tetrapla.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY licences docs/formats DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
