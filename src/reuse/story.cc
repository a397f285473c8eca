#include "reuse/story.h"

#include <algorithm>

namespace tetrapla::reuse {
namespace {

constexpr float kFamiliarBits = 3;  // commoner words weigh next to nothing in any case

/// A text's stems in order, each once.
std::vector<std::uint64_t> stems_of(const Text& text) {
  std::vector<std::uint64_t> stems;
  for (const Token& token : text.words) {
    if (token.bits >= kFamiliarBits && !token.furniture) stems.push_back(token.stem);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

}  // namespace

std::vector<Familiarity> count_familiarity(const std::vector<Text>& texts, const std::vector<std::vector<Neighbour>>& neighbours,
                                           const std::vector<std::uint32_t>& cluster, base::Workers& workers) {
  std::vector<std::vector<std::uint64_t>> stems(texts.size());
  workers.each(texts.size(), [&](std::size_t text) { stems[text] = stems_of(texts[text]); });
  std::vector<Familiarity> result(texts.size());
  workers.each(texts.size(), [&](std::size_t text) {
    // Neighbours cluster by cluster; each stem of the text remembers the last cluster that had it.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> related;
    for (const Neighbour& neighbour : neighbours[text]) {
      if (neighbour.shared >= kRelatedBits && cluster[neighbour.text] != cluster[text])
        related.emplace_back(cluster[neighbour.text], neighbour.text);
    }
    std::sort(related.begin(), related.end());
    const std::vector<std::uint64_t>& own = stems[text];
    std::vector<std::uint16_t> count(own.size());
    std::vector<std::uint32_t> last(own.size(), 0xFFFFFFFF);
    for (const auto& [group, other] : related) {
      auto y = stems[other].begin();
      for (std::size_t x = 0; x < own.size() && y != stems[other].end(); ++x) {
        while (y != stems[other].end() && *y < own[x]) ++y;
        if (y != stems[other].end() && *y == own[x] && last[x] != group) {
          last[x] = group;
          ++count[x];
        }
      }
    }
    Familiarity& familiarity = result[text];
    familiarity.resize(texts[text].words.size());
    for (std::size_t k = 0; k < familiarity.size(); ++k) {
      const auto found = std::lower_bound(own.begin(), own.end(), texts[text].words[k].stem);
      if (found != own.end() && *found == texts[text].words[k].stem)
        familiarity[k] = count[static_cast<std::size_t>(found - own.begin())];
    }
  });
  return result;
}

}  // namespace tetrapla::reuse
