#include "convert/tokenizer_syntax.h"

#include <algorithm>
#include <utility>

#include "english/unicode.h"

namespace tetrapla::convert {
namespace {

using english::CharacterRange;
using english::CharacterRanges;
using english::CodePoint;

constexpr std::size_t kSmallClass = 64;  // bytes; such a one is left in the pattern

bool is_meta(char c) { return std::string_view(".^$*+?{}[]()|\\").find(c) != std::string_view::npos; }
bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The hexadecimal number at the front of `text`, which loses it.
std::optional<char32_t> take_hexadecimal(std::string_view& text, std::size_t digits) {
  char32_t value = 0;
  if (text.size() < digits) return std::nullopt;
  for (const char c : text.substr(0, digits)) {
    const std::size_t digit =
        std::string_view("0123456789abcdef").find(static_cast<char>(c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c));
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  text.remove_prefix(digits);
  return value;
}

/// A character of a class, plain or escaped, off the front of `text`.
std::optional<char32_t> take_member(std::string_view& text) {
  const auto take = [&text] {
    const CodePoint c = english::decode(text, 0);
    text.remove_prefix(c.bytes);
    return c.value;
  };
  if (!text.starts_with('\\')) return take();
  text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  const char kind = text.front();
  if (!is_alphanumeric(kind)) return take();
  text.remove_prefix(1);
  if (kind == 'u') return take_hexadecimal(text, 4);
  if (kind == 'U') return take_hexadecimal(text, 8);
  return std::nullopt;  // \w and the like: not in these classes
}

/// The members of a class, given without its brackets.
std::optional<CharacterRanges> read_class(std::string_view text) {
  CharacterRanges ranges;
  if (text.starts_with('^')) return std::nullopt;
  while (!text.empty()) {
    const auto first = take_member(text);
    if (!first || *first > 0x10FFFF) return std::nullopt;
    CharacterRange range{*first, *first};
    if (text.size() > 1 && text.front() == '-') {
      text.remove_prefix(1);
      const auto last = take_member(text);
      if (!last || *last < range.first || *last > 0x10FFFF) return std::nullopt;
      range.last = *last;
    }
    ranges.push_back(range);
  }
  return ranges;
}

/// The end of the class that begins at `at`; npos where it has none.
std::size_t end_of_class(std::string_view pattern, std::size_t at) {
  for (std::size_t i = at + 1; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == ']') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<Masked> mask_classes(std::string_view pattern) {
  Masked out;
  if (pattern.find(kClassMark) != std::string_view::npos || !english::is_well_formed(pattern)) return std::nullopt;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t length = 1;
    if (pattern[at] == '\\') length = std::min<std::size_t>(2, pattern.size() - at);
    if (pattern[at] == '[') {
      const std::size_t end = end_of_class(pattern, at);
      if (end == std::string_view::npos) return std::nullopt;
      length = end - at;
    }
    if (length > kSmallClass) {
      auto members = read_class(pattern.substr(at + 1, length - 2));
      if (!members) return std::nullopt;
      out.classes.push_back(std::move(*members));
      out.text += kClassMark;
    } else {
      out.text += pattern.substr(at, length);
    }
    at += length;
  }
  return out;
}

std::vector<std::string_view> alternatives(std::string_view pattern) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '\\') {
      ++at;
    } else if (c == '[') {
      at = std::min(end_of_class(pattern, at), pattern.size()) - 1;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == '|' && depth == 0) {
      out.push_back(pattern.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  out.push_back(pattern.substr(begin));
  return out;
}

std::optional<std::string> literal(std::string_view pattern) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool escaped = pattern[at] == '\\';
    if (escaped) ++at;
    if (at == pattern.size() || (escaped ? is_alphanumeric(pattern[at]) : is_meta(pattern[at]))) return std::nullopt;
    out += pattern[at];
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace tetrapla::convert
