// From verified pairs to lines.
//
// How. Pairs are taken strongest first. A strong pair (a copy, an update, or one that tells half of a report)
// always joins. A weak one (a deep rewrite, a
// digest) joins a report that is still alone; two groups, or a report and a group, only where most of the pairs that could stand between them
// do stand. So a digest of two lines goes with the one it takes most from and does not chain the two, while seven rewrites of one agency text
// still find together. Excerpts never join. tests/reuse/lines_test.cc holds the cases.

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "reuse/reuse.h"

namespace tetrapla::reuse {
namespace {

constexpr double kStrong = 0.5;        // share of the report that has more of it in the other
constexpr double kMostPairs = 0.5;     // of the pairs that could stand between two groups
constexpr std::size_t kAllPairs = 50;  // reports of a line whose pairs are all shown; beyond, a tree that connects it

/// Bytes of a report's text outside what is excluded.
std::uint64_t bytes_of(const Report& report) {
  std::uint64_t bytes = 0;
  for (const Span paragraph : report.paragraphs) bytes += paragraph.size();
  for (const Exclusion& exclusion : report.excluded) bytes -= std::min<std::uint64_t>(bytes, exclusion.span.size());
  return bytes;
}

struct Edge {
  std::size_t pair;   // index into pairs
  double strength;    // of the side that has more of itself in the other, the part
};

/// Pairs that can join reports, strongest first; equal ones by the ids of their reports, never by their place in the input.
std::vector<Edge> joining(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  std::vector<Edge> edges;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const Evidence& pair = pairs[k];
    if (pair.relation == Relation::kExcerpt) continue;
    std::uint64_t in_to = 0;
    std::vector<Span> spans;
    for (const Passage& passage : pair.passages) spans.push_back(passage.to);
    std::sort(spans.begin(), spans.end());
    std::uint32_t end = 0;
    for (const Span span : spans) {
      if (span.end > end) in_to += span.end - std::max(span.begin, end);
      end = std::max(end, span.end);
    }
    const double share_of_to = static_cast<double>(in_to) / static_cast<double>(std::max<std::uint64_t>(1, bytes_of(reports[pair.to])));
    edges.push_back({k, std::max(pair.share, std::min(1.0, share_of_to))});
  }
  const auto names = [&](const Edge& edge) {
    return std::minmax(reports[pairs[edge.pair].from].meta.id, reports[pairs[edge.pair].to].meta.id);
  };
  std::sort(edges.begin(), edges.end(), [&](const Edge& x, const Edge& y) {
    return x.strength != y.strength ? x.strength > y.strength : names(x) < names(y);
  });
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

/// Reports that are copies of one another count once when pairs between groups are counted.
class Support {
 public:
  Support(std::size_t reports, const std::vector<Evidence>& pairs, const std::vector<Edge>& edges) : partners_(reports) {
    for (const Edge& edge : edges) {
      partners_[pairs[edge.pair].from].push_back(pairs[edge.pair].to);
      partners_[pairs[edge.pair].to].push_back(pairs[edge.pair].from);
    }
    for (std::vector<ReportIndex>& each : partners_) std::sort(each.begin(), each.end());
  }

  /// Of the members of both groups, the smaller part that has a partner in the other.
  [[nodiscard]] double between(const std::vector<ReportIndex>& x, const std::vector<ReportIndex>& y) const {
    return std::min(linked(x, y), linked(y, x));
  }

 private:
  [[nodiscard]] double linked(const std::vector<ReportIndex>& x, const std::vector<ReportIndex>& y) const {
    std::size_t count = 0;
    for (const ReportIndex report : x) {
      count += std::any_of(y.begin(), y.end(), [&](ReportIndex other) { return std::binary_search(partners_[report].begin(), partners_[report].end(), other); });
    }
    return static_cast<double>(count) / static_cast<double>(x.size());
  }

  std::vector<std::vector<ReportIndex>> partners_;
};

Groups group(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  const std::vector<Edge> edges = joining(reports, pairs);
  const Support support(reports.size(), pairs, edges);
  Groups groups(reports.size());
  for (const Edge& edge : edges) {
    const Evidence& pair = pairs[edge.pair];
    if (groups.same(pair.from, pair.to)) continue;
    const bool told_so = pair.relation == Relation::kUpdate || pair.relation == Relation::kCommonSource || pair.relation == Relation::kCredit;
    const bool strong = pair.relation == Relation::kCopy || told_so || edge.strength >= kStrong;
    if (strong || support.between(groups.members(pair.from), groups.members(pair.to)) > kMostPairs) groups.join(pair.from, pair.to);
  }
  return groups;
}

std::string letters(std::size_t number) {
  std::string name;
  for (++number; number > 0; number = (number - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (number - 1) % 26));
  return name;
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
  for (const Evidence& pair : pairs) {
    if (result.line_of[pair.from] == result.line_of[pair.to]) {
      result.lines[result.line_of[pair.from]].evidence.push_back(pair);
    } else {
      result.borrowings.push_back(pair);
    }
  }
  for (Line& line : result.lines) {
    std::sort(line.evidence.begin(), line.evidence.end(), [](const Evidence& x, const Evidence& y) { return std::tie(x.to, x.from) < std::tie(y.to, y.from); });
    if (line.reports.size() > kAllPairs) line.evidence = spanning_tree(line.evidence, reports.size());
  }
  return result;
}

}  // namespace tetrapla::reuse
