#include "reuse/align.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tetrapla::reuse {
namespace {

constexpr float kAnchorBits = 8;         // a word, or two neighbours together, that can open a run
constexpr std::uint32_t kMeetings = 36;  // an anchor that meets more often than this says nothing about where
constexpr std::uint32_t kMaxGap = 14;    // words that a chain may pass over at once: about a clause
constexpr float kGapCost = 1.0F;         // bits a word passed over costs, on the side with more of them
constexpr float kShiftCost = 0.5F;       // more for each word that one side has more
constexpr std::uint32_t kLookBack = 32;  // runs
constexpr std::uint32_t kLongRun = 8;    // words in a row that are shown however common they are
constexpr std::uint32_t kRow = 4;        // words in a row that two writers seldom choose alike; three are "in the second"
constexpr float kChainBits = 16;         // a chain that weighs less is chance: two neighbouring rare words

std::uint64_t pair_key(std::uint64_t first, std::uint64_t second) {
  return (first ^ (second * 0x9E3779B97F4A7C15ULL)) * 0xFF51AFD7ED558CCDULL;
}

/// Equal words [a, a + size) and [b, b + size).
struct Run {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
  float worth = 0;
};

bool is_same(const Token& a, const Token& b) { return a.key == b.key && !a.furniture && !b.furniture; }

/// Quoted words count in full here, so that a quotation holds together with its speaker.
float worth_of(const Text& text, WordRange words) {
  float worth = 0;
  for (std::uint32_t k = words.begin; k < words.end; ++k) worth += worth_of(text.words[k]);
  return worth;
}

/// All maximal runs through an anchor that both have, by place in a, then in b.
std::vector<Run> find_runs(const Text& a, const Anchors& anchors_a, const Text& b, const Anchors& anchors_b) {
  struct Meeting {
    std::uint32_t a, b;
  };
  std::vector<Meeting> meetings;
  auto at_a = anchors_a.places.begin();
  auto at_b = anchors_b.places.begin();
  while (at_a != anchors_a.places.end() && at_b != anchors_b.places.end()) {
    if (at_a->key < at_b->key) {
      ++at_a;
    } else if (at_b->key < at_a->key) {
      ++at_b;
    } else {
      auto end_a = at_a;
      auto end_b = at_b;
      while (end_a != anchors_a.places.end() && end_a->key == at_a->key) ++end_a;
      while (end_b != anchors_b.places.end() && end_b->key == at_b->key) ++end_b;
      if ((end_a - at_a) * (end_b - at_b) <= kMeetings) {
        for (auto x = at_a; x != end_a; ++x) {
          for (auto y = at_b; y != end_b; ++y) meetings.push_back({x->word, y->word});
        }
      }
      at_a = end_a;
      at_b = end_b;
    }
  }
  // Along a diagonal, a meeting inside the run before it has been seen.
  std::sort(meetings.begin(), meetings.end(), [](const Meeting& x, const Meeting& y) {
    const std::int64_t dx = std::int64_t{x.b} - x.a;
    const std::int64_t dy = std::int64_t{y.b} - y.a;
    return dx != dy ? dx < dy : x.a < y.a;
  });
  std::vector<Run> runs;
  for (const Meeting& meeting : meetings) {
    if (!runs.empty()) {
      const Run& last = runs.back();
      if (std::int64_t{last.b} - last.a == std::int64_t{meeting.b} - meeting.a && meeting.a < last.a + last.size) continue;
    }
    std::uint32_t back = 0;
    while (back < meeting.a && back < meeting.b && is_same(a.words[meeting.a - back - 1], b.words[meeting.b - back - 1])) {
      ++back;
    }
    std::uint32_t ahead = 0;
    while (meeting.a + ahead < a.words.size() && meeting.b + ahead < b.words.size() &&
           is_same(a.words[meeting.a + ahead], b.words[meeting.b + ahead])) {
      ++ahead;
    }
    const Run run{meeting.a - back, meeting.b - back, back + ahead, 0};
    if (run.size > 0) runs.push_back(run);
  }
  for (Run& run : runs) run.worth = worth_of(a, {run.a, run.a + run.size});
  std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  return runs;
}

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// The best chain that ends in each run.
struct Link {
  float score = 0;
  std::uint32_t before = kNone;
};

std::vector<Link> chain(const std::vector<Run>& runs) {
  std::vector<Link> links(runs.size());
  for (std::uint32_t k = 0; k < runs.size(); ++k) {
    links[k] = {runs[k].worth, kNone};
    const std::uint32_t first = k > kLookBack ? k - kLookBack : 0;
    for (std::uint32_t p = first; p < k; ++p) {
      const Run& before = runs[p];
      if (before.a >= runs[k].a || before.b >= runs[k].b) continue;
      const std::int64_t gap_a = std::int64_t{runs[k].a} - before.a - before.size;
      const std::int64_t gap_b = std::int64_t{runs[k].b} - before.b - before.size;
      const std::int64_t wide = std::max(gap_a, gap_b);
      const std::int64_t narrow = std::min(gap_a, gap_b);
      if (wide > kMaxGap || -narrow >= runs[k].size) continue;
      float gain = runs[k].worth;
      if (narrow < 0) gain *= 1.0F - static_cast<float>(-narrow) / static_cast<float>(runs[k].size);  // words that both runs hold
      const float cost =
          kGapCost * static_cast<float>(std::max<std::int64_t>(wide, 0)) + kShiftCost * static_cast<float>(wide - narrow);
      const float score = links[p].score + gain - cost;
      if (score > links[k].score) links[k] = {score, p};
    }
  }
  return links;
}

}  // namespace

