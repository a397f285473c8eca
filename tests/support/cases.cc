#include "support/cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace tetrapla::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& file, int line, const std::string& what) {
  throw std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
}

/// Byte offset of each code point of `text`, and of its end.
std::vector<std::uint32_t> columns_of(const std::string& text) {
  std::vector<std::uint32_t> columns;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) columns.push_back(at);
  }
  columns.push_back(static_cast<std::uint32_t>(text.size()));
  return columns;
}

std::map<std::string, std::string> values_of(const std::string& words, const std::string& file, int line) {
  std::map<std::string, std::string> values;
  for (std::size_t at = words.find_first_not_of(' '); at != std::string::npos; at = words.find_first_not_of(' ', at)) {
    const std::size_t equals = words.find('=', at);
    if (equals == std::string::npos) fail(file, line, "key=value wanted: " + words.substr(at));
    const std::string key = words.substr(at, equals - at);
    const bool quoted = equals + 1 < words.size() && words[equals + 1] == '"';
    const std::size_t begin = equals + (quoted ? 2 : 1);
    std::size_t end = words.find(quoted ? '"' : ' ', begin);
    if (end == std::string::npos) {
      if (quoted) fail(file, line, "a closing \" is missing");
      end = words.size();
    }
    values[key] = words.substr(begin, end - begin);
    at = end + (quoted ? 1 : 0);
  }
  return values;
}

void read_file(const fs::path& path, std::vector<Case>& cases) {
  std::ifstream in(path);
  const std::string file = path.string();
  std::string row;
  std::string text_row;         // the last text line
  std::uint32_t row_begin = 0;  // its offset in the case's text
  bool has_text = false;
  for (int line = 1; std::getline(in, row); ++line) {
    if (row.empty() || row[0] == '#') continue;
    if (row.starts_with("== ")) {
      cases.push_back({.name = row.substr(3), .file = file, .line = line, .options = {}, .text = {}, .expectations = {}});
      has_text = false;
      continue;
    }
    if (cases.empty() || cases.back().file != file) fail(file, line, "a case begins with \"== name\"");
    Case& now = cases.back();
    if (row.starts_with("> ")) {
      const std::size_t colon = row.find(": ");
      if (colon == std::string::npos) fail(file, line, "\"> key: value\" wanted");
      now.options[row.substr(2, colon - 2)] = row.substr(colon + 2);
    } else if (row[0] == '|') {
      text_row = row.size() > 2 ? row.substr(2) : "";
      if (has_text) now.text += '\n';
      row_begin = static_cast<std::uint32_t>(now.text.size());
      now.text += text_row;
      has_text = true;
    } else {
      const std::size_t first = row.find_first_not_of(' ');
      if (first == std::string::npos) continue;
      const char mark = row[first];
      if ((mark != '^' && mark != '&') || first < 2) fail(file, line, "not a line of a case: " + row);
      const std::size_t end = std::min(row.find_first_not_of(mark, first), row.size());
      const auto columns = columns_of(text_row);
      if (end - 2 >= columns.size()) fail(file, line, "the marks go beyond the text");
      const Span span{row_begin + columns[first - 2], row_begin + columns[end - 2]};
      if (mark == '&') {
        if (now.expectations.empty()) fail(file, line, "& continues nothing");
        now.expectations.back().spans.push_back(span);
      } else {
        now.expectations.push_back({{span}, values_of(row.substr(end), file, line), line});
      }
    }
  }
}

}  // namespace

std::vector<Case> read_cases(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Case> cases;
  for (const fs::path& file : files) read_file(file, cases);
  return cases;
}

}  // namespace tetrapla::test
