// From verified pairs to lines.
//
// How. Pairs are taken strongest first (joining). A copy always joins, and so does what words and names say together (an update, a common source). A
// rewrite that tells half of a report, or a digest that names its source, joins a report that is still alone with the line of its best partner.
// What is weaker, or would join two groups, needs most reports of each side to have a partner on the other: so no line is a chain of weak links, a
// digest of two lines goes with the one it takes most from and does not join the two, and seven rewrites of one agency text still find
// together. Excerpts never join. tests/reuse/lines_test.cc holds the cases.

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "reuse/reuse.h"

namespace tetrapla::reuse {
namespace {

constexpr double kStrong = 0.5;        // share of the report that has more of it in the other
constexpr double kMostLinked = 0.5;    // of the texts of a group, those with a partner in the other
constexpr double kBorrowedAnew = 0.2;  // of a borrower's passages, the part that no better pair has
constexpr std::size_t kAllPairs = 50;  // reports of a line whose pairs are all shown; beyond, a tree that connects it

/// Bytes of a report's text outside what is excluded.
std::uint64_t bytes_of(const Report& report) {
  std::uint64_t bytes = 0;
  for (const Span paragraph : report.paragraphs) bytes += paragraph.size();
  for (const Exclusion& exclusion : report.excluded) bytes -= std::min<std::uint64_t>(bytes, exclusion.span.size());
  return bytes;
}

struct Edge {
  std::size_t pair;     // index into pairs
  double strength;      // of the side that has more of itself in the other, the part
  std::uint64_t bytes;  // of the passages, on the side where they have less
};

/// Bytes of a report inside the passages of a pair.
std::uint64_t bytes_of(const std::vector<Passage>& passages, Span Passage::*side) {
  std::vector<Span> spans;
  for (const Passage& passage : passages) spans.push_back(passage.*side);
  std::sort(spans.begin(), spans.end());
  std::uint64_t bytes = 0;
  std::uint32_t end = 0;
  for (const Span span : spans) {
    if (span.end > end) bytes += span.end - std::max(span.begin, end);
    end = std::max(end, span.end);
  }
  return bytes;
}

/// Pairs that can join reports: copies first, then by how much the two share; equal ones by the ids of their reports, never by their place in
/// the input.
std::vector<Edge> joining(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  std::vector<Edge> edges;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const Evidence& pair = pairs[k];
    if (pair.relation == Relation::kExcerpt) continue;
    const std::uint64_t in_from = bytes_of(pair.passages, &Passage::from);
    const std::uint64_t in_to = bytes_of(pair.passages, &Passage::to);
    const double share_of_to =
        static_cast<double>(in_to) / static_cast<double>(std::max<std::uint64_t>(1, bytes_of(reports[pair.to])));
    edges.push_back({k, std::max(pair.share, std::min(1.0, share_of_to)), std::min(in_from, in_to)});
  }
  const auto rank = [&](const Edge& edge) {
    const Evidence& pair = pairs[edge.pair];
    const auto [first, second] = std::minmax(reports[pair.from].meta.id, reports[pair.to].meta.id);
    return std::tuple(pair.relation != Relation::kCopy, ~edge.bytes, first, second);
  };
  std::sort(edges.begin(), edges.end(), [&](const Edge& x, const Edge& y) { return rank(x) < rank(y); });
  return edges;
}

/// Groups that are joined step by step.
class Groups {
 public:
  explicit Groups(std::size_t reports) : group_(reports), members_(reports) {
    for (ReportIndex k = 0; k < reports; ++k) {
      group_[k] = k;
      members_[k] = {k};
    }
  }

  [[nodiscard]] const std::vector<ReportIndex>& members(ReportIndex report) const { return members_[group_[report]]; }
  [[nodiscard]] ReportIndex number(ReportIndex report) const { return group_[report]; }
  [[nodiscard]] bool same(ReportIndex a, ReportIndex b) const { return group_[a] == group_[b]; }

  void join(ReportIndex a, ReportIndex b) {
    ReportIndex into = group_[a];
    ReportIndex gone = group_[b];
    if (into == gone) return;
    if (members_[into].size() < members_[gone].size()) std::swap(into, gone);
    for (const ReportIndex report : members_[gone]) group_[report] = into;
    members_[into].insert(members_[into].end(), members_[gone].begin(), members_[gone].end());
    members_[gone].clear();
  }

 private:
  std::vector<ReportIndex> group_;
  std::vector<std::vector<ReportIndex>> members_;
};

/// Which reports have one text, and which texts are paired: verbatim copies count once when partners are counted, so that one more
/// copy joins nothing and parts nothing.
class Support {
 public:
  Support(const std::vector<Report>& reports, const std::vector<Evidence>& pairs, const std::vector<Edge>& edges)
      : partners_(reports.size()) {
    Groups texts(reports.size());
    for (const Evidence& pair : pairs) {
      if (is_whole(pair, reports[pair.to])) texts.join(pair.from, pair.to);
    }
    for (ReportIndex k = 0; k < reports.size(); ++k) text_.push_back(texts.number(k));
    for (const Edge& edge : edges) {
      const ReportIndex from = text_[pairs[edge.pair].from];
      const ReportIndex to = text_[pairs[edge.pair].to];
      partners_[from].push_back(to);
      partners_[to].push_back(from);
    }
    for (std::vector<ReportIndex>& each : partners_) sort_unique(each);
  }

