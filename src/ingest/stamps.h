// Dates and times as pages write them, and the lines that hold nothing else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ingest/outlets.h"
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

/// A line of a page that tells only when, by whom and where a report came out.
struct StampLine {
  enum class Label { kNone, kPublished, kUpdated };
  struct Moment {
    Label label = Label::kNone;
    Date date;
    std::optional<ClockTime> time;
  };
  std::vector<Moment> moments;
  std::vector<std::pair<std::size_t, std::size_t>> names;  ///< token ranges that are neither date nor label: site, section, place
  bool reading_time = false;
  bool comments = false;
  bool bars = false;  ///< its parts stand between "|" or "•"
};

/// Reads a line that consists of dates, times, labels ("Published", "Last updated at"), reading times, numbers of comments and at most three
/// short names between signs. Nothing where anything else stands on it, or where it has no date, labelled time, reading time or comments.
[[nodiscard]] std::optional<StampLine> read_stamp_line(std::span<const Token> tokens);

}  // namespace tetrapla::ingest
