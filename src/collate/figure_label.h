// What a figure is about, in a few words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "collate/inputs.h"
#include "collate/mentions.h"

namespace tetrapla::collate {

/// What happened to whom ("people injured"), else what is counted and what is told of it in the words of the mention that says most:
/// "test packs (heated)", "age of Aigul Satova", "taxpayer funds (siphoned)". Never empty.
[[nodiscard]] std::string figure_label(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members);

}  // namespace tetrapla::collate
