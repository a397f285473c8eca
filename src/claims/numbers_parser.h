// Reads one number, token by token. Inside of numbers.cc, cut by what is read: digits (numbers_digits.cc), words (numbers_words.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "claims/numbers.h"
#include "claims/quantities_tokens.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// A row of data/number_words.tsv.
struct NumberWord {
  double value = 0;
  std::string_view kind;
};

/// The row of a lower-case word; null where there is none. O(1).
[[nodiscard]] const NumberWord* find_number_word(std::string_view lower);

/// A cursor over the tokens from `at` on. Each reader either moves the cursor past what it read and returns true, or returns false.
class NumberParser : TokenView {
 public:
  NumberParser(const language::Annotation& annotation, std::uint32_t at) : TokenView(annotation), begin_(at), at_(at) {}

  [[nodiscard]] std::optional<Number> parse();

 private:
  [[nodiscard]] bool spaced(std::uint32_t at) const { return at >= size() || token(at).space_before; }
  [[nodiscard]] bool is(std::uint32_t at, std::string_view kind) const {
    const NumberWord* word = find_number_word(lower(at));
    return word != nullptr && word->kind == kind;
  }
  [[nodiscard]] double value_of(std::uint32_t at) const {
    const NumberWord* word = find_number_word(lower(at));
    return word == nullptr ? 0 : word->value;
  }
  [[nodiscard]] bool same_sentence(std::uint32_t at) const { return TokenView::same_sentence(at, begin_); }

  // The whole: numbers.cc.

  /// A minus that belongs to the number: "-16", "− 5", "minus 12"; no hyphen between words or numbers.
  bool read_sign();
  std::optional<Number> finish();

  // Digits: numbers_digits.cc.

  /// Digits at the head of a token; what follows them there goes to `glued`.
  bool read_digits();
  bool read_plain(std::string_view digits);
  /// "1/4", and "5/8" only where it is less than one.
  bool read_slash(std::size_t length, std::string_view word);
  /// "4 300", "4, 051": groups of three digits apart from each other.
  void read_split_groups(std::string_view digits);
  [[nodiscard]] bool after_currency() const;
  /// "5 1/2", "5 ½", "2 and a half".
  void read_mixed_fraction();
  void read_and_a_half();
  void multiply(double scale);
  /// "2m", "3.1bn" (glued), "2.5 million", "$140-million", "1.5 hundred thousand", "5 dozen".
  void read_scale_after_digits();
  /// "2m" and "$136M" are millions with money or before a noun; "100 m" and "50m tall" are metres.
  [[nodiscard]] bool letter_is_scale(std::uint32_t at) const;
  /// "2m", "3.1bn", "5k" where the letters stand in the digits' own token.
  void read_glued_scale();

  // Words: numbers_words.cc.

  bool read_words();
  /// One word below a hundred: "twenty-three", "twenty three", "seventeen".
  bool read_below_hundred(double& value);
  /// "hundreds", "tens of thousands", "hundreds of millions".
  bool read_plural();
  /// "several thousand", "a few hundred"; "several dozen" is as vague as "dozens".
  bool read_several();
  /// "half a million", "half a dozen", "half", "a quarter of a million", "a fifth", "two thirds", "three quarters", "one in five" apart.
  bool read_part();
  /// "a quarter of an hour", "a quarter century"; not "a quarter ended", "a quarter earlier".
  [[nodiscard]] bool quarter_is_share(std::uint32_t part) const;
  /// "twenty-three", "a hundred and forty", "two thousand and nineteen", "two and a half million", "two dozen".
  bool read_cardinal();

  std::uint32_t begin_;
  std::uint32_t at_;
  bool minus_ = false;
  Number number_;
};

}  // namespace tetrapla::claims
