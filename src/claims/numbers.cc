#include "claims/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "base/table.h"
#include "claims/data/number_words.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;
using language::TokenRange;

struct Word {
  double value = 0;
  std::string_view kind;
};

const Word* find_word(std::string_view lower) {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, Word> words;
    for (const auto& row : base::rows_of(data::number_words())) {
      if (row.size() < 3) continue;
      double value = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
      words.emplace(row[0], Word{value, row[2]});
    }
    return words;
  }();
  const auto found = kWords.find(lower);
  return found == kWords.end() ? nullptr : &found->second;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return true;
}

/// Walks over the tokens of one number.
class Parser {
 public:
  Parser(const Annotation& annotation, std::uint32_t at) : annotation_(annotation), begin_(at), at_(at) {}

  std::optional<Number> parse() {
    if (at_ >= size()) return std::nullopt;
    const bool signed_number = read_sign();
    if (read_digits()) {
      number_.digits = true;
      if (signed_number || minus_) number_.low = -number_.low;
      if (number_.glued.empty()) read_scale_after_digits();
      number_.high = number_.low;
      return finish();
    }
    if (!read_words() || (signed_number && at_ == begin_ + 1)) return std::nullopt;
    if (signed_number) {
      number_.low = -number_.low;
      number_.high = -number_.high;
      if (number_.range || number_.dozens) return std::nullopt;
    }
    return finish();
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t at) const { return annotation_.tokens[at]; }
  [[nodiscard]] std::string_view lower(std::uint32_t at) const { return at < size() ? std::string_view(token(at).lower) : std::string_view(); }
  [[nodiscard]] std::string_view text(std::uint32_t at) const { return at < size() ? annotation_.text_of(token(at)) : std::string_view(); }
  [[nodiscard]] bool spaced(std::uint32_t at) const { return at >= size() || token(at).space_before; }
  [[nodiscard]] bool is(std::uint32_t at, std::string_view kind) const {
    const Word* word = find_word(lower(at));
    return word != nullptr && word->kind == kind;
  }
  [[nodiscard]] double value_of(std::uint32_t at) const {
    const Word* word = find_word(lower(at));
    return word == nullptr ? 0 : word->value;
  }
  [[nodiscard]] bool same_sentence(std::uint32_t at) const { return at < size() && token(at).sentence == token(begin_).sentence; }

  /// A minus that belongs to the number: "-16", "− 5", "minus 12"; no hyphen between words or numbers.
  bool read_sign() {
    const std::string_view sign = lower(at_);
    if (sign == "minus") {
      if (at_ + 1 >= size() || !same_sentence(at_ + 1)) return false;
      ++at_;
      return true;
    }
    if (sign != "-" && sign != "−" && sign != "–") return false;
    const bool opens = at_ == 0 || spaced(at_) || lower(at_ - 1) == "(" || lower(at_ - 1) == "$";
    if (!opens || spaced(at_ + 1) || at_ + 1 >= size() || !(is_digit(text(at_ + 1).front()) || text(at_ + 1).front() == '.')) return false;
    ++at_;
    return true;
  }

