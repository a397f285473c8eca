#include "render/reuse.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "render/best_pair.h"
#include "render/display.h"
#include "render/json_writer.h"
#include "render/labels.h"
#include "render/page.h"
#include "text/offset_map.h"

namespace tetrapla::render {
namespace {

constexpr std::size_t kGroups = 20;
constexpr std::size_t kMembers = 10;
constexpr std::size_t kParts = 10;

std::string_view direction_of(const Evidence& pair, ReportIndex report) {
  if (!pair.direction_known) return "unknown";
  return pair.from == report ? "known" : "reverse";
}

void append_span(JsonWriter& json, const text::OffsetMap& points, Span span) {
  json.begin_array().number(std::uint64_t{points.code_point(span.begin)}).number(std::uint64_t{points.code_point(span.end)}).end();
}

void append_pair(std::string& out, const Evidence& pair, const std::vector<Report>& reports, const text::OffsetMap& from,
                 const text::OffsetMap& to) {
  JsonWriter json;
  json.begin_object().key("format").string("tetrapla.pair/1");
  json.key("from").string(reports[pair.from].meta.id).key("to").string(reports[pair.to].meta.id);
  json.key("relation").string(name_of(pair.relation)).key("direction").string(pair.direction_known ? "known" : "unknown");
  json.key("share").number(rounded_share(pair.share)).key("why").string(pair.why).key("passages").begin_array();
  for (const Passage& passage : pair.passages) {
    json.begin_object().key("from");
    append_span(json, from, passage.from);
    json.key("to");
    append_span(json, to, passage.to);
    json.key("altered").boolean(passage.altered).end();
  }
  json.end().end();
  out += json.take() + "\n";
}

class ReuseText {
 public:
  ReuseText(const ReuseResult& reuse, const std::vector<Report>& reports, const TextOptions& options)
      : reuse_(reuse),
        reports_(reports),
        names_(reports),
        page_(std::clamp(options.columns, 80U, 120U), options.color),
        full_(options.full),
        best_(best_pairs(reuse, reports.size())) {}

  std::string write() {
    std::map<ReportIndex, std::vector<ReportIndex>> groups;
    std::vector<ReportIndex> parts;  // share text, but stand in no group
    for (ReportIndex i = 0; i < reports_.size(); ++i) groups[reuse_.group[i]].push_back(i);
    std::vector<const std::vector<ReportIndex>*> large;
    for (const auto& [first, members] : groups) {
      if (members.size() > 1) large.push_back(&members);
      if (members.size() == 1 && best_[first] != nullptr && best_[first]->from == first) parts.push_back(first);
    }
    std::stable_sort(large.begin(), large.end(), [](const auto* a, const auto* b) { return a->size() > b->size(); });
    write_head(large);
    const std::size_t shown = shown_of(large.size(), kGroups);
    for (std::size_t i = 0; i < shown; ++i) write_group(*large[i]);
    more(large.size() - shown, "more groups");
    write_parts(parts);
    if (cut_) {
      page_.blank();
      page_.text(0, {{"--full shows everything · --format jsonl has every pair with --pairs", Ink::kSoft}});
    }
    return page_.take();
  }

 private:
  [[nodiscard]] std::size_t shown_of(std::size_t count, std::size_t limit) const {
    return full_ || count <= limit + 1 ? count : limit;
  }

  void more(std::size_t left_out, std::string_view what) {
    if (left_out == 0) return;
    cut_ = true;
    page_.text(2, {{fmt::format("… {} {}", left_out, what), Ink::kSoft}});
  }

  void write_head(const std::vector<const std::vector<ReportIndex>*>& groups) {
    std::size_t grouped = 0;
    for (const auto* members : groups) grouped += members->size();
    page_.spread({{"Who repeats whom", Ink::kStrong}},
                 {{counted(reports_.size(), "report", "reports") + " · " + counted(groups.size(), "group", "groups")}});
    if (reuse_.pairs.empty()) {
      page_.text(0, {{"No two reports share text.", Ink::kSoft}});
    } else {
      page_.text(0, {{fmt::format("{} of {} reports go back to the same text as another.", grouped, reports_.size()), Ink::kSoft}});
    }
  }

  void write_row(ReportIndex report, unsigned name) {
    Runs reason;
    if (const Evidence* pair = best_[report]; pair != nullptr && pair->from == report) {
      reason.push_back({fmt::format("{} {}", verb(pair->relation, pair->direction_known), names_.name(pair->to))});
      reason.push_back({names_.reasons(*pair, report), Ink::kSoft});
    }
    page_.row(2, {{{{names_.name(report)}}, name}, {reason, page_.columns() - 4 - name}});
  }

  void write_rows(const std::vector<ReportIndex>& reports, std::size_t limit, std::string_view what) {
    const std::size_t shown = shown_of(reports.size(), limit);
    unsigned name = 0;
    for (std::size_t i = 0; i < shown; ++i) name = std::max(name, width_of(names_.name(reports[i])));
    for (std::size_t i = 0; i < shown; ++i) write_row(reports[i], name);
    more(reports.size() - shown, what);
  }

  void write_group(const std::vector<ReportIndex>& members) {
    std::vector<ReportIndex> order = members;  // those that the others derive from stand first
    std::stable_partition(order.begin(), order.end(), [&](ReportIndex i) { return best_[i] == nullptr || best_[i]->from != i; });
    page_.blank();
    const std::string title = clean(title_of(reports_[order.front()]));
    page_.text(0, {{counted(members.size(), "report", "reports"), Ink::kStrong},
                   {title.empty() ? "" : " · " + shortened(title, page_.columns() - 16)}});
    write_rows(order, kMembers, "more");
  }

  void write_parts(const std::vector<ReportIndex>& parts) {
    if (parts.empty()) return;
    page_.blank();
    page_.text(0, {{"A part of another", Ink::kStrong}});
    write_rows(parts, kParts, "more");
  }

  const ReuseResult& reuse_;
  const std::vector<Report>& reports_;
  ReportNames names_;
  Page page_;
  bool full_;
  bool cut_ = false;
  std::vector<const Evidence*> best_;
};

}  // namespace

std::string to_jsonl(const ReuseResult& reuse, const std::vector<Report>& reports, bool with_pairs) {
  std::string out;
  const std::vector<const Evidence*> best = best_pairs(reuse, reports.size());
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    if (best[i] == nullptr) continue;
    const Evidence& pair = *best[i];
    const ReportIndex other = pair.from == i ? pair.to : pair.from;
    JsonWriter json;
    json.begin_object().key("format").string("tetrapla.reuse/1").key("id").string(reports[i].meta.id);
    json.key("group").string(reports[reuse.group[i]].meta.id).key("best").begin_object();
    json.key("id").string(reports[other].meta.id).key("relation").string(name_of(pair.relation));
    json.key("share").number(rounded_share(pair.share)).key("direction").string(direction_of(pair, i)).end().end();
    out += json.take() + "\n";
  }
  if (!with_pairs) return out;
  std::vector<text::OffsetMap> points;
  points.reserve(reports.size());
  for (const Report& report : reports) points.emplace_back(report.text);
  for (const Evidence& pair : reuse.pairs) append_pair(out, pair, reports, points[pair.from], points[pair.to]);
  return out;
}

std::string to_text(const ReuseResult& reuse, const std::vector<Report>& reports, const TextOptions& options) {
  return ReuseText(reuse, reports, options).write();
}

}  // namespace tetrapla::render
