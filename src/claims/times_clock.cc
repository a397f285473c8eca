// Clock times: "7:40 a.m.", "noon", "six in the morning", perhaps with their day.
#include <algorithm>

#include "claims/numbers.h"
#include "claims/quantities_counted.h"
#include "claims/times_parser.h"

namespace tetrapla::claims {
namespace {

std::string without_blanks(std::string_view text) {
  std::string joined;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') joined += c;
  }
  return joined;
}

}  // namespace

bool TimeParser::clock() {
  const std::uint32_t start = at_;
  if (!clock_alone()) return back(start);
  mention_.type = TimeType::kTime;
  take("hours");
  if (lower(at_) == "(" && word(at_ + 1, "zone") != nullptr && lower(at_ + 2) == ")") at_ += 3;
  if (word(at_, "zone") != nullptr && capital(at_)) ++at_;
  if (lower(at_) == "local" && lower(at_ + 1) == "time") at_ += 2;
  const TimeMention time = mention_;
  const std::uint32_t save = at_;
  if (!take("on")) take(",");
  if (weekday_date() || numeric_date() || month_day_only() || day_date() || today() || part_before()) {
    mention_.type = TimeType::kTime;
    mention_.hour = time.hour;
    mention_.minute = time.minute;
    mention_.half_open = time.half_open;
    mention_.part.clear();
  } else {
    at_ = save;
    mention_ = time;
  }
  return true;
}

bool TimeParser::part_before() {
  const std::uint32_t save = at_;
  if (lower(at_) == "the" && word(at_ + 1, "part") != nullptr && deictic()) return true;
  return back(save);
}

bool TimeParser::month_day_only() {
  const std::uint32_t save = at_;
  if (month_date() && mention_.day) return true;
  return back(save);
}

bool TimeParser::clock_alone() {
  if (const TimeWord* named = word(at_, "clock")) {
    mention_.hour = named->number;
    ++at_;
    return true;
  }
  if (spoken_clock()) return true;
  const std::string_view spelled = text(at_);
  if (spelled.empty()) return false;
  int hour = -1;
  int minute = -1;
  bool colon = false;
  std::uint32_t next = at_ + 1;
  if (is_digit(spelled.front())) {
    std::string compact = without_blanks(spelled);
    if (lower(next) == ":" && !spaced(next) && all_digits(text(next + 1)) && text(next + 1).size() == 2) {
      compact += ":" + std::string(text(next + 1));
      next += 2;
    }
    std::string rest;
    if (const std::size_t letters = compact.find_first_not_of("0123456789:."); letters != std::string::npos) {
      rest = compact.substr(letters);
      compact.resize(letters);
    }
    const std::size_t mark = compact.find_first_of(":.");
    colon = mark != std::string::npos && compact[mark] == ':';
    if (mark == std::string::npos) {
      if (compact.size() == 4 && rest.empty() && (word(next, "zone") != nullptr || lower(next) == "hours")) {
        minute = to_int(std::string_view(compact).substr(2));
        compact.resize(2);
        colon = true;
      }
      if (compact.size() > 2) return false;
      hour = to_int(compact);
    } else {
      const std::string minutes = compact.substr(mark + 1);
      if (!all_digits(minutes) || minutes.size() != 2 || mark == 0 || mark > 2) return false;
      hour = to_int(std::string_view(compact).substr(0, mark));
      minute = to_int(minutes);
    }
    if (!rest.empty() && rest != "am" && rest != "pm" && rest != "a.m." && rest != "p.m." && rest != "AM" && rest != "PM")
      return false;
    if (!rest.empty()) return finish_clock(hour, minute, rest.front() == 'p' || rest.front() == 'P' ? 12 : 0, next);
  } else {
    const auto number = parse_number(annotation_, at_);
    if (!number || number->low < 1 || number->low > 12 || number->decimal || !inside(number->tokens.end - 1)) return false;
    hour = static_cast<int>(number->low);
    next = number->tokens.end;
  }
  if (lower(next) == "o'clock") {
    ++next;
    if (word(next, "meridiem") == nullptr && lower(next) != "in" && lower(next) != "at") {  // of which half of the day is not said
      mention_.half_open = true;
      return finish_clock(hour, minute, -1, next);
    }
  }
  if (const TimeWord* meridiem = word(next, "meridiem");
      meridiem != nullptr && (lower(next) != "am" || text(next) != "am" || is_digit(spelled.front()))) {
    return finish_clock(hour, minute, meridiem->number, next + 1);
  }
  if (lower(next) == "in" && lower(next + 1) == "the" && word(next + 2, "part") != nullptr && hour <= 12) {
    return finish_clock(hour, minute, lower(next + 2) == "morning" ? 0 : 12, next + 3);
  }
  if (lower(next) == "at" && lower(next + 1) == "night" && hour <= 12) return finish_clock(hour, minute, 12, next + 2);
  if (colon && minute >= 0) return finish_clock(hour, minute, -1, next);
  return false;
}

bool TimeParser::spoken_clock() {
  const std::uint32_t start = at_;
  take("a");
  double minutes = 0;
  bool sure = true;  // "ten to five" may count
  if (lower(at_) == "half" || lower(at_) == "quarter") {
    minutes = take("half") ? 30 : 15;
    if (minutes == 15) take("quarter");
    if (minutes == 30 && lower(at_) != "past") return back(start);
  } else {
    const auto number = at_ == start && inside(at_) ? parse_number(annotation_, at_) : std::nullopt;
    if (!number || number->low < 1 || number->low > 59 || number->decimal || !inside(number->tokens.end - 1)) return back(start);
    minutes = number->low;
    at_ = number->tokens.end;
    sure = take("minutes");
  }
  const std::string_view link = lower(at_);
  const bool past = link == "past" || link == "after";
  if (!past && link != "to" && link != "before") return back(start);
  ++at_;
  const auto hour = inside(at_) ? parse_number(annotation_, at_) : std::nullopt;
  if (!hour || hour->low < 1 || hour->low > 12 || hour->decimal || hour->range || !inside(hour->tokens.end - 1)) return back(start);
  at_ = hour->tokens.end;
  const bool told = take("o'clock");
  int half = -1;
  if (const TimeWord* meridiem = word(at_, "meridiem")) {
    half = meridiem->number;
    ++at_;
  } else if (lower(at_) == "in" && lower(at_ + 1) == "the" && word(at_ + 2, "part") != nullptr) {
    half = lower(at_ + 2) == "morning" ? 0 : 12;
    at_ += 3;
  } else if (lower(at_) == "at" && lower(at_ + 1) == "night") {
    half = 12;
    at_ += 2;
  }
  if (!sure && !told && half < 0) return back(start);
  if (half < 0 && !told && find_counted(annotation_, at_, false)) return back(start);  // "ten minutes after two ships met"
  mention_.half_open = half < 0;
  const int of_day = static_cast<int>(hour->low) * 60 + (past ? 1 : -1) * static_cast<int>(minutes);
  constexpr int kHalfDay = 12 * 60;
  const int clock = (of_day + kHalfDay) % kHalfDay + std::max(half, 0) * 60;
  mention_.hour = clock / 60;
  mention_.minute = clock % 60;
  return true;
}

bool TimeParser::finish_clock(int hour, int minute, int half, std::uint32_t end) {
  if (hour < 0 || hour > 24 || minute > 59 || (half >= 0 && hour > 12)) return false;
  if (half >= 0 && hour == 12) hour = 0;
  mention_.hour = hour + std::max(half, 0);
  if (minute >= 0) mention_.minute = minute;
  at_ = end;
  return true;
}

}  // namespace tetrapla::claims
