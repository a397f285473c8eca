#include "render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/display.h"
#include "render/view.h"

namespace tetrapla::render {
namespace {

constexpr unsigned kLeastColumns = 80;
constexpr unsigned kMostColumns = 120;

// The title of the earliest report of the largest line; where it has none, of the next report that has one.
std::string story_title(const Dossier& dossier) {
  std::vector<const Line*> lines;
  lines.reserve(dossier.lines.size());
  for (const Line& line : dossier.lines) lines.push_back(&line);
  std::stable_sort(lines.begin(), lines.end(), [](const Line* a, const Line* b) { return a->reports.size() > b->reports.size(); });
  for (const Line* line : lines) {
    std::vector<ReportIndex> reports = line->reports;
    std::stable_sort(reports.begin(), reports.end(), [&](ReportIndex a, ReportIndex b) {
      const std::string& first = dossier.reports[a].meta.published;
      const std::string& second = dossier.reports[b].meta.published;
      return !first.empty() && (second.empty() || first < second);
    });
    for (const ReportIndex report : reports) {
      std::string title = clean(title_of(dossier.reports[report]));
      if (!title.empty()) return title;
    }
  }
  return "Reports without a title";
}

struct Counts {
  std::array<std::size_t, 4> of{};  // by ClaimStatus
  std::size_t shown = 0;
};

Counts count_claims(const View& view) {
  Counts counts;
  for (const Claim& claim : view.dossier.claims) {
    if (!view.about.names(claim)) continue;
    ++counts.of[static_cast<std::size_t>(claim.status)];
    ++counts.shown;
  }
  return counts;
}

Runs in_words(const Counts& counts) {
  Runs runs;
  const auto add = [&](ClaimStatus status, std::string_view sign, Ink ink, std::string_view words) {
    const std::size_t count = counts.of[static_cast<std::size_t>(status)];
    if (count == 0) return;
    if (!runs.empty()) runs.push_back({fmt::format(" {} ", kJoint)});
    runs.push_back({std::string(sign), ink});
    runs.push_back({fmt::format("{}{}:{}{}", kJoint, words, kJoint, count), Ink::kSoft});
  };
  add(ClaimStatus::kDiffers, "≠", Ink::kDiffers, "differ");
  add(ClaimStatus::kUpdated, "→", Ink::kPlain, "updated");
  add(ClaimStatus::kAgreed, "=", Ink::kPlain, "agreed");
  add(ClaimStatus::kSingleLine, "1", Ink::kPlain, fmt::format("in{0}one{0}line{0}alone", kJoint));
  return runs;
}

// The story's title and its size, on one line where both fit, then how its claims stand.
void write_title(View& view, const Counts& counts) {
  const Dossier& dossier = view.dossier;
  const Runs size{{counted(dossier.reports.size(), "report", "reports") + " · " + counted(dossier.lines.size(), "line", "lines") +
                   " of reporting"}};
  const Runs title{{shortened(story_title(dossier), 2 * view.page.columns()), Ink::kStrong}};
  const Runs statuses = dossier.reports.size() > 1 ? in_words(counts) : Runs{};
  if (width_of(title) + 2 + width_of(size) <= view.page.columns()) {
    view.page.spread(title, size);
    if (!statuses.empty()) view.page.text(0, statuses);
  } else {
    view.page.text(0, title);
    view.page.spread(statuses, size);
  }
}

// What a reader should know before the claims: that nothing was compared, or that not all are shown.
void write_scope(View& view, const Counts& counts, const std::string& about) {
  const Dossier& dossier = view.dossier;
  if (dossier.reports.size() == 1) {
    view.page.text(0, {{"One report alone: nothing could be compared. These are its claims.", Ink::kSoft}});
  } else if (dossier.lines.size() == 1) {
    view.page.text(0, {{"All reports go back to one text: there is no second line to compare it with.", Ink::kSoft}});
  }
  if (about.empty()) {
    if (counts.shown == 0) view.page.text(0, {{"No figure, quotation, event or other statement was found."}});
    return;
  }
  const std::string words = clean(about);
  const std::string all = counted(dossier.claims.size(), "claim", "claims");
  view.page.text(0, {{counts.shown == 0 ? fmt::format("No claim names “{}”.", words)
                                        : fmt::format("About “{}”: {} of {}.", words, counts.shown, all)}});
}

void write_foot(View& view, const TextOptions& options) {
  view.page.blank();
  std::string hints;
  if (view.cut) hints = "--full: everything · ";
  if (options.about.empty() && !view.dossier.claims.empty()) hints += "--about WORD: what names it · ";
  view.page.text(0, {{hints + "--format json: every citation", Ink::kSoft}});
}

}  // namespace

std::string to_text(const Dossier& dossier, const TextOptions& options) {
  View view(dossier, options, std::clamp(options.columns, kLeastColumns, kMostColumns));
  const Counts counts = count_claims(view);
  write_title(view, counts);
  write_scope(view, counts, options.about);
  write_lines(view);
  write_differing(view);
  write_updated(view);
  write_agreed(view);
  write_quotations(view);
  write_single(view);
  write_names(view);
  write_timeline(view);
  write_left_out(view);
  write_foot(view, options);
  return view.page.take();
}

}  // namespace tetrapla::render
