#include "collate/clock.h"

#include <date/date.h>

#include <cstdlib>
#include <string_view>
#include <utility>

#include "claims/time_values.h"

namespace tetrapla::collate {

std::string by_the_clock(std::string value) {
  constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"TMO", "T06"}, {"TMI", "T12"}, {"TAF", "T13"}, {"TEV", "T18"}, {"TNI", "T21"}};
  for (const auto& [part, hour] : kParts) {
    if (value.ends_with(part)) value.replace(value.size() - part.size(), part.size(), hour);
  }
  return value;
}

std::optional<int> days_between(const std::string& from, const std::string& to) {
  const auto day = [](const std::string& value) -> std::optional<date::sys_days> {
    if (value.size() < 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
    const date::year_month_day ymd{date::year{std::atoi(value.substr(0, 4).c_str())},
                                   date::month{static_cast<unsigned>(std::atoi(value.substr(5, 2).c_str()))},
                                   date::day{static_cast<unsigned>(std::atoi(value.substr(8, 2).c_str()))}};
    return ymd.ok() ? std::optional(date::sys_days{ymd}) : std::nullopt;
  };
  const auto x = day(from);
  const auto y = day(to);
  if (!x || !y) return std::nullopt;
  return static_cast<int>((*y - *x).count());
}

bool stands_in_dateline(const Report& report, Span span) { return report.dateline && report.dateline->contains(span); }

std::string day_of(const Report& report, const claims::Claims& claims) {
  if (!report.meta.published.empty()) return report.meta.published;
  for (const auto& time : claims.times) {
    if (stands_in_dateline(report, time.span)) return std::string(claims::point_in_time(time.value));
  }
  return {};
}

}  // namespace tetrapla::collate
