# tetrapla_module(NAME SOURCES … DEPENDS … LIBRARIES … DATA …): the static library tetrapla_NAME of src/NAME.
#   DEPENDS    other modules, only such as ARCHITECTURE.md lets NAME include
#   LIBRARIES  outside libraries
#   DATA       files of src/NAME/data, compiled in: data/units.tsv is `std::string_view tetrapla::NAME::data::units()`, declared in
#              "NAME/data/units.h"
function(tetrapla_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LIBRARIES;DATA" ${ARGN})
  add_library(tetrapla_${name} STATIC ${arg_SOURCES})
  target_include_directories(tetrapla_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(tetrapla_${name} PRIVATE tetrapla_flags ${arg_LIBRARIES})
  foreach(module ${arg_DEPENDS})
    target_link_libraries(tetrapla_${name} PUBLIC tetrapla_${module})
  endforeach()
  foreach(file ${arg_DATA})
    tetrapla_data(${name} ${file})
  endforeach()
endfunction()

function(tetrapla_data module file)
  get_filename_component(stem ${file} NAME_WE)
  set(source ${PROJECT_SOURCE_DIR}/src/${module}/data/${file})
  set(generated ${PROJECT_BINARY_DIR}/generated)
  set(symbol tetrapla_data_${module}_${stem})
  file(CONFIGURE OUTPUT ${generated}/${module}/data/${stem}.h CONTENT
"// Made from src/${module}/data/${file} by cmake/TetraplaModule.cmake.
#pragma once
#include <string_view>
extern \"C\" const char ${symbol}_begin[];
extern \"C\" const char ${symbol}_end[];
namespace tetrapla::${module}::data {
inline std::string_view ${stem}() { return {${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)}; }
}
")
  file(CONFIGURE OUTPUT ${generated}/${module}/data/${stem}.S CONTENT
"    .section .rodata
    .global ${symbol}_begin
    .global ${symbol}_end
${symbol}_begin:
    .incbin \"${source}\"
${symbol}_end:
    .byte 0
    .section .note.GNU-stack,\"\",%progbits
")
  set_source_files_properties(${generated}/${module}/data/${stem}.S PROPERTIES OBJECT_DEPENDS ${source})
  target_sources(tetrapla_${module} PRIVATE ${generated}/${module}/data/${stem}.S)
  target_include_directories(tetrapla_${module} PUBLIC ${generated})
endfunction()

# tetrapla_test(NAME SOURCES … DEPENDS …): the GoogleTest program NAME, run by ctest from the project's root.
function(tetrapla_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE tetrapla_flags tetrapla_test_support GTest::gtest_main ${arg_LIBRARIES})
  foreach(module ${arg_DEPENDS})
    target_link_libraries(${name} PRIVATE tetrapla_${module})
  endforeach()
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
