// The lines of a page that hold nothing but dates, times and names.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ingest/moments.h"
#include "ingest/tokens.h"

namespace tetrapla::ingest {

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
