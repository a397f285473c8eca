// NAMES, TIMELINE, LEFT OUT AND WHY.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "render/display.h"
#include "render/value.h"
#include "render/view.h"

namespace tetrapla::render {
namespace {

constexpr std::size_t kNames = 6;
constexpr std::size_t kTimes = 8;
constexpr std::size_t kLeftOut = 8;
constexpr std::size_t kDiagnostics = 6;
constexpr unsigned kIndent = 2;

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// Spellings of one name: their last words are alike but not equal ("Zelensky", "Zelenskyy"), not merely other words ("the president").
bool is_spelt_otherwise(std::string_view a, std::string_view b) {
  a = last_word(a);
  b = last_word(b);
  if (a == b || a.empty() || b.empty()) return false;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {  // Levenshtein's distance
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t change = diagonal + (a[i - 1] != b[k - 1] ? 1 : 0);
      diagonal = row[k];
      row[k] = std::min({change, row[k] + 1, row[k - 1] + 1});
    }
  }
  return row.back() * 5 <= std::max(a.size(), b.size()) * 2 && !(row.back() == 1 && (a.ends_with('s') != b.ends_with('s')));
}

// The variants of a name by how their last word is spelt, most reports first.
struct Spelling {
  std::string text;
  std::vector<LineIndex> lines;
  std::size_t reports = 0;
};

std::vector<Spelling> spellings_of(const View& view, const NameEntry& entry) {
  std::vector<Spelling> spellings;
  for (const NameEntry::Variant& variant : entry.variants) {
    const std::string text = clean(variant.text);
    const bool known =
        std::any_of(spellings.begin(), spellings.end(), [&](const Spelling& s) { return last_word(s.text) == last_word(text); });
    const bool other =
        std::any_of(spellings.begin(), spellings.end(), [&](const Spelling& s) { return is_spelt_otherwise(s.text, text); });
    if (!known && (other || spellings.empty())) spellings.push_back({text, {}, 0});
    for (Spelling& spelling : spellings) {
      if (last_word(spelling.text) != last_word(text)) continue;
      for (const ReportIndex report : variant.reports) spelling.lines.push_back(view.line_of[report]);
      spelling.reports += variant.reports.size();
    }
  }
  for (Spelling& spelling : spellings) {
    std::sort(spelling.lines.begin(), spelling.lines.end());
    spelling.lines.erase(std::unique(spelling.lines.begin(), spelling.lines.end()), spelling.lines.end());
  }
  std::stable_sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) { return a.reports > b.reports; });
  return spellings;
}

std::string lines_of(const View& view, const std::vector<Citation>& citations) { return view.letters(view.lines_for(citations)); }

// Keeps `count` entries, in their order: those that most lines tell.
void keep_most_told(const View& view, std::vector<const TimelineEntry*>& entries, std::size_t count) {
  std::vector<std::pair<std::size_t, std::size_t>> order;  // lines that tell it, place
  for (std::size_t i = 0; i < entries.size(); ++i) order.emplace_back(view.lines_for(entries[i]->citations).size(), i);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  order.resize(std::min(order.size(), count));
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<const TimelineEntry*> kept;
  for (const auto& [lines, place] : order) kept.push_back(entries[place]);
  entries = std::move(kept);
}

void write_exclusions(View& view) {
  std::vector<std::pair<ReportIndex, std::string>> rows;
  unsigned name = 0;
  for (ReportIndex i = 0; i < view.dossier.reports.size(); ++i) {
    std::map<ExclusionReason, std::size_t> counts;
    for (const Exclusion& exclusion : view.dossier.reports[i].excluded) ++counts[exclusion.why];
    std::string words;
    for (const auto& [why, count] : counts) words += (words.empty() ? "" : " · ") + counted(count, why);
    if (words.empty()) continue;
    rows.emplace_back(i, words);
    name = std::max(name, width_of(view.names.name(i)));
  }
  const std::size_t shown = view.shown(rows.size(), kLeftOut);
  for (std::size_t i = 0; i < shown; ++i) {
    view.page.row(kIndent, {{{{view.names.name(rows[i].first)}}, name},
                            {{{rows[i].second, Ink::kSoft}}, view.page.columns() - kIndent - name - 2}});
  }
  view.more(kIndent, rows.size() - shown, "more reports");
}

}  // namespace

