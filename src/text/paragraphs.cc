#include "text/paragraphs.h"

#include <algorithm>
#include <cstdint>

#include "text/cues.h"
#include "text/lines.h"

namespace tetrapla::text {
namespace {

/// Wrapped text is between these widths, in characters. Agencies' wires wrap at 60 to 72, mails at 72 to 78, old terminals at 80.
constexpr std::uint32_t kLeastWidth = 30;
constexpr std::uint32_t kMostWidth = 130;
/// Words are not hyphenated the same way everywhere: a line may stay this much shorter than it needed to.
constexpr std::uint32_t kSlack = 3;

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view first_word(std::string_view line) { return line.substr(0, line.find_first_of(" \t")); }

/// The last sign of a line, closing marks apart.
char last_sign(std::string_view line) {
  for (;;) {
    bool shorter = false;
    for (const std::string_view mark : {"\"", "'", ")", "]", "\u201d", "\u2019", "\u00bb"}) {
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        shorter = true;
      }
    }
    if (!shorter) return line.empty() ? ' ' : line.back();
  }
}

bool ends_sentence(std::string_view line) {
  const char last = last_sign(line);
  return last == '.' || last == '!' || last == '?' || last == ':' || line.ends_with("\u2026");
}

/// A stop that ends no sentence: "Mr.", "U.S.", "Gen.". Longer words before a stop are no abbreviations.
bool ends_in_abbreviation(std::string_view line) {
  if (!line.ends_with('.')) return false;
  const std::string_view word = line.substr(line.find_last_of(" \t\n") + 1);
  return word.size() <= 5 && word.front() >= 'A' && word.front() <= 'Z' &&
         word.substr(1, word.size() - 2).find_first_of("aeiouy") == std::string_view::npos;
}

struct Wrapping {
  bool wrapped = false;
  bool indented = false;  // paragraphs begin with an indent
  std::uint32_t width = 0;
};

/// An indent of fewer columns is an accident.
constexpr unsigned kLeastIndent = 2;

/// Whether the line would have been too full with the next one's first word in it.
bool is_full(std::string_view line, unsigned indent, std::string_view next, std::uint32_t width) {
  return indent + characters(line) + 1 + characters(first_word(next)) + kSlack > width;
}

Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths;
  for (const Line& line : lines) {
    if (!line.span.empty()) widths.push_back(line.indent + characters(slice(text, line.span)));
  }
  if (widths.size() < 2) return {};
  std::sort(widths.begin(), widths.end());
  // One line in twenty may stand out: an address, a table.
  const std::uint32_t width = widths[widths.size() - 1 - widths.size() / 20];
  if (width < kLeastWidth || width > kMostWidth || widths.back() > 3 * kMostWidth) return {};
  std::size_t joints = 0;
  std::size_t full = 0;
  std::size_t running = 0;  // the sentence goes on
  std::size_t indents = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.empty() || lines[i + 1].span.empty() || lines[i + 1].indent > lines[i].indent + 1) {
      if (!lines[i].span.empty() && !lines[i + 1].span.empty()) ++indents;
      continue;
    }
    const std::string_view line = slice(text, lines[i].span);
    ++joints;
    if (!is_full(line, lines[i].indent, slice(text, lines[i + 1].span), width)) continue;
    ++full;
    running += ends_sentence(line) ? 0 : 1;
  }
  // Of 19,043 wrapped agency stories the lines that are not full stand at the ends of paragraphs; one list item or table row in three is allowed.
  return {joints > 0 && full * 3 >= joints * 2 && running * 10 >= full * 7, indents > 0, width};
}

bool begins_turn(std::string_view line) {
  if (line.starts_with(">>") || line.starts_with("- ") || line.starts_with("\u2013 ") || line.starts_with("\u2014 ") ||
      line.starts_with("&gt;&gt;")) {
    return true;
  }
  const std::size_t colon = line.find(':');  // "GOVERNOR AKSU:", "Interviewer:"
  if (colon == std::string_view::npos || colon == 0 || colon > 40 || colon + 1 >= line.size() || line[colon + 1] != ' ')
    return false;
  const std::string_view name = line.substr(0, colon);
  if (name.front() < 'A' || name.front() > 'Z') return false;
  if (std::count(name.begin(), name.end(), ' ') > 3) return false;
  const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return capitals || std::count(name.begin(), name.end(), ' ') == 0;
}

bool is_sound(std::string_view line) {
  return line.size() > 2 && line.size() < 40 &&
         ((line.front() == '[' && line.back() == ']') || (line.front() == '(' && line.back() == ')') || line.starts_with("\u266a"));
}

/// Whether the line `next` goes on where `line` was broken.
bool goes_on_wrapped(std::string_view text, const Line& line, const Line& next, const Wrapping& wrapping) {
  const bool deeper = next.indent >= line.indent + kLeastIndent;
  const bool sentence_ended = ends_sentence(slice(text, line.span));
  if (wrapping.indented) {
    // The first line may be short where something stood before it (a dateline that a feed took away).
    if (next.indent >= kLeastIndent) return false;
    if (!sentence_ended) return true;
  }
  return !deeper && is_full(slice(text, line.span), line.indent, slice(text, next.span), wrapping.width);
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const std::vector<CueStamp> stamps = find_cue_stamps(text);
  const Wrapping wrapping = stamps.empty() ? find_wrapping(text, lines) : Wrapping{};
  std::vector<Span> paragraphs;
  std::size_t next_stamp = 0;
  std::size_t before = lines.size();  // the line before, where it is not blank
  bool before_is_cue = false;
  bool before_is_bare = false;  // a stamp alone on its line: its words stand on the next
  std::string_view words_before;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Span span = lines[i].span;
    if (span.empty()) {
      before = lines.size();
      continue;
    }
    while (next_stamp < stamps.size() && stamps[next_stamp].span.end <= span.begin) ++next_stamp;
    const bool is_cue = next_stamp < stamps.size() && stamps[next_stamp].begins_line && span.contains(stamps[next_stamp].span);
    const Span words = is_cue ? trim(text, {stamps[next_stamp].span.end, span.end}) : span;
    const std::string_view said = slice(text, words);
    const bool cue_words = is_cue || before_is_bare;

    bool goes_on = false;
    if (before != lines.size()) {
      if (wrapping.wrapped) {
        goes_on = goes_on_wrapped(text, lines[before], lines[i], wrapping);
      } else if (before_is_bare) {
        goes_on = !is_cue;
      } else if (before_is_cue && is_cue) {
        const bool sentence_ended = ends_sentence(words_before) && !ends_in_abbreviation(words_before);
        goes_on = !sentence_ended && !begins_turn(said) && !is_sound(said) && !is_sound(words_before);
      }
    }
    if (goes_on) {
      paragraphs.back().end = span.end;
    } else {
      paragraphs.push_back(span);
    }
    before = i;
    before_is_bare = is_cue && words.empty();
    before_is_cue = cue_words;
    if (!words.empty()) words_before = said;
  }
  return paragraphs;
}

}  // namespace tetrapla::text
