// Numbers in digits: "4,300", "2.5 million", "5 1/2".
#include <algorithm>
#include <charconv>
#include <string>

#include "base/table.h"
#include "claims/context_words.h"
#include "claims/numbers_parser.h"

namespace tetrapla::claims {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr double kMillion = 1e6;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool all_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return true;
}

std::string without_blanks(std::string_view word) {
  std::string joined;
  for (const char c : word) {
    if (c != ' ' && c != '\t' && c != '\n') joined += c;
  }
  return joined;
}

std::size_t digits_length(std::string_view word) {
  std::size_t end = 0;
  bool digit = false;
  while (end < word.size()) {
    const char c = word[end];
    if (is_digit(c)) {
      digit = true;
    } else if (!((c == ',' || c == '.') && end + 1 < word.size() && is_digit(word[end + 1]))) {
      break;
    }
    ++end;
  }
  return digit ? end : 0;
}

double parse_decimal(std::string_view digits) {
  std::string plain = "0";  // ".358"
  for (const char c : digits) {
    if (c != ',') plain += c;
  }
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

}  // namespace

bool NumberParser::read_digits() {
  if (at_ >= size()) return false;
  const std::string joined = without_blanks(text(at_));  // "2. 6", "35, 000": torn, and one token again
  std::string_view word = joined;
  if (const NumberWord* vulgar = find_number_word(word); vulgar != nullptr && vulgar->kind == "vulgar") {
    number_.low = vulgar->value;
    number_.decimal = number_.fraction = true;
    ++at_;
    return true;
  }
  if (word.starts_with("-") || word.starts_with("+")) {
    minus_ = word.front() == '-';
    word.remove_prefix(1);
  }
  for (const std::string_view sign : {"−", "–"}) {
    if (word.starts_with(sign)) {
      minus_ = true;
      word.remove_prefix(sign.size());
    }
  }
  const std::size_t length = digits_length(word);
  if (length == 0) return false;
  if (!read_plain(word.substr(0, length))) return false;
  number_.glued = std::string(word.substr(length));
  ++at_;
  if (const NumberWord* vulgar = find_number_word(number_.glued); vulgar != nullptr && vulgar->kind == "vulgar") {
    number_.low += vulgar->value;
    number_.decimal = true;
    number_.glued.clear();
  }
  if (number_.glued.starts_with("/")) return read_slash(length, word);
  if (number_.glued.empty()) {
    read_split_groups(word.substr(0, length));
    read_mixed_fraction();
  }
  return true;
}

bool NumberParser::read_plain(std::string_view digits) {
  const std::size_t points = static_cast<std::size_t>(std::count(digits.begin(), digits.end(), '.'));
  if (points > 1) {  // 1.234.567: points part thousands; other chains are no number ("10.12.2024")
    std::string joined;
    std::size_t part_size = 0;
    bool first = true;
    for (const std::string_view part : base::split(digits, '.')) {
      part_size = part.size();
      if ((!first && part_size != 3) || !all_digits(part)) return false;
      first = false;
      joined += part;
    }
    number_.low = parse_decimal(joined);
    number_.grouped = true;
    return true;
  }
  number_.grouped = digits.find(',') != std::string_view::npos;
  if (number_.grouped) {  // "4,300" and the Indian "12,34,567"; not "1,2"
    const std::string_view whole = digits.substr(0, digits.find('.'));
    if (whole.size() - whole.rfind(',') != 4) return false;
  }
  number_.decimal = points == 1;
  number_.low = parse_decimal(digits);
  return true;
}

bool NumberParser::read_slash(std::size_t length, std::string_view word) {
  const std::string_view below = word.substr(length + 1);
  const double denominator = all_digits(below) ? parse_decimal(below) : 0;
  const NumberWord* part = find_number_word(below);  // not "9/11"
  if (part == nullptr || part->kind != "below" || number_.low >= denominator) return false;
  number_.low /= denominator;
  number_.decimal = number_.fraction = true;
  number_.glued.clear();
  return true;
}

