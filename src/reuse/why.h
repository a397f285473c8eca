// The evidence in words that a reader can check.
#pragma once

#include <string>
#include <vector>

#include "reuse/judge.h"
#include "tetrapla/report.h"

namespace tetrapla::reuse {

/// What people call each report: its publisher, or the shortest prefix of its id that no other id begins with.
[[nodiscard]] std::vector<std::string> labels_of(const std::vector<Report>& reports);

/// One sentence about `from`, without a full stop: "78% of its words stand in coastline, in the same order; 2 sentences dropped".
/// `comparison` has `from` as side `from_side`.
[[nodiscard]] std::string explain(const Report& from, const View& from_view, const View& to_view, const std::string& to_label,
                                  const Comparison& comparison, int from_side, Relation relation, Tie tie);

}  // namespace tetrapla::reuse
