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
#include <map>
#include <numeric>

#include "reuse/candidates.h"
#include "reuse/direction.h"
#include "reuse/furniture.h"
#include "reuse/judge.h"
#include "reuse/reuse.h"
#include "reuse/why.h"

namespace tetrapla::reuse {
namespace {

constexpr std::size_t kCopiesInFull = 50;  // so many copies of one text make all their pairs; more are each paired with the first alone
constexpr float kNearCopy = 0.6F;          // told by the lighter side: near copies count as one text when a story's facts are counted

/// The different texts of a set, each with the reports that have it.
struct Distinct {
  std::vector<Text> texts;                          ///< by the smallest id among their reports
  std::vector<std::vector<ReportIndex>> reports;    ///< of each, by id
  std::vector<std::vector<std::vector<Span>>> places;  ///< of each report of each: its words
};

Distinct find_distinct(const std::vector<Report>& reports, const text::Rarity& rarity, base::Workers& workers) {
  std::vector<Text> all(reports.size());
  workers.each(reports.size(), [&](std::size_t k) { all[k] = read_text(reports[k], rarity); });
  std::vector<ReportIndex> order(reports.size());
  std::iota(order.begin(), order.end(), ReportIndex{0});
  std::sort(order.begin(), order.end(), [&](ReportIndex x, ReportIndex y) { return reports[x].meta.id < reports[y].meta.id; });
  std::map<std::uint64_t, std::size_t> seen;
  Distinct distinct;
  for (const ReportIndex report : order) {
    const auto [found, is_new] = seen.emplace(all[report].hash, distinct.texts.size());
    std::vector<Span> places = all[report].places;
    if (is_new) {
      distinct.texts.push_back(std::move(all[report]));
      distinct.reports.emplace_back();
      distinct.places.emplace_back();
    }
    distinct.reports[found->second].push_back(report);
    distinct.places[found->second].push_back(std::move(places));
  }
  return distinct;
}

/// One publisher for each text; none where its reports have several.
std::vector<std::string> publishers_of(const Distinct& distinct, const std::vector<Report>& reports) {
  std::vector<std::string> publishers;
  for (const std::vector<ReportIndex>& members : distinct.reports) {
    const std::string& first = reports[members.front()].meta.publisher;
    const bool same = std::all_of(members.begin(), members.end(), [&](ReportIndex r) { return reports[r].meta.publisher == first; });
    publishers.push_back(same ? first : "");
  }
  return publishers;
}

using TextPair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<TextPair> pairs_of(const std::vector<std::vector<Neighbour>>& neighbours) {
  std::vector<TextPair> pairs;
  for (std::uint32_t text = 0; text < neighbours.size(); ++text) {
    for (const Neighbour& other : neighbours[text]) pairs.emplace_back(std::min(text, other.text), std::max(text, other.text));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}

/// Near copies share a number.
std::vector<std::uint32_t> cluster_copies(std::size_t texts, const std::vector<TextPair>& pairs, const std::vector<Comparison>& comparisons) {
  std::vector<std::uint32_t> parent(texts);
  std::iota(parent.begin(), parent.end(), 0U);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (std::max(comparisons[k].told[0], comparisons[k].told[1]) < kNearCopy) continue;
    const std::uint32_t x = root_of(parent, pairs[k].first);
    const std::uint32_t y = root_of(parent, pairs[k].second);
    parent[std::max(x, y)] = std::min(x, y);
  }
  for (std::uint32_t k = 0; k < texts; ++k) parent[k] = root_of(parent, k);
  return parent;
}

/// Two reports with one text.
Comparison whole(const Text& text) {
  Comparison all;
  const WordRange range{0, static_cast<std::uint32_t>(text.words.size())};
  for (const Token& token : text.words) all.words[0] += !token.furniture;
  all.words[1] = all.covered[0] = all.covered[1] = all.words[0];
  all.equal = all.words[0];
  all.told[0] = all.told[1] = 1;
  all.verbatim = true;
  if (range.size() > 0) all.segments.push_back({range, range, range.size(), 0, false, false});
  return all;
}

Span span_of(const std::vector<Span>& places, WordRange words) { return {places[words.begin].begin, places[words.end - 1].end}; }

class Writer {
 public:
  Writer(const std::vector<Report>& reports, const Distinct& distinct) : reports_(reports), distinct_(distinct), labels_(labels_of(reports)) {}

