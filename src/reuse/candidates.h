// Which texts are worth comparing.
#pragma once

#include <cstdint>
#include <vector>

#include "base/parallel.h"
#include "reuse/align.h"

namespace tetrapla::reuse {

/// Another text, and what the anchors weigh that both have, in bits of rarity.
struct Neighbour {
  std::uint32_t text = 0;
  float shared = 0;
};

/// For each text the others that share most with it, best first, at most kMostNeighbours; those that share less than kLeastShared are not
/// there. An index of all anchors is walked once for each text: linear in the anchors times how often one returns, which is limited.
inline constexpr std::uint32_t kMostNeighbours = 48;
inline constexpr float kLeastShared = 24;
[[nodiscard]] std::vector<std::vector<Neighbour>> find_neighbours(const std::vector<Text>& texts,
                                                                  const std::vector<Anchors>& anchors, base::Workers& workers);

}  // namespace tetrapla::reuse
