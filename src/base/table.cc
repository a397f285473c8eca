#include "base/table.h"

namespace tetrapla::base {

std::vector<std::string_view> split(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  if (cell.empty()) return parts;
  for (;;) {
    const std::size_t at = cell.find(separator);
    parts.push_back(cell.substr(0, at));
    if (at == std::string_view::npos) return parts;
    cell.remove_prefix(at + 1);
  }
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view data) {
  std::vector<std::vector<std::string_view>> rows;
  each_row(data, [&rows](const std::vector<std::string_view>& cells) { rows.push_back(cells); });
  return rows;
}

}  // namespace tetrapla::base