  /// Digits at the head of a token; what follows them there goes to `glued`.
  bool read_digits() {
    if (at_ >= size()) return false;
    const std::string joined = without_blanks(text(at_));  // "2. 6", "35, 000": torn, and one token again
    std::string_view word = joined;
    if (const Word* vulgar = find_word(word); vulgar != nullptr && vulgar->kind == "vulgar") {
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
    if (const Word* vulgar = find_word(number_.glued); vulgar != nullptr && vulgar->kind == "vulgar") {
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

  static std::string without_blanks(std::string_view word) {
    std::string joined;
    for (const char c : word) {
      if (c != ' ' && c != '\t' && c != '\n') joined += c;
    }
    return joined;
  }

  static std::size_t digits_length(std::string_view word) {
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

  static double parse_decimal(std::string_view digits) {
    std::string plain = "0";  // ".358"
    for (const char c : digits) {
      if (c != ',') plain += c;
    }
    double value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return value;
  }

  bool read_plain(std::string_view digits) {
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

  /// "1/4", and "5/8" only where it is less than one.
  bool read_slash(std::size_t length, std::string_view word) {
    const std::string_view below = word.substr(length + 1);
    const double denominator = all_digits(below) ? parse_decimal(below) : 0;
    const Word* part = find_word(below);  // not "9/11"
    if (part == nullptr || part->kind != "below" || number_.low >= denominator) return false;
    number_.low /= denominator;
    number_.decimal = number_.fraction = true;
    number_.glued.clear();
    return true;
  }

  /// "4 300": groups of three digits apart from each other.
  void read_split_groups(std::string_view digits) {
    if (!all_digits(digits) || digits.size() > 3 || digits.front() == '0') return;
    while (spaced(at_) && same_sentence(at_)) {
      const std::string_view group = text(at_);
      const std::string_view next = lower(at_ + 1);
      if (group.size() != 3 || !all_digits(group) || next == "/" || next == "-") return;
      number_.low = number_.low * 1000 + parse_decimal(group);
      number_.grouped = true;
      ++at_;
    }
  }

  [[nodiscard]] bool after_currency() const {
    if (begin_ == 0) return false;
    const std::string_view before = text(begin_ - 1);
    return before.ends_with("$") || before.ends_with("£") || before.ends_with("€") || before.ends_with("¥");
  }

  /// "5 1/2", "5 ½", "2 and a half".
  void read_mixed_fraction() {
    if (number_.decimal || number_.grouped) return;
    const std::string_view next = text(at_);
    if (const Word* vulgar = find_word(next); vulgar != nullptr && vulgar->kind == "vulgar") {
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

  void read_and_a_half() {
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

  void multiply(double scale) {
    number_.low *= scale;
    number_.high *= scale;
    number_.scale *= scale;
  }

  /// "2m", "3.1bn" (glued), "2.5 million", "$140-million", "1.5 hundred thousand", "5 dozen".
  void read_scale_after_digits() {
    for (int count = 0; count < 2; ++count) {
      std::uint32_t next = at_;
      if (lower(next) == "-" && next + 1 < size() && is(next + 1, "scale")) ++next;
      const Word* word = find_word(lower(next));
      if (word == nullptr || next >= size()) return;
      const bool scale = word->kind == "scale" || word->kind == "hundred" || word->kind == "dozen";
      const bool abbreviation = word->kind == "short" && count == 0 && lower(next).size() > 1;
      const bool letter = word->kind == "short" && count == 0 && !abbreviation && !spaced(next) && letter_is_scale(next);
      if (!scale && !abbreviation && !letter) return;
      if (next != at_ && !scale) return;
      multiply(word->value);
      at_ = next + 1;
    }
  }

  /// "2m" and "$136M" are millions with money or before a noun; "100 m" and "50m tall" are metres.
  [[nodiscard]] bool letter_is_scale(std::uint32_t at) const {
    if (lower(at) == "k") return true;
    if (after_currency() || (begin_ > 0 && text(begin_ - 1) == "R")) return true;
    if (lower(at) == "b" || lower(at) == "t") return false;
    const std::string_view next = lower(at + 1);
    if (next.empty() || text(at + 1).find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos) return false;
    for (const std::string_view metre : {"long", "tall", "high", "deep", "wide", "from", "of", "away", "below", "above", "in", "at", "to", "and", "or", "by",
                                         "race", "freestyle", "hurdles", "final", "off", "under", "on", "down", "up", "north", "south", "east", "west"}) {
      if (next == metre) return false;
    }
    return next.size() > 3;
  }

  /// One word below a hundred: "twenty-three", "twenty three", "seventeen".
  bool read_below_hundred(double& value) {
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

  bool read_words() {
    if (is(at_, "plural")) return read_plural();
    if (is(at_, "dozens")) {
      number_.dozens = true;
      ++at_;
      return true;
    }
    if (read_part()) return true;
    if ((lower(at_) == "several" || (lower(at_) == "few" || (lower(at_) == "a" && lower(at_ + 1) == "few"))) && read_several()) return true;
    return read_cardinal();
  }

  /// "hundreds", "tens of thousands", "hundreds of millions".
  bool read_plural() {
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

  /// "several thousand", "a few hundred"; "several dozen" is as vague as "dozens".
  bool read_several() {
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

  /// "half a million", "half a dozen", "half", "a quarter of a million", "a fifth", "two thirds", "three quarters", "one in five" apart.
  bool read_part() {
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
      const Word* ordinal = find_word(word);
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
    if (next < size() && (next > at_ || lower(part) == "half" || lower(part) == "quarter") && (is(next, "scale") || is(next, "hundred") || is(next, "dozen"))) {
      number_.low *= value_of(next);
      number_.scale = value_of(next);
      number_.fraction = false;
      at_ = next + 1;
    }
    number_.high = number_.low;
    return true;
  }

  /// "a quarter of an hour", "a quarter century"; not "a quarter ended", "a quarter earlier".
  [[nodiscard]] bool quarter_is_share(std::uint32_t part) const {
    const std::string_view next = lower(part + 1);
    return next == "of" || next == "century" || next == "mile" || next == "hour" || next == "inch" || next == "million" || next == "billion" || next == "-";
  }

  /// "twenty-three", "a hundred and forty", "two thousand and nineteen", "two and a half million", "two dozen".
  bool read_cardinal() {
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

  std::optional<Number> finish() {
    number_.tokens = {begin_, at_};
    if (at_ == begin_) return std::nullopt;
    number_.span = annotation_.span_of(number_.tokens);
    if (!number_.glued.empty()) read_glued_scale();
    return number_;
  }

  /// "2m", "3.1bn", "5k" where the letters stand in the digits' own token.
  void read_glued_scale() {
    std::string folded = number_.glued;
    for (char& c : folded) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const Word* word = find_word(folded);
    if (word == nullptr || (word->kind != "short" && word->kind != "scale")) return;
    if ((folded == "b" || folded == "t") && !after_currency()) return;
    if (folded == "m" && !after_currency()) {
      const std::string_view next = lower(number_.tokens.end);
      if (next.size() < 4) return;
    }
    multiply(word->value);
    number_.glued.clear();
  }

  const Annotation& annotation_;
  std::uint32_t begin_;
  std::uint32_t at_;
  bool minus_ = false;
  Number number_;
};

}  // namespace

std::optional<Number> parse_number(const Annotation& annotation, std::uint32_t at) { return Parser(annotation, at).parse(); }

std::optional<Ordinal> parse_ordinal(const Annotation& annotation, std::uint32_t at) {
  const auto& tokens = annotation.tokens;
  if (at >= tokens.size()) return std::nullopt;
  const std::string_view lower = tokens[at].lower;
  if (const Word* word = find_word(lower); word != nullptr) {
    if (word->kind == "ordinal") return Ordinal{{at, at + 1}, word->value};
    if (word->kind == "ten") {
      const std::uint32_t next = at + 1 < tokens.size() && tokens[at + 1].lower == "-" ? at + 2 : at + 1;
      const Word* unit = next < tokens.size() ? find_word(tokens[next].lower) : nullptr;
      if (unit != nullptr && unit->kind == "ordinal" && unit->value < 10) return Ordinal{{at, next + 1}, word->value + unit->value};
    }
    return std::nullopt;
  }
  const std::size_t digits = std::min(lower.find_first_not_of("0123456789"), lower.size());
  if (digits == 0 || digits > 4) return std::nullopt;
  double value = 0;
  std::from_chars(lower.data(), lower.data() + digits, value);
  std::string_view suffix = lower.substr(digits);
  std::uint32_t end = at + 1;
  if (suffix.empty() && end < tokens.size() && !tokens[end].space_before) suffix = tokens[end++].lower;
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
  return Ordinal{{at, end}, value};
}

}  // namespace tetrapla::claims
