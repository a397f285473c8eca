// Dates by their names and numbers: "14 March 2026", "Friday the thirteenth", "in 2019", "the 1990s".
#include <algorithm>

#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims/times_parser.h"

namespace tetrapla::claims {
bool TimeParser::numeric_date() {
  if (text(at_).empty() || !is_digit(text(at_).front())) return false;
  std::string joined;
  std::uint32_t end = at_;
  constexpr std::uint32_t kMost = 5;
  for (; end < at_ + kMost && inside(end) && (end == at_ || !spaced(end)); ++end) {
    const std::string piece(text(end));
    if (piece.find_first_not_of("0123456789-/.") != std::string::npos) break;
    joined += piece;
  }
  while (!joined.empty() && (joined.back() == '.' || joined.back() == '-')) {
    joined.pop_back();
    if (end > at_ + 1 && text(end - 1).size() == 1) --end;
  }
  if (joined.size() < 8 || joined.size() > 10) return false;
  const std::size_t first = joined.find_first_of("-/.");
  const std::size_t second = first == std::string::npos ? first : joined.find(joined[first], first + 1);
  if (second == std::string::npos) return false;
  const std::string a = joined.substr(0, first);
  const std::string b = joined.substr(first + 1, second - first - 1);
  const std::string c = joined.substr(second + 1);
  if (!all_digits(a) || !all_digits(b) || !all_digits(c)) return false;
  int day = 0;
  int month_number = 0;
  int year_number = 0;
  if (a.size() == 4) {
    year_number = to_int(a);
    month_number = to_int(b);
    day = to_int(c);
  } else if (c.size() == 4) {
    year_number = to_int(c);
    day = to_int(a);
    month_number = to_int(b);
    if (month_number > 12) std::swap(day, month_number);
    if (day <= 12 && day != month_number) return false;  // 3 April or 4 March
  }
  if (year_number < kFirstYear || year_number > kLastYear || month_number < 1 || month_number > 12 || day < 1 || day > 31)
    return false;
  mention_.year = year_number;
  mention_.month = month_number;
  mention_.day = day;
  at_ = end;
  return true;
}

bool TimeParser::day_number(int& day) {
  if (const auto ordinal = parse_ordinal(annotation_, at_); ordinal && ordinal->value <= 31 && inside(ordinal->tokens.end - 1)) {
    day = static_cast<int>(ordinal->value);
    at_ = ordinal->tokens.end;
    return true;
  }
  const std::string_view digits = text(at_);
  if (!all_digits(digits) || digits.size() > 2 || to_int(digits) < 1 || to_int(digits) > 31) return false;
  day = to_int(digits);
  ++at_;
  return true;
}

bool TimeParser::month_date() {
  const TimeWord* name = month(at_);
  if (name == nullptr) return false;
  const std::uint32_t start = at_++;
  if (lower(at_) == "." && !spaced(at_) && (text(at_ - 1).size() <= 3 || lower(at_ - 1) == "sept") && lower(at_ - 1) != "may")
    ++at_;
  mention_.month = name->number;
  const std::uint32_t save = at_;
  take("the");
  int day = 0;
  if (day_number(day) && !((lower(at_) == ":" && !spaced(at_ + 1)) || word(at_, "meridiem") != nullptr)) {
    mention_.day = day;
    year_after();
    return true;
  }
  at_ = save;
  year_after();
  if (mention_.year || mention_.year_shift) return true;
  if (month_alone(start)) return true;
  return back(start);
}

bool TimeParser::month_alone(std::uint32_t at) const {
  const std::string_view name = lower(at);
  if (in_list("before_month", before(at))) return true;
  if ((before(at) == "and" || before(at) == "or") && at >= 2 && month(at - 2) != nullptr) return true;
  if (name == "may" || name == "march" || name == "mar" || name == "sun" || name == "dec" || name == "jan") return false;
  const bool part_of_name = capital(at + 1) && !in_list("closed", lower(at + 1));
  return !part_of_name && !(at > 0 && capital(at - 1) && !in_list("closed", before(at)));
}

bool TimeParser::day_date() {
  const std::uint32_t start = at_;
  take("the");
  int day = 0;
  if (!day_number(day)) return back(start);
  take("day");
  take("of");
  const TimeWord* name = month(at_);
  if (name == nullptr) return back(start);
  ++at_;
  mention_.day = day;
  mention_.month = name->number;
  year_after();
  return true;
}

bool TimeParser::weekday_date() {
  const std::uint32_t start = at_;
  const bool article = lower(at_) == "a" && weekday(at_ + 1) != nullptr;
  if (article) ++at_;
  const std::string_view which = lower(at_);
  if (which == "last" || which == "next" || which == "this" || which == "past" || which == "coming") {
    ++at_;
    if (which == "this" && (lower(at_) == "past" || lower(at_) == "coming")) {
      mention_.direction = lower(at_) == "past" ? -1 : 1;
      ++at_;
    } else {
      mention_.direction = which == "last" || which == "past" ? -1 : which == "this" ? 2 : 1;
    }
  }
  const TimeWord* name = weekday(at_);
  if (name == nullptr) return back(start);
  ++at_;
  if (lower(at_) == "." && !spaced(at_) && text(at_ - 1).size() <= 4) ++at_;
  mention_.weekday = name->number;
  if (const TimeWord* part = word(at_, "part")) {
    mention_.part = part->value;
    mention_.type = TimeType::kTime;
    ++at_;
  }
  const std::uint32_t save = at_;
  take(",");
  TimeMention day = mention_;
  if (day_date_or_month_day()) {
    mention_.weekday = day.weekday;
    mention_.part = day.part;
    mention_.type = day.type;
    mention_.direction = day.direction == 2 ? 0 : day.direction;
    return true;
  }
  mention_ = day;
  at_ = save;
  week_after(article);
  if (article && mention_.grain == 0) return back(start);
  return true;
}

bool TimeParser::day_date_or_month_day() {
  const std::uint32_t save = at_;
  mention_ = {};
  if (month(at_) != nullptr && month_date() && mention_.day) return true;
  at_ = save;
  mention_ = {};
  if (day_date()) return true;
  at_ = save;
  return false;
}

void TimeParser::week_after(bool article) {
  const std::string_view which = lower(at_);
  if ((which == "next" || which == "last" || which == "this") && lower(at_ + 1) == "week") {
    mention_.grain = 'W';
    mention_.shift = which == "next" ? 1 : which == "last" ? -1 : 0;
    at_ += 2;
  } else if (article && inside(at_)) {
    const auto count = parse_number(annotation_, at_);
    if (!count || count->range || !inside(count->tokens.end + 1)) return;
    const std::uint32_t unit = count->tokens.end;
    if ((lower(unit) != "weeks" && lower(unit) != "week") || lower(unit + 1) != "ago") return;
    mention_.grain = 'W';
    mention_.shift = -static_cast<int>(count->low);
    at_ = unit + 2;
  }
}

}  // namespace tetrapla::claims
