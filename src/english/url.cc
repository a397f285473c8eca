#include "english/url.h"

#include <array>
#include <cstddef>

#include "english/unicode.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kMinScheme = 2;
constexpr std::size_t kMaxLabel = 64;
constexpr std::size_t kMinDomainEnd = 2;
constexpr std::size_t kMaxDomainEnd = 63;
constexpr std::size_t kMinPort = 2;
constexpr std::size_t kMaxPort = 5;
constexpr std::size_t kOctets = 4;

bool is_between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

/// [A-Za-z0-9\u00a1-\uffff]
bool is_label_end(char32_t c) {
  return is_between(c, 'a', 'z') || is_between(c, 'A', 'Z') || is_between(c, '0', '9') || is_between(c, 0xA1, 0xFFFF);
}

/// Where the host begins after a scheme; 0 where there is none.
std::size_t after_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || !text.substr(colon).starts_with("://")) return 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < colon; ++count) {
    const CodePoint c = decode(text, at);
    if (!is_word(c.value) && c.value != '+' && c.value != '-' && c.value != '.') return 0;
    at += c.bytes;
  }
  return count >= kMinScheme ? colon + 3 : 0;
}

/// What may follow a host up to the end: a port, a path.
bool is_tail(std::string_view text) {
  std::size_t at = 0;
  if (text.starts_with(':')) {
    std::size_t digits = 0;
    for (at = 1; at < text.size() && digits <= kMaxPort; ++digits) {
      const CodePoint c = decode(text, at);
      if (!is_decimal(c.value)) break;
      at += c.bytes;
    }
    if (digits < kMinPort || digits > kMaxPort) return false;
  }
  return at == text.size() || text[at] == '/' || text[at] == '?' || text[at] == '#';
}

/// A label of a host's name and the '.' behind it at the front of `text`: their bytes, 0 for none.
std::size_t label_with_stop(std::string_view text) {
  std::size_t count = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size() && count <= kMaxLabel; ++count) {
    const CodePoint c = decode(text, at);
    if (c.value == '.') return count > 0 && is_label_end(last) ? at + 1 : 0;
    const bool allowed = is_label_end(c.value) || (count > 0 && (c.value == '_' || c.value == '-'));
    if (!allowed) return 0;
    last = c.value;
    at += c.bytes;
  }
  return 0;
}

bool begins_with_name(std::string_view text, const CharacterTable& characters) {
  bool has_label = false;
  for (std::size_t label = label_with_stop(text); label > 0; label = label_with_stop(text)) {
    text.remove_prefix(label);
    has_label = true;
  }
  std::size_t at = 0;
  std::size_t count = 0;
  for (; at < text.size() && count <= kMaxDomainEnd; ++count) {
    const CodePoint c = decode(text, at);
    if (!characters.is(c.value, kDomainEnd)) break;
    at += c.bytes;
  }
  return has_label && count >= kMinDomainEnd && count <= kMaxDomainEnd && is_tail(text.substr(at));
}

/// Up to three digits: `\d` of the pattern takes those of all scripts, [0-9] only ours, so both must be told apart.
struct Octet {
  std::array<char32_t, 3> digits{};
  std::size_t count = 0;

  [[nodiscard]] bool is(std::u32string_view value) const { return std::u32string_view(digits.data(), count) == value; }
  /// [1-9]\d?
  [[nodiscard]] bool is_short() const { return (count == 1 || count == 2) && is_between(digits[0], '1', '9'); }
  /// d[a-b]\d
  [[nodiscard]] bool is_hundred(char32_t first, char32_t low, char32_t high) const {
    return count == 3 && digits[0] == first && is_between(digits[1], low, high);
  }
  /// Three digits, the last of which is between '0' and `high`.
  [[nodiscard]] bool is_last(char32_t first, char32_t second, char32_t high) const {
    return is_hundred(first, second, second) && is_between(digits[2], '0', high);
  }
};

bool is_first_octet(const Octet& o) {
  return o.is_short() || (o.count == 3 && o.digits[0] == '1') || o.is_hundred('2', '0', '1') || o.is_last('2', '2', '3');
}
bool is_middle_octet(const Octet& o) {
  return o.count == 1 || o.count == 2 || (o.count == 3 && o.digits[0] == '1') || o.is_hundred('2', '0', '4') ||
         o.is_last('2', '5', '5');
}
bool is_last_octet(const Octet& o) {
  return o.is_short() || (o.count == 3 && o.digits[0] == '1') || o.is_hundred('2', '0', '4') || o.is_last('2', '5', '4');
}

/// The ranges that the pattern leaves out: 10/8, 127/8, 169.254/16, 192.168/16, 172.16/12.
bool is_private(const Octet& first, const Octet& second) {
  if (first.is(U"10") || first.is(U"127")) return true;
  if ((first.is(U"169") && second.is(U"254")) || (first.is(U"192") && second.is(U"168"))) return true;
  if (!first.is(U"172") || second.count != 2) return false;
  const char32_t tens = second.digits[0];
  const char32_t ones = second.digits[1];
  return (tens == '1' && is_between(ones, '6', '9')) || tens == '2' || (tens == '3' && is_between(ones, '0', '1'));
}

bool begins_with_number(std::string_view text) {
  std::array<Octet, kOctets> octets;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kOctets; ++i) {
    if (i > 0) {
      if (at >= text.size() || text[at] != '.') return false;
      ++at;
    }
    Octet& octet = octets[i];
    while (at < text.size() && octet.count < octet.digits.size()) {
      const CodePoint c = decode(text, at);
      if (!is_decimal(c.value)) break;
      octet.digits[octet.count++] = c.value;
      at += c.bytes;
    }
  }
  return is_first_octet(octets[0]) && is_middle_octet(octets[1]) && is_middle_octet(octets[2]) && is_last_octet(octets[3]) &&
         !is_private(octets[0], octets[1]) && is_tail(text.substr(at));
}

bool begins_with_host(std::string_view text, const CharacterTable& characters) {
  return begins_with_name(text, characters) || begins_with_number(text);
}

}  // namespace

bool is_address(std::string_view text, const CharacterTable& characters) {
  if (text.find('.') == std::string_view::npos) return false;  // every host has one
  if (begins_with_host(text, characters)) return true;
  const std::size_t scheme = after_scheme(text);
  if (scheme > 0 && begins_with_host(text.substr(scheme), characters)) return true;
  for (std::size_t at = text.find('@', 1); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (begins_with_host(text.substr(at + 1), characters)) return true;
  }
  return false;
}

}  // namespace tetrapla::english
