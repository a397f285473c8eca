// DIFFERS, UPDATED, AGREED, ONE LINE ALONE: claims with their readings, each beside the words it rests on.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/display.h"
#include "render/excerpt.h"
#include "render/value.h"
#include "render/view.h"

namespace tetrapla::render {
namespace {

constexpr std::size_t kDiffering = 8;
constexpr std::size_t kUpdated = 4;
constexpr std::size_t kAgreed = 8;
constexpr std::size_t kSingleOfLine = 4;
constexpr std::size_t kLinesAlone = 10;
constexpr std::size_t kSingleAlone = 16;  // where there is one line only
constexpr std::size_t kLinesOfReading = 3;
constexpr std::size_t kOtherPlaces = 4;
constexpr unsigned kIndent = 4;
constexpr unsigned kMostValue = 22;
constexpr unsigned kOneLineExcerpt = 48;  // from this width on an excerpt fits on one line
constexpr unsigned kLeastExcerpt = 40;    // beside "— rescuers"; below it the source stands under the claim
constexpr unsigned kMostSource = 28;      // of a source beside an excerpt

bool has_value(const Claim& claim) { return claim.kind == ClaimKind::kFigure; }

// One line of the table: a line's words for a reading.
struct Row {
  Runs value;  // empty below the first row of its reading, as is `time`
  Runs time;
  std::string letter;
  const Citation* shown = nullptr;
  std::vector<const Citation*> others;
};

Runs value_of(const Claim& claim, const Reading& reading) {
  if (!has_value(claim)) return {};
  return {{value_in_words(reading)}};
}

// When a reading of a running count holds.
Runs time_of(const Claim& claim, const Reading& reading) {
  if (claim.status != ClaimStatus::kUpdated || reading.time.empty()) return {};
  return {{unbroken(time_in_words(reading.time)), Ink::kSoft}};
}

// The citations of a reading by the line they count for, the earliest report's first.
std::vector<Row> rows_of(const View& view, const Claim& claim, const Reading& reading) {
  const std::vector<LineIndex> lines = view.lines_for(reading.citations);
  std::vector<Row> rows;
  for (const LineIndex line : lines) {
    Row row;
    row.letter = view.dossier.lines[line].id;
    for (const Citation& citation : reading.citations) {
      if (view.line_for(citation) == line) row.others.push_back(&citation);
    }
    std::stable_sort(row.others.begin(), row.others.end(),
                     [&](const Citation* a, const Citation* b) { return view.earlier(*a, *b); });
    row.shown = row.others.front();
    row.others.erase(row.others.begin());
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) {
    rows.front().value = value_of(claim, reading);
    rows.front().time = time_of(claim, reading);
  }
  const std::size_t shown = view.shown(rows.size(), kLinesOfReading);
  for (std::size_t i = shown; i < rows.size(); ++i) {
    rows[shown - 1].others.push_back(rows[i].shown);
    rows[shown - 1].others.insert(rows[shown - 1].others.end(), rows[i].others.begin(), rows[i].others.end());
  }
  rows.resize(std::min(rows.size(), shown));
  return rows;
}

class Table {
 public:
  Table(View& view, const std::vector<const Claim*>& claims) : view_(view) {
    for (const Line& line : view.dossier.lines) letter_ = std::max(letter_, width_of(line.id));
    for (const Claim* claim : claims) {
      for (const Reading& reading : claim->readings) {
        for (const Runs& line : wrap(value_of(*claim, reading), kMostValue)) value_ = std::max(value_, width_of(line));
        time_ = std::max(time_, width_of(time_of(*claim, reading)));
        for (const Citation& citation : reading.citations) place_ = std::max(place_, width_of(place_of(citation)));
      }
    }
    place_ = std::min(place_, view.page.columns() / 4);
    words_ = view.page.columns() - kIndent - value_ - 2 - (time_ > 0 ? time_ + 2 : 0) - letter_ - 2 - 2 - place_;
  }

  // The sign, what is claimed, then the readings.
  void write(const Claim& claim, std::string_view sign, Ink ink) {
    const std::string label = clean(claim.label);
    view_.page.text(0, {{std::string(sign), ink}, {" " + (label.empty() ? std::string(name_of(claim.kind)) : label)}}, 2);
    told_.clear();
    for (const Reading& reading : claim.readings) {
      for (const Row& row : rows_of(view_, claim, reading)) write(claim, reading, row);
    }
    if (!claim.silent.empty()) {
      write_silent(claim);
    }
    if (const std::string others = sources_of(claim); !others.empty()) note(claim, "on the word of " + others);
    const bool compared = claim.status == ClaimStatus::kDiffers || claim.status == ClaimStatus::kUpdated;
    if (!claim.why.empty() && (compared || view_.full)) note(claim, view_.names.told(claim.why));
  }

