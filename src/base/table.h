// Lexicons as data files: tab-separated text compiled in at build time (cmake/TetraplaModule.cmake, tetrapla_data).
#pragma once

#include <string_view>
#include <vector>

namespace tetrapla::base {

/// The rows of a table: one a line, cells between tabs; empty lines and lines that begin with '#' are left out.
/// The views point into `data`.
[[nodiscard]] std::vector<std::vector<std::string_view>> rows_of(std::string_view data);

/// The parts of a cell between `separator`s: "dead|killed" → dead, killed. An empty cell has none.
[[nodiscard]] std::vector<std::string_view> split(std::string_view cell, char separator);

}  // namespace tetrapla::base
