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
  for (const std::string_view line : split(data, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(split(line, '\t'));
  }
  return rows;
}

}  // namespace tetrapla::base
