// Reports → shared passages, copies and rewrites, lines.
#pragma once

#include <vector>

#include "base/parallel.h"
#include "tetrapla/report.h"
#include "tetrapla/reuse.h"

namespace tetrapla::reuse {

/// Every verified pair of reports that share text, with its passages, relation, share and direction, by (from, to).
/// The order of `reports` does not matter beyond the meaning of indices; adding a report changes no pair of the others.
/// Near-linear in the text: candidates come from an index of rare word runs, and each report meets a bounded number of others.
[[nodiscard]] std::vector<Evidence> find_pairs(const std::vector<Report>& reports, base::Workers& workers);

/// What `collate` needs: every report in exactly one line, and what is borrowed across lines.
struct Lines {
  std::vector<Line> lines;           ///< A, B, …: by earliest publication, then by id
  std::vector<LineIndex> line_of;    ///< for each report
  std::vector<Evidence> borrowings;  ///< across lines, by (from, to)
};
[[nodiscard]] Lines find_lines(const std::vector<Report>& reports, const std::vector<Evidence>& pairs);

/// For each report the smallest member of its group: those connected by copy, rewrite, update, common-source or credit, never
/// by an excerpt, and not chained through weak links.
[[nodiscard]] std::vector<ReportIndex> find_groups(const std::vector<Report>& reports, const std::vector<Evidence>& pairs);

}  // namespace tetrapla::reuse
