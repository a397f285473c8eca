#include "reuse/candidates.h"

#include <algorithm>
#include <span>

namespace tetrapla::reuse {
namespace {

constexpr std::size_t kMostHolders = 1024;  // an anchor in more texts than this is no news to any two of them

struct Posting {
  std::uint64_t key;
  std::uint32_t text;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

std::vector<Posting> index_of(const std::vector<Anchors>& anchors) {
  std::vector<Posting> postings;
  std::size_t size = 0;
  for (const Anchors& each : anchors) size += each.places.size();
  postings.reserve(size);
  for (std::uint32_t text = 0; text < anchors.size(); ++text) {
    std::uint64_t last = 0;
    for (const Anchors::Place& place : anchors[text].places) {
      if (place.key != last) postings.push_back({place.key, text});
      last = place.key;
    }
  }
  std::sort(postings.begin(), postings.end());
  return postings;
}

}  // namespace

std::vector<std::vector<Neighbour>> find_neighbours(const std::vector<Text>& texts, const std::vector<Anchors>& anchors,
                                                    base::Workers& workers) {
  const std::vector<Posting> postings = index_of(anchors);
  // For each text the runs of the index that hold it, so that no search is needed: [begin, end) of postings by key.
  struct Holders {
    std::uint32_t begin, end;
    float bits;
  };
  std::vector<std::vector<Holders>> holders(texts.size());
  for (std::size_t begin = 0; begin < postings.size();) {
    std::size_t end = begin + 1;
    while (end < postings.size() && postings[end].key == postings[begin].key) ++end;
    if (end - begin > 1 && end - begin <= kMostHolders) {
      const Anchors& first = anchors[postings[begin].text];
      const auto place = std::lower_bound(first.places.begin(), first.places.end(), Anchors::Place{postings[begin].key, 0});
      const float bits = weight_of(texts[postings[begin].text].words[place->word]);
      for (std::size_t k = begin; k < end; ++k) {
        holders[postings[k].text].push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), bits});
      }
    }
    begin = end;
  }
  std::vector<std::vector<Neighbour>> result(texts.size());
  const std::size_t parts = std::min<std::size_t>(texts.size(), std::size_t{workers.threads()} * 4);
  workers.each(parts, [&](std::size_t part) {
    std::vector<float> shared(texts.size());
    std::vector<std::uint32_t> met;
    for (std::size_t text = part; text < texts.size(); text += parts) {
      for (const Holders& each : holders[text]) {
        for (std::uint32_t k = each.begin; k < each.end; ++k) {
          if (shared[postings[k].text] == 0) met.push_back(postings[k].text);
          shared[postings[k].text] += each.bits;
        }
      }
      std::vector<Neighbour>& neighbours = result[text];
      for (const std::uint32_t other : met) {
        if (other != text && shared[other] >= kLeastShared) neighbours.push_back({other, shared[other]});
        shared[other] = 0;
      }
      met.clear();
      const auto better = [](const Neighbour& a, const Neighbour& b) {
        return a.shared != b.shared ? a.shared > b.shared : a.text < b.text;
      };
      const std::size_t kept = std::min<std::size_t>(neighbours.size(), kMostNeighbours);
      std::partial_sort(neighbours.begin(), neighbours.begin() + static_cast<std::ptrdiff_t>(kept), neighbours.end(), better);
      neighbours.resize(kept);
    }
  });
  return result;
}

}  // namespace tetrapla::reuse
