#include <unicode/ucasemap.h>

#include <algorithm>
#include <array>
#include <memory>

#include "language/characters.h"
#include "language/tokens.h"

namespace tetrapla::language {
namespace {

std::string fold_case(std::string_view token) {
  if (std::all_of(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return fold_plain(token);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, decltype(&ucasemap_close)> map(ucasemap_open("", U_FOLD_CASE_DEFAULT, &error), &ucasemap_close);
  std::string result(token.size() * 3, '\0');  // no code point's folding is longer than three times its own bytes
  const std::int32_t size = ucasemap_utf8FoldCase(map.get(), result.data(), static_cast<std::int32_t>(result.size()), token.data(),
                                                  static_cast<std::int32_t>(token.size()), &error);
  if (U_FAILURE(error)) return std::string(token);
  result.resize(static_cast<std::size_t>(size));
  return result;
}

void append(std::string& out, UChar32 code) {
  std::array<std::uint8_t, 4> bytes{};
  std::int32_t length = 0;
  UBool failed = 0;
  U8_APPEND(bytes.data(), length, 4, code, failed);
  if (!failed) out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

}  // namespace

std::string fold_plain(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c + ('a' - 'A')) : c;
  return result;
}

std::string fold(std::string_view token) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (std::ranges::all_of(token, is_letter)) return fold_plain(token);
  if (token == "``" || token == "''") return "\"";
  if (token == "`") return "'";
  const std::string folded = fold_case(token);
  std::string result;
  result.reserve(folded.size());
  const auto size = static_cast<std::uint32_t>(folded.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = character_at(folded, at, size);
    at = c.next;
    if (is_space(c.code) || (c.code >= 0x80 && u_charType(c.code) == U_FORMAT_CHAR && folded.size() > 4)) continue;
    if (is_apostrophe(c.code) || c.code == 0x201A || c.code == 0x201B) {
      result += '\'';
    } else if ((c.code >= 0x201C && c.code <= 0x201F) || c.code == 0xAB || c.code == 0xBB) {
      result += '"';
    } else {
      append(result, c.code);
    }
  }
  return result;
}

}  // namespace tetrapla::language
