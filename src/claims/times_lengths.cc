// How long, how often, and the vague: "two and a half years", "two weeks ago", "every Friday", "now".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims/times_parser.h"

namespace tetrapla::claims {

std::optional<TimeParser::Count> TimeParser::count(std::uint32_t at) const {
  const std::string_view first = lower(at);
  if (first == "several" || first == "few" || first == "many" || first == "some") return Count{0, true, at + 1};
  if (first == "a" && lower(at + 1) == "few") return Count{0, true, at + 2};
  if (first == "a" && lower(at + 1) == "couple") return Count{2, false, lower(at + 2) == "of" ? at + 3 : at + 2};
  if (!inside(at)) return std::nullopt;
  if (const auto number = parse_number(annotation_, at); number && inside(number->tokens.end - 1)) {
    if (!number->glued.empty() || number->low < 0) return std::nullopt;
    std::uint32_t end = number->tokens.end;
    if (number->fraction && lower(end) == "of") ++end;
    if (number->fraction && (lower(end) == "a" || lower(end) == "an")) ++end;
    return Count{number->low, number->range || number->dozens, end};
  }
  if (first == "a" || first == "an") return Count{1, false, at + 1};
  return std::nullopt;
}

bool TimeParser::duration() {
  const std::uint32_t start = at_;
  const bool bounded = duration_bound();
  const bool article = take("the");
  const bool led = lower(at_) == "last" || lower(at_) == "past" || lower(at_) == "next" || lower(at_) == "first" ||
                   lower(at_) == "coming" || lower(at_) == "final";
  if (led) ++at_;
  const std::uint32_t number_at = at_;
  std::optional<Count> number = count(at_);
  if (!number && bare_units(article || led)) return true;
  if (!number) return back(start);
  at_ = number->end;
  const bool hyphen = take("-");
  if (!hyphen) {
    if (!take("more")) take("full") || take("straight") || take("consecutive") || take("additional");
  }
  const TimeWord* unit = word(at_, "unit");
  if (unit == nullptr || unit->value == "Q") return back(start);
  if (lower(at_) == "second" && number->number != 1) return back(start);
  ++at_;
  double value = number->number;
  if (lower(at_) == "and" && lower(at_ + 1) == "a" && lower(at_ + 2) == "half") {
    value += 0.5;
    at_ += 3;
  }
  if (lower(at_) == "old" || (lower(at_) == "-" && lower(at_ + 1).starts_with("old")) ||
      (lower(at_) == "of" && lower(at_ + 1) == "age"))
    return back(start);
  if (hyphen && lower(at_) == "-" && lower(at_ + 1) == "long") at_ += 2;
  if (hyphen && article) return back(start);  // "the two-year lease": the article is the noun's
  if (unit->value == "TS" && (lower(number_at) == "a" || lower(number_at) == "an")) return back(start);  // "a second boat"
  if (from_here(*number, value, unit->value)) {
    if (article || led) return back(start);
    return true;
  }
  const std::string_view a = lower(number_at);
  if ((a == "a" || a == "an") && number->number == 1 && !bounded && !article && !led && !duration_led(start)) return back(start);
  if (lower(at_) == "'" || lower(at_) == "'s") {
    // "two years' imprisonment": the mark is none of the span
  }
  mention_.type = TimeType::kDuration;
  mention_.fixed = number->vague ? vague(unit->value) : length(value, unit->value);
  return true;
}

bool TimeParser::duration_led(std::uint32_t at) const { return in_list("before_length", before(at)); }

bool TimeParser::duration_bound() {
  struct Bounded {
    std::string_view first;
    std::string_view second;
    std::string_view third;
    std::string_view mod;
  };
  constexpr std::array<Bounded, 10> kBounds{{{"no", "more", "than", "EQUAL_OR_LESS"},
                                             {"no", "less", "than", "EQUAL_OR_MORE"},
                                             {"more", "than", "", "MORE_THAN"},
                                             {"less", "than", "", "LESS_THAN"},
                                             {"fewer", "than", "", "LESS_THAN"},
                                             {"at", "least", "", "EQUAL_OR_MORE"},
                                             {"at", "most", "", "EQUAL_OR_LESS"},
                                             {"up", "to", "", "EQUAL_OR_LESS"},
                                             {"nearly", "", "", "LESS_THAN"},
                                             {"almost", "", "", "LESS_THAN"}}};
  for (const Bounded& bound : kBounds) {
    if (lower(at_) != bound.first || (!bound.second.empty() && lower(at_ + 1) != bound.second) ||
        (!bound.third.empty() && lower(at_ + 2) != bound.third))
      continue;
    at_ += bound.third.empty() ? (bound.second.empty() ? 1 : 2) : 3;
    mention_.mod = bound.mod;
    return true;
  }
  if (in_list("near_length", before(at_))) mention_.mod = before(at_) == "over" ? "MORE_THAN" : "APPROX";
  return false;
}

bool TimeParser::bare_units(bool led) {
  const bool recent = take("recent");
  const TimeWord* unit = word(at_, "unit");
  if (unit == nullptr || !lower(at_).ends_with("s") || unit->value == "Q" || lower(at_) == "seconds") return false;
  const bool preposition = in_list("before_units", before(at_));
  if (!led && !recent && !preposition) return false;
  ++at_;
  if (lower(at_) == "ago") {
    ++at_;
    mention_.fixed = "PAST_REF";
    return true;
  }
  if (recent) {
    mention_.fixed = "PAST_REF";
    return true;
  }
  mention_.type = TimeType::kDuration;
  mention_.fixed = vague(unit->value);
  return true;
}

bool TimeParser::from_here(const Count& number, double value, std::string_view unit) {
  const std::string_view next = lower(at_);
  const bool ago = next == "ago";
  const bool earlier = next == "earlier" || (next == "before" && lower(at_ + 1).empty());
  const bool later = next == "later" || (next == "from" && lower(at_ + 1) == "now");
  if (next == "from" && unit == "W" && weekday(at_ + 1) != nullptr && !number.vague) {
    mention_.grain = 'N';
    mention_.shift = static_cast<int>(value);
    mention_.weekday = weekday(at_ + 1)->number;
    at_ += 2;
    return true;
  }
  if (!ago && !earlier && !later) return false;
  if (!ago && before(begin_) == "not") return false;  // "on 24 April and not a day earlier"
  if (unit.starts_with("T")) {
    if (!ago) return false;
    mention_.type = TimeType::kTime;
    mention_.grain = 'D';
    ++at_;
    return true;
  }
  at_ += next == "from" ? 2 : 1;
  if (number.vague) {
    mention_.fixed = ago || earlier ? "PAST_REF" : "FUTURE_REF";
    return true;
  }
  const int whole = static_cast<int>(std::lround(std::min(value, 5000.0)));
  mention_.shift = (ago || earlier ? -1 : 1) * whole * (unit == "E" ? 10 : unit == "C" ? 100 : unit == "F" ? 2 : 1);
  mention_.grain = unit == "E" || unit == "C" ? 'Y' : unit == "F" ? 'W' : unit.front();
  mention_.from_last = (!ago && next != "from" && mention_.grain == 'D') || (mention_.grain == 'Y' && mention_.shift == -1);
  return true;
}

std::string TimeParser::vague(std::string_view unit) {
  return unit.starts_with("T") ? fmt::format("PTX{}", unit.substr(1)) : fmt::format("PX{}", unit == "F" ? "W" : unit);
}

std::string TimeParser::length(double value, std::string_view unit) {
  if (unit == "E") return length(value * 10, "Y");
  if (unit == "C") return length(value * 100, "Y");
  if (unit == "F") return length(value * 2, "W");
  if (value == std::floor(value) && value < 1e9)
    return fmt::format("P{}{}{}", unit.starts_with("T") ? "T" : "", static_cast<long long>(value), unit.back());
  const double rest = value - std::floor(value);
  const auto whole = static_cast<long long>(std::floor(std::min(value, 1e9)));
  if (unit == "Y")
    return (whole > 0 ? fmt::format("P{}Y{}M", whole, std::lround(rest * 12)) : fmt::format("P{}M", std::lround(rest * 12)));
  if (unit == "TH")
    return (whole > 0 ? fmt::format("PT{}H{}M", whole, std::lround(rest * 60)) : fmt::format("PT{}M", std::lround(rest * 60)));
  if (unit == "TM")
    return (whole > 0 ? fmt::format("PT{}M{}S", whole, std::lround(rest * 60)) : fmt::format("PT{}S", std::lround(rest * 60)));
  return fmt::format("P{}{:.3g}{}", unit.starts_with("T") ? "T" : "", value, unit.back());
}

bool TimeParser::frequency() {
  const std::uint32_t start = at_;
  if (const TimeWord* often = word(at_, "set")) {
    if (capital(at_) && at_ > 0 && capital(at_ - 1)) return false;  // "Capital Daily"
    if (capital(at_) && capital(at_ + 1)) return false;
    mention_.type = TimeType::kSet;
    mention_.fixed = often->value;
    ++at_;
    return true;
  }
  if (const TimeWord* days = capital(at_) ? word(at_, "weekdays") : nullptr) {
    mention_.type = TimeType::kSet;
    mention_.fixed = fmt::format("XXXX-WXX-{}", days->number);
    ++at_;
    return true;
  }
  if (!take("every") && !take("each")) return back(start);
  mention_.type = TimeType::kSet;
  if (const TimeWord* day = weekday(at_)) {
    mention_.fixed = fmt::format("XXXX-WXX-{}", day->number);
    ++at_;
    return true;
  }
  if (const TimeWord* name = month(at_)) {
    mention_.fixed = fmt::format("XXXX-{:02}", name->number);
    ++at_;
    return true;
  }
  std::optional<Count> number = count(at_);
  if (number && !number->vague) at_ = number->end;
  const TimeWord* unit = word(at_, "unit");
  const TimeWord* part = word(at_, "part");
  if (unit == nullptr && part == nullptr) return back(start);
  mention_.fixed = part != nullptr ? fmt::format("XXXX-XX-XXT{}", part->value) : length(number ? number->number : 1, unit->value);
  ++at_;
  return true;
}

bool TimeParser::reference() {
  const std::uint32_t start = at_;
  const bool article = take("the");
  if (article && (lower(at_) == "past" || lower(at_) == "future") &&
      (lower(at_ + 1).empty() || in_list("closed", lower(at_ + 1)) ||
       !std::isalpha(static_cast<unsigned char>(lower(at_ + 1).front())))) {
    mention_.fixed = lower(at_) == "past" ? "PAST_REF" : "FUTURE_REF";
    ++at_;
    return true;
  }
  if (article) return back(start);
  const TimeWord* reference = word(at_, "ref");
  if (reference == nullptr || (capital(at_) && at_ > 0 && capital(at_ - 1))) return back(start);
  mention_.fixed = reference->value;
  ++at_;
  return true;
}

}  // namespace tetrapla::claims
