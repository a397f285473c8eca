// Times of statements, compared.
#pragma once

#include <optional>
#include <string>

namespace tetrapla::collate {

/// An ISO time that sorts by the clock: TIMEX3's parts of a day ("2026-03-14TMO", the morning) as the hour they begin at.
[[nodiscard]] std::string by_the_clock(std::string value);

/// Days from one ISO date to another; none where one of them is not as precise as a day.
[[nodiscard]] std::optional<int> days_between(const std::string& from, const std::string& to);

}  // namespace tetrapla::collate
