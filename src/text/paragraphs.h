// The paragraphs of a text.
#pragma once

#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// The paragraphs in order: trimmed, not empty, disjoint. A line break ends a paragraph, unless the lines are wrapped:
///   hard wraps         nearly every line is as long as it can be (the first word of the next one would not fit into the width of the
///                      text) and most end in the middle of a sentence; there a short line, a blank one and an indented one end it
///   transcript cues    each line begins with a time stamp (text/cues.h): the speech goes on from cue to cue; a speaker's turn (">>", "- ",
///                      "NAME:"), a sound in brackets, a blank line and a cue that ends its sentence end it
/// Linear.
[[nodiscard]] std::vector<Span> find_paragraphs(std::string_view text);

}  // namespace tetrapla::text
