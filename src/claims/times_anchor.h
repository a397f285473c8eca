// What day a report speaks from: its own, or at least the year around it.
#pragma once

#include <string_view>
#include <vector>

#include "claims/times_calendar.h"
#include "claims/times_mentions.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// Whether all of year, month and day stand there and are a day of the calendar.
[[nodiscard]] bool is_whole(const TimeMention& mention);

/// In this order:
/// 1. its metadata; a whole date in a stamp among its furniture; one alone in a line at its head or in a dateline: the report's day;
/// 2. the story's date, where it is not long before the latest whole date of the text; else that date, where the text names no later year;
///    else a weekday with its date, where both meet in the latest year that the text names. These give only years (`only_years`);
/// 3. with a year from 2, a dateline's month and day ("SARYCHAN, March 13 (Meridian Press) -", "it's Friday the eighth of May" in a
///    transcript) are the report's day, where no weekday in the text contradicts.
/// `story`: an ISO day, or empty. Linear in the mentions.
[[nodiscard]] Anchor find_anchor(const language::Annotation& annotation, const std::vector<TimeMention>& mentions,
                                 std::string_view story);

/// All expressions of a text, in text order and disjoint. Linear.
[[nodiscard]] std::vector<TimeMention> find_time_mentions(const language::Annotation& annotation);

}  // namespace tetrapla::claims
