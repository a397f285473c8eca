#include "claims/numbers.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>

#include "base/table.h"
#include "claims/data/number_words.h"
#include "claims/numbers_parser.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

const NumberWord* find_number_word(std::string_view lower) {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, NumberWord> words;
    for (const auto& row : base::rows_of(data::number_words())) {
      if (row.size() < 3) continue;
      double value = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
      words.emplace(row[0], NumberWord{value, row[2]});
    }
    return words;
  }();
  const auto found = kWords.find(lower);
  return found == kWords.end() ? nullptr : &found->second;
}

std::optional<Number> NumberParser::parse() {
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

bool NumberParser::read_sign() {
  const std::string_view sign = lower(at_);
  if (sign == "minus") {
    if (at_ + 1 >= size() || !same_sentence(at_ + 1)) return false;
    ++at_;
    return true;
  }
  if (sign != "-" && sign != "−" && sign != "–") return false;
  const bool opens = at_ == 0 || spaced(at_) || lower(at_ - 1) == "(" || lower(at_ - 1) == "$";
  if (!opens || spaced(at_ + 1) || at_ + 1 >= size() || !(is_digit(text(at_ + 1).front()) || text(at_ + 1).front() == '.'))
    return false;
  ++at_;
  return true;
}

std::optional<Number> NumberParser::finish() {
  number_.tokens = {begin_, at_};
  if (at_ == begin_) return std::nullopt;
  number_.span = annotation_.span_of(number_.tokens);
  if (!number_.glued.empty()) read_glued_scale();
  return number_;
}

std::optional<Number> parse_number(const Annotation& annotation, std::uint32_t at) { return NumberParser(annotation, at).parse(); }

std::optional<Ordinal> parse_ordinal(const Annotation& annotation, std::uint32_t at) {
  const auto& tokens = annotation.tokens;
  if (at >= tokens.size()) return std::nullopt;
  const std::string_view lower = tokens[at].lower;
  if (const NumberWord* word = find_number_word(lower); word != nullptr) {
    if (word->kind == "ordinal") return Ordinal{{at, at + 1}, word->value};
    if (word->kind == "ten") {
      const std::uint32_t next = at + 1 < tokens.size() && tokens[at + 1].lower == "-" ? at + 2 : at + 1;
      const NumberWord* unit = next < tokens.size() ? find_number_word(tokens[next].lower) : nullptr;
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
