// The tokenizer's regular expressions taken apart: what is a list or a character class becomes data, what is left is compared with what the
// matchers in src/english were written for. Of Python's syntax only what these patterns use is known; anything else is an Error.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "english/affixes.h"
#include "tetrapla/result.h"

namespace tetrapla::convert {

/// The four patterns as the model has them.
struct TokenizerPatterns {
  std::string_view prefix;
  std::string_view suffix;
  std::string_view infix;
  std::string_view url;
};

/// What the matchers read.
struct AffixTables {
  english::AffixLists lists;
  std::array<english::CharacterRanges, english::kCharacterClasses> classes;  ///< by the bit of CharacterClass
};

/// The tables for these patterns; an Error that says which one is not as expected and where.
[[nodiscard]] Result<AffixTables> read_patterns(const TokenizerPatterns& patterns);

}  // namespace tetrapla::convert