  /// The evidence between member `m` of text `x` and member `n` of text `y`, where there is any.
  void write(std::uint32_t x, std::size_t m, std::uint32_t y, std::size_t n, const View& view_x, const View& view_y, const Comparison& comparison,
             std::vector<Evidence>& out) const {
    const ReportIndex a = distinct_.reports[x][m];
    const ReportIndex b = distinct_.reports[y][n];
    const Tie tie = tie_between(reports_[a], reports_[b]);
    const std::optional<Relation> relation = judge(comparison, tie);
    if (!relation) return;
    const std::optional<int> deriving = deriving_side(reports_[a], reports_[b], view_x, view_y, comparison, *relation);
    const int from = deriving ? *deriving : reports_[a].meta.id > reports_[b].meta.id ? 0 : 1;
    Evidence evidence;
    evidence.from = from == 0 ? a : b;
    evidence.to = from == 0 ? b : a;
    evidence.relation = *relation;
    evidence.direction_known = deriving.has_value();
    evidence.share = comparison.words[from] == 0 ? 0 : static_cast<double>(comparison.covered[from]) / comparison.words[from];
    evidence.why = explain(reports_[evidence.from], from == 0 ? view_x : view_y, from == 0 ? view_y : view_x, labels_[evidence.to], comparison, from,
                           *relation, tie);
    for (const Segment& segment : comparison.segments) {
      const Span in_x = span_of(distinct_.places[x][m], segment.a);
      const Span in_y = span_of(distinct_.places[y][n], segment.b);
      evidence.passages.push_back({from == 0 ? in_x : in_y, from == 0 ? in_y : in_x, segment.altered});
    }
    std::sort(evidence.passages.begin(), evidence.passages.end());
    out.push_back(std::move(evidence));
  }

 private:
  const std::vector<Report>& reports_;
  const Distinct& distinct_;
  std::vector<std::string> labels_;
};

}  // namespace

std::vector<Evidence> find_pairs(const std::vector<Report>& reports, base::Workers& workers) {
  const text::Rarity rarity;
  Distinct distinct = find_distinct(reports, rarity, workers);
  std::vector<Text>& texts = distinct.texts;
  mark_furniture(texts, publishers_of(distinct, reports));

  std::vector<Anchors> anchors(texts.size());
  std::vector<Content> contents(texts.size());
  workers.each(texts.size(), [&](std::size_t k) {
    anchors[k] = find_anchors(texts[k]);
    contents[k] = find_content(texts[k]);
  });
  const std::vector<std::vector<Neighbour>> neighbours = find_neighbours(texts, anchors, workers);
  const std::vector<TextPair> pairs = pairs_of(neighbours);

  // First what is a near copy of what, with every word at its full weight; then with what the story knows taken off.
  std::vector<Familiarity> familiarity(texts.size());
  workers.each(texts.size(), [&](std::size_t k) { familiarity[k].assign(texts[k].words.size(), 0); });
  const auto view = [&](std::uint32_t k) { return View{texts[k], anchors[k], contents[k], familiarity[k]}; };
  std::vector<Comparison> comparisons(pairs.size());
  const auto compare_all = [&] {
    workers.each(pairs.size(), [&](std::size_t k) { comparisons[k] = compare(view(pairs[k].first), view(pairs[k].second)); });
  };
  compare_all();
  familiarity = count_familiarity(texts, neighbours, cluster_copies(texts.size(), pairs, comparisons), workers);
  compare_all();

  const Writer writer(reports, distinct);
  std::vector<std::vector<Evidence>> found(pairs.size() + texts.size());
  workers.each(found.size(), [&](std::size_t k) {
    if (k < pairs.size()) {
      const auto [x, y] = pairs[k];
      const std::size_t members_x = distinct.reports[x].size();
      const std::size_t members_y = distinct.reports[y].size();
      const bool full = members_x * members_y <= kCopiesInFull * kCopiesInFull;
      for (std::size_t m = 0; m < (full ? members_x : 1); ++m) {
        for (std::size_t n = 0; n < (full ? members_y : 1); ++n) writer.write(x, m, y, n, view(x), view(y), comparisons[k], found[k]);
      }
    } else {
      const auto x = static_cast<std::uint32_t>(k - pairs.size());
      const std::size_t members = distinct.reports[x].size();
      if (members < 2 || texts[x].words.empty()) return;
      const Comparison same = whole(texts[x]);
      for (std::size_t m = 0; m < (members <= kCopiesInFull ? members : 1); ++m) {
        for (std::size_t n = m + 1; n < members; ++n) writer.write(x, m, x, n, view(x), view(x), same, found[k]);
      }
    }
  });
  std::vector<Evidence> result;
  for (std::vector<Evidence>& each : found) std::move(each.begin(), each.end(), std::back_inserter(result));
  std::sort(result.begin(), result.end(), [](const Evidence& x, const Evidence& y) { return x.from != y.from ? x.from < y.from : x.to < y.to; });
  return result;
}

}  // namespace tetrapla::reuse
