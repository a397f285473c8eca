#include "render/excerpt.h"

#include <algorithm>
#include <vector>

#include "render/display.h"
#include "text/reading.h"
#include "text/sentences.h"

namespace tetrapla::render {
namespace {

constexpr std::uint32_t kReach = 600;  // bytes to either side: three long sentences

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::uint32_t on_code_point(const std::string& text, std::uint32_t at) {
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

// The paragraph a span begins in, up to kReach around the span.
Span window_around(const Report& report, Span span) {
  Span paragraph{0, static_cast<std::uint32_t>(report.text.size())};
  const auto after = std::upper_bound(report.paragraphs.begin(), report.paragraphs.end(), span.begin,
                                      [](std::uint32_t at, Span p) { return at < p.begin; });
  if (after != report.paragraphs.begin()) paragraph = hull(*std::prev(after), span);
  const std::uint32_t begin =
      span.begin > paragraph.begin + kReach ? on_code_point(report.text, span.begin - kReach) : paragraph.begin;
  const std::uint32_t end = paragraph.end > span.end + kReach ? on_code_point(report.text, span.end + kReach) : paragraph.end;
  return {begin, end};
}

Span sentence_around(const Report& report, Span span) {
  const Span window = window_around(report, span);
  const std::string_view text = slice(report.text, window);
  Span sentence = span;
  for (Span s : text::find_sentences(text, {{0, window.size()}})) {
    s = {s.begin + window.begin, s.end + window.begin};
    if (s.overlaps(span)) sentence = hull(sentence, s);
  }
  return sentence;
}

std::string words_in(const Report& report, Span span) {
  return span.empty() ? "" : text::plain(report.text, span, report.excluded);
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Whether a reader sees a gap at a byte: white space, or a piece left out (a time stamp glued to the word behind it).
bool is_gap(const Report& report, std::uint32_t at) {
  if (is_space(report.text[at])) return true;
  return std::any_of(report.excluded.begin(), report.excluded.end(), [at](const Exclusion& x) { return x.span.contains(at); });
}

// The last words of `text` that fit.
std::string tail(const std::string& text, unsigned columns) {
  std::string_view rest = text;
  while (width_of(rest) + 1 > columns) {
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos) return "…";
    rest.remove_prefix(space + 1);
  }
  return rest.empty() ? "…" : "…" + std::string(rest);
}

std::string head(const std::string& text, unsigned columns) {
  std::string_view rest = text;
  while (width_of(rest) + 1 > columns) {
    const std::size_t space = rest.rfind(' ');
    if (space == std::string_view::npos) return "…";
    rest = rest.substr(0, space);
  }
  return std::string(rest) + "…";
}

}  // namespace

Context context_of(const Report& report, Span span) {
  const Span sentence = sentence_around(report, span);
  Context context;
  context.before = clean(words_in(report, {sentence.begin, span.begin}));
  context.words = clean(words_in(report, span));
  context.after = clean(words_in(report, {span.end, sentence.end}));
  if (!context.before.empty() && span.begin > 0 && is_gap(report, span.begin - 1)) context.before += ' ';
  if (!context.after.empty() && span.end < report.text.size() && is_gap(report, span.end)) context.after = " " + context.after;
  return context;
}

Runs excerpt(const Report& report, Span span, unsigned columns) {
  const Context context = context_of(report, span);
  constexpr unsigned kMarks = 2;
  const unsigned room = columns > kMarks ? columns - kMarks : 0;
  const unsigned words = width_of(context.words);
  if (words + 2 >= room) return {{"“"}, {shortened(context.words, room), Ink::kStrong}, {"”"}};
  const unsigned left = width_of(context.before);
  const unsigned right = width_of(context.after);
  unsigned left_room = left;
  unsigned right_room = right;
  if (left + words + right > room) {  // a third before, the rest after; what one side does not need goes to the other
    const unsigned spare = room - words;
    left_room = std::min(left, std::max(spare / 3, spare > right ? spare - right : 0));
    right_room = spare - left_room;
  }
  const std::string before = left <= left_room ? context.before : tail(context.before, left_room);
  const std::string after = right <= right_room ? context.after : head(context.after, right_room);
  return {{"“" + before}, {context.words, Ink::kStrong}, {after + "”"}};
}

}  // namespace tetrapla::render