void NumberParser::read_split_groups(std::string_view digits) {
  if (!all_digits(digits) || digits.size() > 3 || digits.front() == '0') return;
  if (lower(at_) == "," && !spaced(at_) && spaced(at_ + 1) && same_sentence(at_ + 1) && text(at_ + 1).size() == 3 &&
      all_digits(text(at_ + 1)) &&
      (text(at_ + 1).front() == '0' || after_currency() ||
       (begin_ > 0 && in_list("before_thousands", lower(begin_ - 1)) && same_sentence(at_ + 2) &&
        is_letter(text(at_ + 2).front())))) {
    // "4, 051": torn, as no number begins so; "with 4, 183 yards"
    number_.low = number_.low * 1000 + parse_decimal(text(at_ + 1));
    number_.grouped = true;
    at_ += 2;
    return;
  }
  while (spaced(at_) && same_sentence(at_)) {
    const std::string_view group = text(at_);
    const std::string_view next = lower(at_ + 1);
    if (group.size() != 3 || !all_digits(group) || next == "/" || next == "-") return;
    number_.low = number_.low * 1000 + parse_decimal(group);
    number_.grouped = true;
    ++at_;
  }
}

bool NumberParser::after_currency() const {
  if (begin_ == 0) return false;
  const std::string_view before = text(begin_ - 1);
  return before.ends_with("$") || before.ends_with("£") || before.ends_with("€") || before.ends_with("¥");
}

void NumberParser::read_mixed_fraction() {
  if (number_.decimal || number_.grouped) return;
  const std::string_view next = text(at_);
  if (const NumberWord* vulgar = find_number_word(next); vulgar != nullptr && vulgar->kind == "vulgar") {
    number_.low += vulgar->value;
    number_.decimal = true;
    ++at_;
  } else if (next.size() == 3 && next[1] == '/' && is_digit(next[0]) && is_digit(next[2]) && next[0] < next[2]) {
    number_.low += (next[0] - '0') / static_cast<double>(next[2] - '0');
    number_.decimal = true;
    ++at_;
  } else {
    read_and_a_half();
  }
}

void NumberParser::read_and_a_half() {
  if (lower(at_) != "and" || !same_sentence(at_)) return;
  const std::uint32_t article = at_ + 1;
  if (lower(article) != "a" && lower(article) != "one" && lower(article) != "three") return;
  std::uint32_t part = article + 1;
  if (lower(part) == "-") ++part;
  if (!is(part, "fraction") || lower(part + 1) == "of") return;
  number_.low += value_of(part) * (lower(article) == "three" ? 3 : 1);
  number_.decimal = true;
  at_ = part + 1;
}

void NumberParser::multiply(double scale) {
  number_.low *= scale;
  number_.high *= scale;
  number_.scale *= scale;
}

void NumberParser::read_scale_after_digits() {
  for (int count = 0; count < 2; ++count) {
    std::uint32_t next = at_;
    if (lower(next) == "-" && next + 1 < size() && is(next + 1, "scale")) ++next;
    const NumberWord* word = find_number_word(lower(next));
    if (word == nullptr || next >= size()) return;
    const bool foreign = count == 0 && next == at_ && word->kind == "plural" && word->value >= kMillion &&
                         in_list("foreign_of", lower(at_ + 1));  // "55 millions d'euros"
    const bool scale = foreign || word->kind == "scale" || word->kind == "hundred" || word->kind == "dozen";
    const bool abbreviation = word->kind == "short" && count == 0 && lower(next).size() > 1;
    const bool letter = word->kind == "short" && count == 0 && !abbreviation && !spaced(next) && letter_is_scale(next);
    if (!scale && !abbreviation && !letter) return;
    if (next != at_ && !scale) return;
    multiply(word->value);
    at_ = next + 1;
  }
}

bool NumberParser::letter_is_scale(std::uint32_t at) const {
  if (lower(at) == "k") return true;
  if (after_currency() || (begin_ > 0 && text(begin_ - 1) == "R")) return true;
  if (lower(at) == "b" || lower(at) == "t") return false;
  const std::string_view next = lower(at + 1);
  if (next.empty() || text(at + 1).find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos) return false;
  if (in_list("after_metre", next)) return false;
  return next.size() > 3;
}

void NumberParser::read_glued_scale() {
  std::string folded = number_.glued;
  for (char& c : folded) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  const NumberWord* word = find_number_word(folded);
  if (word == nullptr || (word->kind != "short" && word->kind != "scale")) return;
  if ((folded == "b" || folded == "t") && !after_currency()) return;
  if (folded == "m" && !after_currency()) {
    const std::string_view next = lower(number_.tokens.end);
    if (next.size() < 4) return;
  }
  multiply(word->value);
  number_.glued.clear();
}

}  // namespace tetrapla::claims
