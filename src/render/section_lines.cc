// LINES: which reports go back to one text, and how one sees it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "render/display.h"
#include "render/value.h"
#include "render/view.h"

namespace tetrapla::render {
namespace {

constexpr std::size_t kLines = 12;
constexpr std::size_t kReportsOfLine = 6;
constexpr std::size_t kBorrowings = 2;  // of one report
constexpr std::size_t kDisclosures = 2;
constexpr unsigned kIndent = 2;
constexpr unsigned kDateFrom = 100;  // columns from which there is room for the dates

// What ties each report of a line to the others: a tree over the strongest evidence. The root has none.
std::map<ReportIndex, const Evidence*> tree_of(const Line& line) {
  std::vector<const Evidence*> evidence;
  for (const Evidence& pair : line.evidence) evidence.push_back(&pair);
  std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence* a, const Evidence* b) {
    return a->direction_known != b->direction_known ? a->direction_known : a->share > b->share;
  });
  std::map<ReportIndex, const Evidence*> tie;
  std::map<ReportIndex, ReportIndex> root;  // of the part of the tree built so far
  for (const ReportIndex report : line.reports) root[report] = report;
  const auto root_of = [&](ReportIndex report) {
    while (root[report] != report) report = root[report] = root[root[report]];
    return report;
  };
  const auto attach = [&](ReportIndex report, const Evidence* pair) {
    const ReportIndex other = pair->from == report ? pair->to : pair->from;
    if (!root.contains(report) || !root.contains(other) || tie.contains(report) || root_of(report) == root_of(other)) return;
    tie[report] = pair;
    root[root_of(report)] = root_of(other);
  };
  for (const Evidence* pair : evidence) attach(pair->from, pair);
  for (const Evidence* pair : evidence) attach(pair->to, pair);  // what only others derive from
  return tie;
}

class LinesSection {
 public:
  explicit LinesSection(View& view) : view_(view) {
    for (const Line& line : view.dossier.lines) letter_ = std::max(letter_, width_of(line.id));
    const std::vector<Report>& reports = view.dossier.reports;
    for (ReportIndex i = 0; i < reports.size(); ++i) {
      name_ = std::max(name_, width_of(view.names.name(i)));
      if (view.page.columns() >= kDateFrom) date_ = std::max(date_, width_of(date_of(i)));
    }
    const unsigned taken = kIndent + letter_ + 2 + name_ + 2 + (date_ > 0 ? date_ + 2 : 0);
    reason_ = view.page.columns() - taken;
  }

  void write() {
    const std::vector<Line>& lines = view_.dossier.lines;
    view_.heading("LINES");
    const std::size_t shown = view_.shown(lines.size(), kLines);
    for (std::size_t i = 0; i < shown; ++i) write_line(lines[i]);
    view_.more(kIndent, lines.size() - shown, "more lines");
  }

 private:
  [[nodiscard]] std::string date_of(ReportIndex report) const {
    std::string iso = view_.dossier.reports[report].meta.published.substr(0, 16);
    std::replace(iso.begin(), iso.end(), 'T', ' ');
    return clean(iso);
  }

  [[nodiscard]] std::string name_and_letter(ReportIndex report) const {
    return fmt::format("{} ({})", view_.names.name(report), view_.dossier.lines[view_.line_of[report]].id);
  }

  void write_line(const Line& line) {
    const auto parents = tree_of(line);
    std::vector<ReportIndex> order = line.reports;  // those that the others go back to stand first
    std::stable_partition(order.begin(), order.end(), [&](ReportIndex report) { return !parents.contains(report); });
    const std::size_t shown = view_.shown(order.size(), kReportsOfLine);
    for (std::size_t i = 0; i < shown; ++i) {
      const auto parent = parents.find(order[i]);
      write_report(line, order[i], i == 0, parent == parents.end() ? nullptr : parent->second);
    }
    if (shown < order.size()) {
      view_.more(kIndent + letter_ + 2, order.size() - shown, "more reports of line " + line.id);
    }
  }

