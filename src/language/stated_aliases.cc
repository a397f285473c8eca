#include "language/stated_aliases.h"

#include <algorithm>
#include <string_view>

#include "language/is_one_of.h"
#include "language/words_seen.h"

namespace tetrapla::language {
namespace {

constexpr std::uint32_t kMostWordsBetween = 7;

/// Whether [at, end) reads "cable, also known as the": up to two words that go on with the name, then the formula.
bool says_known_as(const Annotation& a, std::uint32_t at, std::uint32_t end) {
  if (end - at > kMostWordsBetween) return false;
  const auto is = [&](std::initializer_list<std::string_view> words) { return at < end && is_one_of(a.tokens[at].lower, words); };
  const auto lower = [&] { return at < end && shape_of(a.text_of(a.tokens[at]), a.tokens[at].kind) == Shape::kLower; };
  for (int words = 0; words < 2 && lower() && !is({"also", "better", "widely", "known", "aka", "a.k.a.", "formerly"}); ++words)
    ++at;
  if (is({",", "("})) ++at;
  if (is({"aka", "a.k.a."})) {
    ++at;
  } else {
    if (!is({"also", "better", "widely", "formerly"})) return false;  // "known as" alone may give a role
    ++at;
    if (!is({"known"})) return false;
    ++at;
    if (!is({"as"})) return false;
    ++at;
  }
  if (is({"the"})) ++at;
  return at == end;
}

/// Whether the capitals of `letters` stand in `name` in order, the first at its beginning and each at the beginning of a word or part.
bool abbreviates(std::string_view letters, const std::string& name) {
  std::size_t next = 0;
  bool begins = true;
  for (const char c : name) {
    if (c == ' ' || c == '-') {
      begins = true;
      continue;
    }
    if (begins && next < letters.size() && c == letters[next]) {
      ++next;
    } else if (next == 0) {
      return false;
    }
    begins = false;
  }
  return next == letters.size() && next > 1;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> stated_aliases(const Annotation& a, const std::vector<Mention>& mentions) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const TokenRange& first = mentions[i].tokens;
    const TokenRange& other = mentions[i + 1].tokens;
    if (a.tokens[first.begin].sentence != a.tokens[other.begin].sentence || mentions[i].key == mentions[i + 1].key) continue;
    const bool brackets = other.begin == first.end + 1 && a.tokens[first.end].lower == "(" && other.end < a.tokens.size() &&
                          a.tokens[other.end].lower == ")" && other.size() == 1 &&
                          shape_of(a.text_of(a.tokens[other.begin]), a.tokens[other.begin].kind) == Shape::kUpper;
    if ((brackets && abbreviates(mentions[i + 1].key, mentions[i].key)) || says_known_as(a, first.end, other.begin))
      result.emplace_back(i, i + 1);
  }
  return result;
}

}  // namespace tetrapla::language
