// Reports made from cases, for the tests of src/claims.
#pragma once

#include <string>

#include "support/cases.h"
#include "tetrapla/report.h"

namespace tetrapla::test {

/// A report of this text, a paragraph a line.
inline Report report_of(const std::string& text) {
  Report report;
  report.meta.id = "case";
  report.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) report.paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return report;
}

/// With the option `published`.
inline Report report_of(const Case& now) {
  Report report = report_of(now.text);
  if (const auto published = now.options.find("published"); published != now.options.end())
    report.meta.published = published->second;
  return report;
}

}  // namespace tetrapla::test
