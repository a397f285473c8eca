// Expressions of time as they stand, before a calendar fixes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "claims/claims.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// What an expression says, field by field. Exactly one of: `fixed` (a value of its own), `grain` (so many units from a date), or a date with
/// whatever of year, month, day, weekday, quarter, season, hour stands there.
struct TimeMention {
  enum class Tense : std::uint8_t { kNone, kPast, kFuture };

  language::TokenRange tokens;
  TimeType type = TimeType::kDate;
  std::string mod;

  std::string fixed;  ///< "P3D", "PRESENT_REF", "2026-03-14"
  char grain = 0;     ///< 'D', 'W', 'M', 'Y', 'Q', 'E' (weekend), 'N' (weeks after the next weekday): `shift` of them
  int shift = 0;
  bool from_last = false;  ///< counted from the date named last, not from the report's: "the day before"

  std::optional<int> year;
  std::optional<int> year_shift;  ///< "last year" after a month or a day: -1
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;  ///< 1 Monday … 7 Sunday
  std::optional<int> quarter;
  std::string season;       ///< "SU"
  std::string part;         ///< "MO", "AF", "EV", "NI"
  std::optional<int> hour;  ///< 24 for midnight at a day's end
  std::optional<int> minute;
  bool half_open = false;      ///< the hour is of a clock of twelve hours, and nothing tells the half of the day: "six o'clock"
  int direction = 0;           ///< -1 "last", +1 "next", 2 "this"
  Tense tense = Tense::kNone;  ///< what the clause speaks of: what was, or what is to come
};

/// The expression that begins at a token, the longest one. O(1): at most a stated number of tokens is looked at.
[[nodiscard]] std::optional<TimeMention> parse_time(const language::Annotation& annotation, std::uint32_t at);

}  // namespace tetrapla::claims
