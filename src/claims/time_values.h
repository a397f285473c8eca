// What the values of time expressions are.
#pragma once

#include <cstddef>
#include <string_view>

namespace tetrapla::claims {

/// Whether a TIMEX3 value is a year, month, day, hour or minute of the calendar: "2026", "2026-03", "2026-03-14", "2026-03-14T18",
/// "2026-03-14T18:30". Weeks, seasons, quarters, decades, parts of days, lengths and all that is open ("XXXX-03-13", "T18") are not.
///   is_point_in_time("2026-03") → true, is_point_in_time("1989-Q3") → false
[[nodiscard]] constexpr bool is_point_in_time(std::string_view value) {
  constexpr std::string_view kShape = "0000-00-00T00:00";
  const std::size_t size = value.size();
  if (size != 4 && size != 7 && size != 10 && size != 13 && size != 16) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const bool digit = value[i] >= '0' && value[i] <= '9';
    if (kShape[i] == '0' ? !digit : value[i] != kShape[i]) return false;
  }
  return true;
}

/// The point in time that a value stands for: itself, the day of a part of a day ("2026-03-14TMO" → "2026-03-14"); empty where it is none.
[[nodiscard]] constexpr std::string_view point_in_time(std::string_view value) {
  if (is_point_in_time(value)) return value;
  constexpr std::size_t kDay = 10;
  const bool part_of_day = value.size() == kDay + 3 && value[kDay] == 'T' && is_point_in_time(value.substr(0, kDay));
  return part_of_day ? value.substr(0, kDay) : std::string_view();
}

}  // namespace tetrapla::claims
