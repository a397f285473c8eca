#include "claims/quantities_ages.h"

#include <cmath>
#include <string_view>

#include "claims/context_words.h"
#include "claims/numbers.h"

namespace tetrapla::claims {

bool AgeReader::is_age(const Amount& amount, bool counted, const Hedge& hedge) const {
  const Number& number = amount.number;
  constexpr double kOldest = 120;
  constexpr double kYoungestSaidSo = 13;  // "died at 9" is as likely a clock's hour
  if (number.low < 1 || number.low > kOldest || number.low != std::floor(number.low) || number.range || amount.begin == 0)
    return false;
  const std::uint32_t at = hedge.tokens.size() > 0 && hedge.tokens.begin < amount.begin ? hedge.tokens.begin : amount.begin;
  if (at == 0 || !same_sentence(at - 1, amount.begin)) return false;
  const std::string_view before = lower(at - 1);
  if (before == "aged" || (before == "age" && !counted) || (before == "ages" && !counted)) return true;
  if (before == "of" && at >= 2 && lower(at - 2) == "age" && !counted) return true;
  if (counted) return false;
  if (before == "at" && at >= 2 && in_list("death", lower(at - 2)) && number.low >= kYoungestSaidSo &&
      !(same_sentence(at, amount.end) && starts_upper(amount.end)))
    return true;
  const bool bounded = hedge.tokens.size() == 1 && hedge.tokens.begin < amount.begin &&
                       (lower(at) == "under" || lower(at) == "over" || lower(at) == "above" || lower(at) == "below");
  if (bounded && in_list("people", before)) return true;
  if (before == "of" && at >= 2 && in_list("people", lower(at - 2)) && ends_phrase(amount.end)) return true;
  if (hedge.tokens.size() > 0 || before != "," || at < 2) return false;
  return is_name_or_person(at - 2) && ends_apposition(amount.end, at - 2);
}

bool AgeReader::ends_phrase(std::uint32_t end) const {
  return end >= size() || token(end).kind != language::TokenKind::kWord || in_list("closed", lower(end));
}

bool AgeReader::is_name_or_person(std::uint32_t at) const {
  if (token(at).kind != language::TokenKind::kWord || in_time_[at] || parse_number(annotation_, at)) return false;
  if (starts_upper(at)) {
    const bool first = annotation_.sentences[token(at).sentence].tokens.begin == at;
    return !in_list("closed", lower(at)) || !first;
  }
  return at > 0 && !in_list("closed", lower(at)) &&
         (lower(at - 1) == "the" || lower(at - 1) == "a" || lower(at - 1) == "his" || lower(at - 1) == "her" ||
          lower(at - 1) == "whose");
}

bool AgeReader::ends_apposition(std::uint32_t end, std::uint32_t name) const {
  if (end >= size()) return true;
  const std::string_view next = lower(end);
  if (next == "," || next == ")" || next == ";" || next == "." || next == "—" || next == "–" || next == ":") {
    if (!starts_upper(name)) return next == ",";
    return true;
  }
  if (!starts_upper(name)) return false;
  return next == "who" || next == "and" || !same_sentence(end, end - 1);
}

}  // namespace tetrapla::claims
