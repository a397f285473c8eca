#include "claims/quantities_reject.h"

#include <cmath>
#include <string_view>

#include "claims/context_words.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;
using language::TokenKind;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Rules {
 public:
  Rules(const Annotation& annotation, const Number& number, bool counted)
      : annotation_(annotation), number_(number), counted_(counted), begin_(number.tokens.begin), end_(number.tokens.end) {}

  [[nodiscard]] bool any() const {
    if (by_number() || compound() || spelled_in_name()) return true;
    if (number_.digits)
      return odd_digits() || attached() || numbered() || list_number() || dialled() || model() || hour() || address() || year() ||
             name();
    return half() || zero();
  }

 private:
  [[nodiscard]] const Token* token(std::int64_t at) const {
    return at >= 0 && at < static_cast<std::int64_t>(annotation_.tokens.size()) ? &annotation_.tokens[static_cast<std::size_t>(at)]
                                                                                : nullptr;
  }
  [[nodiscard]] std::string_view lower(std::int64_t at) const {
    return token(at) == nullptr ? std::string_view() : std::string_view(token(at)->lower);
  }
  [[nodiscard]] std::string_view text(std::int64_t at) const {
    return token(at) == nullptr ? std::string_view() : annotation_.text_of(*token(at));
  }
  [[nodiscard]] bool spaced(std::int64_t at) const { return token(at) == nullptr || token(at)->space_before; }
  [[nodiscard]] bool same_sentence(std::int64_t at) const {
    return token(at) != nullptr && token(at)->sentence == annotation_.tokens[begin_].sentence;
  }
  [[nodiscard]] bool starts_upper(std::int64_t at) const { return !text(at).empty() && is_upper(text(at).front()); }

  /// "four-by-four", "4 by 4".
  [[nodiscard]] bool by_number() const {
    const std::uint32_t after = lower(end_) == "-" ? end_ + 1 : end_;
    if (lower(after) == "by" && lower(after + (lower(after + 1) == "-" ? 2 : 1)) == lower(begin_)) return true;
    const std::uint32_t before = begin_ > 0 && lower(begin_ - 1) == "-" ? 2 : 1;
    return begin_ > before && lower(begin_ - before) == "by" && lower(begin_ - before - (before == 2 ? 2 : 1)) == lower(begin_);
  }

  /// "three-way talks", "a five-star hotel".
  [[nodiscard]] bool compound() const { return lower(end_) == "-" && !spaced(end_ + 1) && in_list("compound", lower(end_ + 1)); }

  /// "7-Eleven".
  [[nodiscard]] bool spelled_in_name() const {
    return begin_ > 1 && lower(begin_ - 1) == "-" && starts_upper(begin_) && is_digit(text(begin_ - 2).back());
  }

  /// "007", "5x", "1990s".
  [[nodiscard]] bool odd_digits() const {
    const std::string_view digits = text(begin_);
    if (!number_.glued.empty()) return true;
    if (digits.size() > 1 && digits.front() == '0' && is_digit(digits[1])) return true;
    constexpr std::size_t kLongest = 6;  // more without separators is an identifier
    if (!counted_ && !number_.grouped && !number_.decimal && end_ == begin_ + 1 && digits.size() > kLongest) return true;
    return lower(end_) == "s" && !spaced(end_);
  }

  /// Joined to a name or to other digits by a hyphen, a slash or a colon: "COVID-19", "9/11", "23-17", "555-0143", "7:40".
  [[nodiscard]] bool attached() const {
    if (!spaced(begin_) && begin_ > 0) {
      const std::string_view before = lower(begin_ - 1);
      if (before == "/" || before == ":" || before == "#" || before == "." || before == "_" || before == "@" || before == "+")
        return true;
      const char touching = text(begin_ - 1).back();
      const bool lost_blank = text(begin_).front() == '.' && touching >= 'a' && touching <= 'z';  // "hit.358"
      if (is_letter(touching) && !lost_blank) return true;
      if ((before == "-" || before == "–") && !spaced(begin_ - 1) && begin_ > 1) return lower(begin_ - 2) != "magnitude";
    }
    if (!spaced(end_)) {
      const std::string_view after = lower(end_);
      if (after == "/" || after == "_" || after == "@" || after == "°" || after == "'") return after != "'";
      if (after == ":" && !spaced(end_ + 1)) return true;
      if ((after == "-" || after == "–") && !spaced(end_ + 1) && token(end_ + 1) != nullptr) {
        return is_digit(text(end_ + 1).front()) || (starts_upper(end_ + 1) && !counted_);
      }
    }
    return false;
  }

  [[nodiscard]] bool numbered() const {
    if (begin_ == 0 || !same_sentence(begin_ - 1) || number_.grouped) return false;
    const std::string_view before = lower(begin_ - 1);
    if (before == "no" && !starts_upper(begin_ - 1)) return false;
    if (before == "." && begin_ > 1 && in_list("numbered", std::string(lower(begin_ - 2)) + ".") && !spaced(begin_ - 1))
      return true;
    if (before == "number" || before == "numbers") {  // "the number 14", but "the dead now number 14"
      const std::string_view article = begin_ > 1 ? lower(begin_ - 2) : std::string_view();
      return article == "the" || article == "a" || article == "phone" || article == "telephone" || article == "house" ||
             article == "flight";
    }
    return in_list("numbered", before) && number_.low == std::floor(number_.low);
  }

  [[nodiscard]] bool list_number() const {
    const Token& first = annotation_.tokens[begin_];
    if (annotation_.sentences.empty() || annotation_.sentences[first.sentence].tokens.begin != begin_) return false;
    return (lower(end_) == "." || lower(end_) == ")") && !spaced(end_) && number_.low < 100 &&
           number_.low == std::floor(number_.low);
  }

  /// "call 911", "a 911 call", "dialled 555112".
  [[nodiscard]] bool dialled() const {
    if (in_list("emergency", lower(begin_)) &&
        (in_list("caller", lower(end_)) || (lower(end_) == "-" && in_list("caller", lower(end_ + 1)))))
      return true;
    return !counted_ && begin_ > 0 && same_sentence(begin_ - 1) && in_list("dial", lower(begin_ - 1)) && text(begin_).size() >= 3 &&
           !number_.decimal;
  }

  /// "AK - 47": what joins a short name to its number, blanks or none.
  [[nodiscard]] bool model() const {
    constexpr std::size_t kLongest = 3;
    if (begin_ < 2 || !same_sentence(begin_ - 2) || (lower(begin_ - 1) != "-" && lower(begin_ - 1) != "–")) return false;
    const std::string_view name = text(begin_ - 2);
    for (const char c : name) {
      if (!is_upper(c)) return false;
    }
    return name.size() > 1 && name.size() <= kLongest;
  }

  /// "before 9.": an hour.
  [[nodiscard]] bool hour() const {
    constexpr double kHours = 12;
    if (counted_ || begin_ == 0 || !same_sentence(begin_ - 1) || !in_list("before_hour", lower(begin_ - 1))) return false;
    return number_.low >= 1 && number_.low <= kHours && number_.low == std::floor(number_.low) &&
           (!same_sentence(end_) || token(end_)->kind == TokenKind::kPunctuation);
  }

  /// "12 Mill Lane", "40 East 5th Avenue", "the 3,400 block of".
  [[nodiscard]] bool address() const { return is_house_number(annotation_, begin_, end_); }

  [[nodiscard]] bool year() const {
    return !counted_ && !number_.grouped && !number_.decimal && text(begin_).size() == 4 && end_ == begin_ + 1 &&
           number_.low >= 1900 && number_.low < 2100;
  }

  /// "Swift 3", "Apollo 11": after a capital in the middle of a sentence that is no place, person or people.
  [[nodiscard]] bool name() const {
    if (begin_ == 0 || !same_sentence(begin_ - 1) || number_.grouped || number_.decimal || number_.low >= 10000) return false;
    const std::uint32_t before = begin_ - 1;
    const bool initials = text(before).size() > 1 && is_upper(text(before)[1]);  // "SEA-ME-WE 4"
    if (!starts_upper(before) || !spaced(begin_) || (!initials && in_list("closed", lower(before))) ||
        text(before).find('.') != std::string_view::npos)
      return false;
    if (annotation_.sentences[annotation_.tokens[begin_].sentence].tokens.begin == before) return false;
    const bool lower_48 = before > 0 && lower(before - 1) == "the" && starts_upper(before);
    if (lower_48 && in_list("down", lower(before))) return true;
    if (in_list("up", lower(before)) || in_list("down", lower(before)) || in_list("predicate", lower(before)) ||
        in_list("reporting", lower(before)))
      return false;
    if (is_title_case(annotation_, annotation_.tokens[begin_].sentence)) return false;
    for (const language::Entity& entity : annotation_.entities) {
      if (entity.tokens.begin <= before && before < entity.tokens.end) {
        return entity.tokens.end > begin_ ||
               (entity.label != "GPE" && entity.label != "LOC" && entity.label != "PERSON" && entity.label != "NORP");
      }
    }
    return true;
  }

  /// "half" where no part of anything is meant: "the second half", "half-brother", "half past", "in half".
  [[nodiscard]] bool half() const {
    if (!number_.fraction || end_ != begin_ + 1) return false;
    if (lower(begin_) != "half") return false;
    if (begin_ > 0 && same_sentence(begin_ - 1) && in_list("which_half", lower(begin_ - 1))) return true;
    const std::string_view next = lower(end_);
    return !(next == "of" || next == "the" || next == "its" || next == "their" || next == "his" || next == "her" || next == "a" ||
             next == "an" || next == "those" || next == "these" || next == "all" || next == "our" || next == "that");
  }

  [[nodiscard]] bool zero() const { return number_.low == 0 && !counted_; }

  const Annotation& annotation_;
  const Number& number_;
  bool counted_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

}  // namespace

