// Mentions that are one claim → the claim, with its readings, its status and the reason for it.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/inputs.h"
#include "collate/mentions.h"
#include "collate/names.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// `members` are indices into Mentions::all, at least one. `id` is not set; everything else is.
[[nodiscard]] Claim make_figure_claim(const Inputs& inputs, const Names& names, const Mentions& mentions,
                                      const std::vector<std::uint32_t>& members);

}  // namespace tetrapla::collate
