// What every section of the dossier's text needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/about.h"
#include "render/labels.h"
#include "render/page.h"
#include "tetrapla/dossier.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::render {

struct View {
  View(const Dossier& shown, const TextOptions& options, unsigned columns)
      : dossier(shown), names(shown.reports), about(shown, options.about), page(columns, options.color), full(options.full) {
    line_of.resize(shown.reports.size());
    for (LineIndex line = 0; line < shown.lines.size(); ++line) {
      for (const ReportIndex report : shown.lines[line].reports) line_of[report] = line;
    }
  }

  const Dossier& dossier;
  ReportNames names;
  About about;
  Page page;
  bool full;
  bool cut = false;  ///< something was left out that `full` shows
  std::vector<LineIndex> line_of;

  /// How many of `count` to show: all where `full`, else at most `limit`, and never all but one.
  [[nodiscard]] std::size_t shown(std::size_t count, std::size_t limit) const { return full || count <= limit + 1 ? count : limit; }

  /// The line a citation counts for.
  [[nodiscard]] LineIndex line_for(const Citation& citation) const {
    return citation.borrowed ? *citation.borrowed : line_of[citation.report];
  }
  /// Those that citations count for, ascending.
  [[nodiscard]] std::vector<LineIndex> lines_for(const std::vector<Citation>& citations) const;
  /// Whether `a` is the better witness of one line: its own words before borrowed ones, then the earlier report, undated ones last.
  [[nodiscard]] bool earlier(const Citation& a, const Citation& b) const;
  [[nodiscard]] std::string place(const Citation& citation) const { return names.place(citation.report, citation.span); }
  /// "A", "A C D"; many are cut with a count.
  [[nodiscard]] std::string letters(const std::vector<LineIndex>& lines) const;

  /// A blank line and "DIFFERS  3 claims".
  void heading(std::string_view name, const std::string& note = "");
  /// "… 12 more", where some were left out.
  void more(unsigned indent, std::size_t left_out, std::string_view what = "more");
};

/// The sections, in the order of the page. Each writes nothing where it has nothing to say.
void write_lines(View& view);
void write_differing(View& view);
void write_updated(View& view);
void write_agreed(View& view);
void write_single(View& view);
void write_quotations(View& view);
void write_names(View& view);
void write_timeline(View& view);
void write_left_out(View& view);

/// A quotation that several lines or wordings have: shown under QUOTATIONS, all others with the claims.
[[nodiscard]] bool is_compared_quotation(const Claim& claim);

}  // namespace tetrapla::render
