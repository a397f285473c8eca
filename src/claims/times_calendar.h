// Calendar arithmetic for time expressions.
#pragma once

#include <date/date.h>

#include <optional>
#include <string>
#include <string_view>

#include "claims/times_mentions.h"

namespace tetrapla::claims {

/// What is known of the day a report was published: the year, perhaps the month, perhaps the day.
struct Anchor {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  bool only_years = false;  ///< a day near the report's: it gives "March 13" a year, and "yesterday" nothing
  bool of_story = false;    ///< its year is not in the report: the story's other reports tell it

  /// The day, where it is known whole and is one of the calendar.
  [[nodiscard]] std::optional<date::year_month_day> date() const;
};

/// "2026-03-14T18:30:00Z", "2026-03-14", "2026-03", "2026". Anything else: an empty anchor.
[[nodiscard]] Anchor parse_anchor(std::string_view published);

struct Resolved {
  std::string value;  ///< TIMEX3; "XXXX-03-13", "XXXX-WXX-5" where the year or week is open; empty where nothing fixes it
  std::optional<date::year_month_day> day;  ///< where it is known to the day
  bool relative = false;                    ///< the anchor or another date was needed
};

/// What a mention says against a report's date. `last`: the day that "the day before" and bare clock times speak of.
[[nodiscard]] Resolved resolve(const TimeMention& mention, const Anchor& anchor, std::optional<date::year_month_day> last);

}  // namespace tetrapla::claims
