// As much of the syntax of Python's regular expressions as taking the tokenizer's patterns apart needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "english/affixes_characters.h"

namespace tetrapla::convert {

inline constexpr std::string_view kClassMark = "<class>";  // stands for a large class

/// A pattern with kClassMark in place of its large classes.
struct Masked {
  std::string text;
  std::vector<english::CharacterRanges> classes;  ///< as they stand in the pattern, from left to right
};

/// Classes of more than 64 bytes are taken out: lists of characters, ranges and escaped characters, \uXXXX and \UXXXXXXXX. Nothing where
/// one has more in it (\w, a '^' in front) or has no end.
[[nodiscard]] std::optional<Masked> mask_classes(std::string_view pattern);

/// The parts between those '|' that are in no group and no class.
[[nodiscard]] std::vector<std::string_view> alternatives(std::string_view pattern);

/// The string that a pattern without operators matches: `US\$` → "US$". Nothing for any other pattern.
[[nodiscard]] std::optional<std::string> literal(std::string_view pattern);

}  // namespace tetrapla::convert
