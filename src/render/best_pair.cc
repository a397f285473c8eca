#include "render/best_pair.h"

#include <tuple>

namespace tetrapla::render {

std::vector<const Evidence*> best_pairs(const ReuseResult& reuse, std::size_t count) {
  std::vector<const Evidence*> best(count, nullptr);
  const auto worth = [&](const Evidence& pair, ReportIndex report) {
    const ReportIndex other = pair.from == report ? pair.to : pair.from;
    const bool together = reuse.group[pair.from] == reuse.group[pair.to];
    const bool derives = pair.direction_known && pair.from == report;
    return std::tuple(together, derives, pair.share, -static_cast<double>(other));
  };
  for (const Evidence& pair : reuse.pairs) {
    for (const ReportIndex report : {pair.from, pair.to}) {
      if (best[report] == nullptr || worth(pair, report) > worth(*best[report], report)) best[report] = &pair;
    }
  }
  return best;
}

}  // namespace tetrapla::render
