#include "english/affixes.h"

#include <algorithm>
#include <array>

namespace tetrapla::english {
namespace {

constexpr const char* kPrefixes = "tokenizer/prefixes";
constexpr const char* kSuffixes = "tokenizer/suffixes";
constexpr const char* kUnits = "tokenizer/units";

constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kDegree = 0xB0;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kEmDash = 0x2014;
constexpr std::string_view kDegreeScales = "FfCcKk";
constexpr std::string_view kEmDashBytes = "\xE2\x80\x94";

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// The character at `at`; 0 where the text ends, which is in no class.
char32_t character_at(std::string_view text, std::size_t at) { return at < text.size() ? decode(text, at).value : 0; }

std::size_t run_of_stops(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_not_of('.', begin);
  return (end == std::string_view::npos ? text.size() : end) - begin;
}

std::size_t longest(const StringList& list) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < list.size(); ++i) size = std::max(size, list[i].size());
  return size;
}

/// Whether `wanted` is in the sorted list.
bool contains(const StringList& list, std::string_view wanted) {
  std::size_t begin = 0;
  std::size_t end = list.size();
  while (begin < end) {
    const std::size_t middle = (begin + end) / 2;
    if (list[middle] < wanted) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin < list.size() && list[begin] == wanted;
}

}  // namespace

Affixes::Affixes(const ModelFile& file)
    : characters_(file),
      prefixes_(file, kPrefixes),
      suffixes_(file, kSuffixes),
      units_(file, kUnits),
      longest_unit_(longest(units_)) {}

std::string Affixes::fault(const ModelFile& file) {
  for (const char* name : {kPrefixes, kSuffixes, kUnits}) {
    if (StringList(file, name).size() == 0) return std::string("its list ") + name + " is damaged";
  }
  return CharacterTable::fault(file);
}

std::size_t Affixes::prefix(std::string_view text) const {
  if (text.empty()) return 0;
  for (std::size_t i = 0; i < prefixes_.size(); ++i) {
    if (text.starts_with(prefixes_[i])) return prefixes_[i].size();
  }
  const CodePoint first = decode(text, 0);
  if (first.value == '.') {
    const std::size_t stops = run_of_stops(text, 0);
    if (stops > 1) return stops;
  }
  if (first.value == '+' && !is_ascii_digit(character_at(text, 1))) return 1;
  return characters_.is(first.value, kPrefixSign) ? first.bytes : 0;
}

/// A full stop or a run of them at the end of `text`, which ends in one.
std::size_t Affixes::last_stop(std::string_view text) const {
  const std::size_t before_run = text.find_last_not_of('.');
  const std::size_t stops = text.size() - (before_run == std::string_view::npos ? 0 : before_run + 1);
  if (stops > 1) return stops;
  if (text.size() == 1) return 0;
  const CodePoint last = decode_before(text, text.size() - 1);
  if (characters_.is(last.value, kBeforeLastStop)) return 1;
  const std::size_t before = text.size() - 1 - last.bytes;
  if (before == 0) return 0;
  const char32_t one_more = decode_before(text, before).value;
  const bool degrees =
      one_more == kDegree && last.value < 0x80 && kDegreeScales.find(static_cast<char>(last.value)) != std::string_view::npos;
  const bool initials = characters_.is(last.value, kCapital) && characters_.is(one_more, kCapital);
  return degrees || initials ? 1 : 0;
}

/// A unit after a digit: what follows the last digit, since units have none.
std::size_t Affixes::unit(std::string_view text) const {
  std::size_t begin = text.size();
  const std::size_t earliest = begin - std::min(begin, longest_unit_ + 1);
  while (begin > earliest && !is_ascii_digit(static_cast<unsigned char>(text[begin - 1]))) --begin;
  const bool after_digit = begin > earliest && begin < text.size();
  return after_digit && contains(units_, text.substr(begin)) ? text.size() - begin : 0;
}

std::size_t Affixes::suffix(std::string_view text) const {
  if (text.empty()) return 0;
  if (text.back() == '.') return last_stop(text);
  const CodePoint last = decode_before(text, text.size());
  std::size_t longest_match = characters_.is(last.value, kSuffixSign) ? last.bytes : 0;
  if (last.value == '+' && text.size() > 1 && is_ascii_digit(decode_before(text, text.size() - 1).value)) longest_match = 1;
  longest_match = std::max(longest_match, unit(text));
  for (std::size_t i = 0; i < suffixes_.size(); ++i) {
    if (suffixes_[i].size() > longest_match && text.ends_with(suffixes_[i])) longest_match = suffixes_[i].size();
  }
  return longest_match;
}

/// The bytes of the infix that begins with the character c at byte `at`; 0 for none. `before`: the character in front, 0 for none.
std::size_t Affixes::infix_at(std::string_view text, std::size_t at, CodePoint c, char32_t before) const {
  const auto next_is = [&](std::size_t length, CharacterClass wanted) {
    return characters_.is(character_at(text, at + length), wanted);
  };
  const std::size_t stops = c.value == '.' ? run_of_stops(text, at) : 0;
  if (stops > 1) return stops;
  if (c.value == kEllipsis || characters_.is(c.value, kInfixSign)) return c.bytes;
  switch (c.value) {
    case '+':
    case '-':
    case '*':
    case '^': {
      const char32_t next = character_at(text, at + 1);
      if (is_ascii_digit(before) && (is_ascii_digit(next) || next == '-')) return 1;
      if (c.value != '-' || !characters_.is(before, kLetterOrDigit)) return 0;
      std::size_t dashes = 1;
      while (dashes < 3 && !next_is(dashes, kLetter) && text.substr(at + dashes).starts_with('-')) ++dashes;
      return next_is(dashes, kLetter) ? dashes : 0;
    }
    case '.': return characters_.is(before, kBeforeInnerStop) && next_is(1, kAfterInnerStop) ? 1 : 0;
    case ',': return characters_.is(before, kLetter) && next_is(1, kLetter) ? 1 : 0;
    case kEnDash:
    case '~':
    case ':':
    case '<':
    case '>':
    case '=':
    case '/': return characters_.is(before, kLetterOrDigit) && next_is(c.bytes, kLetter) ? c.bytes : 0;
    case kEmDash: {
      if (!characters_.is(before, kLetterOrDigit)) return 0;
      if (next_is(c.bytes, kLetter)) return c.bytes;
      const std::size_t two = 2 * kEmDashBytes.size();
      return text.substr(at + c.bytes).starts_with(kEmDashBytes) && next_is(two, kLetter) ? two : 0;
    }
    default: return 0;
  }
}

Affixes::Match Affixes::infix(std::string_view text, std::size_t from) const {
  char32_t before = from > 0 ? decode_before(text, from).value : 0;
  for (std::size_t at = from; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (const std::size_t length = infix_at(text, at, c, before); length > 0) return {at, at + length};
    before = c.value;
    at += c.bytes;
  }
  return {text.size(), text.size()};
}

void add_affixes(ModelWriter& writer, AffixLists lists) {
  std::ranges::sort(lists.units);
  add_strings(writer, kPrefixes, lists.prefixes);
  add_strings(writer, kSuffixes, lists.suffixes);
  add_strings(writer, kUnits, lists.units);
}

}  // namespace tetrapla::english
