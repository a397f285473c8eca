#include "language/addresses.h"

#include <algorithm>

#include "language/characters.h"
#include "language/is_one_of.h"

namespace tetrapla::language {

Span find_address(std::string_view text, Span chunk) {
  const std::string_view whole = slice(text, chunk);
  std::size_t begin = std::string_view::npos;
  if (const std::size_t scheme = whole.find("://"); scheme != std::string_view::npos && scheme > 0) {
    begin = scheme;
    while (begin > 0 && is_letter(static_cast<unsigned char>(whole[begin - 1]))) --begin;
    if (begin == scheme) return {};
  } else if (const std::size_t www = whole.find("www.");
             www != std::string_view::npos && (www == 0 || !is_letter(static_cast<unsigned char>(whole[www - 1])))) {
    begin = www;
  }
  if (begin != std::string_view::npos) {
    std::size_t end = whole.size();
    const bool bracket = whole.find('(', begin) != std::string_view::npos;
    while (end > begin) {  // closing marks are not the address's
      const char last = whole[end - 1];
      if (std::string_view(".,;:!?]}>\"'").find(last) != std::string_view::npos || (last == ')' && !bracket)) {
        --end;
      } else if (end >= 3 && is_one_of(whole.substr(end - 3, 3), {"\u201D", "\u2019", "\u2026"})) {
        end -= 3;
      } else {
        break;
      }
    }
    return {chunk.begin + static_cast<std::uint32_t>(begin), chunk.begin + static_cast<std::uint32_t>(end)};
  }
  const std::size_t sign = whole.find('@');
  if (sign == std::string_view::npos) return {};
  const auto in_name = [](char c) { return u_isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80; };
  std::size_t from = sign;
  while (from > 0 && (in_name(whole[from - 1]) || std::string_view("._%+-").find(whole[from - 1]) != std::string_view::npos))
    --from;
  std::size_t to = sign + 1;
  while (to < whole.size() && (in_name(whole[to]) || whole[to] == '.' || whole[to] == '-')) ++to;
  while (to > sign + 1 && !in_name(whole[to - 1])) --to;
  if (from == sign || whole.substr(sign, to - sign).find('.') == std::string_view::npos) return {};
  return {chunk.begin + static_cast<std::uint32_t>(from), chunk.begin + static_cast<std::uint32_t>(to)};
}

}  // namespace tetrapla::language
