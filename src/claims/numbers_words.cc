// Numbers in words: "twenty-three", "half a dozen", "tens of thousands".
#include "claims/numbers_parser.h"

namespace tetrapla::claims {

bool NumberParser::read_words() {
  if (is(at_, "plural")) return read_plural();
  if (is(at_, "dozens")) {
    number_.dozens = true;
    ++at_;
    return true;
  }
  if (read_part()) return true;
  if ((lower(at_) == "several" || (lower(at_) == "few" || (lower(at_) == "a" && lower(at_ + 1) == "few"))) && read_several())
    return true;
  return read_cardinal();
}

bool NumberParser::read_below_hundred(double& value) {
  if (is(at_, "ten")) {
    value = value_of(at_++);
    const std::uint32_t next = lower(at_) == "-" ? at_ + 1 : at_;
    if (is(next, "unit") && value_of(next) > 0 && same_sentence(next)) {
      value += value_of(next);
      at_ = next + 1;
    }
    return true;
  }
  if (is(at_, "teen") || is(at_, "unit")) {
    value = value_of(at_++);
    return true;
  }
  return false;
}

bool NumberParser::read_plural() {
  double base = value_of(at_);
  std::uint32_t end = at_ + 1;
  if (lower(end) == "of" && is(end + 1, "plural")) {
    base *= value_of(end + 1);
    end += 2;
    if (lower(end) == "of" && is(end + 1, "plural")) {
      base *= value_of(end + 1);
      end += 2;
    }
  }
  if (base < 100) return false;  // "tens"
  number_.low = base;
  number_.high = base * 10;
  number_.range = true;
  at_ = end;
  return true;
}

bool NumberParser::read_several() {
  std::uint32_t next = at_ + (lower(at_) == "a" ? 2 : 1);
  if (is(next, "dozen")) {
    number_.dozens = true;
    at_ = next + 1;
    return true;
  }
  double scale = 1;
  while (is(next, "hundred") || is(next, "scale")) scale *= value_of(next++);
  if (scale < 100) return false;
  number_.low = scale;
  number_.high = scale * 10;
  number_.range = true;
  at_ = next;
  return true;
}

bool NumberParser::read_part() {
  const std::uint32_t start = at_;
  double count = 1;
  bool article = false;
  std::uint32_t part = at_;
  if (lower(part) == "a" || lower(part) == "one") {
    article = true;
    ++part;
  } else if (is(part, "unit") && value_of(part) >= 2) {
    count = value_of(part++);
  }
  if (part > start && lower(part) == "-") ++part;
  double share = 0;
  if (is(part, "fraction")) {
    share = value_of(part);
    if (lower(part) == "quarter" && !article && count == 1) return false;  // "the quarter" is a time or a place
    if (lower(part) == "quarters" && count == 1) return false;
  } else {
    std::string_view word = lower(part);
    const bool plural = word.ends_with("s");
    if (plural) word.remove_suffix(1);
    const NumberWord* ordinal = find_number_word(word);
    if (ordinal == nullptr || ordinal->kind != "ordinal" || ordinal->value < 3 || part == start) return false;
    if (plural != (count > 1)) return false;
    // "a third man", "a fifth of": a part needs "of", a stop or the end after it.
    const std::string_view next = lower(part + 1);
    if (!plural && !(next.empty() || next == "of" || next == "." || next == "," || next == "in" || next == "to")) return false;
    share = 1 / ordinal->value;
  }
  if (lower(part) == "quarter" && !quarter_is_share(part)) return false;
  number_.low = count * share;
  number_.decimal = number_.fraction = true;
  at_ = part + 1;
  // of a larger number: "half a million", "a quarter of a million", "half a dozen", "two thirds of a million"
  std::uint32_t next = at_;
  if (lower(next) == "of") ++next;
  if (lower(next) == "a") ++next;
  if (next < size() && (next > at_ || lower(part) == "half" || lower(part) == "quarter") &&
      (is(next, "scale") || is(next, "hundred") || is(next, "dozen"))) {
    number_.low *= value_of(next);
    number_.scale = value_of(next);
    number_.fraction = false;
    at_ = next + 1;
  }
  number_.high = number_.low;
  return true;
}

bool NumberParser::quarter_is_share(std::uint32_t part) const {
  const std::string_view next = lower(part + 1);
  return next == "of" || next == "century" || next == "mile" || next == "hour" || next == "inch" || next == "million" ||
         next == "billion" || next == "-";
}

bool NumberParser::read_cardinal() {
  double total = 0;
  double group = 0;
  bool any = false;
  bool last_was_scale = false;
  if ((lower(at_) == "a" || lower(at_) == "an") && (is(at_ + 1, "hundred") || is(at_ + 1, "scale") || is(at_ + 1, "dozen"))) {
    group = 1;
    ++at_;
    any = true;
    last_was_scale = true;
  }
  for (int steps = 0; steps < 12 && at_ < size(); ++steps) {
    if (any && !same_sentence(at_)) break;
    const std::uint32_t hyphen = any && lower(at_) == "-" ? 1 : 0;
    double value = 0;
    if (is(at_ + hyphen, "hundred") || is(at_ + hyphen, "scale") || is(at_ + hyphen, "dozen")) {
      if (!any && !is(at_, "dozen")) {
        if (at_ == 0 || lower(at_ - 1) == "-") return false;
      }
      const double scale = value_of(at_ + hyphen);
      if (is(at_ + hyphen, "hundred") || is(at_ + hyphen, "dozen")) {
        group = (group == 0 ? 1 : group) * scale;
      } else {
        total += (group == 0 ? 1 : group) * scale;
        group = 0;
      }
      number_.scale = scale;
      at_ += hyphen + 1;
      any = true;
      last_was_scale = true;
      continue;
    }
    std::uint32_t save = at_;
    if (any && lower(at_) == "and" && last_was_scale) ++at_;
    if (any && lower(at_) == "," && last_was_scale && total > 0) ++at_;
    if (any && !last_was_scale) {
      at_ = save;
      break;
    }
    if (!read_below_hundred(value)) {
      at_ = save;
      break;
    }
    if (save != at_ && lower(save) == "and" && (number_.scale > 1e5 && lower(at_) != "hundred")) {  // "two million and five people"
      at_ = save;
      break;
    }
    group += value;
    any = true;
    last_was_scale = false;
    number_.scale = 1;
    number_.low = group;
    number_.high = group;
    const double before = number_.low;
    if (total == 0) read_and_a_half();
    group += number_.low - before;
  }
  if (!any) return false;
  number_.low = number_.high = total + group;
  return true;
}

}  // namespace tetrapla::claims
