#include "collate/links.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "collate/alignment.h"
#include "collate/clock.h"

namespace tetrapla::collate {
namespace {

// The evidence model: bits that speak for "one claim", added up; set on the eight development stories (src/collate/README.md has the
// figures), with round numbers and a margin: a third more or less in any one of them changes no trap.
constexpr double kEnoughSame = 9.0;         // equal values
constexpr double kEnoughCompatible = 11.5;  // values that can both hold
constexpr double kEnoughDiffering = 13.0;   // values that cannot: a wrong "differs" costs most
constexpr double kCountedBits = 4.0;        // the same noun is counted
constexpr double kGroupBits = 3.0;          // nouns for the same thing
constexpr double kPeopleBits = 1.0;         // people against passengers
constexpr double kLarge = 1e5;              // a story has few sums and counts of this size, and gives them more than once
constexpr double kLargeBits = 2.0;
constexpr double kPredicateBits = 5.0;  // the same thing happened to them
constexpr double kUnitBits = 2.0;       // the same dimension, which plain counts do not have
constexpr double kNeighbourBits = 4.0;  // another figure of the sentence stands in both, with the same value
constexpr double kMostContextBits = 16.0;
constexpr double kNameBits = 1.5;  // for each name in both sentences, up to kMostNames
constexpr std::size_t kMostNames = 2;
constexpr double kOtherNames = -4.0;  // names in both, none shared
constexpr double kOneSided = -1.0;    // a class of predicate, a date or "of them" on one side alone
constexpr double kClose = 0.75;  // two values that cannot both hold are looked at only where one is at least this part of the other
constexpr double kCompatibleClose = 0.6;  // "at least 30" could be 105, but nobody says so
constexpr double kNear = 0.9;
constexpr double kNearBits = 3.0;          // 84 and "more than 80"
constexpr double kCompatibleBits = 1.5;    // "at least 370" and 375
constexpr double kConvertedBits = 6.0;     // 72 km/h are 45 mph: two units meet in one amount seldom by chance
constexpr double kExactConversion = 0.01;  // of the amount: what rounding to whole miles leaves
constexpr double kSameReport = -3.0;       // a report that gives a number twice mostly means two things
constexpr int kTollWeight = 3;             // the dead, the injured, the missing (data/predicates.tsv)
constexpr double kTollBits = 2.0;          // of whom a story mostly has one count at a time
constexpr double kUpdateBits = 5.0;        // a toll that goes on rising is one of a story
constexpr double kUpdateClose = 0.3;       // a toll may treble between two bulletins
constexpr int kUpdateDays = 10;            // and is another story's after that
constexpr std::size_t kMostInBucket = 400;

/// Whether one date is the other or holds it: "2026-03" and "2026-03-14".
bool dates_meet(const std::string& a, const std::string& b) {
  const std::size_t n = std::min(a.size(), b.size());
  return a.compare(0, n, b, 0, n) == 0;
}

bool any_dates_meet(const Mention& a, const Mention& b) {
  return std::any_of(a.times.begin(), a.times.end(), [&](const std::string& x) {
    return std::any_of(b.times.begin(), b.times.end(), [&](const std::string& y) { return dates_meet(x, y); });
  });
}

/// The same number in one unit, hedged or not: 2.5 million and over 2.5 million.
bool same_number(const Measure& a, const Measure& b) {
  const bool ranges = a.bound == Bound::kBetween || b.bound == Bound::kBetween;
  return same_value(a, b) || (!ranges && a.unit == b.unit && a.typical() == b.typical());
}

/// One amount in two units, as near as whole miles allow.
bool converted(const Measure& a, const Measure& b) {
  const double most = std::max(std::fabs(a.typical()), std::fabs(b.typical()));
  return a.unit != b.unit && std::fabs(a.typical() - b.typical()) <= kExactConversion * most;
}

/// Bits of meeting the same number by chance: few for small and round numbers, many for 93.87.
double surprise_of(double value) {
  value = std::fabs(value);
  if (value <= 12 && value == std::floor(value)) return 2;
  while (value >= 1 && value == std::floor(value) && std::fmod(value, 10) == 0) value /= 10;
  int digits = 0;
  for (double rest = value; rest >= 1; rest /= 10) ++digits;
  double fraction = value - std::floor(value);
  for (int k = 0; k < 4 && fraction > 1e-6 && fraction < 1 - 1e-6; ++k) {
    ++digits;
    fraction = fraction * 10 - std::floor(fraction * 10);
  }
  constexpr double kBits[] = {2, 3, 5, 8, 10};
  return kBits[std::min(digits, 4)];
}

struct Neighbour {
  std::string dimension;
  double value;
  std::optional<std::uint32_t> predicate;
  friend auto operator<=>(const Neighbour&, const Neighbour&) = default;
};

class Linker {
 public:
  Linker(const Inputs& inputs, const Mentions& mentions) : inputs_(inputs), mentions_(mentions) { find_neighbours(); }

