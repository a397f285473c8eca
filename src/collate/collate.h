// Claims of many reports → a dossier.
#pragma once

#include "collate/inputs.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// Claims by worth to a reader with their ids, timeline, people and diagnostics. `reports`, `lines` and `borrowings` are left empty: the
/// caller owns them.
[[nodiscard]] Dossier collate(const Inputs& inputs);

}  // namespace tetrapla::collate
