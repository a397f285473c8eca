#include "ingest/moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>

#include "base/table.h"
#include "ingest/cursor.h"
#include "ingest/data/stamps.h"

namespace tetrapla::ingest {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

/// 1 to 12 for "sep", "sept" or "september"; 0 for any other word.
int month_of(const Token* token) {
  if (token == nullptr || token->kind != Token::Kind::kWord || token->folded.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool full = token->folded == kMonths[i];
    const bool cut = token->folded.size() <= 4 && kMonths[i].starts_with(token->folded);
    if (full || cut) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_valid(const Date& date) {
  static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month != 0 && (date.month < 1 || date.month > 12)) return false;
  if (date.year != 0 && (date.year < 1600 || date.year > 2199)) return false;
  if (date.day == 0 || date.month == 0) return true;
  const bool leap = date.year == 0 || (date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0));
  return date.day >= 1 && date.day <= kDays[static_cast<std::size_t>(date.month) - 1] && (date.month != 2 || date.day < 29 || leap);
}

void take_ordinal(Cursor& cursor) {
  for (const std::string_view tail : {"st", "nd", "rd", "th"}) {
    if (cursor.is(tail) && cursor.peek()->glued) {
      cursor.skip();
      return;
    }
  }
}

void take_year(Cursor& cursor, Date& date) {
  Cursor ahead = cursor;
  ahead.take(",");
  int year = 0;
  if (!ahead.number(year, 4, 4) || year < 1600 || year > 2199) return;
  date.year = year;
  ahead.skip();
  cursor = ahead;
}

/// "14 March 2026", "14th March", "March 14, 2026", "March 2026".
bool take_written(Cursor& cursor, Date& date) {
  Cursor ahead = cursor;
  if (ahead.number(date.day, 1, 2)) {
    ahead.skip();
    take_ordinal(ahead);
    ahead.take("of");
    date.month = month_of(ahead.peek());
    if (date.month == 0) return false;
    ahead.skip();
    if (ahead.is(".") && ahead.peek()->glued) ahead.skip();
    take_year(ahead, date);
  } else {
    date.month = month_of(ahead.peek());
    if (date.month == 0 || !ahead.peek()->capital) return false;
    ahead.skip();
    if (ahead.is(".") && ahead.peek()->glued) ahead.skip();
    if (ahead.number(date.day, 1, 2) && !ahead.is(":", 1)) {
      ahead.skip();
      take_ordinal(ahead);
    } else {
      date.day = 0;
    }
    take_year(ahead, date);
    if (date.day == 0 && date.year == 0) return false;
  }
  cursor = ahead;
  return true;
}

/// "2026-03-14", "14/03/2026", "14.03.2026".
bool take_numeric(Cursor& cursor, Date& date) {
  int a = 0;
  int b = 0;
  int c = 0;
  const Token* sign = cursor.peek(1);
  if (sign == nullptr || (sign->folded != "-" && sign->folded != "/" && sign->folded != ".") || !cursor.is(sign->folded, 3))
    return false;
  if (cursor.number(a, 4, 4) && cursor.number(b, 2, 2, 2) && cursor.number(c, 2, 2, 4)) {
    date.year = a, date.month = b, date.day = c;
  } else if (cursor.number(a, 1, 2) && cursor.number(b, 1, 2, 2) && cursor.number(c, 4, 4, 4)) {
    date.year = c;
    const bool day_first = sign->folded == "." || a > 12 || a == b;
    if (day_first)
      date.day = a, date.month = b;
    else if (b > 12)
      date.month = a, date.day = b;
  } else {
    return false;
  }
  cursor.skip(5);
  return true;
}

/// Names of zones and their offsets, from data/stamps.tsv; an empty offset: the name has several meanings.
using Zones = std::map<std::string_view, std::string_view, std::less<>>;

const Zones& zones() {
  static const Zones kZones = [] {
    Zones result;
    for (const auto& row : base::rows_of(data::stamps())) {
      if (row.size() >= 2 && row[0] == "zone") result.emplace(row[1], row.size() > 2 ? row[2] : std::string_view{});
    }
    return result;
  }();
  return kZones;
}

std::string_view zone_of(const Token* token, bool& known) {
  known = false;
  if (token == nullptr || token->kind != Token::Kind::kWord) return {};
  const auto zone = zones().find(token->folded);
  if (zone == zones().end()) return {};
  known = token->capitals || token->folded == "z";
  return zone->second;
}

void take_zone(Cursor& cursor, ClockTime& time) {
  Cursor inside = cursor;
  if (inside.take("(")) {  // "(GMT+05:00)"
    bool zone = false;
    zone_of(inside.peek(), zone);
    if (zone) cursor = inside;
  }
  if (cursor.is("hrs") || cursor.is("hours")) cursor.skip();
  bool known = false;
  bool marked = false;
  const std::string_view offset = zone_of(cursor.peek(), known);
  if (known) {
    time.zone = offset;
    marked = true;
    cursor.skip();
  }
  int hours = 0;
  const bool sign = cursor.is("+") || (cursor.is("-") && (known || cursor.peek()->glued));
  if (sign && cursor.number(hours, 2, 4, 1) && (cursor.peek(1)->glued || known)) {
    const bool minus = cursor.is("-");
    int minutes = 0;
    const bool four = cursor.peek(1)->folded.size() == 4;
    const bool colon = !four && cursor.is(":", 2) && cursor.number(minutes, 2, 2, 3);
    if (four) minutes = hours % 100, hours /= 100;
    if (hours <= 14 && minutes < 60) {
      time.zone = fmt::format("{}{:02}:{:02}", minus ? '-' : '+', hours, minutes);
      marked = true;
      cursor.skip(colon ? 4 : 2);
    }
  }
  time.marked = time.marked || marked;
}

/// "pm", "p.m."; gives false where neither stands here.
bool take_half(Cursor& cursor, int& hour) {
  bool afternoon = false;
  if (cursor.is("am") || cursor.is("pm")) {
    afternoon = cursor.is("pm");
    cursor.skip();
  } else if ((cursor.is("a") || cursor.is("p")) && cursor.is(".", 1) && cursor.is("m", 2)) {
    afternoon = cursor.is("p");
    cursor.skip(3);
    if (cursor.is(".") && cursor.peek()->glued) cursor.skip();
  } else if ((cursor.is("a") || cursor.is("p")) && cursor.peek()->glued) {  // "5:03p"
    afternoon = cursor.is("p");
    cursor.skip();
  } else {
    return false;
  }
  if (hour > 12) return true;
  hour = hour % 12 + (afternoon ? 12 : 0);
  return true;
}

}  // namespace

