// Times of statements, compared.
#pragma once

#include <optional>
#include <string>

#include "claims/claims.h"
#include "tetrapla/report.h"

namespace tetrapla::collate {

/// An ISO time that sorts by the clock: TIMEX3's parts of a day ("2026-03-14TMO", the morning) as the hour they begin at.
[[nodiscard]] std::string by_the_clock(std::string value);

/// Days from one ISO date to another; none where one of them is not as precise as a day.
[[nodiscard]] std::optional<int> days_between(const std::string& from, const std::string& to);

/// Whether a place is inside the report's dateline, which dates the report and not what it tells.
[[nodiscard]] bool stands_in_dateline(const Report& report, Span span);

/// When a report was published: as known, else the day its dateline gives; empty where neither is known.
[[nodiscard]] std::string day_of(const Report& report, const claims::Claims& claims);

}  // namespace tetrapla::collate
