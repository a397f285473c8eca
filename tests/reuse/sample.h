// Reports for tests of reuse.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tetrapla/report.h"

namespace tetrapla::test {

/// A report whose lines are its paragraphs, nothing of it furniture.
inline Report report_of(std::string id, std::string text) {
  Report report;
  report.meta.id = std::move(id);
  report.text = std::move(text);
  for (std::uint32_t at = 0; at < report.text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(report.text.find('\n', at), report.text.size()));
    if (end > at) report.paragraphs.push_back({at, end});
    at = end + 1;
  }
  return report;
}

/// Words between spaces.
inline std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string::npos; at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace tetrapla::test
