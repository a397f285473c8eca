// Lexicons as data files: tab-separated text compiled in at build time (cmake/TetraplaModule.cmake, tetrapla_data).
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace tetrapla::base {

/// The rows of a table: one a line, cells between tabs; empty lines and lines that begin with '#' are left out.
/// The views point into `data`.
[[nodiscard]] std::vector<std::vector<std::string_view>> rows_of(std::string_view data);

/// The same, a row at a time: calls use(cells) for each, whose vector is good until it returns. For tables of tens of thousands of rows.
template <typename Use>
void each_row(std::string_view data, const Use& use) {
  std::vector<std::string_view> cells;
  while (!data.empty()) {
    std::string_view line = data.substr(0, data.find('\n'));
    data.remove_prefix(std::min(data.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    cells.clear();
    for (;;) {
      const std::size_t tab = line.find('\t');
      cells.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    use(cells);
  }
}

/// The parts of a cell between `separator`s: "dead|killed" → dead, killed. An empty cell has none.
[[nodiscard]] std::vector<std::string_view> split(std::string_view cell, char separator);

}  // namespace tetrapla::base
