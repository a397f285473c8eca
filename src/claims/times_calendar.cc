#include "claims/times_calendar.h"

#include <date/iso_week.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

namespace tetrapla::claims {
namespace {

using date::days;
using date::sys_days;
using date::year_month_day;

constexpr int kHalfYear = 183;  // days
constexpr int kSoon = 31;       // days: "they agreed to meet on May 3" may be told as past
constexpr int kNextMonths = 4;  // a month that no tense places is to come where it is this near

std::string text_of(const year_month_day& day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

year_month_day make_day(int year, int month, int day) {
  return date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
}

int weekday_of(const year_month_day& day) { return static_cast<int>(date::weekday{sys_days{day}}.iso_encoding()); }

std::string week_of(sys_days day, bool weekend) {
  const iso_week::year_weeknum_weekday week{day};
  return fmt::format("{:04}-W{:02}{}", static_cast<int>(week.year()), static_cast<unsigned>(week.weeknum()), weekend ? "-WE" : "");
}

/// The time of day after a date: "T18", "T18:30", "TMO".
std::string clock_of(const TimeMention& mention) {
  if (mention.half_open) return "";
  if (mention.hour && mention.minute) return fmt::format("T{:02}:{:02}", *mention.hour, *mention.minute);
  if (mention.hour) return fmt::format("T{:02}", *mention.hour);
  return mention.part.empty() ? "" : "T" + mention.part;
}

/// Months from year 0, for arithmetic.
int month_index(int year, int month) { return year * 12 + month - 1; }
std::string month_text(int index) { return fmt::format("{:04}-{:02}", index / 12, index % 12 + 1); }

class Resolver {
 public:
  Resolver(const TimeMention& mention, const Anchor& anchor, std::optional<year_month_day> last)
      : mention_(mention),
        anchor_(anchor),
        near_(anchor.date()),
        today_(anchor.only_years ? std::nullopt : anchor.date()),
        last_(last) {}

  Resolved resolve() {
    if (!mention_.fixed.empty()) {
      result_.value = mention_.fixed;
    } else if (mention_.weekday && mention_.grain == 'W') {
      weekday_of_week();
    } else if (mention_.weekday && mention_.grain == 'N') {
      weeks_after_weekday();
    } else if (mention_.grain != 0) {
      shifted();
    } else if (mention_.day && mention_.month) {
      month_and_day();
    } else if (mention_.month) {
      month();
    } else if (mention_.quarter) {
      quarter();
    } else if (!mention_.season.empty()) {
      season();
    } else if (mention_.weekday) {
      weekday();
    } else if (mention_.year) {
      result_.value = fmt::format("{:04}", *mention_.year);
    } else if (mention_.hour || !mention_.part.empty()) {
      clock_alone();
    }
    return result_;
  }

 private:
  void set_day(const year_month_day& day, bool relative) {
    result_.day = day;
    result_.relative = relative;
    result_.value = text_of(day) + clock_of(mention_);
  }

  void shifted() {
    const std::optional<year_month_day> base = mention_.from_last && last_ ? last_ : today_;
    result_.relative = true;
    const int shift = mention_.shift;
    switch (mention_.grain) {
      case 'D':
        if (base) set_day(year_month_day{sys_days{*base} + days{shift}}, true);
        break;
      case 'W':
      case 'E':
        if (base) result_.value = week_of(sys_days{*base} + days{7 * shift}, mention_.grain == 'E');
        break;
      case 'M':
        if (base) {
          result_.value = month_text(
              month_index(static_cast<int>(base->year()), static_cast<int>(static_cast<unsigned>(base->month()))) + shift);
        } else if (anchor_.year && anchor_.month && !anchor_.only_years) {
          result_.value = month_text(month_index(*anchor_.year, *anchor_.month) + shift);
        }
        break;
      case 'Q':
        if (base) {
          const int index =
              static_cast<int>(base->year()) * 4 + (static_cast<int>(static_cast<unsigned>(base->month())) - 1) / 3 + shift;
          result_.value = fmt::format("{:04}-Q{}", index / 4, index % 4 + 1);
        }
        break;
      case 'Y':
        if (base || this_year())
          result_.value = fmt::format("{:04}", (base ? static_cast<int>(base->year()) : *this_year()) + shift);
        break;
      default: break;
    }
  }

  /// "Friday next week"; "a Friday two weeks ago".
  void weekday_of_week() {
    result_.relative = true;
    if (!today_) return open_weekday();
    const sys_days monday = sys_days{*today_} - days{weekday_of(*today_) - 1};
    set_day(year_month_day{monday + days{7 * mention_.shift + *mention_.weekday - 1}}, true);
  }

  /// "a week from Friday": from the next one.
  void weeks_after_weekday() {
    result_.relative = true;
    if (!today_) return open_weekday();
    const int distance = (*mention_.weekday - weekday_of(*today_) + 7) % 7;
    set_day(year_month_day{sys_days{*today_} + days{distance + 7 * mention_.shift}}, true);
  }

  /// The report's year. Of a day near it, only where that is not near the turn of the year.
  [[nodiscard]] std::optional<int> this_year() const {
    const bool turns = anchor_.only_years && (anchor_.month.value_or(1) < 2 || anchor_.month.value_or(12) > 11);
    return turns ? std::nullopt : anchor_.year;
  }

  /// The year stated, or "last year" against the report's.
  [[nodiscard]] std::optional<int> stated_year() const {
    if (mention_.year) return mention_.year;
    if (mention_.year_shift && this_year()) return *this_year() + *mention_.year_shift;
    return std::nullopt;
  }

  void month_and_day() {
    const int month = *mention_.month;
    const int day = *mention_.day;
    if (const auto year = stated_year()) {
      const year_month_day whole = make_day(*year, month, day);
      if (whole.ok()) set_day(whole, !mention_.year);
      return;
    }
    result_.relative = true;
    const std::optional<int> year = mention_.year_shift ? std::nullopt : nearest_year(month, day);
    if (year && make_day(*year, month, day).ok()) {
      set_day(make_day(*year, month, day), true);
    } else if (!year) {
      result_.value = fmt::format("XXXX-{:02}-{:02}", month, day) + clock_of(mention_);
    }
  }

  /// The year in which month and day are nearest to the report's day; "last" and "next" choose the side, a weekday decides where it fits one.
  [[nodiscard]] std::optional<int> nearest_year(int month, int day) const {
    if (!anchor_.year) return std::nullopt;
    if (!near_) return *anchor_.year;
    std::optional<int> best;
    int best_distance = 0;
    for (int year = *anchor_.year - 1; year <= *anchor_.year + 1; ++year) {
      const year_month_day candidate = make_day(year, month, day);
      if (!candidate.ok()) continue;
      const int distance = static_cast<int>((sys_days{candidate} - sys_days{*near_}).count());
      if (past_ && mention_.direction == 0 && !mention_.weekday && distance > kSoon)
        continue;  // "was inspected on 3 October", said in April
      if ((mention_.direction == -1 && distance > 0) || (mention_.direction == 1 && distance < 0)) continue;
      const int weight = std::abs(distance) + (mention_.weekday && weekday_of(candidate) != *mention_.weekday ? 4 * kHalfYear : 0);
      if (!best || weight < best_distance) {
        best = year;
        best_distance = weight;
      }
    }
    return best;
  }

  void month() {
    const int month = *mention_.month;
    if (const auto year = stated_year()) {
      result_.relative = !mention_.year;
      result_.value = fmt::format("{:04}-{:02}", *year, month);
      return;
    }
    result_.relative = true;
    if (!anchor_.year || mention_.year_shift) {
      result_.value = fmt::format("XXXX-{:02}", month);
      return;
    }
    int year = *anchor_.year;
    const int now = anchor_.month.value_or(12);
    const bool ahead = future_ || (!past_ && (month - now + 12) % 12 <= kNextMonths);
    if (mention_.direction == -1 ? month >= now : (mention_.direction == 0 && !ahead && month > now)) --year;
    if (mention_.direction == 1 ? month <= now : (mention_.direction == 0 && ahead && month < now)) ++year;
    result_.value = fmt::format("{:04}-{:02}", year, month);
  }

  void quarter() {
    int year = 0;
    if (const auto stated = stated_year()) {
      year = *stated;
      result_.relative = !mention_.year;
    } else if (anchor_.year && !anchor_.only_years) {
      result_.relative = true;
      year = *anchor_.year;
      if (!future_ && anchor_.month && (*mention_.quarter - 1) * 3 + 1 > *anchor_.month) --year;
    } else {
      result_.relative = true;
      return;
    }
    result_.value = fmt::format("{:04}-Q{}", year, *mention_.quarter);
  }

  void season() {
    if (const auto year = stated_year()) {
      result_.relative = !mention_.year;
      result_.value = fmt::format("{:04}-{}", *year, mention_.season);
      return;
    }
    result_.relative = true;
    if (!anchor_.year || anchor_.only_years) return;
    int year = *anchor_.year;
    const int now = anchor_.month.value_or(12);
    const int begin = mention_.season == "SP" ? 3 : mention_.season == "SU" ? 6 : mention_.season == "FA" ? 9 : 12;
    if (mention_.direction == -1 && begin + 2 >= now) --year;
    if (mention_.direction == 1 && begin <= now) ++year;
    result_.value = fmt::format("{:04}-{}", year, mention_.season);
  }

  void open_weekday() { result_.value = fmt::format("XXXX-WXX-{}", *mention_.weekday) + clock_of(mention_); }

  void weekday() {
    result_.relative = true;
    if (!today_) return open_weekday();
    int distance = *mention_.weekday - weekday_of(*today_);  // in this week, Monday first
    if (mention_.direction == -1) {
      if (distance >= 0) distance -= 7;
    } else if (mention_.direction == 1 || mention_.direction == 2 || future_) {
      if (distance < 0 || (distance == 0 && mention_.direction == 1)) distance += 7;
    } else if (distance > 0) {
      distance -= 7;
    }
    set_day(year_month_day{sys_days{*today_} + days{distance}}, true);
  }

  void clock_alone() {
    result_.relative = true;
    if (last_) {
      set_day(*last_, true);
    } else if (mention_.hour) {
      result_.value = clock_of(mention_);  // "T18"; nothing for "six o'clock"
    }
  }

  const TimeMention& mention_;
  bool past_ = mention_.tense == TimeMention::Tense::kPast;
  bool future_ = mention_.tense == TimeMention::Tense::kFuture;
  const Anchor& anchor_;
  std::optional<year_month_day> near_;   // the report's day, or one near it
  std::optional<year_month_day> today_;  // the report's day
  std::optional<year_month_day> last_;
  Resolved result_;
};

}  // namespace

std::optional<year_month_day> Anchor::date() const {
  if (!year || !month || !day) return std::nullopt;
  const year_month_day whole = make_day(*year, *month, *day);
  return whole.ok() ? std::optional(whole) : std::nullopt;
}

Anchor parse_anchor(std::string_view published) {
  Anchor anchor;
  const auto number = [&](std::size_t at, std::size_t length) -> std::optional<int> {
    int value = 0;
    if (at + length > published.size()) return std::nullopt;
    const char* const end = published.data() + at + length;
    const auto [stop, error] = std::from_chars(published.data() + at, end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
  };
  anchor.year = number(0, 4);
  if (!anchor.year) return {};
  if (published.size() >= 7 && published[4] == '-') anchor.month = number(5, 2);
  if (anchor.month && published.size() >= 10 && published[7] == '-') anchor.day = number(8, 2);
  return anchor;
}

Resolved resolve(const TimeMention& mention, const Anchor& anchor, std::optional<year_month_day> last) {
  return Resolver(mention, anchor, last).resolve();
}

}  // namespace tetrapla::claims