void write_names(View& view) {
  std::vector<std::pair<const NameEntry*, std::vector<Spelling>>> rows;
  for (const NameEntry& entry : view.dossier.people) {
    std::vector<Spelling> spellings = spellings_of(view, entry);
    if (spellings.size() > 1 && view.about.names(entry)) rows.emplace_back(&entry, std::move(spellings));
  }
  if (rows.empty()) return;
  view.heading("ONE NAME, SEVERAL SPELLINGS");
  const std::size_t shown = view.shown(rows.size(), kNames);
  for (std::size_t i = 0; i < shown; ++i) {
    Runs runs;
    for (const Spelling& spelling : rows[i].second) {
      runs.push_back({(runs.empty() ? "" : " · ") + spelling.text});
      runs.push_back({fmt::format("{}{}", kJoint, view.letters(spelling.lines)), Ink::kSoft});
    }
    view.page.text(kIndent, runs, 2);
  }
  view.more(kIndent, rows.size() - shown);
}

void write_timeline(View& view) {
  std::vector<const TimelineEntry*> entries;
  for (const TimelineEntry& entry : view.dossier.timeline) {
    if (view.about.names(entry)) entries.push_back(&entry);
  }
  if (entries.empty()) return;
  view.heading("TIMELINE", entries.size() > 1 ? std::to_string(entries.size()) : "");
  const std::size_t all = entries.size();
  const std::size_t shown = view.shown(all, kTimes);
  keep_most_told(view, entries, shown);
  unsigned time = 0;
  unsigned letters = 1;
  unsigned place = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    time = std::max(time, width_of(time_in_words(entries[i]->time)));
    letters = std::max(letters, std::min(9U, width_of(lines_of(view, entries[i]->citations))));
    if (!entries[i]->citations.empty()) place = std::max(place, width_of(view.place(entries[i]->citations.front())));
  }
  place = std::min(place, view.page.columns() / 4);
  const unsigned label = view.page.columns() - kIndent - time - 2 - letters - 2 - 2 - place;
  std::string before;
  for (std::size_t i = 0; i < shown; ++i) {
    const TimelineEntry& entry = *entries[i];
    const std::string when = time_in_words(entry.time);
    const std::string where = entry.citations.empty() ? "" : view.place(entry.citations.front());
    view.page.row(kIndent, {{{{when == before ? "" : when}}, time},
                            {{{lines_of(view, entry.citations)}}, letters},
                            {{{view.full ? clean(entry.label) : shortened(clean(entry.label), 2 * label - 8)}}, label},
                            {{{where, Ink::kSoft}}, place}});
    before = when;
  }
  view.more(kIndent, all - shown);
}

void write_left_out(View& view) {
  const std::vector<Diagnostic> diagnostics = all_diagnostics(view.dossier);
  const bool excluded = std::any_of(view.dossier.reports.begin(), view.dossier.reports.end(),
                                    [](const Report& report) { return !report.excluded.empty(); });
  if (!excluded && diagnostics.empty()) return;
  view.heading("LEFT OUT AND WHY");
  write_exclusions(view);
  const std::size_t shown = view.shown(diagnostics.size(), kDiagnostics);
  for (std::size_t i = 0; i < shown; ++i) {
    const Diagnostic& diagnostic = diagnostics[i];
    const auto found = std::lower_bound(view.dossier.reports.begin(), view.dossier.reports.end(), diagnostic.report,
                                        [](const Report& report, const std::string& id) { return report.meta.id < id; });
    const bool known = found != view.dossier.reports.end() && found->meta.id == diagnostic.report;
    const std::string who =
        known ? view.names.name(static_cast<ReportIndex>(found - view.dossier.reports.begin())) : clean(diagnostic.report);
    Runs runs;
    if (!who.empty()) runs.push_back({who + ": "});
    runs.push_back({clean(diagnostic.message), Ink::kSoft});
    view.page.text(kIndent, runs, 2);
  }
  view.more(kIndent, diagnostics.size() - shown, "more notes");
}

}  // namespace tetrapla::render
