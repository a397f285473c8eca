// Reads one expression of time, token by token. Inside of times_mentions.cc, cut by what is read: dates (times_dates.cc), years (times_years.cc), clock times
// (times_clock.cc), "last week" and the like (times_relative.cc), lengths and frequencies (times_lengths.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claims/times_mentions.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// A row of data/time_words.tsv.
struct TimeWord {
  std::string_view kind;
  std::string_view value;
  int number = 0;  ///< `value` where it is one
};

/// The row of a lower-case word; null where there is none. O(1).
[[nodiscard]] const TimeWord* find_time_word(std::string_view lower);

inline constexpr int kFirstYear = 1500;
inline constexpr int kLastYear = 2099;

[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] bool all_digits(std::string_view text);
[[nodiscard]] int to_int(std::string_view digits);

/// A cursor over the tokens from `at` on. Each reader either moves the cursor past what it read and returns true, or leaves it where it was
/// and returns false.
class TimeParser {
 public:
  TimeParser(const language::Annotation& annotation, std::uint32_t at) : annotation_(annotation), begin_(at), at_(at) {}

  [[nodiscard]] std::optional<TimeMention> parse();

 private:
  using Tense = TimeMention::Tense;

  // Tokens; beyond the sentence there are none.

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  [[nodiscard]] bool inside(std::uint32_t at) const {
    return at < size() && annotation_.tokens[at].sentence == annotation_.tokens[begin_].sentence;
  }
  [[nodiscard]] std::string_view lower(std::uint32_t at) const {
    return inside(at) ? std::string_view(annotation_.tokens[at].lower) : std::string_view();
  }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return inside(at) ? annotation_.text_of(annotation_.tokens[at]) : std::string_view();
  }
  [[nodiscard]] std::string_view before(std::uint32_t at, std::uint32_t count = 1) const {
    return at >= count ? lower(at - count) : std::string_view();
  }
  [[nodiscard]] bool spaced(std::uint32_t at) const { return !inside(at) || annotation_.tokens[at].space_before; }
  [[nodiscard]] bool capital(std::uint32_t at) const { return !text(at).empty() && is_upper(text(at).front()); }
  [[nodiscard]] const TimeWord* word(std::uint32_t at, std::string_view kind) const;
  bool take(std::string_view lower_word) {
    if (lower(at_) != lower_word) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] const TimeWord* weekday(std::uint32_t at) const { return capital(at) ? word(at, "weekday") : nullptr; }
  [[nodiscard]] const TimeWord* month(std::uint32_t at) const { return capital(at) ? word(at, "month") : nullptr; }

  // The whole: times_mentions.cc.

  bool expression();
  /// A date or a clock time without a modifier before it.
  bool core();
  /// "early Monday", "the end of July", "earlier this month", "mid-1996", "late yesterday", "the early hours of Monday".
  bool modified();
  [[nodiscard]] bool to_day(std::uint32_t at) const;
  bool back(std::uint32_t at);
  /// "mid afternoon".
  bool bare_part();

  // Absolute dates: times_dates.cc.

  /// "2026-03-14", "14/03/2026" where the day is above 12, "14.03.2026"; perhaps in several tokens without blanks.
  bool numeric_date();
  /// A day of the month in digits or as an ordinal: "13", "13th", "thirteenth".
  bool day_number(int& day);
  /// "March 14", "March 14th, 2026", "March 2026", "March".
  bool month_date();
  /// "May", "March", "April" are names and verbs too.
  [[nodiscard]] bool month_alone(std::uint32_t at) const;
  /// "13 March 2026", "13th March", "the thirteenth of March".
  bool day_date();
  /// "Friday", "Friday morning", "Friday, 13 March 2026", "Friday the eighth of May", "Friday next week", "a Friday evening two weeks ago".
  bool weekday_date();
  bool day_date_or_month_day();
  /// "next week", "last week", "two weeks ago" after a weekday.
  void week_after(bool article);
  // Years: times_years.cc.

  /// A year in digits, or spoken: "2026", "two thousand and nineteen", "nineteen ninety-six".
  bool year_number(int& number);
  /// ", 2026", "2026", "last year", "of this year" after a month or day.
  void year_after();
  /// A year alone: "2011", "fiscal 1990", "the year 2000", "the 1990s", "the nineties".
  bool year();
  [[nodiscard]] bool led_by_preposition(std::uint32_t at) const;
  /// Four digits are a year unless money, a bound, a unit or a plural says that they count.
  [[nodiscard]] bool is_year(std::uint32_t at, int number) const;
  /// "1990s", "the nineties": three digits.
  bool decade();

  // Clock times: times_clock.cc.

  /// "7:40 a.m.", "7.40am", "5pm", "17:06", "0300 GMT", "noon", "midnight", "six in the morning", each perhaps with a day after it.
  bool clock();
  bool month_day_only();
  /// "the evening before".
  bool part_before();
  bool clock_alone();
  /// "half past four", "a quarter to six", "twenty minutes before five in the morning", "ten to five p.m.".
  bool spoken_clock();
  /// `half`: 0 before noon, 12 after it, -1 not said.
  bool finish_clock(int hour, int minute, int half, std::uint32_t end);

  // Relative dates: times_relative.cc.

  bool today();
  bool deictic();
  /// "last week", "this month", "next year", "the weekend", "the past year", "the coming weeks", "last fall", "last August".
  bool relative();
  /// "the third quarter", "third-quarter", "the fourth quarter of 1990".
  bool quarter();
  /// "summer 2014", "the winter of 1994".
  bool season_of();

  // Durations: times_lengths.cc.

  struct Count {
    double number = 0;
    bool vague = false;
    std::uint32_t end = 0;
  };
  /// "three", "2 1/2", "a", "several", "a few", "a couple of".
  [[nodiscard]] std::optional<Count> count(std::uint32_t at) const;
  bool duration();
  /// "for a year", "within a week", "took an hour": where "a year" is no rate.
  [[nodiscard]] bool duration_led(std::uint32_t at) const;
  /// "more than", "nearly", … belong to a duration and become its mod.
  bool duration_bound();
  /// "for years", "recent weeks", "the coming months".
  bool bare_units(bool led);
  /// "two weeks ago", "a day earlier", "three days later", "a week from Friday": a date after all.
  bool from_here(const Count& number, double value, std::string_view unit);
  static std::string vague(std::string_view unit);
  /// "P3D", "PT15M", "P2Y6M", "P20Y" for two decades.
  static std::string length(double value, std::string_view unit);

  // Sets and references: times_lengths.cc.

  /// "every day", "each Thursday", "every two weeks", "daily", "Fridays".
  bool frequency();
  bool reference();

  // Tense: times_mentions.cc.

  [[nodiscard]] bool tells_past(std::uint32_t at) const;
  /// Of the clause: by the nearest cue before the expression, else the first one after it. "by" and "until" are weak: any sign of the past
  /// outweighs them ("had risen to 17 by Friday").
  [[nodiscard]] Tense tense() const;

  const language::Annotation& annotation_;
  std::uint32_t begin_;
  std::uint32_t at_;
  TimeMention mention_;
};

}  // namespace tetrapla::claims
