#include "english/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>

namespace tetrapla::english {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kDottedCapitalI = 0x130;
constexpr std::uint8_t kUnicodeVersion = 14;  // that of Python 3.11; ICU's own is newer

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::uint32_t sequence_length(unsigned char lead) {
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

/// Whether the character was assigned in Python's version of Unicode. The others have no property there.
bool is_known(char32_t c) {
  UVersionInfo age;
  u_charAge(icu(c), age);
  return age[0] <= kUnicodeVersion;
}

bool has(char32_t c, UProperty property) { return u_hasBinaryProperty(icu(c), property) && is_known(c); }
int numeric_type(char32_t c) { return is_known(c) ? u_getIntPropertyValue(icu(c), UCHAR_NUMERIC_TYPE) : U_NT_NONE; }

/// Whether the Σ at [begin, begin + 2) ends a word: a cased character before it, none after it, case-ignorable ones not counted.
/// A Σ is not ignorable, so what stands between two of them is looked at twice at most.
bool is_final_sigma(std::string_view text, std::size_t begin) {
  bool cased_before = false;
  for (std::size_t at = begin; at > 0;) {
    const CodePoint c = decode_before(text, at);
    at -= c.bytes;
    if (has(c.value, UCHAR_CASE_IGNORABLE)) continue;
    cased_before = has(c.value, UCHAR_CASED);
    break;
  }
  if (!cased_before) return false;
  for (std::size_t at = begin + 2; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.bytes;
    if (!has(c.value, UCHAR_CASE_IGNORABLE)) return !has(c.value, UCHAR_CASED);
  }
  return true;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t length = sequence_length(lead);
  if (length == 0 || text.size() - at < length) return {kReplacement, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {kReplacement, 1};
    value = value << 6U | (byte(i) & 0x3FU);
  }
  const bool too_long = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (too_long || surrogate || value > 0x10FFFF) return {kReplacement, 1};
  return {value, length};
}

CodePoint decode_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && is_continuation(text[begin])) --begin;
  return {decode(text, begin).value, static_cast<std::uint32_t>(end - begin)};
}

void append_utf8(std::string& text, char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0U | c >> 6U), tail(0)};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xE0U | c >> 12U), tail(6), tail(0)};
  } else {
    text += {static_cast<char>(0xF0U | c >> 18U), tail(12), tail(6), tail(0)};
  }
}

bool is_well_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof(eight)) {
      std::memcpy(&eight, text.data() + at, sizeof(eight));
      if ((eight & 0x8080808080808080U) == 0) {
        at += sizeof(eight);
        continue;
      }
    }
    const CodePoint c = decode(text, at);
    if (c == CodePoint{kReplacement, 1}) return false;
    at += c.bytes;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_continuation));
}

std::string to_well_formed(std::string_view text, std::vector<std::uint32_t>* places) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c == CodePoint{kReplacement, 1}) {
      if (places != nullptr) places->push_back(static_cast<std::uint32_t>(out.size()));
      append_utf8(out, kReplacement);
    } else {
      out.append(text, at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  if (c < 0x1680) return c == 0x85 || c == 0xA0;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_alpha(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (U_MASK(u_charType(icu(c))) & U_GC_L_MASK) != 0 && is_known(c);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return has(c, UCHAR_UPPERCASE);
}

bool is_decimal(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return numeric_type(c) == U_NT_DECIMAL;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  const int type = numeric_type(c);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool is_word(char32_t c) {
  if (c < 0x80) return is_alpha(c) || is_decimal(c) || c == '_';
  return is_alpha(c) || numeric_type(c) != U_NT_NONE;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value < 0x80) {
      out += static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + ('a' - 'A') : c.value);
    } else if (c.value == kCapitalSigma) {
      append_utf8(out, is_final_sigma(text, at) ? kFinalSigma : kSmallSigma);
    } else if (c.value == kDottedCapitalI) {
      out += "i\xCC\x87";  // i and a combining dot above
    } else {
      append_utf8(out, is_known(c.value) ? static_cast<char32_t>(u_tolower(icu(c.value))) : c.value);
    }
    at += c.bytes;
  }
  return out;
}

}  // namespace tetrapla::english