  std::vector<Link> link() {
    std::unordered_set<std::uint64_t> seen;  // membership alone, never iterated
    const auto key = [](std::uint32_t a, std::uint32_t b) { return (static_cast<std::uint64_t>(a) << 32U) | b; };
    std::vector<Link> links;
    for (const auto& [a, b] : align_figures(inputs_, mentions_)) {
      seen.insert(key(a, b));
      const Mention& x = mentions_.all[a];
      const Mention& y = mentions_.all[b];
      if (x.measure.dimension != y.measure.dimension) continue;
      links.push_back({a, b, Link::kAligned + evidence(a, b), true});
    }
    for (const auto& bucket : buckets()) {
      const std::size_t reach = std::min(bucket.size(), kMostInBucket);
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(bucket.size(), i + reach); ++j) {
          const auto pair = std::minmax(bucket[i], bucket[j]);
          if (!seen.insert(key(pair.first, pair.second)).second) continue;
          if (contradict(mentions_, mentions_.all[pair.first], mentions_.all[pair.second])) continue;
          const double bits = evidence(pair.first, pair.second);
          if (bits >= enough(mentions_.all[pair.first], mentions_.all[pair.second]))
            links.push_back({pair.first, pair.second, bits, false});
        }
      }
    }
    std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
      return x.bits != y.bits ? x.bits > y.bits : std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    return links;
  }

 private:
  static double enough(const Mention& a, const Mention& b) {
    if (same_number(a.measure, b.measure) || converted(a.measure, b.measure)) return kEnoughSame;
    return compatible(a.measure, b.measure) ? kEnoughCompatible : kEnoughDiffering;
  }

  /// The other figures of each mention's sentence.
  void find_neighbours() {
    neighbours_.resize(mentions_.all.size());
    for (std::uint32_t i = 0; i < mentions_.all.size(); ++i) {
      const Mention& a = mentions_.all[i];
      for (std::uint32_t j = i > kSentenceReach ? i - kSentenceReach : 0;
           j < std::min<std::size_t>(mentions_.all.size(), i + kSentenceReach); ++j) {
        const Mention& b = mentions_.all[j];
        if (j == i || b.report != a.report || b.sentence != a.sentence) continue;
        neighbours_[i].push_back({b.measure.dimension, b.measure.typical(), b.predicate});
      }
      std::sort(neighbours_[i].begin(), neighbours_[i].end());
    }
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> buckets() const {
    std::map<std::string, std::vector<std::uint32_t>> found;
    for (std::uint32_t i = 0; i < mentions_.all.size(); ++i) {
      const Mention& m = mentions_.all[i];
      const std::string dimension = m.measure.dimension + '/';
      found["value/" + dimension + std::to_string(std::llround(m.measure.typical() * 1000))].push_back(i);
      if (!m.counted.empty()) found["counted/" + dimension + m.counted].push_back(i);
      if (!m.counted_group.empty()) found["group/" + dimension + m.counted_group].push_back(i);
      if (m.predicate) found["class/" + dimension + std::to_string(*m.predicate)].push_back(i);
      if (m.bearer) found["age/" + std::to_string(*m.bearer)].push_back(i);
      if (!m.measure.dimension.empty()) found["unit/" + dimension].push_back(i);
    }
    std::vector<std::vector<std::uint32_t>> result;
    result.reserve(found.size());
    for (auto& [key, bucket] : found) {
      if (bucket.size() > 1) result.push_back(std::move(bucket));
    }
    return result;
  }

  [[nodiscard]] double context_bits(const Mention& a, const Mention& b) const {
    double bits = 0;
    auto x = a.context.begin();
    auto y = b.context.begin();
    while (x != a.context.end() && y != b.context.end()) {
      if (x->stem < y->stem) {
        ++x;
      } else if (y->stem < x->stem) {
        ++y;
      } else {
        bits += mentions_.stem_weight[x->stem] * static_cast<double>(std::min(x->nearness, y->nearness)) / 2;
        ++x;
        ++y;
      }
    }
    return std::min(bits, kMostContextBits);
  }

  [[nodiscard]] double evidence(std::uint32_t i, std::uint32_t j) const {
    const Mention& a = mentions_.all[i];
    const Mention& b = mentions_.all[j];
    double bits = context_bits(a, b);

    const bool same = same_number(a.measure, b.measure);
    const bool can_both_hold = compatible(a.measure, b.measure);
    const bool range = a.measure.bound == Bound::kBetween || b.measure.bound == Bound::kBetween;
    if (same) {
      if (!range) bits += surprise_of(a.measure.typical()) + (std::fabs(a.measure.typical()) >= kLarge ? kLargeBits : 0);
    } else {
      if (range) return 0;  // "thousands" meets any count, and two ranges that overlap are two ranges
      const double low = std::min(std::fabs(a.measure.typical()), std::fabs(b.measure.typical()));
      const double high = std::max(std::fabs(a.measure.typical()), std::fabs(b.measure.typical()));
      const bool update = may_be_update(mentions_, a, b);
      if (high == 0 || low / high < (update ? kUpdateClose : can_both_hold ? kCompatibleClose : kClose)) return 0;
      if (update) bits += kUpdateBits;
      if (can_both_hold)
        bits += converted(a.measure, b.measure) ? kConvertedBits : low / high >= kNear ? kNearBits : kCompatibleBits;
    }
    if (a.report == b.report) bits += kSameReport;

    const bool counted = !a.counted.empty() && a.counted == b.counted;
    const bool group = !a.counted_group.empty() && a.counted_group == b.counted_group;
    const bool predicate = a.predicate && a.predicate == b.predicate;
    if (counted) {
      bits += kCountedBits;
    } else if (group) {
      bits += kGroupBits;
    } else if (a.counts_people && b.counts_people) {
      bits += kPeopleBits;
    }
    if (predicate) {
      bits += kPredicateBits;
      if (same && mentions_.predicates[*a.predicate].weight >= kTollWeight) bits += kTollBits;
    } else if (a.predicate.has_value() != b.predicate.has_value()) {
      bits += kOneSided;
    }
    if (!a.measure.dimension.empty()) bits += kUnitBits;
    if (a.bearer && a.bearer == b.bearer) bits += kPredicateBits + kCountedBits;
    if (a.part != b.part) bits += kOneSided;
    if (a.times.empty() != b.times.empty()) bits += kOneSided;

    std::vector<std::uint32_t> shared;
    std::set_intersection(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(), std::back_inserter(shared));
    if (!shared.empty()) {
      bits += kNameBits * static_cast<double>(std::min(shared.size(), kMostNames));
    } else if (!a.names.empty() && !b.names.empty()) {
      bits += kOtherNames;
    }
    std::vector<Neighbour> both;
    std::set_intersection(neighbours_[i].begin(), neighbours_[i].end(), neighbours_[j].begin(), neighbours_[j].end(),
                          std::back_inserter(both));
    if (!both.empty()) bits += kNeighbourBits;

    // Values that differ need a reason to be compared at all: the same thing counted or the same thing that happened.
    if (!same && !can_both_hold && !counted && !group && !predicate && a.measure.dimension.empty()) return 0;
    return bits;
  }

  static constexpr std::uint32_t kSentenceReach = 8;  // figures of one sentence that are looked at to each side

  const Inputs& inputs_;
  const Mentions& mentions_;
  std::vector<std::vector<Neighbour>> neighbours_;
};

}  // namespace

