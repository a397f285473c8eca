// Sentence boundaries of English prose, without a model.
#pragma once

#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// The sentences of a text, in order; each lies in one paragraph, begins and ends at a character that is no white space, and together they
/// hold all such characters. A stop after an abbreviation (Mr., U.S., a.m., an initial) or inside a number ends none; closing quotation
/// marks and brackets belong to the sentence they close. Linear.
[[nodiscard]] std::vector<Span> find_sentences(std::string_view text, const std::vector<Span>& paragraphs);

}  // namespace tetrapla::text
