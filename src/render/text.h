// A dossier as text for the terminal: the program's face.
#pragma once

#include <string>

#include "tetrapla/dossier.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::render {

/// A page that is read in one minute: the lines with the reason for each grouping, then what differs, what was updated, what is agreed,
/// quotations with their variants, what one line alone says, names, timeline, what was left out and why. Each reading stands with its
/// lines' letters, the cited words in their sentence, and the place to go to. Near-linear in what is shown.
[[nodiscard]] std::string to_text(const Dossier& dossier, const TextOptions& options);

}  // namespace tetrapla::render
