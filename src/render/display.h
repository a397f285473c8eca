// Text made fit for a terminal: harmless, and measured in columns.
#pragma once

#include <string>
#include <string_view>

namespace tetrapla::render {

/// What a report or a file name says, on one line: runs of white space are one space, ends trimmed; control characters, direction
/// overrides and other invisible format characters are dropped, so that no text can move the cursor, colour the screen or hide itself.
/// Linear. `text` is valid UTF-8; an invalid byte becomes U+FFFD.
[[nodiscard]] std::string clean(std::string_view text);

/// Columns that a terminal gives to `text` (UAX #11): wide and full-width characters take two, combining ones none.
[[nodiscard]] unsigned width_of(std::string_view text);

/// The longest prefix that fits into `columns`, never cut before a combining character.
[[nodiscard]] std::string_view prefix_that_fits(std::string_view text, unsigned columns);

/// The text itself where it fits into `columns`, else cut with "…" at its end.
[[nodiscard]] std::string shortened(std::string_view text, unsigned columns);

}  // namespace tetrapla::render
