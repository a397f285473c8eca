// Data-driven cases: a text with carets under the spans that must be found. To add one needs no C++.
//
//   # a comment
//   == a bound and a unit
//   > published: 2026-03-14
//   | At least nine people died 23 kilometres from the port.
//             ^^^^ low=9 bound=at_least counted=person
//                             ^^^^^^^^^^^^^ low=23 high=23 unit=kilometre
//
// A case begins with "== name". "> key: value" sets an option of its report. "| " begins a line of text (a lone "|" is an empty line);
// the lines joined by "\n" are the text. A line of spaces and carets under a text line marks a span of it (columns are code points), and
// what follows the carets is the expectation: key=value pairs between spaces; a value with spaces is written in double quotes.
// "&" in place of "^" continues the span of the caret line before it on another text line or in another piece.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::test {

struct Expectation {
  std::vector<Span> spans;  ///< byte offsets into Case::text; more than one where "&" lines follow
  std::map<std::string, std::string> values;
  int line = 0;  ///< in the file, from 1
};

struct Case {
  std::string name;
  std::string file;
  int line = 0;
  std::map<std::string, std::string> options;
  std::string text;
  std::vector<Expectation> expectations;  ///< in the order written
};

/// All cases of the .txt files in a folder, by file name, then place. A malformed file throws std::runtime_error with its place.
[[nodiscard]] std::vector<Case> read_cases(const std::string& folder);

}  // namespace tetrapla::test
