#include "render/display.h"

#include <unicode/uchar.h>

#include "render/utf8.h"

namespace tetrapla::render {
namespace {

constexpr UChar32 kZeroWidthNonJoiner = 0x200C;  // needed by Persian and by emoji sequences
constexpr UChar32 kZeroWidthJoiner = 0x200D;

bool is_hidden(UChar32 c) {
  if (c == kZeroWidthJoiner || c == kZeroWidthNonJoiner) return false;
  const auto category = u_charType(c);
  return category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_SURROGATE || category == U_PRIVATE_USE_CHAR;
}

unsigned width_of(UChar32 c) {
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR || category == U_CONTROL_CHAR)
    return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the syllable before them
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    if (u_isUWhiteSpace(c)) {
      gap = !out.empty();
    } else if (!is_hidden(c)) {
      if (gap) out += ' ';
      gap = false;
      append_code_point(out, c);
    }
  }
  return out;
}

unsigned width_of(std::string_view text) {
  unsigned columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += width_of(next_code_point(text, at));
  return columns;
}

std::string_view prefix_that_fits(std::string_view text, unsigned columns) {
  unsigned used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t after = at;
    used += width_of(next_code_point(text, after));
    if (used > columns) break;
    at = after;
  }
  return text.substr(0, at);
}

std::string shortened(std::string_view text, unsigned columns) {
  if (width_of(text) <= columns) return std::string(text);
  std::string_view head = prefix_that_fits(text, columns > 0 ? columns - 1 : 0);
  while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
  return std::string(head) + "…";
}

}  // namespace tetrapla::render
