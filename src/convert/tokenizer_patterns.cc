#include "convert/tokenizer_patterns.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "english/unicode.h"

namespace tetrapla::convert {
namespace {

using english::CharacterClass;
using english::CharacterRange;
using english::CharacterRanges;
using english::CodePoint;

constexpr std::string_view kClassMark = "<class>";  // stands for a large class
constexpr std::size_t kSmallClass = 64;             // bytes; such a one is left in the pattern

// What is left when lists and large classes are out.
const std::vector<std::string_view> kPrefixRules = {R"(\+(?![0-9]))", R"(\.\.+)"};
const std::vector<std::string_view> kSuffixRules = {R"(\.\.+)", R"((?<=[0-9])\+)", R"((?<=°[FfCcKk])\.)", R"((?<=<class>)\.)",
                                                    R"((?<=<class><class>)\.)"};
constexpr std::string_view kUnitsBegin = "(?<=[0-9])(?:";
constexpr std::string_view kInfix =
    R"(\.\.+|…|<class>|(?<=[0-9])[+\-\*^](?=[0-9-])|(?<=<class>)\.(?=<class>)|(?<=<class>),(?=<class>))"
    R"(|(?<=<class>)(?:-|–|—|--|---|——|~)(?=<class>)|(?<=<class>)[:<>=/](?=<class>))";
const std::vector<CharacterClass> kInfixClasses = {english::kInfixSign,     english::kBeforeInnerStop, english::kAfterInnerStop,
                                                   english::kLetter,        english::kLetter,          english::kLetterOrDigit,
                                                   english::kLetter,        english::kLetterOrDigit,   english::kLetter};
constexpr std::string_view kUrl =
    R"((?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2}))"
    R"((?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2})"
    R"((?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?)"
    R"([A-Za-z0-9\u00a1-\uffff]\.)+(?:<class>{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$)";

bool is_meta(char c) { return std::string_view(".^$*+?{}[]()|\\").find(c) != std::string_view::npos; }
bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool contains(const CharacterRanges& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const CharacterRange& r) { return r.first <= c && c <= r.last; });
}

bool equal(const CharacterRanges& a, const CharacterRanges& b) {
  return std::ranges::equal(a, b, [](const CharacterRange& x, const CharacterRange& y) { return x.first == y.first && x.last == y.last; });
}

/// The hexadecimal number at the front of `text`, which loses it.
std::optional<char32_t> take_hexadecimal(std::string_view& text, std::size_t digits) {
  char32_t value = 0;
  if (text.size() < digits) return std::nullopt;
  for (const char c : text.substr(0, digits)) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(static_cast<char>(c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c));
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
    if (!first) return std::nullopt;
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

/// A pattern with "<class>" in place of its large classes.
struct Masked {
  std::string text;
  std::vector<CharacterRanges> classes;
};

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

/// The parts between the '|' that are in no group and no class.
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

/// The string that a pattern without operators matches: `US\$` → "US$".
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

/// A pattern's alternatives sorted by kind.
struct Sorted {
  CharacterRanges signs;                // single characters, listed or by a class that is an alternative of its own
  std::vector<std::string> strings;     // of more than one character
  std::vector<std::string> units;       // the alternatives of (?<=[0-9])(?:…)
  std::vector<std::string_view> rules;  // the others, …
  std::vector<CharacterRanges> classes; // … and the classes in them
};

/// `first_wins`: a string behind a single character that it begins with never matches, and is left out.
std::optional<Sorted> sort_alternatives(const std::vector<std::string_view>& bodies, const Masked& masked, bool first_wins) {
  Sorted out;
  auto next_class = masked.classes.begin();
  for (const std::string_view body : bodies) {
    if (body == kClassMark) {
      out.signs.insert(out.signs.end(), next_class->begin(), next_class->end());
      ++next_class;
    } else if (const auto text = literal(body); text && body.find(kClassMark) == std::string_view::npos) {
      const CodePoint first = english::decode(*text, 0);
      if (first.bytes == text->size()) {
        out.signs.push_back({first.value, first.value});
      } else if (!first_wins || !contains(out.signs, first.value)) {
        out.strings.push_back(*text);
      }
    } else if (body.starts_with(kUnitsBegin) && body.ends_with(')')) {
      for (const std::string_view unit : alternatives(body.substr(kUnitsBegin.size(), body.size() - kUnitsBegin.size() - 1))) {
        const auto unit_text = literal(unit);
        if (!unit_text) return std::nullopt;
        out.units.push_back(*unit_text);
      }
    } else {
      out.rules.push_back(body);
      for (std::size_t at = body.find(kClassMark); at != std::string_view::npos; at = body.find(kClassMark, at + 1)) {
        out.classes.push_back(*next_class++);
      }
    }
  }
  return out;
}

/// The alternatives without the '^' in front of each.
std::optional<std::vector<std::string_view>> anchored_in_front(std::string_view pattern) {
  std::vector<std::string_view> out = alternatives(pattern);
  for (std::string_view& body : out) {
    if (!body.starts_with('^')) return std::nullopt;
    body.remove_prefix(1);
  }
  return out;
}

/// The alternatives without the '$' behind each.
std::optional<std::vector<std::string_view>> anchored_behind(std::string_view pattern) {
  std::vector<std::string_view> out = alternatives(pattern);
  for (std::string_view& body : out) {
    if (!body.ends_with('$') || body.ends_with("\\$")) return std::nullopt;
    body.remove_suffix(1);
  }
  return out;
}

CharacterRanges& ranges_of(AffixTables& tables, CharacterClass c) { return tables.classes[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(c)))]; }

