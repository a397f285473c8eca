#include "collate/worth.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "base/table.h"
#include "collate/data/predicates.h"
#include "collate/stems.h"

namespace tetrapla::collate {
namespace {

class Weights {
 public:
  Weights() {
    for (const auto& row : base::rows_of(data::predicates())) {
      if (row.size() != 5 || row[1].empty()) continue;
      for (const auto stem : base::split(row[4], ' ')) weight_of_.emplace(stem, row[1][0] - '0');
    }
  }

  /// The greatest weight of a word of the label: 3 for lives, 0 where no word is in the table.
  [[nodiscard]] int of(std::string_view label) const {
    int most = 0;
    std::string word;
    const auto close = [&] {
      if (const auto at = weight_of_.find(stemmer_(word)); at != weight_of_.end()) most = std::max(most, at->second);
      word.clear();
    };
    for (const char c : label) {
      if (c == ' ') {
        close();
      } else {
        word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
      }
    }
    close();
    return most;
  }

 private:
  Stemmer stemmer_;
  std::map<std::string, int, std::less<>> weight_of_;
};

int rank_of(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::kDiffers: return 0;
    case ClaimStatus::kUpdated: return 1;
    case ClaimStatus::kAgreed: return 2;
    case ClaimStatus::kSingleLine: return 3;
  }
  return 3;
}

}  // namespace

void put_in_order(std::vector<Claim>& claims) {
  const Weights weights;
  struct Key {
    int worth;
    int status;
    Citation first;
    std::size_t index;
  };
  std::vector<Key> keys;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    // A line more is worth as much as a class of weight: four lines on a price stand beside one line on lives.
    const int weight = claim.kind == ClaimKind::kFigure ? weights.of(claim.label) : 1;
    const int worth =
        weight + static_cast<int>(std::min<std::size_t>(claim.lines.size(), 6)) + (claim.status == ClaimStatus::kDiffers ? 1 : 0);
    Citation first = claim.readings.front().citations.front();
    for (const Reading& reading : claim.readings) first = std::min(first, reading.citations.front());
    keys.push_back({worth, rank_of(claim.status), first, i});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    return std::tuple(-a.worth, a.status, a.first, a.index) < std::tuple(-b.worth, b.status, b.first, b.index);
  });
  std::vector<Claim> sorted;
  sorted.reserve(claims.size());
  for (const Key& key : keys) {
    sorted.push_back(std::move(claims[key.index]));
    sorted.back().id = "c" + std::to_string(sorted.size());
  }
  claims = std::move(sorted);
}

}  // namespace tetrapla::collate
