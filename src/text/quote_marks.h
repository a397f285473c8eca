// What stands inside quotation marks.
#pragma once

#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// A run of words between quotation marks. Offsets are those of the text given (a Reading's).
struct QuotedRun {
  Span outer;              ///< with its marks (the closing one may be missing where the speech goes on in the next paragraph)
  Span inner;              ///< without them
  unsigned depth = 0;      ///< 0; 1 for a quotation inside a quotation
  bool continues = false;  ///< its paragraph ends without a closing mark and the next begins with an opening one
};

/// All quoted runs, by begin, outer before inner. Marks: " " ' ' “ ” ‘ ’ „ “ « » ‹ › and, as wire tokenisers leave them, `` and ''.
/// An apostrophe (don't, Kyiv's, '90s, workers') is none. A mark that nothing closes opens nothing, unless the next paragraph goes on.
/// Linear.
[[nodiscard]] std::vector<QuotedRun> find_quoted_runs(std::string_view text, const std::vector<Span>& paragraphs);

}  // namespace tetrapla::text
