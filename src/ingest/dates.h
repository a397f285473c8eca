// Dates as metadata gives them.
#pragma once

#include <string>
#include <string_view>

namespace tetrapla::ingest {

/// ISO 8601 as it stands ("2026", "2026-03-14T18:30:00Z"), other ways of writing a date (RFC 5322, "14 March 2026, 18:30 GMT") as ISO 8601,
/// as precise as given. Empty where it is no date that a calendar has.
[[nodiscard]] std::string normal_date(std::string_view text);

}  // namespace tetrapla::ingest
