#include "text/cues.h"

#include <algorithm>
#include <cstddef>

namespace tetrapla::text {
namespace {

/// Between two stamps of a transcript stand few words; an entry of a live blog is a paragraph or more.
constexpr std::size_t kMostWordsPerStamp = 60;
constexpr std::size_t kLeastLineStamps = 3;
constexpr std::size_t kLeastInlineStamps = 5;
constexpr std::uint32_t kLatestStart = 30;  // seconds

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Candidate {
  CueStamp stamp;
  bool glued = false;  // a letter touches it
  bool bracketed = false;
  bool clock = false;  // "a.m.", "pm", "GMT" follows: a time of day
};

/// h:mm:ss or m:ss at `at`; gives the offset of its end, `at` where there is none.
std::size_t parse_stamp(std::string_view text, std::size_t at, std::uint32_t& seconds) {
  std::size_t i = at;
  std::uint32_t value = 0;
  int parts = 0;
  while (parts < 3) {
    const std::size_t begin = i;
    std::uint32_t part = 0;
    while (i < text.size() && is_digit(text[i]) && i - begin < 3) part = part * 10 + static_cast<std::uint32_t>(text[i++] - '0');
    const std::size_t digits = i - begin;
    if (digits == 0 || (parts > 0 && (digits != 2 || part >= 60))) return at;
    value = value * 60 + part;
    ++parts;
    if (i + 1 >= text.size() || text[i] != ':' || !is_digit(text[i + 1])) break;
    ++i;
  }
  if (parts < 2 || (i < text.size() && (is_digit(text[i]) || text[i] == ':'))) return at;
  if (i + 1 < text.size() && (text[i] == '.' || text[i] == ',') &&
      is_digit(text[i + 1])) {  // fractions of a second: exactly three digits
    std::size_t end = i + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - i - 1 != 3) return at;
    i = end;
  }
  seconds = value;
  return i;
}

bool is_clock_word(std::string_view after) {
  std::size_t i = 0;
  while (i < after.size() && after[i] == ' ') ++i;
  std::string_view rest = after.substr(i);
  for (const std::string_view word :
       {"am", "pm", "a.m", "p.m", "AM", "PM", "GMT", "UTC", "BST", "ET", "EST", "EDT", "CET", "IST", "o'clock", "hours", "local"}) {
    if (!rest.starts_with(word)) continue;
    const char next = rest.size() > word.size() ? rest[word.size()] : ' ';
    if (!is_letter(next)) return true;
  }
  return false;
}

std::vector<Candidate> find_candidates(std::string_view text) {
  std::vector<Candidate> found;
  bool line_start = true;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (!is_digit(c)) {
      if (c == '\n' || c == '\r')
        line_start = true;
      else if (!is_space(c) && c != '[' && c != '(')
        line_start = false;
      ++at;
      continue;
    }
    const bool free_before =
        at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != ':' && text[at - 1] != '.' && text[at - 1] != '-');
    std::uint32_t seconds = 0;
    const std::size_t end = free_before ? parse_stamp(text, at, seconds) : at;
    if (end == at) {
      while (at < text.size() && is_digit(text[at])) ++at;
      line_start = false;
      continue;
    }
    Candidate one;
    std::size_t begin = at;
    std::size_t stop = end;
    const char before = at > 0 ? text[at - 1] : ' ';
    const char after = end < text.size() ? text[end] : ' ';
    if ((before == '[' && after == ']') || (before == '(' && after == ')')) {
      one.bracketed = true;
      --begin;
      ++stop;
    }
    one.glued = is_letter(before) || is_letter(after);
    one.clock = is_clock_word(text.substr(end, 12));
    one.stamp = {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)}, seconds, line_start};
    found.push_back(one);
    line_start = false;
    at = stop;
  }
  return found;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (!is_space(c) && !inside) ++words;
    inside = !is_space(c);
  }
  return words;
}

}  // namespace

std::vector<CueStamp> find_cue_stamps(std::string_view text) {
  const std::vector<Candidate> candidates = find_candidates(text);
  const auto firm = [&](const Candidate& c) { return !c.clock && c.stamp.begins_line; };
  const auto line_stamps = static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), firm));
  const bool by_lines = line_stamps >= kLeastLineStamps;
  // Where no lines tell, all times of a text that begins at its first seconds, and never runs back, are stamps.
  const bool from_start = !by_lines && !candidates.empty() && candidates.front().stamp.seconds <= kLatestStart;
  const auto loose = [&](const Candidate& c) { return !c.clock && (from_start || c.glued || c.bracketed || c.stamp.begins_line); };
  if (!by_lines && static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), loose)) < kLeastInlineStamps)
    return {};

  // The anchors may not run backwards; an inline stamp must lie between its neighbours.
  std::vector<CueStamp> stamps;
  std::size_t backwards = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& now = candidates[i];
    const bool anchor = by_lines ? firm(now) : loose(now);
    if (!anchor && (!by_lines || now.clock)) continue;
    if (!stamps.empty() && now.stamp.seconds < stamps.back().seconds) {
      backwards += anchor ? 1 : 0;
      continue;
    }
    if (!anchor) {
      const auto next = std::find_if(candidates.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                     candidates.begin() + static_cast<std::ptrdiff_t>(std::min(candidates.size(), i + 20)), firm);
      const bool between = !stamps.empty() &&
                           next != candidates.begin() + static_cast<std::ptrdiff_t>(std::min(candidates.size(), i + 20)) &&
                           stamps.back().seconds < now.stamp.seconds && now.stamp.seconds < next->stamp.seconds;
      if (!between &&
          (stamps.empty() || !loose(now) || (next != candidates.end() && firm(*next) && now.stamp.seconds > next->stamp.seconds)))
        continue;
    }
    stamps.push_back(now.stamp);
  }
  if (stamps.size() < (by_lines ? kLeastLineStamps : kLeastInlineStamps) || backwards * 10 > stamps.size()) return {};
  const std::size_t words = count_words(text.substr(stamps.front().span.begin));
  if (words > kMostWordsPerStamp * stamps.size()) return {};
  return stamps;
}

}  // namespace tetrapla::text