bool read_prefix(std::string_view pattern, AffixTables& out) {
  const auto masked = mask_classes(pattern);
  const auto bodies = masked ? anchored_in_front(masked->text) : std::nullopt;
  auto sorted = bodies ? sort_alternatives(*bodies, *masked, true) : std::nullopt;
  if (!sorted || sorted->rules != kPrefixRules || !sorted->units.empty()) return false;
  // The matcher tries the strings first: none may begin as a rule does.
  const auto like_rule = [](const std::string& s) { return s.starts_with('.') || s.starts_with('+'); };
  if (std::ranges::any_of(sorted->strings, like_rule) || contains(sorted->signs, '.')) return false;
  out.lists.prefixes = std::move(sorted->strings);
  ranges_of(out, english::kPrefixSign) = std::move(sorted->signs);
  return true;
}

bool read_suffix(std::string_view pattern, AffixTables& out) {
  const auto masked = mask_classes(pattern);
  const auto bodies = masked ? anchored_behind(masked->text) : std::nullopt;
  auto sorted = bodies ? sort_alternatives(*bodies, *masked, false) : std::nullopt;
  if (!sorted || sorted->rules != kSuffixRules || sorted->classes.size() != 3 || !equal(sorted->classes[1], sorted->classes[2])) return false;
  // The matcher treats what ends in a full stop apart, and takes for a unit what follows the last digit.
  const auto ends_in_stop = [](const std::string& s) { return s.ends_with('.'); };
  const auto has_digit = [](const std::string& s) { return s.find_first_of("0123456789") != std::string::npos; };
  if (std::ranges::any_of(sorted->strings, ends_in_stop) || std::ranges::any_of(sorted->units, ends_in_stop)) return false;
  if (std::ranges::any_of(sorted->units, has_digit) || contains(sorted->signs, '.')) return false;
  out.lists.suffixes = std::move(sorted->strings);
  out.lists.units = std::move(sorted->units);
  ranges_of(out, english::kSuffixSign) = std::move(sorted->signs);
  ranges_of(out, english::kBeforeLastStop) = std::move(sorted->classes[0]);
  ranges_of(out, english::kCapital) = std::move(sorted->classes[1]);
  return true;
}

bool read_infix(std::string_view pattern, AffixTables& out) {
  const auto masked = mask_classes(pattern);
  if (!masked || masked->text != kInfix || masked->classes.size() != kInfixClasses.size()) return false;
  for (std::size_t i = 0; i < kInfixClasses.size(); ++i) {
    CharacterRanges& ranges = ranges_of(out, kInfixClasses[i]);
    if (!ranges.empty() && !equal(ranges, masked->classes[i])) return false;
    ranges = masked->classes[i];
  }
  return true;
}

bool read_url(std::string_view pattern, AffixTables& out) {
  auto masked = mask_classes(pattern);
  if (!masked || masked->text != kUrl || masked->classes.size() != 1) return false;
  // The matcher ends a host's name at the first of these.
  const auto ends_name = [&](char c) { return contains(masked->classes[0], static_cast<unsigned char>(c)); };
  if (std::ranges::any_of(std::string_view(".:/?#@"), ends_name)) return false;
  ranges_of(out, english::kDomainEnd) = std::move(masked->classes[0]);
  return true;
}

/// White space is a token whole: no sign may cut it.
bool leaves_space_whole(AffixTables& tables) {
  for (const CharacterClass signs : {english::kPrefixSign, english::kSuffixSign, english::kInfixSign}) {
    for (char32_t c = 0; c <= 0x3000; ++c) {
      if (english::is_space(c) && contains(ranges_of(tables, signs), c)) return false;
    }
  }
  return true;
}

Error unknown(const char* pattern) {
  return {std::string("its ") + pattern + " is not the pattern that this program's tokenizer was written for (spaCy 3.8's English)"};
}

}  // namespace

Result<AffixTables> read_patterns(const TokenizerPatterns& patterns) {
  AffixTables out;
  if (!read_prefix(patterns.prefix, out)) return unknown("prefix_search");
  if (!read_suffix(patterns.suffix, out)) return unknown("suffix_search");
  if (!read_infix(patterns.infix, out) || !leaves_space_whole(out)) return unknown("infix_finditer");
  if (!read_url(patterns.url, out)) return unknown("url_match");
  return out;
}

}  // namespace tetrapla::convert
