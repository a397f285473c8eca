// From citations to lines: who states a claim, who is silent, whose words are borrowed. The one place that knows these rules.
#pragma once

#include "collate/inputs.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// A citation of a place. Where the place lies inside a passage that the report borrowed from another line, it counts for that line; where
/// nothing tells which of two lines borrowed it, for the earlier of them.
[[nodiscard]] Citation cite(const Inputs& inputs, ReportIndex report, Span span, std::uint32_t part = 0);

/// Fills in what follows from the citations of a claim's readings: each reading's citations in order and without doubles, its lines, the
/// claim's `lines`, `silent` and `sources`. A line that only borrows what the claim states is neither in `lines` nor in `silent`.
/// `status`, `label`, `why` and the order of the readings are left alone. Every reading must have a citation.
void settle(const Inputs& inputs, Claim& claim);

}  // namespace tetrapla::collate
