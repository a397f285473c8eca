// What a story's reports all know, so that it proves nothing between two of them.
#pragma once

#include <cstdint>
#include <vector>

#include "base/parallel.h"
#include "reuse/candidates.h"
#include "reuse/texts.h"

namespace tetrapla::reuse {

/// For each word of a text: how many other texts of its story have the same stem, copies of one text counted once. A text's story are its
/// neighbours that share kRelatedBits with it; texts joined in `cluster` (near copies) count once, and its own cluster not at all. So a
/// verbatim copy changes no number, and neither does a report of something else.
inline constexpr float kRelatedBits = 60;
using Familiarity = std::vector<std::uint16_t>;
[[nodiscard]] std::vector<Familiarity> count_familiarity(const std::vector<Text>& texts,
                                                         const std::vector<std::vector<Neighbour>>& neighbours,
                                                         const std::vector<std::uint32_t>& cluster, base::Workers& workers);

}  // namespace tetrapla::reuse