  // One row for a claim of one line, which has a citation; its letter only where `letter` says so.
  void write_single(const Claim& claim, bool letter) {
    const Reading& reading = claim.readings.front();
    const Citation& citation = *std::min_element(reading.citations.begin(), reading.citations.end(),
                                                 [&](const Citation& a, const Citation& b) { return view_.earlier(a, b); });
    const std::string id = letter ? view_.letters({view_.line_for(citation)}) : "";
    const Cell letter_cell{{{id, Ink::kStrong}}, letter_};
    const Cell place{{{view_.place(citation), Ink::kSoft}}, place_};
    const unsigned wide = value_ + 2 + words_ + (kIndent - 2);
    if (has_value(claim)) {
      view_.page.row(
          2, {letter_cell, {value_of(claim, reading), value_}, {sourced_words(reading, citation, words_ + 2), words_ + 2}, place});
    } else if (claim.kind == ClaimKind::kQuotation) {
      view_.page.row(2, {letter_cell, {quotation(reading, 2 * wide - 6), wide}, place});
    } else {
      view_.page.row(2, {letter_cell, {words(citation, wide), wide}, place});
    }
  }

  void more(std::size_t left_out, const std::string& what) { view_.more(kIndent - 2 + letter_ + 2, left_out, what); }

 private:
  [[nodiscard]] std::string place_of(const Citation& citation) const {
    return view_.place(citation) + (citation.borrowed ? " (borrowed)" : "");
  }

  void write(const Claim& claim, const Reading& reading, const Row& row) {
    const bool valued = has_value(claim);
    const unsigned width = valued ? words_ : words_ + value_ + 2;
    std::vector<Cell> cells;  // those before the words
    if (valued) cells.push_back({row.value, value_});
    if (time_ > 0) cells.push_back({row.time, time_});
    cells.push_back({{{row.letter}}, letter_});
    cells.push_back({valued ? sourced_words(reading, *row.shown, width) : words(*row.shown, width), width});
    cells.push_back({{{place_of(*row.shown), Ink::kSoft}}, place_});
    view_.page.row(kIndent, cells);
    const std::string others = other_places(row);
    if (others.empty()) return;
    view_.page.text(indent_of_words(valued), {{others, Ink::kSoft}});
  }

  // Silence is a dash where the value would stand.
  void write_silent(const Claim& claim) {
    const std::string letters = view_.letters(claim.silent);
    if (has_value(claim)) {
      const unsigned before = indent_of_words(true) - kIndent - letter_ - 4;
      view_.page.row(kIndent, {{{{"—", Ink::kSoft}}, before}, {{{letters, Ink::kSoft}}, letter_ + 2 + words_}});
    } else {
      view_.page.text(kIndent, {{letters + "  —", Ink::kSoft}});
    }
  }

  [[nodiscard]] Runs words(const Citation& citation, unsigned width) const {
    return excerpt(view_.dossier.reports[citation.report], citation.span, width >= kOneLineExcerpt ? width : 2 * width - 6);
  }

  // With "— rescuers" after it where the sentence around the citation names them and there is room.
  [[nodiscard]] Runs sourced_words(const Reading& reading, const Citation& citation, unsigned width) {
    const unsigned room = width >= kOneLineExcerpt ? width : 2 * width - 6;
    for (const Attribution& source : reading.attributed_to) {
      if (source.citation.report != citation.report) continue;
      const Report& report = view_.dossier.reports[citation.report];
      const bool near = std::any_of(report.paragraphs.begin(), report.paragraphs.end(), [&](const Span& paragraph) {
        return paragraph.contains(citation.span) && paragraph.contains(source.citation.span);
      });
      const std::string name = clean(source.name);
      const std::string suffix = " — " + name;
      if (!near || width_of(name) > kMostSource || room < kLeastExcerpt + width_of(suffix)) continue;
      told_.insert(source.name);
      // The excerpt may hold the source itself: "… six days, Varnholt said".
      const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
      const Runs whole = words(citation, width);
      if (std::any_of(whole.begin(), whole.end(), [&](const Run& run) { return run.text.find(last) != std::string::npos; }))
        return whole;
      Runs runs = excerpt(report, citation.span, room - width_of(suffix));
      runs.push_back({suffix, Ink::kSoft});
      return runs;
    }
    return words(citation, width);
  }

  [[nodiscard]] static Runs quotation(const Reading& reading, unsigned columns) {
    const std::string speaker = reading.speaker.empty() ? "" : " — " + shortened(clean(reading.speaker), columns / 3);
    const unsigned room = columns - width_of(speaker) - 2;
    return {{"“" + shortened(clean(reading.text), room) + "”"}, {speaker, Ink::kSoft}};
  }

  [[nodiscard]] std::string other_places(const Row& row) {
    std::vector<std::string> places;
    std::set<std::string> seen{view_.place(*row.shown)};
    for (const Citation* citation : row.others) {
      const LineIndex line = view_.line_for(*citation);
      std::string place = view_.place(*citation);
      if (!seen.insert(place).second) continue;
      if (view_.dossier.lines[line].id != row.letter) place = fmt::format("{}{}{}", view_.dossier.lines[line].id, kJoint, place);
      if (citation->borrowed) place += fmt::format("{}(borrowed)", kJoint);
      places.push_back(std::move(place));
    }
    const std::size_t shown = view_.shown(places.size(), kOtherPlaces);
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "also " : " · ") + places[i];
    if (shown < places.size()) {
      view_.cut = true;
      out += fmt::format(" · … {} more", places.size() - shown);
    }
    return out;
  }

