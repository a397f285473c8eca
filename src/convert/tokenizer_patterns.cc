#include "convert/tokenizer_patterns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>

#include "convert/tokenizer_syntax.h"
#include "english/unicode.h"

namespace tetrapla::convert {
namespace {

using english::CharacterClass;
using english::CharacterRange;
using english::CharacterRanges;
using english::CodePoint;

// What is left when lists and large classes are out.
constexpr std::array<std::string_view, 2> kPrefixRules = {R"(\+(?![0-9]))", R"(\.\.+)"};
constexpr std::array<std::string_view, 5> kSuffixRules = {R"(\.\.+)", R"((?<=[0-9])\+)", R"((?<=°[FfCcKk])\.)", R"((?<=<class>)\.)",
                                                          R"((?<=<class><class>)\.)"};
constexpr std::string_view kUnitsBegin = "(?<=[0-9])(?:";
constexpr std::string_view kInfix =
    R"(\.\.+|…|<class>|(?<=[0-9])[+\-\*^](?=[0-9-])|(?<=<class>)\.(?=<class>)|(?<=<class>),(?=<class>))"
    R"(|(?<=<class>)(?:-|–|—|--|---|——|~)(?=<class>)|(?<=<class>)[:<>=/](?=<class>))";
constexpr std::array<CharacterClass, 9> kInfixClasses = {english::kInfixSign, english::kBeforeInnerStop, english::kAfterInnerStop,
                                                         english::kLetter,    english::kLetter,          english::kLetterOrDigit,
                                                         english::kLetter,    english::kLetterOrDigit,   english::kLetter};
constexpr std::string_view kUrl =
    R"((?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2}))"
    R"((?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2})"
    R"((?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?)"
    R"([A-Za-z0-9\u00a1-\uffff]\.)+(?:<class>{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$)";

bool contains(const CharacterRanges& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const CharacterRange& r) { return r.first <= c && c <= r.last; });
}

bool equal(const CharacterRanges& a, const CharacterRanges& b) {
  return std::ranges::equal(
      a, b, [](const CharacterRange& x, const CharacterRange& y) { return x.first == y.first && x.last == y.last; });
}

/// A pattern's alternatives sorted by kind.
struct Sorted {
  CharacterRanges signs;                 // single characters, listed or by a class that is an alternative of its own
  std::vector<std::string> strings;      // of more than one character
  std::vector<std::string> units;        // the alternatives of (?<=[0-9])(?:…)
  std::vector<std::string_view> rules;   // the others, …
  std::vector<CharacterRanges> classes;  // … and the classes in them
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

CharacterRanges& ranges_of(AffixTables& tables, CharacterClass c) {
  return tables.classes[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(c)))];
}

bool read_prefix(std::string_view pattern, AffixTables& out) {
  const auto masked = mask_classes(pattern);
  if (!masked) return false;
  const auto bodies = anchored_in_front(masked->text);
  if (!bodies) return false;
  auto sorted = sort_alternatives(*bodies, *masked, true);
  if (!sorted || !std::ranges::equal(sorted->rules, kPrefixRules) || !sorted->units.empty()) return false;
  // The matcher tries the strings first: none may begin as a rule does.
  const auto like_rule = [](const std::string& s) { return s.starts_with('.') || s.starts_with('+'); };
  if (std::ranges::any_of(sorted->strings, like_rule) || contains(sorted->signs, '.')) return false;
  out.lists.prefixes = std::move(sorted->strings);
  ranges_of(out, english::kPrefixSign) = std::move(sorted->signs);
  return true;
}

bool read_suffix(std::string_view pattern, AffixTables& out) {
  const auto masked = mask_classes(pattern);
  if (!masked) return false;
  const auto bodies = anchored_behind(masked->text);
  if (!bodies) return false;
  auto sorted = sort_alternatives(*bodies, *masked, false);
  if (!sorted || !std::ranges::equal(sorted->rules, kSuffixRules) || sorted->classes.size() != 3) return false;
  if (!equal(sorted->classes[1], sorted->classes[2])) return false;
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
  return {std::string("its ") + pattern +
          " is not the pattern that this program's tokenizer was written for (spaCy 3.8's English)"};
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
