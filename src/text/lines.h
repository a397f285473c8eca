// The lines of a text.
#pragma once

#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// One line, without its end.
struct Line {
  Span span;            ///< trimmed; empty for a blank line
  unsigned indent = 0;  ///< columns of white space before it; a tab counts to the next multiple of 4
};

/// All lines in order, blank ones too. Line ends: LF, CR, CR LF, U+2028, U+2029. Trimmed of Unicode white space, zero-width spaces
/// and byte order marks. Linear.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// `span` without white space at its ends.
[[nodiscard]] Span trim(std::string_view text, Span span);

}  // namespace tetrapla::text