std::string time_of(const Mention& mention) {
  return by_the_clock(mention.clause_time.empty() ? mention.published : mention.clause_time);
}

bool may_be_update(const Mentions& mentions, const Mention& a, const Mention& b) {
  if (!a.predicate || a.predicate != b.predicate) return false;
  const Running running = mentions.predicates[*a.predicate].running;
  const std::string when_a = time_of(a);
  const std::string when_b = time_of(b);
  const auto days = days_between(when_a, when_b);
  if (running == Running::kNo || dates_meet(when_a, when_b) || !days || std::abs(*days) > kUpdateDays) return false;
  const Mention& earlier = when_a < when_b ? a : b;
  const Mention& later = when_a < when_b ? b : a;
  return (later.measure.typical() >= earlier.measure.typical()) == (running == Running::kUp);
}

bool contradict(const Mentions& mentions, const Mention& a, const Mention& b) {
  if (a.measure.dimension != b.measure.dimension) return true;
  // Two numbers of one sentence count two things.
  if (a.report == b.report && a.sentence == b.sentence) return true;
  // A report that hedges one number and not the other speaks of two things; a title may be shorter than its text.
  if (a.report == b.report && !a.in_title && !b.in_title && !same_value(a.measure, b.measure) && !may_be_update(mentions, a, b))
    return true;
  if (a.predicate && b.predicate && *a.predicate != *b.predicate) return true;
  if (a.measure.dimension.empty() && !a.counted.empty() && !b.counted.empty() && a.counted != b.counted &&
      (a.counted_group.empty() || a.counted_group != b.counted_group)) {
    const bool general = a.counted_group == "person" || b.counted_group == "person";
    if (!(general && a.counts_people && b.counts_people)) return true;
  }
  if (a.measure.unit == "year of age" && a.bearer && b.bearer && *a.bearer != *b.bearer) return true;
  if ((a.measure.unit == "year of age") != (b.measure.unit == "year of age")) return true;
  if (a.part != b.part && !same_number(a.measure, b.measure)) return true;
  // What stands in brackets behind a name is that name's: another sentence must speak of it too.
  const auto speaks_of = [](const Mention& m, std::uint32_t name) {
    return m.names.empty() || (m.owner ? *m.owner == name : std::binary_search(m.names.begin(), m.names.end(), name));
  };
  if ((a.owner && !speaks_of(b, *a.owner)) || (b.owner && !speaks_of(a, *b.owner))) return true;
  // A date in both sentences and none in common: another day's count.
  if (may_be_update(mentions, a, b)) return false;
  return !a.times.empty() && !b.times.empty() && !any_dates_meet(a, b);
}

std::vector<Link> find_links(const Inputs& inputs, const Mentions& mentions) { return Linker(inputs, mentions).link(); }

}  // namespace tetrapla::collate
