// UTF-8 and the character rules of Python 3.11 (Unicode 14), by which spaCy's model was trained: what is a letter, white space, upper case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tetrapla::english {

/// A character and the bytes it takes in UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 0;

  friend constexpr bool operator==(const CodePoint&, const CodePoint&) = default;
};

/// The character that begins at byte `at` < text.size(). A byte that begins no well-formed sequence is U+FFFD, one byte long.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);
/// The character that ends before byte `end` > 0 of well-formed text.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t end);
void append_utf8(std::string& text, char32_t c);

[[nodiscard]] bool is_well_formed(std::string_view text);
/// The number of characters of well-formed text.
[[nodiscard]] std::size_t count_code_points(std::string_view text);
/// Each byte that is part of no well-formed sequence replaced by U+FFFD (3 bytes); `places` gets their offsets in what is returned.
[[nodiscard]] std::string to_well_formed(std::string_view text, std::vector<std::uint32_t>* places);

/// str.isspace() and `\s`: also U+001C … U+001F and U+0085.
[[nodiscard]] bool is_space(char32_t c);
/// str.isalpha(): the categories L*.
[[nodiscard]] bool is_alpha(char32_t c);
/// str.isupper() of one character: the property Uppercase, so Ⅷ and Ⓐ too.
[[nodiscard]] bool is_upper(char32_t c);
/// str.isdecimal() and `\d`.
[[nodiscard]] bool is_decimal(char32_t c);
/// str.isdigit(): also ² and ①.
[[nodiscard]] bool is_digit(char32_t c);
/// `\w`: letters, all that has a numeric value, and '_'.
[[nodiscard]] bool is_word(char32_t c);

/// str.lower() of well-formed text: İ becomes two characters, Σ at a word's end ς. Linear.
[[nodiscard]] std::string to_lower(std::string_view text);

}  // namespace tetrapla::english