  // "Anna Berg (A, C), the fire service": with the lines that name each; those that stand beside an excerpt already are left out.
  [[nodiscard]] std::string sources_of(const Claim& claim) const {
    std::string out;
    for (const std::string& source : claim.sources) {
      if (told_.contains(source)) continue;
      std::vector<LineIndex> lines;
      for (const Reading& reading : claim.readings) {
        for (const Attribution& attribution : reading.attributed_to) {
          if (attribution.name == source) lines.push_back(view_.line_for(attribution.citation));
        }
      }
      std::sort(lines.begin(), lines.end());
      lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
      out += (out.empty() ? "" : ", ") + clean(source);
      if (!lines.empty()) out += fmt::format(" ({})", view_.letters(lines));
    }
    return out;
  }

  void note(const Claim& claim, const std::string& text) {
    view_.page.text(indent_of_words(has_value(claim)), {{text, Ink::kSoft}});
  }

  [[nodiscard]] unsigned indent_of_words(bool valued) const {
    return kIndent + (valued ? value_ + 2 : 0) + (time_ > 0 ? time_ + 2 : 0) + letter_ + 2;
  }

  View& view_;
  std::set<std::string> told_;  // sources beside the excerpts of the claim at hand
  unsigned letter_ = 1;
  unsigned time_ = 0;  // 0: no reading has one
  unsigned value_ = 1;
  unsigned place_ = 0;
  unsigned words_ = 0;
};

std::vector<const Claim*> with_status(const View& view, ClaimStatus status) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : view.dossier.claims) {
    if (claim.status == status && !is_compared_quotation(claim) && view.about.names(claim)) claims.push_back(&claim);
  }
  return claims;
}

void write_section(View& view, std::string_view name, ClaimStatus status, std::string_view sign, Ink ink, std::size_t limit) {
  const std::vector<const Claim*> claims = with_status(view, status);
  if (claims.empty()) return;
  view.heading(name, claims.size() > 1 ? std::to_string(claims.size()) : "");
  const std::size_t shown = view.shown(claims.size(), limit);
  Table table(view, {claims.begin(), claims.begin() + static_cast<std::ptrdiff_t>(shown)});
  for (std::size_t i = 0; i < shown; ++i) table.write(*claims[i], sign, ink);
  view.more(0, claims.size() - shown);
}

}  // namespace

bool is_compared_quotation(const Claim& claim) {
  return claim.kind == ClaimKind::kQuotation && claim.status != ClaimStatus::kSingleLine;
}

void write_differing(View& view) { write_section(view, "DIFFERS", ClaimStatus::kDiffers, "≠", Ink::kDiffers, kDiffering); }
void write_updated(View& view) { write_section(view, "UPDATED", ClaimStatus::kUpdated, "→", Ink::kStrong, kUpdated); }
void write_agreed(View& view) { write_section(view, "AGREED", ClaimStatus::kAgreed, "=", Ink::kStrong, kAgreed); }

void write_single(View& view) {
  const std::vector<const Claim*> claims = with_status(view, ClaimStatus::kSingleLine);
  if (claims.empty()) return;
  const bool alone = view.dossier.lines.size() == 1;
  view.heading(alone ? "CLAIMS" : "ONE LINE ALONE", std::to_string(claims.size()));
  std::vector<std::vector<const Claim*>> by_line(view.dossier.lines.size());
  for (const Claim* claim : claims) {
    if (claim->readings.empty() || claim->readings.front().citations.empty()) continue;
    by_line[view.line_for(claim->readings.front().citations.front())].push_back(claim);
  }
  std::erase_if(by_line, [](const auto& of_line) { return of_line.empty(); });
  const std::size_t shown_lines = view.shown(by_line.size(), kLinesAlone);
  const auto shown_of = [&](const std::vector<const Claim*>& of_line) {
    return view.shown(of_line.size(), alone ? kSingleAlone : kSingleOfLine);
  };
  std::vector<const Claim*> shown;
  std::size_t left = claims.size();
  for (std::size_t line = 0; line < shown_lines; ++line) {
    const std::vector<const Claim*>& of_line = by_line[line];
    shown.insert(shown.end(), of_line.begin(), of_line.begin() + static_cast<std::ptrdiff_t>(shown_of(of_line)));
    left -= of_line.size();
  }
  Table table(view, shown);
  for (std::size_t line = 0; line < shown_lines; ++line) {
    const std::vector<const Claim*>& of_line = by_line[line];
    for (std::size_t i = 0; i < shown_of(of_line); ++i) table.write_single(*of_line[i], i == 0);
    table.more(of_line.size() - shown_of(of_line), "more");
  }
  if (shown_lines < by_line.size()) view.more(2, left, fmt::format("more in {} other lines", by_line.size() - shown_lines));
}

}  // namespace tetrapla::render