bool is_weekday(const Token& token) {
  if (token.folded.size() < 3) return false;
  return std::any_of(kWeekdays.begin(), kWeekdays.end(), [&](std::string_view day) {
    return token.folded == day || (token.folded.size() <= 5 && day.starts_with(token.folded));
  });
}

std::size_t read_date(std::span<const Token> tokens, std::size_t begin, Date& date) {
  Cursor cursor(tokens, begin);
  Date found;
  if (cursor.peek() != nullptr && is_weekday(*cursor.peek())) {
    found.weekday = true;
    cursor.skip();
    if (cursor.is(".") && cursor.peek()->glued) cursor.skip();
    cursor.take(",");
    cursor.take("the");
  }
  const bool any = take_numeric(cursor, found) || take_written(cursor, found);
  if (!any || !is_valid(found)) return 0;
  date = found;
  return cursor.at() - begin;
}

std::size_t read_time(std::span<const Token> tokens, std::size_t begin, ClockTime& time) {
  Cursor cursor(tokens, begin);
  ClockTime found;
  if (!cursor.number(found.hour, 1, 2) || found.hour > 24) {
    int both = 0;  // "1430 GMT"
    bool known = false;
    if (!cursor.number(both, 4, 4) || both % 100 >= 60 || both / 100 > 23) return 0;
    zone_of(cursor.peek(1), known);
    if (!known) return 0;
    found.hour = both / 100;
    found.minute = both % 100;
    cursor.skip();
  } else {
    cursor.skip();
    const bool colon = cursor.is(":");
    const bool dot = (cursor.is(".") || cursor.is("h")) && cursor.peek()->glued;
    if ((colon || dot) && cursor.number(found.minute, 2, 2, 1) && found.minute < 60) {
      cursor.skip(2);
      int seconds = 0;
      if (cursor.is(":") && cursor.number(seconds, 2, 2, 1)) {
        cursor.skip(2);
        if (cursor.is(".") && cursor.number(seconds, 1, 9, 1) && cursor.peek(1)->glued) cursor.skip(2);
      }
    } else {
      found.minute = -1;
    }
    const bool half = take_half(cursor, found.hour);
    found.marked = half || (colon && found.minute >= 0);
    if (found.minute < 0 && !half) return 0;
    if (dot && !half) found.marked = false;
  }
  take_zone(cursor, found);
  if (!found.marked || found.hour > 23) return 0;
  time = found;
  return cursor.at() - begin;
}

std::string to_iso(const Date& date, const std::optional<ClockTime>& time) {
  if (date.year == 0) return {};
  if (date.month == 0) return {};
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  std::string iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (!time) return iso;
  iso += fmt::format("T{:02}:{:02}", time->hour, std::max(time->minute, 0));
  if (!time->zone.empty()) iso += ":00" + time->zone;
  return iso;
}

}  // namespace tetrapla::ingest
