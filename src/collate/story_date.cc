#include "collate/story_date.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "claims/time_values.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kDaySize = 10;  // "2026-03-14"
constexpr std::size_t kYearSize = 4;

/// The day of a point in time; empty where it is less precise.
std::string_view day_of(std::string_view value) {
  const std::string_view day = value.substr(0, kDaySize);
  return day.size() == kDaySize && claims::is_point_in_time(day) ? day : std::string_view();
}

/// The latest year that a text states; empty where it states none.
std::string_view latest_year(const claims::Claims& of_report) {
  std::string_view latest;
  for (const auto& time : of_report.times) {
    if (!time.from_report_date && claims::is_point_in_time(time.value))
      latest = std::max(latest, std::string_view(time.value).substr(0, kYearSize));
  }
  return latest;
}

/// The days that a text states whole, in the latest year that it states.
std::set<std::string_view> days_stated(const claims::Claims& of_report) {
  const std::string_view latest = latest_year(of_report);
  std::set<std::string_view> days;
  for (const auto& time : of_report.times) {
    const std::string_view day = time.from_report_date ? std::string_view() : day_of(time.value);
    if (!day.empty() && day.starts_with(latest)) days.insert(day);
  }
  return days;
}

/// Whether more than a remark in passing puts the story into a day's year: the day at a report's head, or a second mention of the year, and
/// no more reports that name a later year than have this one as their latest (one may look ahead).
bool is_supported(std::string_view day, const std::vector<claims::Claims>& claims) {
  constexpr std::uint32_t kHeadSentences = 4;
  const std::string_view year = day.substr(0, kYearSize);
  std::size_t agree = 0;
  std::size_t later = 0;
  std::size_t mentions = 0;
  bool at_head = false;
  for (const auto& of_report : claims) {
    const std::string_view latest = latest_year(of_report);
    agree += latest == year ? 1 : 0;
    later += latest > year ? 1 : 0;
    for (const auto& time : of_report.times) {
      if (time.from_report_date || !claims::is_point_in_time(time.value) || !time.value.starts_with(year)) continue;
      ++mentions;
      at_head = at_head || (time.sentence < kHeadSentences && day_of(time.value) == day);
    }
  }
  return agree >= later && (at_head || mentions > 1);
}

}  // namespace

std::string story_date(const std::vector<Report>& reports, const std::vector<claims::Claims>& claims) {
  std::vector<std::string_view> published;
  for (const Report& report : reports) {
    if (const auto day = day_of(report.meta.published); !day.empty()) published.push_back(day);
  }
  if (!published.empty()) {
    const auto middle = published.begin() + static_cast<std::ptrdiff_t>((published.size() - 1) / 2);
    std::nth_element(published.begin(), middle, published.end());
    return std::string(*middle);
  }
  std::map<std::string_view, std::size_t> reports_of;
  for (const auto& of_report : claims) {
    for (const auto day : days_stated(of_report)) ++reports_of[day];
  }
  std::string_view best;
  std::size_t most = 0;
  for (const auto& [day, count] : reports_of) {
    if (count < most) continue;  // days ascend: among equals the latest stays
    best = day;
    most = count;
  }
  return is_supported(best, claims) ? std::string(best) : std::string();
}

}  // namespace tetrapla::collate
