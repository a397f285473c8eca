// Words of a text, folded so that equal words are equal numbers, and how rare they are in English news.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// A word or a number as it stands in a text. Letters, marks and apostrophes inside ("don't") are one word, digits with their inner points
/// and commas one number ("155,221.5"); a hyphen parts words, a letter beside a digit ends the number ("45mph" are two).
struct Word {
  Span span;               ///< in the text given
  std::uint64_t key = 0;   ///< of the folded word: lower case, no diacritics, no possessive 's, no commas in thousands
  std::uint64_t stem = 0;  ///< of its stem: plural, -ed, -ing and -ly taken off; number words are their digits ("eleven" is "11")
  bool number = false;     ///< written in digits
  bool numeral = false;    ///< a number, in digits or in words; "one" is none, it mostly counts nothing
  bool capital = false;    ///< begins with a capital letter
};

/// The words of a text, in order. Linear. Any bytes are taken; invalid UTF-8 parts words.
///
///   find_words("Kyiv’s 1,200 ferries")   keys of "kyiv", "1200", "ferries"; the stem of the last is "ferr"
[[nodiscard]] std::vector<Word> find_words(std::string_view text);

/// The folded form that a key is made of: fold("Kyiv’s") is "kyiv".
[[nodiscard]] std::string fold(std::string_view word);
[[nodiscard]] std::uint64_t key_of(std::string_view folded);

/// How rare words are: the table shipped with the program (data/words.tsv, made by tools/make_word_table.py). Immutable; some 2 MB and
/// milliseconds to make.
class Rarity {
 public:
  static constexpr float kNeverSeen = 14;  ///< bits of a word that the table does not know

  Rarity();

  /// One for the whole process, made where it is first asked for; safe from any thread.
  [[nodiscard]] static const Rarity& in_news();

  /// -log2 of the share of news texts that have the word: 0 for "the", about 10 for "ferry", kNeverSeen at most.
  [[nodiscard]] float bits(std::uint64_t key) const {
    for (std::size_t at = key & mask_;; at = (at + 1) & mask_) {
      if (slots_[at].key == key) return slots_[at].bits;
      if (slots_[at].key == 0) return kNeverSeen;
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    float bits = 0;
  };
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
};

}  // namespace tetrapla::text
