// The day around which a story is told.
#pragma once

#include <string>
#include <vector>

#include "claims/claims.h"
#include "tetrapla/report.h"

namespace tetrapla::collate {

/// An ISO day: the median of the days of publication, of an even number the earlier of the middle ones; where no report has one, the day
/// that most reports' texts state whole, the latest among equals. A text's days count where it names no later year: others are background. So is a day of a year that fewer reports speak of than of later ones, and the one
/// mention of a year in all reports that stands in no report's head.
/// Empty where nothing tells. `claims` is parallel to `reports`. The order of reports does not matter. O(n log n) in the times.
///   published 2026-03-13, 2026-03-14, 2019-01-01, 2026-03-15 → "2026-03-13"
[[nodiscard]] std::string story_date(const std::vector<Report>& reports, const std::vector<claims::Claims>& claims);

}  // namespace tetrapla::collate
