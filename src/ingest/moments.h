// Dates and times of day as pages write them.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ingest/tokens.h"

namespace tetrapla::ingest {

/// A calendar date with what is given of it; 0: not given.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  bool weekday = false;  ///< a weekday stands with it
};

/// A time of day; `zone` as ISO 8601 writes it ("Z", "+02:00") or empty.
struct ClockTime {
  int hour = 0;
  int minute = -1;  ///< -1: not given
  std::string zone;
  bool marked = false;  ///< "pm", a zone or a colon makes it a time beyond doubt
};

/// Tokens from `begin` that are a date ("Saturday 14 March 2026", "Sep 9, 2013", "2026-03-14"); 0 where none begins there.
/// A numeric date whose day and month cannot be told apart has a year alone. A date that no calendar has is none.
[[nodiscard]] std::size_t read_date(std::span<const Token> tokens, std::size_t begin, Date& date);
/// The same for a time of day ("20:05", "12: 48PM BST", "8.30 p.m.", "11: 25 GMT+02: 00").
[[nodiscard]] std::size_t read_time(std::span<const Token> tokens, std::size_t begin, ClockTime& time);

/// "2026-03-14", "2026-03-14T18:30:00Z"; empty without year and month.
[[nodiscard]] std::string to_iso(const Date& date, const std::optional<ClockTime>& time);

/// "Monday", "mon", "thurs".
[[nodiscard]] bool is_weekday(const Token& token);

}  // namespace tetrapla::ingest
