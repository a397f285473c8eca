#include "reuse/direction.h"

#include <algorithm>
#include <string_view>

#include "reuse/ties.h"
#include "text/words.h"

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kLeastMisread = 2;
constexpr std::uint32_t kMisreadTimes = 3;  // the noisy side has this many times the other's
constexpr float kTopicBits = 7;
constexpr float kClearlyMore = 0.12F;

/// The later of two dates: 0, 1, or nothing where they are equal as far as both go, or a zone is in the way.
std::optional<int> later_side(std::string_view a, std::string_view b) {
  constexpr std::size_t kDay = 10;     // "2026-03-14"
  constexpr std::size_t kSecond = 19;  // "2026-03-14T18:30:00"
  if (a.empty() || b.empty()) return std::nullopt;
  const std::string_view zone_a = a.size() > kSecond ? a.substr(kSecond) : "";
  const std::string_view zone_b = b.size() > kSecond ? b.substr(kSecond) : "";
  std::size_t length = std::min(a.size(), b.size());
  length = zone_a == zone_b ? std::min(length, kSecond) : std::min(length, kDay);
  const int order = a.substr(0, length).compare(b.substr(0, length));
  if (order == 0) return std::nullopt;
  return order > 0 ? 0 : 1;
}

bool has_word(const Anchors& anchors, std::uint64_t key) {
  const auto found = std::lower_bound(anchors.places.begin(), anchors.places.end(), Anchors::Place{key, 0});
  return found != anchors.places.end() && found->key == key;
}

/// Words of the shared passages that no news text has and the other does not have either, in small letters: mostly misread ones.
std::uint32_t count_misread(const View& view, const Anchors& other, const Comparison& comparison, int side) {
  std::uint32_t count = 0;
  for (const Segment& segment : comparison.segments) {
    if (segment.reworded) continue;
    const WordRange range = side == 0 ? segment.a : segment.b;
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const Token& token = view.text.words[k];
      count += token.bits >= text::Rarity::kNeverSeen && !token.capital && !token.numeral && !has_word(other, token.key);
    }
  }
  return count;
}

/// Of the rare words in the shared passages, the part that the rest of the text uses too.
float returning_part(const View& view, const Comparison& comparison, int side) {
  std::vector<bool> inside(view.text.words.size());
  std::vector<std::uint64_t> stems;
  for (const Segment& segment : comparison.segments) {
    const WordRange range = side == 0 ? segment.a : segment.b;
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      inside[k] = true;
      if (view.text.words[k].bits >= kTopicBits) stems.push_back(view.text.words[k].stem);
    }
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  if (stems.empty()) return 0;
  std::vector<bool> returns(stems.size());
  for (std::uint32_t k = 0; k < inside.size(); ++k) {
    if (inside[k] || view.text.words[k].furniture) continue;
    const auto found = std::lower_bound(stems.begin(), stems.end(), view.text.words[k].stem);
    if (found != stems.end() && *found == view.text.words[k].stem) returns[static_cast<std::size_t>(found - stems.begin())] = true;
  }
  return static_cast<float>(std::count(returns.begin(), returns.end(), true)) / static_cast<float>(stems.size());
}

}  // namespace

std::optional<int> deriving_side(const Report& a, const Report& b, const View& view_a, const View& view_b,
                                 const Comparison& comparison, Relation relation) {
  if (const std::optional<int> side = side_by_credit(a, b)) return side;
  if (const std::optional<int> later = later_side(a.meta.published, b.meta.published)) return later;
  const std::uint32_t misread_a = count_misread(view_a, view_b.anchors, comparison, 0);
  const std::uint32_t misread_b = count_misread(view_b, view_a.anchors, comparison, 1);
  if (misread_a >= kLeastMisread && misread_a >= kMisreadTimes * misread_b) return 0;
  if (misread_b >= kLeastMisread && misread_b >= kMisreadTimes * misread_a) return 1;
  if (relation == Relation::kExcerpt) {
    const float returning_a = returning_part(view_a, comparison, 0);
    const float returning_b = returning_part(view_b, comparison, 1);
    if (returning_b >= returning_a + kClearlyMore) return 0;
    if (returning_a >= returning_b + kClearlyMore) return 1;
    // What an agency's text and another one share, the agency had first.
    if (credits_agency(a) != credits_agency(b)) return credits_agency(a) ? 1 : 0;
  }
  return std::nullopt;
}

}  // namespace tetrapla::reuse