bool is_house_number(const Annotation& annotation, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongestRoad = 4;
  const auto& tokens = annotation.tokens;
  const auto inside = [&](std::uint32_t at) { return at < tokens.size() && tokens[at].sentence == tokens[begin].sentence; };
  const auto part_of_name = [&](std::uint32_t at) {
    return inside(at) && (is_upper(annotation.text_of(tokens[at]).front()) || is_digit(annotation.text_of(tokens[at]).front()));
  };
  if (!inside(end)) return false;
  if (tokens[end].lower == "block" && inside(end + 1) && tokens[end + 1].lower == "of") return true;
  if (!is_upper(annotation.text_of(tokens[end]).front())) return false;
  for (std::uint32_t at = end; at < end + kLongestRoad && part_of_name(at); ++at) {
    if (at > end && in_list("address", tokens[at].lower)) return true;
  }
  return false;
}

bool is_no_amount(const Annotation& annotation, const Number& number, bool counted) {
  return Rules(annotation, number, counted).any();
}

bool one_counts(const Annotation& annotation, std::uint32_t at, bool counted) {
  const auto& tokens = annotation.tokens;
  const auto lower = [&](std::uint32_t i) { return i < tokens.size() ? std::string_view(tokens[i].lower) : std::string_view(); };
  if (at > 0 && tokens[at - 1].sentence == tokens[at].sentence && in_list("before_one", lower(at - 1))) return false;
  if (at > 0 && lower(at - 1) == "-") return false;
  const std::string_view next = lower(at + 1);
  if (next == "-" || next.empty() || in_list("after_one", next)) return false;
  if (next == "dead" || next == "killed" || next == "injured" || next == "missing" || next == "wounded" || next == "hurt")
    return true;
  return counted;
}

bool is_title_case(const Annotation& annotation, std::uint32_t sentence) {
  if (sentence >= annotation.sentences.size()) return false;
  const auto range = annotation.sentences[sentence].tokens;
  constexpr std::uint32_t kLongestHeadline = 40;
  if (range.size() > kLongestHeadline) return false;
  int words = 0;
  int capitals = 0;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const std::string_view text = annotation.text_of(annotation.tokens[at]);
    if (annotation.tokens[at].kind != TokenKind::kWord || text.size() < 4) continue;
    ++words;
    capitals += is_upper(text.front()) ? 1 : 0;
  }
  return words >= 3 && capitals * 10 >= words * 7;
}

}  // namespace tetrapla::claims