  void write_report(const Line& line, ReportIndex report, bool first, const Evidence* tie) {
    std::vector<Runs> reasons;
    if (tie != nullptr) reasons.push_back(in_words(*tie, report));
    add_borrowings(report, reasons);
    add_disclosures(report, reasons);
    if (reasons.empty() && line.reports.size() == 1 && view_.dossier.reports.size() > 1 && !lends(report)) {
      reasons.push_back({{"shares no passage with the others, quotations apart", Ink::kSoft}});
    }
    if (reasons.empty()) reasons.emplace_back();
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      std::vector<Cell> cells{{{{first && i == 0 ? line.id : "", Ink::kStrong}}, letter_},
                              {{{i == 0 ? view_.names.name(report) : ""}}, name_}};
      if (date_ > 0) cells.push_back({{{i == 0 ? date_of(report) : "", Ink::kSoft}}, date_});
      cells.push_back({reasons[i], reason_});
      view_.page.row(kIndent, cells);
    }
  }

  // "rewrites Harbour Gazette (78%): 21 of 27 sentences in the same order"
  [[nodiscard]] Runs in_words(const Evidence& evidence, ReportIndex report) const {
    const bool derives = evidence.from == report;
    const std::string& other = view_.names.name(derives ? evidence.to : evidence.from);
    const std::string_view does =
        derives || !evidence.direction_known ? verb(evidence.relation, evidence.direction_known) : "is repeated by";
    return {{fmt::format("{} {}", does, other)}, {view_.names.reasons(evidence, report), Ink::kSoft}};
  }

  [[nodiscard]] bool lends(ReportIndex report) const {
    const auto& all = view_.dossier.borrowings;
    return std::any_of(all.begin(), all.end(), [&](const Evidence& pair) { return pair.to == report; });
  }

  void add_borrowings(ReportIndex report, std::vector<Runs>& reasons) {
    std::vector<const Evidence*> all;
    for (const Evidence& pair : view_.dossier.borrowings) {
      if (pair.from == report) all.push_back(&pair);
    }
    std::stable_sort(all.begin(), all.end(), [](const Evidence* a, const Evidence* b) { return a->share > b->share; });
    const std::size_t shown = view_.shown(all.size(), kBorrowings);
    for (std::size_t i = 0; i < shown; ++i) {
      const Evidence& pair = *all[i];
      const bool known = pair.direction_known;
      const std::string passages = counted(pair.passages.size(), "passage", "passages");
      Runs runs{
          {fmt::format("{} {} {} {}", known ? "borrows" : "shares", passages, known ? "from" : "with", name_and_letter(pair.to))}};
      std::string details;
      if (!pair.passages.empty())
        details += fmt::format("{}· {}", kJoint, view_.names.paragraph(report, pair.passages.front().from));
      if (view_.full) {
        details += view_.names.reasons(pair, report);
      } else {
        details += fmt::format("{}· {} of its words", kJoint, percent(pair.share));
        view_.cut = view_.cut || !pair.why.empty();
      }
      runs.push_back({details, Ink::kSoft});
      reasons.push_back(std::move(runs));
    }
    if (shown < all.size()) {
      view_.cut = true;
      reasons.push_back({{fmt::format("… and {} more", counted(all.size() - shown, "borrowing", "borrowings")), Ink::kSoft}});
    }
  }

  void add_disclosures(ReportIndex report, std::vector<Runs>& reasons) {
    const std::vector<Disclosure>& all = view_.dossier.reports[report].disclosures;
    const std::size_t shown = view_.shown(all.size(), kDisclosures);
    for (std::size_t i = 0; i < shown; ++i) {
      reasons.push_back(
          {{render::in_words(all[i])}, {fmt::format("{}· {}", kJoint, view_.names.paragraph(report, all[i].span)), Ink::kSoft}});
    }
    if (shown < all.size()) {
      view_.cut = true;
      reasons.push_back({{fmt::format("… and {} more", counted(all.size() - shown, "disclosure", "disclosures")), Ink::kSoft}});
    }
  }

  View& view_;
  unsigned letter_ = 1;
  unsigned name_ = 0;
  unsigned date_ = 0;
  unsigned reason_ = 0;
};

}  // namespace

void write_lines(View& view) {
  if (!view.dossier.reports.empty()) LinesSection(view).write();
}

}  // namespace tetrapla::render
