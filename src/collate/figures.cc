// Mentions of figures are joined to claims as evidence tells (links.h): the strongest link first, and two groups become one only where no
// mention of the one contradicts a mention of the other. So one wrong word cannot chain two claims together.
#include "collate/figures.h"

#include <algorithm>
#include <numeric>

#include "collate/figure_claim.h"
#include "collate/links.h"
#include "collate/mentions.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kMostCompared = 64;  // of each group, the mentions that are held against the other group's

class Groups {
 public:
  explicit Groups(const Mentions& mentions) : mentions_(mentions), group_of_(mentions.all.size()), members_(mentions.all.size()) {
    std::iota(group_of_.begin(), group_of_.end(), 0U);
    for (std::uint32_t i = 0; i < members_.size(); ++i) members_[i] = {i};
  }

  void join(const Link& link) {
    const std::uint32_t a = group_of_[link.a];
    const std::uint32_t b = group_of_[link.b];
    if (a == b || !fit(members_[a], members_[b], link)) return;
    const std::uint32_t to = std::min(a, b);
    const std::uint32_t from = std::max(a, b);
    for (const std::uint32_t m : members_[from]) group_of_[m] = to;
    members_[to].insert(members_[to].end(), members_[from].begin(), members_[from].end());
    std::sort(members_[to].begin(), members_[to].end());
    members_[from].clear();
  }

  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& members() const { return members_; }

 private:
  [[nodiscard]] bool fit(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, const Link& link) const {
    for (std::size_t i = 0; i < std::min(a.size(), kMostCompared); ++i) {
      for (std::size_t j = 0; j < std::min(b.size(), kMostCompared); ++j) {
        const Mention& x = mentions_.all[a[i]];
        const Mention& y = mentions_.all[b[j]];
        const bool is_link = std::minmax(a[i], b[j]) == std::minmax(link.a, link.b);
        if (!(link.aligned && is_link) && contradict(mentions_, x, y)) return false;
        // One report does not give two values for one thing, unless they can both hold ("nine", "at least nine") or time lies between.
        if (x.report == y.report && !compatible(x.measure, y.measure) && !may_be_update(mentions_, x, y)) return false;
      }
    }
    return true;
  }

  const Mentions& mentions_;
  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<std::uint32_t>> members_;
};

}  // namespace

std::vector<Claim> collate_figures(const Inputs& inputs, const Names& names) {
  const Mentions mentions = find_mentions(inputs, names);
  Groups groups(mentions);
  for (const Link& link : find_links(inputs, mentions)) groups.join(link);
  std::vector<Claim> claims;
  for (const auto& members : groups.members()) {
    if (!members.empty()) claims.push_back(make_figure_claim(inputs, names, mentions, members));
  }
  return claims;
}

}  // namespace tetrapla::collate
