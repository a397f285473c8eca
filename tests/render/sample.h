// A dossier made by hand: an invented story with something of everything that `render` shows.
#pragma once

#include <string_view>
#include <vector>

#include "tetrapla/dossier.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::test {

/// The place of `quote` in a text; throws std::runtime_error where it does not stand there.
[[nodiscard]] Span place_of(std::string_view text, std::string_view quote);

/// Six reports in three lines about a fire on a ferry. Its texts hold wide, combining and astral characters.
[[nodiscard]] Dossier ferry_dossier();

/// One report alone, with two claims.
[[nodiscard]] Dossier lone_dossier();

/// The reports of ferry_dossier() as `find_reuse` would see them.
[[nodiscard]] ReuseResult ferry_reuse(const Dossier& dossier);

}  // namespace tetrapla::test