  [[nodiscard]] bool is_one_text(const std::vector<ReportIndex>& group) const {
    return std::all_of(group.begin(), group.end(), [&](ReportIndex report) { return text_[report] == text_[group.front()]; });
  }

  /// Of the texts of two groups, the part that has a partner in the other group: of the group where fewer have.
  [[nodiscard]] double between(const std::vector<ReportIndex>& x, const std::vector<ReportIndex>& y) const {
    const std::vector<ReportIndex> texts_x = texts_of(x);
    const std::vector<ReportIndex> texts_y = texts_of(y);
    return std::min(linked(texts_x, texts_y), linked(texts_y, texts_x));
  }

 private:
  static void sort_unique(std::vector<ReportIndex>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  }

  [[nodiscard]] static bool is_whole(const Evidence& pair, const Report& to) {
    constexpr double kWhole = 0.95;  // the rest is stops and marks at the ends
    return pair.relation == Relation::kCopy && pair.share >= 1 && pair.passages.size() == 1 && !pair.passages.front().altered &&
           static_cast<double>(pair.passages.front().to.size()) >= kWhole * static_cast<double>(bytes_of(to));
  }

  [[nodiscard]] std::vector<ReportIndex> texts_of(const std::vector<ReportIndex>& group) const {
    std::vector<ReportIndex> texts;
    for (const ReportIndex report : group) texts.push_back(text_[report]);
    sort_unique(texts);
    return texts;
  }

  /// Linear in the pairs of the texts of `x`.
  [[nodiscard]] double linked(const std::vector<ReportIndex>& x, const std::vector<ReportIndex>& y) const {
    const auto count = std::count_if(x.begin(), x.end(), [&](ReportIndex one) {
      return std::any_of(partners_[one].begin(), partners_[one].end(),
                         [&](ReportIndex two) { return std::binary_search(y.begin(), y.end(), two); });
    });
    return static_cast<double>(count) / static_cast<double>(x.size());
  }

  std::vector<ReportIndex> text_;                   // of each report, a number
  std::vector<std::vector<ReportIndex>> partners_;  // of each text
};

/// Whether the pair joins the groups of its reports.
bool joins(const Evidence& pair, const Edge& edge, const Groups& groups, const Support& support) {
  if (pair.relation == Relation::kCopy) return true;
  const std::vector<ReportIndex>& from = groups.members(pair.from);
  const std::vector<ReportIndex>& to = groups.members(pair.to);
  if (pair.relation == Relation::kUpdate || pair.relation == Relation::kCommonSource) return true;  // words and names say the same
  const bool free =
      pair.relation == Relation::kCredit ? support.is_one_text(from) : support.is_one_text(from) || support.is_one_text(to);
  if (free && (edge.strength >= kStrong || pair.relation == Relation::kCredit)) return true;
  return support.between(from, to) > kMostLinked;
}

Groups group(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  const std::vector<Edge> edges = joining(reports, pairs);
  const Support support(reports, pairs, edges);
  Groups groups(reports.size());
  for (const Edge& edge : edges) {
    const Evidence& pair = pairs[edge.pair];
    if (!groups.same(pair.from, pair.to) && joins(pair, edge, groups, support)) groups.join(pair.from, pair.to);
  }
  return groups;
}

std::string letters(std::size_t number) {
  std::string name;
  for (++number; number > 0; number = (number - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (number - 1) % 26));
  return name;
}

/// Bytes of the passages on one side that lie in spans; both may overlap themselves, so this is at most.
std::uint64_t bytes_inside(const std::vector<Passage>& passages, Span Passage::*side, const std::vector<Span>& held) {
  std::uint64_t inside = 0;
  for (const Passage& passage : passages) {
    for (const Span span : held) inside += intersection(passage.*side, span).size();
  }
  return inside;
}

/// Whether hardly anything of the passages on one side is outside of `held`.
bool is_known(const std::vector<Passage>& passages, Span Passage::*side, const std::vector<Span>& held) {
  std::uint64_t all = 0;
  for (const Passage& passage : passages) all += (passage.*side).size();
  return static_cast<double>(bytes_inside(passages, side, held)) > (1 - kBorrowedAnew) * static_cast<double>(all);
}

/// A borrowed passage stands in every copy of the text it comes from. Of the pairs of one report with the reports of one line, those that say
/// of another passage where it comes from, or goes to: first the one with most, then with the line's origin (no report that derives from
/// another of its line), then the earliest. So no two reports borrow one passage from each other's lines.
std::vector<Evidence> best_of_each_line(std::vector<Evidence> pairs, const std::vector<Report>& reports,
                                        const std::vector<LineIndex>& line_of, const std::vector<std::uint8_t>& derives) {
  constexpr std::uint64_t kStep = 100;  // bytes; what differs less is as good
  const auto date = [&](const Evidence& pair) {
    const std::string& published = reports[pair.to].meta.published;
    return std::pair(published.empty(), published);
  };
  const auto rank = [&](const Evidence& pair) {
    return std::tuple(!pair.direction_known, ~(bytes_of(pair.passages, &Passage::from) / kStep), derives[pair.to], date(pair),
                      reports[pair.to].meta.id, reports[pair.from].meta.id);
  };
  std::sort(pairs.begin(), pairs.end(), [&](const Evidence& x, const Evidence& y) { return rank(x) < rank(y); });
  std::map<std::pair<ReportIndex, LineIndex>, std::vector<Span>> borrowed;  // of a report, what it has from a line
  std::map<std::pair<ReportIndex, LineIndex>, std::vector<Span>> lent;      // and what a line has from it
  std::vector<Evidence> kept;
  for (Evidence& pair : pairs) {
    const std::pair borrower(pair.from, line_of[pair.to]);
    const std::pair lender(pair.to, line_of[pair.from]);
    if (is_known(pair.passages, &Passage::from, borrowed[borrower]) || is_known(pair.passages, &Passage::from, lent[borrower]) ||
        is_known(pair.passages, &Passage::to, borrowed[lender])) {
      continue;
    }
    for (const Passage& passage : pair.passages) {
      borrowed[borrower].push_back(passage.from);
      lent[lender].push_back(passage.to);
    }
    kept.push_back(std::move(pair));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Evidence& x, const Evidence& y) { return std::tie(x.from, x.to) < std::tie(y.from, y.to); });
  return kept;
}

