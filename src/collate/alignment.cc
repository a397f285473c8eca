#include "collate/alignment.h"

#include <algorithm>
#include <optional>

namespace tetrapla::collate {
namespace {

using language::Annotation;
using language::TokenRange;

constexpr std::uint32_t kBand = 48;          // tokens that one side may run ahead of the other inside a passage
constexpr std::uint32_t kMostTokens = 4000;  // of one side of a passage; a longer one is cut there
constexpr std::uint32_t kGap = 3;            // tokens between a number and the matched word that holds its place
constexpr std::uint32_t kTightGap =
    1;  // the same on both sides, where the numbers differ: "carrying [84] people", "carrying [76] people"

TokenRange tokens_in(const Annotation& annotation, Span span) {
  const auto begin = std::lower_bound(annotation.tokens.begin(), annotation.tokens.end(), span.begin,
                                      [](const language::Token& t, std::uint32_t at) { return t.span.begin < at; });
  auto end = std::lower_bound(begin, annotation.tokens.end(), span.end,
                              [](const language::Token& t, std::uint32_t at) { return t.span.end <= at; });
  const auto first = static_cast<std::uint32_t>(begin - annotation.tokens.begin());
  return {first, std::min(static_cast<std::uint32_t>(end - annotation.tokens.begin()), first + kMostTokens)};
}

/// For each token of `a` the token of `b` matched with it in a longest common subsequence within a diagonal band, or none.
std::vector<std::optional<std::uint32_t>> match(const Annotation& left, TokenRange a, const Annotation& right, TokenRange b) {
  const std::uint32_t n = a.size();
  const std::uint32_t m = b.size();
  std::vector<std::optional<std::uint32_t>> result(n);
  if (n == 0 || m == 0) return result;
  const std::uint32_t half = kBand + (n > m ? n - m : m - n);
  const std::uint32_t width = 2 * half + 1;
  // length[i][j - i + half]: the longest common subsequence of a[i…] and b[j…]
  std::vector<std::uint16_t> length(static_cast<std::size_t>(n + 1) * (width + 1), 0);
  const auto at = [&](std::uint32_t i, std::uint32_t j) -> std::uint16_t* {
    const std::int64_t column = static_cast<std::int64_t>(j) - i + half;
    if (column < 0 || column > width || j > m) return nullptr;
    return &length[static_cast<std::size_t>(i) * (width + 1) + static_cast<std::size_t>(column)];
  };
  const auto value = [&](std::uint32_t i, std::uint32_t j) {
    const auto* p = at(i, j);
    return p == nullptr ? std::uint16_t{0} : *p;
  };
  const auto equal = [&](std::uint32_t i, std::uint32_t j) {
    return left.tokens[a.begin + i].lower == right.tokens[b.begin + j].lower;
  };
  for (std::uint32_t i = n; i-- > 0;) {
    const std::uint32_t from = i > half ? i - half : 0;
    for (std::uint32_t j = std::min(m, i + half + 1); j-- > from;) {
      std::uint16_t* cell = at(i, j);
      if (cell == nullptr) continue;
      *cell = equal(i, j) ? static_cast<std::uint16_t>(value(i + 1, j + 1) + 1) : std::max(value(i + 1, j), value(i, j + 1));
    }
  }
  for (std::uint32_t i = 0, j = 0; i < n && j < m;) {
    if (equal(i, j)) {
      result[i++] = b.begin + j++;
    } else if (value(i + 1, j) >= value(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return result;
}

class Aligner {
 public:
  Aligner(const Inputs& inputs, const Mentions& mentions) : inputs_(inputs), mentions_(mentions) {
    first_.resize(inputs.reports.size() + 1, 0);
    for (const Mention& mention : mentions.all) ++first_[mention.report + 1];
    for (std::size_t r = 1; r < first_.size(); ++r) first_[r] += first_[r - 1];
  }

  void add(const Evidence& evidence) {
    for (const Passage& passage : evidence.passages) add(evidence.from, passage.from, evidence.to, passage.to);
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> take() {
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

 private:
  [[nodiscard]] TokenRange tokens_of(std::uint32_t mention) const {
    const Mention& m = mentions_.all[mention];
    return inputs_.claims[m.report].quantities[m.quantity].tokens;
  }

  /// Mentions of a report whose tokens lie in a range, in text order.
  [[nodiscard]] std::vector<std::uint32_t> mentions_in(ReportIndex report, TokenRange range) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t k = first_[report]; k < first_[report + 1]; ++k) {
      const TokenRange tokens = tokens_of(k);
      if (tokens.begin >= range.begin && tokens.end <= range.end) found.push_back(k);
    }
    return found;
  }

  void add(ReportIndex from, Span from_span, ReportIndex to, Span to_span) {
    const Annotation& left = inputs_.annotations[from];
    const Annotation& right = inputs_.annotations[to];
    const TokenRange a = tokens_in(left, from_span);
    const TokenRange b = tokens_in(right, to_span);
    const auto ours = mentions_in(from, a);
    const auto theirs = mentions_in(to, b);
    if (ours.empty() || theirs.empty()) return;
    const auto matched = match(left, a, right, b);
    for (const std::uint32_t mine : ours) {
      const auto place = place_of(tokens_of(mine), a, matched, b);
      if (!place) continue;
      const Measure& measure = mentions_.all[mine].measure;
      std::optional<std::uint32_t> only;
      bool one = true;
      for (const std::uint32_t other : theirs) {
        const TokenRange tokens = tokens_of(other);
        if (tokens.begin < place->range.begin || tokens.end > place->range.end) continue;
        if (measure.dimension != mentions_.all[other].measure.dimension) continue;
        one = !only;
        only = other;
      }
      if (!only || !one) continue;
      if (place->tight || compatible(measure, mentions_.all[*only].measure))
        pairs_.emplace_back(std::min(mine, *only), std::max(mine, *only));
    }
  }

  struct Place {
    TokenRange range;
    bool tight = false;  ///< matched words stand right before and right behind
  };

  /// Where in `b` the number that stands at `tokens` in `a` must stand: between the matched words that hold it on both sides, the nearer
  /// of which stands within kGap tokens; the passage's ends hold it too, loosely.
  static std::optional<Place> place_of(TokenRange tokens, TokenRange a, const std::vector<std::optional<std::uint32_t>>& matched,
                                       TokenRange b) {
    Place place{b, false};
    std::uint32_t before = tokens.begin - a.begin;
    while (before > 0 && !matched[before - 1]) --before;
    if (before > 0) place.range.begin = *matched[before - 1] + 1;
    std::uint32_t after = tokens.end - a.begin;
    while (after < matched.size() && !matched[after]) ++after;
    if (after < matched.size()) place.range.end = *matched[after];
    const std::uint32_t gap_before = tokens.begin - a.begin - before;
    const std::uint32_t gap_after = after - (tokens.end - a.begin);
    if (place.range.begin > place.range.end) return std::nullopt;
    if (gap_before > kGap && gap_after > kGap) return std::nullopt;
    if (place.range.size() > tokens.size() + gap_before + gap_after + kGap) return std::nullopt;
    place.tight = before > 0 && after < matched.size() && gap_before <= kTightGap && gap_after <= kTightGap &&
                  place.range.size() <= tokens.size() + gap_before + gap_after + kTightGap;
    return place;
  }

  const Inputs& inputs_;
  const Mentions& mentions_;
  std::vector<std::uint32_t> first_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> align_figures(const Inputs& inputs, const Mentions& mentions) {
  Aligner aligner(inputs, mentions);
  for (const Evidence& evidence : inputs.pairs) aligner.add(evidence);
  return aligner.take();
}

}  // namespace tetrapla::collate