Anchors find_anchors(const Text& text) {
  Anchors anchors;
  const std::vector<Token>& words = text.words;
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    if (words[k].furniture) continue;
    if (words[k].bits >= kAnchorBits) anchors.places.push_back({words[k].key, k});
    if (k + 1 < words.size() && !words[k + 1].furniture && words[k].bits + words[k + 1].bits >= kAnchorBits) {
      anchors.places.push_back({pair_key(words[k].key, words[k + 1].key), k});
    }
  }
  std::sort(anchors.places.begin(), anchors.places.end());
  return anchors;
}

std::vector<Segment> align_runs(const Text& a, const Anchors& anchors_a, const Text& b, const Anchors& anchors_b) {
  const std::vector<Run> runs = find_runs(a, anchors_a, b, anchors_b);
  const std::vector<Link> links = chain(runs);
  std::vector<std::uint32_t> order(runs.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return links[x].score != links[y].score ? links[x].score > links[y].score : x < y;
  });
  std::vector<bool> used(runs.size());
  std::vector<std::uint8_t> held_a(a.words.size());
  std::vector<std::uint8_t> held_b(b.words.size());
  const auto is_free = [&](const Run& run) {
    std::uint32_t held = 0;
    for (std::uint32_t k = 0; k < run.size; ++k) held += held_a[run.a + k] | held_b[run.b + k];
    return held * 2 <= run.size;
  };
  std::vector<Segment> segments;
  std::vector<std::uint32_t> members;
  for (const std::uint32_t end : order) {
    if (used[end] || !is_free(runs[end])) continue;
    members.clear();
    float score = links[end].score;
    for (std::uint32_t k = end; k != kNone; k = links[k].before) {
      if (used[k] || !is_free(runs[k])) {
        score -= links[k].score;
        break;
      }
      members.push_back(k);
    }
    if (score < kChainBits && !(members.size() == 1 && runs[end].size >= kLongRun)) continue;
    std::reverse(members.begin(), members.end());
    Segment segment;
    const Run& first = runs[members.front()];
    const Run& last = runs[members.back()];
    segment.a = {first.a, last.a + last.size};
    segment.b = {first.b, last.b + last.size};
    segment.altered = members.size() > 1;
    const auto count = [&](std::uint32_t in_a, std::uint32_t in_b, std::uint32_t in_row) {
      if ((held_a[in_a] | held_b[in_b]) != 0) return;
      held_a[in_a] = held_b[in_b] = 1;
      ++segment.equal;
      segment.plain += in_row >= kRow && is_plain(a.words[in_a]) && is_plain(b.words[in_b]);
      segment.weight += std::min(weight_of(a.words[in_a]), weight_of(b.words[in_b]));
    };
    std::uint32_t end_a = first.a;
    std::uint32_t end_b = first.b;
    for (const std::uint32_t k : members) {
      used[k] = true;
      const Run& run = runs[k];
      // Common words that stand alone between two runs opened none: the first equal one that is left, both sides forward.
      for (std::uint32_t in_a = end_a; in_a < run.a; ++in_a) {
        for (std::uint32_t in_b = end_b; in_b < run.b; ++in_b) {
          if (!is_same(a.words[in_a], b.words[in_b])) continue;
          count(in_a, in_b, 1);
          end_b = in_b + 1;
          break;
        }
      }
      for (std::uint32_t n = 0; n < run.size; ++n) count(run.a + n, run.b + n, run.size);
      end_a = run.a + run.size;
      end_b = run.b + run.size;
    }
    segment.slight = segment.weight < kChainBits;
    segments.push_back(segment);
  }
  std::sort(segments.begin(), segments.end());
  return segments;
}

}  // namespace tetrapla::reuse