/// The pairs that connect a big line: the first, by (to, from), that joins two parts.
std::vector<Evidence> spanning_tree(const std::vector<Evidence>& evidence, std::size_t reports) {
  Groups parts(reports);
  std::vector<Evidence> tree;
  for (const Evidence& pair : evidence) {
    if (parts.same(pair.from, pair.to)) continue;
    parts.join(pair.from, pair.to);
    tree.push_back(pair);
  }
  return tree;
}

}  // namespace

std::vector<ReportIndex> find_groups(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  const Groups groups = group(reports, pairs);
  std::vector<ReportIndex> smallest(reports.size());
  for (ReportIndex k = 0; k < reports.size(); ++k) {
    const std::vector<ReportIndex>& members = groups.members(k);
    smallest[k] = *std::min_element(members.begin(), members.end(), [&](ReportIndex x, ReportIndex y) {
      return std::tie(reports[x].meta.id, x) < std::tie(reports[y].meta.id, y);
    });
  }
  return smallest;
}

Lines find_lines(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  const Groups groups = group(reports, pairs);
  std::vector<std::vector<ReportIndex>> lines;
  std::vector<bool> placed(reports.size());
  for (ReportIndex k = 0; k < reports.size(); ++k) {
    if (placed[k]) continue;
    lines.push_back(groups.members(k));
    std::sort(lines.back().begin(), lines.back().end());
    for (const ReportIndex report : lines.back()) placed[report] = true;
  }
  // Earliest publication, undated last, then the smallest id.
  const auto rank = [&](const std::vector<ReportIndex>& line) {
    std::string earliest;
    std::string id = reports[line.front()].meta.id;
    for (const ReportIndex report : line) {
      const Metadata& meta = reports[report].meta;
      if (!meta.published.empty() && (earliest.empty() || meta.published < earliest)) earliest = meta.published;
      id = std::min(id, meta.id);
    }
    return std::tuple(earliest.empty(), earliest, id);
  };
  std::sort(lines.begin(), lines.end(), [&](const auto& x, const auto& y) { return rank(x) < rank(y); });

  Lines result;
  result.line_of.resize(reports.size());
  for (std::size_t k = 0; k < lines.size(); ++k) {
    for (const ReportIndex report : lines[k]) result.line_of[report] = static_cast<LineIndex>(k);
    result.lines.push_back({letters(k), std::move(lines[k]), {}});
  }
  std::vector<Evidence> across;
  std::vector<std::uint8_t> derives(reports.size());
  for (const Evidence& pair : pairs) {
    if (result.line_of[pair.from] == result.line_of[pair.to]) {
      result.lines[result.line_of[pair.from]].evidence.push_back(pair);
      if (pair.direction_known) derives[pair.from] = 1;
    } else {
      across.push_back(pair);
    }
  }
  result.borrowings = best_of_each_line(std::move(across), reports, result.line_of, derives);
  for (Line& line : result.lines) {
    std::sort(line.evidence.begin(), line.evidence.end(),
              [](const Evidence& x, const Evidence& y) { return std::tie(x.to, x.from) < std::tie(y.to, y.from); });
    if (line.reports.size() > kAllPairs) line.evidence = spanning_tree(line.evidence, reports.size());
  }
  return result;
}

}  // namespace tetrapla::reuse
