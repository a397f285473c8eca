// Code points of UTF-8 text and what kind of character each is, as the tokeniser needs it.
#pragma once

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <string_view>

namespace tetrapla::language {

/// A code point of a text and where the next one begins. Past the end: code 0, next == at.
struct Character {
  UChar32 code = 0;
  std::uint32_t next = 0;
};

/// Text that is no valid UTF-8 gives U+FFFD for each bad byte sequence.
[[nodiscard]] inline Character character_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return {0, at};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return {byte, at + 1};
  auto next = static_cast<std::int32_t>(at);
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), next, static_cast<std::int32_t>(end), code);
  return {code, static_cast<std::uint32_t>(next)};
}

[[nodiscard]] inline bool is_space(UChar32 c) { return c < 0x80 ? (c == ' ' || (c >= 9 && c <= 13)) : u_isUWhiteSpace(c) != 0; }
[[nodiscard]] inline bool is_digit(UChar32 c) { return c < 0x80 ? (c >= '0' && c <= '9') : u_isdigit(c) != 0; }
[[nodiscard]] inline bool is_upper(UChar32 c) {
  return c < 0x80 ? (c >= 'A' && c <= 'Z') : (u_isupper(c) != 0 || u_istitle(c) != 0);
}
[[nodiscard]] inline bool is_lower(UChar32 c) { return c < 0x80 ? (c >= 'a' && c <= 'z') : u_islower(c) != 0; }
[[nodiscard]] inline bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(c) != 0 && c != 0xBA && c != 0xAA;
}
[[nodiscard]] inline bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }
[[nodiscard]] inline bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// What goes on inside a word that has begun: letters, digits, combining marks, superscripts, invisible format characters.
[[nodiscard]] inline bool continues_word(UChar32 c) {
  if (c < 0x80) return is_letter(c) || is_digit(c) || c == '_';
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_OTHER_NUMBER:
    case U_FORMAT_CHAR: return true;
    default: return is_letter(c) || is_digit(c);
  }
}

/// Characters of scripts that put no space between words: each is a token.
[[nodiscard]] inline bool stands_alone(UChar32 c) {
  if (c < 0x2E80) return false;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

[[nodiscard]] inline bool is_currency(UChar32 c) { return c == '$' || (c >= 0x80 && u_charType(c) == U_CURRENCY_SYMBOL); }

[[nodiscard]] inline bool is_symbol(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_MATH_SYMBOL || type == U_CURRENCY_SYMBOL || type == U_MODIFIER_SYMBOL || type == U_OTHER_SYMBOL || c == '%' ||
         c == '#' || c == '@' || c == '&' || c == '*' || (c >= 0x80 && !u_ispunct(c));
}

}  // namespace tetrapla::language
