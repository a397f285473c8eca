// What a figure is about, in a few words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "collate/inputs.h"
#include "collate/mentions.h"

namespace tetrapla::collate {

/// What happened to whom ("people injured"), else what is counted and what is told of it ("test packs (heated)"), else the words that lead up
/// to the number ("Harlow's turnover"), of the mention that says most. Never empty.
[[nodiscard]] std::string figure_label(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members);

}  // namespace tetrapla::collate
