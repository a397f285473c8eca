// Figures that stand at the same place of a shared passage: one claim, whatever their values.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "collate/inputs.h"
#include "collate/mentions.h"

namespace tetrapla::collate {

/// Pairs (a, b), a < b, of mentions of one dimension in two reports whose passages (Inputs::pairs, Inputs::lines) put them in the same
/// place: either the number's own words are matched, or the words right around it are and nothing else stands there.
///   "carrying 84 people, 78 of them passengers"  ~  "carrying 84 people, 76 of them passengers"   →  78 ~ 76
/// Sorted, without doubles. Linear in the passages' tokens (each is aligned in a band of fixed width).
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> align_figures(const Inputs& inputs, const Mentions& mentions);

}  // namespace tetrapla::collate
