// The time stamps of a transcript.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// A time stamp that says when the words after it were spoken.
struct CueStamp {
  Span span;  ///< with its brackets, without the white space around it
  std::uint32_t seconds = 0;
  bool begins_line = false;
};

/// The stamps of a text that is a transcript, in order; nothing where it is none. A transcript has at least three lines that begin with a
/// stamp (or five stamps glued to words, in brackets, or from the first seconds on), they never run backwards, and only a few words stand
/// between them: a clock time in prose ("at 7:40 a.m.") and the entries of a live blog are no stamps. Inside a line a stamp counts where it
/// lies in time between its neighbours. Linear.
///
///   "0:00good evening\n0:06with me is the governor"   0:00 and 0:06
[[nodiscard]] std::vector<CueStamp> find_cue_stamps(std::string_view text);

}  // namespace tetrapla::text
