// Years and decades: "2011", "nineteen ninety-six", "fiscal 1990", "the 1990s".
#include <cmath>
#include <string>

#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims/quantities_reject.h"
#include "claims/times_parser.h"

namespace tetrapla::claims {

bool TimeParser::year_number(int& number) {
  const std::string_view digits = text(at_);
  if (all_digits(digits) && digits.size() == 4) {
    number = to_int(digits);
    if (number < kFirstYear || number > kLastYear) return false;
    ++at_;
    return true;
  }
  if (digits.empty() || is_digit(digits.front())) return false;
  const auto first = parse_number(annotation_, at_);
  if (!first || first->digits || first->decimal || !inside(first->tokens.end - 1)) return false;
  if (first->low >= 2000 && first->low <= 2050) {
    number = static_cast<int>(first->low);
    at_ = first->tokens.end;
    return true;
  }
  if (first->low < 15 || first->low > 20 || first->low != std::floor(first->low)) return false;
  std::uint32_t next = first->tokens.end;
  const bool hundred = lower(next) == "oh";
  if (hundred) ++next;
  if (!inside(next)) return false;
  const auto second = parse_number(annotation_, next);
  if (!second || second->digits || second->decimal || second->low < (hundred ? 1 : 10) || second->low > 99) return false;
  number = static_cast<int>(first->low) * 100 + static_cast<int>(second->low);
  at_ = second->tokens.end;
  return number <= kLastYear;
}

void TimeParser::year_after() {
  const std::uint32_t save = at_;
  take(",");
  take("of");
  int number = 0;
  if (year_number(number)) {
    mention_.year = number;
    return;
  }
  at_ = save;
  take("of");
  const std::string_view which = lower(at_);
  if ((which == "last" || which == "this" || which == "next") && lower(at_ + 1) == "year") {
    mention_.year_shift = which == "last" ? -1 : which == "this" ? 0 : 1;
    at_ += 2;
    return;
  }
  at_ = save;
}

bool TimeParser::year() {
  const std::uint32_t start = at_;
  take("the");
  if (decade()) return true;
  at_ = start;
  const bool named = (lower(at_) == "the" && lower(at_ + 1) == "year" && ++at_ && ++at_) || take("fiscal");
  const std::string_view digits = text(at_);
  int number = 0;
  const std::uint32_t first = at_;
  if (!year_number(number)) return back(start);
  const bool spoken = !all_digits(digits);
  if (!named && !(spoken ? led_by_preposition(first) : is_year(first, number))) return back(start);
  mention_.year = number;
  return true;
}

bool TimeParser::led_by_preposition(std::uint32_t at) const { return in_list("before_year", before(at)); }

bool TimeParser::is_year(std::uint32_t at, int number) const {
  const std::string_view previous = before(at);
  const std::string_view next = lower(at + 1);
  if (!previous.empty() && (previous.ends_with("$") || previous == "£" || previous == "€" || previous == "¥" || previous == "#"))
    return false;
  if (!spaced(at) && (previous == "." || previous == "/" || previous == ":")) return false;
  if (next == "%" || next == "percent" || next == "-" || next == "–" || next == "°") {
    if (next != "-" && next != "–") return false;
    if (!spaced(at + 1) && !text(at + 2).empty() && is_digit(text(at + 2).front()) && text(at + 2).size() != 4 &&
        text(at + 2).size() != 2)
      return false;
  }
  if (previous != "in" && is_house_number(annotation_, at, at + 1)) return false;
  if (previous == "at" && capital(at + 1) && !in_list("event", next) && !in_list("event", lower(at + 2)))
    return false;  // "at 2016 Elm"
  if (led_by_preposition(at)) return !(previous == "of" && is_plural(next) && number == 2000);
  if (number < 1800 || (all_digits(next) && all_digits(lower(at + 2)))) return false;  // "1800 333 000"
  if (in_list("before_count", previous)) return false;
  if (in_list("after_count", next) || word(at + 1, "unit") != nullptr) return false;
  return !(number % 100 == 0 && is_plural(next));
}

bool TimeParser::decade() {
  const std::string_view digits = text(at_);
  if (digits.size() == 5 && all_digits(digits.substr(0, 4)) && digits[4] == 's' && digits[3] == '0') {
    mention_.fixed = std::string(digits.substr(0, 3));
    ++at_;
    return true;
  }
  if (digits.size() == 4 && all_digits(digits) && digits[3] == '0' && lower(at_ + 1) == "s" && !spaced(at_ + 1)) {
    mention_.fixed = std::string(digits.substr(0, 3));
    at_ += 2;
    return true;
  }
  const bool led =
      in_list("before_decade", before(at_)) || (before(at_) == "-" && at_ > 1 && in_list("before_decade", lower(at_ - 2)));
  if (led && digits.size() >= 2 && is_digit(digits[0]) && digits[0] >= '2' && digits[1] == '0') {  // "the late 90s"
    const bool glued = digits.size() == 3 && digits[2] == 's';
    if (glued || (digits.size() == 2 && lower(at_ + 1) == "s" && !spaced(at_ + 1))) {
      mention_.fixed = "19" + std::string(digits.substr(0, 1));
      at_ += glued ? 1 : 2;
      return true;
    }
  }
  const std::uint32_t start = at_;
  const bool century = take("nineteen");  // "nineteen seventies"
  if (century) take("-");
  const TimeWord* const name = word(at_, "decade");
  if (name == nullptr || !(century || led || before(at_) == "the")) {
    at_ = start;
    return false;
  }
  mention_.fixed = std::string(name->value);
  ++at_;
  return true;
}

}  // namespace tetrapla::claims
