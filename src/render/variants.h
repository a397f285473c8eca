// Two wordings of one quotation, word by word.
#pragma once

#include <string_view>

#include "render/page.h"

namespace tetrapla::render {

/// `text` with what differs from `base` marked: words that stand only here in [brackets], words of `base` that are missing here as
/// [−words]. Case, punctuation at a word's ends and apostrophe forms make no difference; what is cut at an end is shown as cut by "…" or
/// by its absence, not marked. A text that is a wholly different wording (under two fifths in common) comes back unmarked.
/// Quadratic in the words, which are cut off at 400.
[[nodiscard]] Runs marked_variant(std::string_view base, std::string_view text);

/// Whether marked_variant would mark anything.
[[nodiscard]] bool differs(std::string_view base, std::string_view text);

/// A long quotation in fewer words: the first `keep`, and three to either side of each mark; what is left out is "…".
[[nodiscard]] Runs condensed(const Runs& quotation, std::size_t keep);

}  // namespace tetrapla::render
