#include "collate/story_date.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "claims/time_values.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kDaySize = 10;   // "2026-03-14"
constexpr std::size_t kYearSize = 4;

/// The day of a point in time; empty where it is less precise.
std::string_view day_of(std::string_view value) {
  const std::string_view day = value.substr(0, kDaySize);
  return day.size() == kDaySize && claims::is_point_in_time(day) ? day : std::string_view();
}

/// The days that a text states whole, in the latest year that it states.
std::set<std::string_view> days_stated(const claims::Claims& of_report) {
  std::string_view latest;
  for (const auto& time : of_report.times) {
    if (!time.from_report_date && claims::is_point_in_time(time.value)) latest = std::max(latest, std::string_view(time.value).substr(0, kYearSize));
  }
  std::set<std::string_view> days;
  for (const auto& time : of_report.times) {
    const std::string_view day = time.from_report_date ? std::string_view() : day_of(time.value);
    if (!day.empty() && day.starts_with(latest)) days.insert(day);
  }
  return days;
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
  return std::string(best);
}

}  // namespace tetrapla::collate
