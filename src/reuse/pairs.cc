// Pairs of reports that share text.
//
// How. Verbatim copies are one text (equal `Text::hash`), and everything below is done once for each different text: so a copy changes
// nothing for the others, and a thousand copies cost one. Paragraphs that a house puts on all its reports are marked (furniture.h). Each text
// meets the few others that share most rare words and word pairs with it (candidates.h). Two texts that meet are aligned: runs of equal words
// are chained into passages (align.h), and sentences left over are compared by their rare words (sentence_match.h). What every report of a
// story knows counts little (story.h). Then the pair is judged (judge.h) and, for each two reports that have these texts, given a direction
// (direction.h) and a reason (why.h).
//
// Cost: linear in all texts but for the candidates, which are at most kMostNeighbours a text; alignment is linear in the two texts. bench/
// reuse_bench times it. tests/reuse/pairs_test.cc holds the properties: order, copies and unrelated reports change nothing.

#include <algorithm>

#include "reuse/direction.h"
#include "reuse/judge.h"
#include "reuse/reuse.h"
#include "reuse/survey.h"
#include "reuse/ties.h"
#include "reuse/why.h"

namespace tetrapla::reuse {
namespace {

constexpr std::size_t kCopiesInFull =
    50;  // so many copies of one text make all their pairs; more are each paired with the first alone

/// Two reports with one text.
Comparison whole(const Text& text) {
  Comparison all;
  const WordRange range{0, static_cast<std::uint32_t>(text.words.size())};
  for (const Token& token : text.words) all.words[0] += !token.furniture;
  all.words[1] = all.words[0];
  all.equal = all.words[0];
  all.told[0] = all.told[1] = 1;
  all.verbatim = true;
  if (range.size() > 0) all.segments.push_back({range, range, range.size(), 0, 0, false, false, false});
  return all;
}

Span span_of(const std::vector<Span>& places, WordRange words) { return {places[words.begin].begin, places[words.end - 1].end}; }

class Writer {
 public:
  Writer(const std::vector<Report>& reports, const Survey& survey) : reports_(reports), survey_(survey) {}

  /// The evidence between member `m` of text `x` and member `n` of text `y`, where there is any.
  void write(std::uint32_t x, std::size_t m, std::uint32_t y, std::size_t n, const View& view_x, const View& view_y,
             const Comparison& found, std::vector<Evidence>& out) const {
    const ReportIndex a = survey_.reports[x][m];
    const ReportIndex b = survey_.reports[y][n];
    const Tie tie = tie_between(reports_[a], reports_[b]);
    const std::optional<Relation> relation = judge(found, tie);
    if (!relation) return;
    Comparison comparison = found;
    keep_passages(*relation, view_x.text, view_y.text, comparison);
    if (comparison.segments.empty()) return;
    const std::optional<int> deriving = deriving_side(reports_[a], reports_[b], view_x, view_y, comparison, *relation);
    const int from = deriving ? *deriving : reports_[a].meta.id > reports_[b].meta.id ? 0 : 1;
    Evidence evidence;
    evidence.from = from == 0 ? a : b;
    evidence.to = from == 0 ? b : a;
    evidence.relation = *relation;
    evidence.direction_known = deriving.has_value();
    evidence.share = comparison.words[from] == 0 ? 0 : static_cast<double>(comparison.covered[from]) / comparison.words[from];
    evidence.why =
        explain(reports_[evidence.from], from == 0 ? survey_.places[x][m] : survey_.places[y][n], reports_[evidence.to],
                from == 0 ? view_x : view_y, from == 0 ? view_y : view_x, comparison, from, *relation, tie, deriving.has_value());
    for (const Segment& segment : comparison.segments) {
      const Span in_x = span_of(survey_.places[x][m], segment.a);
      const Span in_y = span_of(survey_.places[y][n], segment.b);
      evidence.passages.push_back({from == 0 ? in_x : in_y, from == 0 ? in_y : in_x, segment.altered});
    }
    std::sort(evidence.passages.begin(), evidence.passages.end());
    out.push_back(std::move(evidence));
  }

 private:
  const std::vector<Report>& reports_;
  const Survey& survey_;
};

}  // namespace

std::vector<Evidence> find_pairs(const std::vector<Report>& reports, base::Workers& workers) {
  const Survey all = survey(reports, workers);
  const Writer writer(reports, all);
  std::vector<std::vector<Evidence>> found(all.pairs.size() + all.texts.size());
  workers.each(found.size(), [&](std::size_t k) {
    if (k < all.pairs.size()) {
      const auto [x, y] = all.pairs[k];
      const std::size_t members_x = all.reports[x].size();
      const std::size_t members_y = all.reports[y].size();
      const bool full = members_x * members_y <= kCopiesInFull * kCopiesInFull;
      for (std::size_t m = 0; m < (full ? members_x : 1); ++m) {
        for (std::size_t n = 0; n < (full ? members_y : 1); ++n)
          writer.write(x, m, y, n, all.view(x), all.view(y), all.comparisons[k], found[k]);
      }
    } else {
      const auto x = static_cast<std::uint32_t>(k - all.pairs.size());
      const std::size_t members = all.reports[x].size();
      if (members < 2 || all.texts[x].words.empty()) return;
      const Comparison same = whole(all.texts[x]);
      for (std::size_t m = 0; m < (members <= kCopiesInFull ? members : 1); ++m) {
        for (std::size_t n = m + 1; n < members; ++n) writer.write(x, m, x, n, all.view(x), all.view(x), same, found[k]);
      }
    }
  });
  std::vector<Evidence> result;
  for (std::vector<Evidence>& each : found) std::move(each.begin(), each.end(), std::back_inserter(result));
  std::sort(result.begin(), result.end(),
            [](const Evidence& x, const Evidence& y) { return x.from != y.from ? x.from < y.from : x.to < y.to; });
  return result;
}

}  // namespace tetrapla::reuse
