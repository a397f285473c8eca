// What the tokenizer cuts off at a word's ends and where it cuts within: spaCy's prefix_search, suffix_search and infix_finditer.
//
// The model has them as Python regular expressions of 3,000 to 15,000 characters. Most of that is lists of signs and large character
// classes; src/convert takes those out and puts them into tables, and checks that what is left is what the matchers here were written for:
//
//   prefix  a listed sign or string | [+](?![0-9]) | [.][.]+                                 the first alternative that matches
//   suffix  a listed sign or string | [.][.]+ | (?<=[0-9])[+] | (?<=°[FfCcKk])[.]            the longest that ends the text
//           | (?<=[0-9])UNIT | (?<=BeforeLastStop)[.] | (?<=Capital Capital)[.]
//   infix   [.][.]+ | … | InfixSign | (?<=[0-9])[+-*^](?=[0-9-])                             leftmost, then the first alternative
//           | (?<=BeforeInnerStop)[.](?=AfterInnerStop) | (?<=Letter),(?=Letter)
//           | (?<=LetterOrDigit)(- – — -- --- —— ~)(?=Letter) | (?<=LetterOrDigit)[:<>=/](?=Letter)
//
// Each looks at a stated number of characters, or consumes what it looks at (a run of full stops): so peeling a text of any kind is linear.
// tests/english/affixes_test.cc holds them against these patterns as ICU's regular expressions run them, slowly.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "english/affixes_characters.h"
#include "english/model_file.h"
#include "english/unicode.h"

namespace tetrapla::english {

/// The matchers with their tables, views on the model's file. Immutable. Texts are well-formed UTF-8, lengths are bytes.
class Affixes {
 public:
  explicit Affixes(const ModelFile& file);
  /// What is wrong with the sections "tokenizer/prefixes", "…/suffixes", "…/units" and the characters'; "" for nothing.
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// How much is cut off in front of `text`; 0 for nothing. Looks at no more than a few characters behind it.
  [[nodiscard]] std::size_t prefix(std::string_view text) const;
  /// How much is cut off at the end.
  [[nodiscard]] std::size_t suffix(std::string_view text) const;

  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< begin == end: none
  };
  /// The first cut at or after byte `from`. What stands before `from` is seen as context.
  [[nodiscard]] Match infix(std::string_view text, std::size_t from) const;

  [[nodiscard]] const CharacterTable& characters() const { return characters_; }

 private:
  [[nodiscard]] std::size_t last_stop(std::string_view text) const;
  [[nodiscard]] std::size_t unit(std::string_view text) const;
  [[nodiscard]] std::size_t infix_at(std::string_view text, std::size_t at, CodePoint c, char32_t before) const;

  CharacterTable characters_;
  StringList prefixes_;           // of more than one character, in the pattern's order
  StringList suffixes_;           // of more than one character
  StringList units_;              // sorted
  std::size_t longest_unit_ = 0;  // bytes
};

/// The lists that `Affixes` reads, for src/convert.
struct AffixLists {
  std::vector<std::string> prefixes;
  std::vector<std::string> suffixes;
  std::vector<std::string> units;  ///< hold no ASCII digit
};
void add_affixes(ModelWriter& writer, AffixLists lists);

}  // namespace tetrapla::english
