// Where the pieces of a token end: clitics, domains, abbreviations, units, emoji.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/characters.h"

namespace tetrapla::language {

/// Looks at one text; positions are bytes of it, and `end` is where the chunk (what stands between white space) ends. All are bounded by
/// the chunk or a few characters after it. Refers to the text.
class TokenEdges {
 public:
  explicit TokenEdges(std::string_view text) : text_(text), size_(static_cast<std::uint32_t>(text.size())) {}

  [[nodiscard]] Character look(std::uint32_t at, std::uint32_t end) const { return character_at(text_, at, end); }
  [[nodiscard]] std::string_view view(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }
  [[nodiscard]] bool letter_at(std::uint32_t at, std::uint32_t end) const { return is_letter(look(at, end).code); }
  [[nodiscard]] bool digit_at(std::uint32_t at, std::uint32_t end) const { return is_digit(look(at, end).code); }
  [[nodiscard]] bool all_upper(std::uint32_t begin, std::uint32_t end) const;

  /// ".358", "(.5", also glued to a word as in "hit.358": three digits there, since "hospital.12" rather lacks a blank.
  [[nodiscard]] bool starts_decimal(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const;
  /// Letters of a clitic ("s", "re", "ve", "ll", "d", "m") after an apostrophe, where the word ends with them; else `at`.
  [[nodiscard]] std::uint32_t clitic_end(std::uint32_t at, std::uint32_t end) const;
  /// Where "n't" ends that begins before the apostrophe at `apostrophe`; 0 where there is none.
  [[nodiscard]] std::uint32_t negation_end(std::uint32_t begin, std::uint32_t apostrophe, std::uint32_t after,
                                           std::uint32_t end) const;
  /// The end of a top-level domain that begins here and after which the word ends or another follows ("com", "co.uk"); else `at`.
  [[nodiscard]] std::uint32_t domain_end(std::uint32_t at, std::uint32_t end) const;
  /// The end of an abbreviation with a stop inside ("Ph.D."), of which the second part begins here; else `at`.
  [[nodiscard]] std::uint32_t dotted_abbreviation_end(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const;
  /// Whether the full stop at `stop` belongs to the word before it.
  [[nodiscard]] bool keeps_stop(std::uint32_t begin, std::uint32_t stop, std::uint32_t end) const;
  /// Where the letters of a currency end that begin a word like "Rs500"; else `begin`.
  [[nodiscard]] std::uint32_t currency_prefix(std::uint32_t begin, std::uint32_t end) const;
  /// Digits in groups after a comma: three, or two where another group follows (1,00,000).
  [[nodiscard]] bool groups_follow(std::uint32_t at, std::uint32_t end) const;
  /// Whether the letters after a number are its unit ("45mph").
  [[nodiscard]] bool glued_unit(std::uint32_t at, std::uint32_t letters, std::uint32_t end, bool money) const;
  /// The end of an emoji with its variation selectors, skin tones and joined parts, or of a flag.
  [[nodiscard]] std::uint32_t emoji_end(UChar32 first, std::uint32_t at, std::uint32_t end) const;

 protected:
  std::string_view text_;
  std::uint32_t size_;
};

}  // namespace tetrapla::language
