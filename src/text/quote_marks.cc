// One pass over the marks with a small stack of open ones.
//
// A straight mark says by the characters beside it whether it may open or close; where both are spaces (as tokenisers leave them) the
// stack decides. A closing mark closes the nearest open one of its group, so that “ " and `` may close each other, as rough texts do.
// Single marks are the hard ones, since apostrophes look the same. After an s the mark may be a plural's ("the workers' rights"): such a
// place is remembered as a weak end, and taken only where no better one comes before the next opening mark or the paragraph's end.
//
//   ‘We back the workers’ rights,’ he said.        ‘three-way talks’ went on.
//   ^open        weak ^         ^close             ^open          ^ weak, taken at the paragraph's end
//
// A run may go over the ends of paragraphs, up to a limit, where its closing mark comes before a new opening one; where the next paragraph
// begins with an opening mark, as is usual for long speeches, each paragraph has a run of its own and the former ones `continue`.
#include "text/quote_marks.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace tetrapla::text {
namespace {

// A quotation that goes on in a new paragraph without a new mark: beyond this the opening mark is taken for a slip. Such speeches in rough
// texts seldom have more than half a dozen sentences, each a paragraph.
constexpr std::uint32_t kMaxParagraphs = 8;
constexpr std::uint32_t kMaxBytes = 4000;
constexpr std::size_t kMaxOpen = 8;

enum class Group : std::uint8_t { kDouble, kSingle, kGuillemet, kSingleGuillemet };
enum class Glyph : std::uint8_t { kStraight, kOpening, kClosing, kLow };
enum class Strength : std::uint8_t { kNo, kWeak, kStrong };

struct Mark {
  Span span;
  std::uint32_t paragraph = 0;
  Group group = Group::kDouble;
  Glyph glyph = Glyph::kStraight;
  bool opens = false;
  Strength closes = Strength::kNo;
  bool spaced = false;  ///< a space on both sides: says nothing
  bool begins_paragraph = false;
  bool even_left = false;  ///< with it, an even number of its group's marks stand from here to the paragraph's end
};

/// Words that begin with an apostrophe.
constexpr std::array<std::string_view, 14> kElisions = {"n",    "em",    "til", "till",  "tis",    "twas",  "cause",
                                                        "bout", "round", "cos", "twill", "twould", "tween", "nuff"};

UChar32 before(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  if (at <= begin) return ' ';
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_PREV(bytes, static_cast<std::int32_t>(begin), i, c);
  return c;
}

UChar32 after(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return ' ';
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto next = static_cast<std::int32_t>(at);
  U8_FWD_1(bytes, next, static_cast<std::int32_t>(end));
  return before(text, at, static_cast<std::uint32_t>(next));
}

bool is_space(UChar32 c) { return c < 0 || u_isUWhiteSpace(c) != 0; }
bool is_word(UChar32 c) { return c >= 0 && u_isalnum(c) != 0; }
bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }
/// After which an opening mark may stand without a space.
bool lets_open(UChar32 c) {
  return is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' || c == ':' || c == 0x2014 || c == 0x2013 || c == '-' ||
         c == '"' || c == '\'' || c == 0x2018 || c == 0x201C || c == '`' || c == 0xBF || c == 0xA1 || c == '*' || c == '_';
}
bool ends_clause(UChar32 c) {
  return c == ',' || c == '.' || c == '?' || c == '!' || c == 0x2026 || c == ';' || c == 0x2014 || c == '-';
}

/// The mark that begins at `at`, without its neighbours' say; none where no mark stands.
std::optional<Mark> mark_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto byte = [&](std::uint32_t k) { return k < end ? static_cast<unsigned char>(text[k]) : 0U; };
  Mark mark;
  const auto is = [&](std::uint32_t length, Group group, Glyph glyph) {
    mark.span = {at, at + length};
    mark.group = group;
    mark.glyph = glyph;
    return std::optional<Mark>(mark);
  };
  switch (byte(at)) {
    case '"': return is(1, Group::kDouble, Glyph::kStraight);
    case '\'':
      if (byte(at + 1) == '\'') return is(2, Group::kDouble, Glyph::kStraight);
      return is(1, Group::kSingle, Glyph::kStraight);
    case '`':
      if (byte(at + 1) == '`') return is(2, Group::kDouble, Glyph::kOpening);
      return is(1, Group::kSingle, Glyph::kOpening);
    case 0xC2:
      if (byte(at + 1) == 0xAB) return is(2, Group::kGuillemet, Glyph::kOpening);
      if (byte(at + 1) == 0xBB) return is(2, Group::kGuillemet, Glyph::kClosing);
      return std::nullopt;
    case 0xE2:
      if (byte(at + 1) != 0x80) return std::nullopt;
      switch (byte(at + 2)) {
        case 0x98:
        case 0x9B: return is(3, Group::kSingle, Glyph::kOpening);
        case 0x99: return is(3, Group::kSingle, Glyph::kClosing);
        case 0x9A: return is(3, Group::kSingle, Glyph::kLow);
        case 0x9C:
        case 0x9F: return is(3, Group::kDouble, Glyph::kOpening);
        case 0x9D: return is(3, Group::kDouble, Glyph::kClosing);
        case 0x9E: return is(3, Group::kDouble, Glyph::kLow);
        case 0xB9: return is(3, Group::kSingleGuillemet, Glyph::kOpening);
        case 0xBA: return is(3, Group::kSingleGuillemet, Glyph::kClosing);
        default: return std::nullopt;
      }
    default: return std::nullopt;
  }
}

/// "'90s", "'n'", "'em": the apostrophe stands for letters left out.
bool is_elision(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto digit = [&](std::uint32_t k) { return k < end && is_digit(text[k]); };
  if (digit(at) && digit(at + 1) && !digit(at + 2)) {
    return at + 2 < end && text[at + 2] == 's' && !is_word(after(text, at + 3, end));
  }
  std::uint32_t stop = at;
  while (stop < end && stop - at < 8 && is_word(static_cast<unsigned char>(text[stop])) &&
         static_cast<unsigned char>(text[stop]) < 0x80)
    ++stop;
  if (is_word(after(text, stop, end))) return false;
  return std::find(kElisions.begin(), kElisions.end(), text.substr(at, stop - at)) != kElisions.end();
}

/// What the characters beside a single mark allow. An apostrophe neither opens nor closes.
void judge_single(std::string_view text, Span paragraph, Mark& mark) {
  const UChar32 left = before(text, paragraph.begin, mark.span.begin);
  const UChar32 right = after(text, mark.span.end, paragraph.end);
  if (is_word(left) && is_word(right) && mark.glyph != Glyph::kLow) return;
  const bool at_end = mark.span.end == paragraph.end;
  mark.spaced = is_space(left) && is_space(right);
  if (mark.glyph == Glyph::kLow) {
    mark.opens = is_word(right);
    return;
  }
  if (!is_space(right) && lets_open(left) && (is_word(right) || mark.glyph != Glyph::kClosing)) {
    mark.opens = !is_elision(text, mark.span.end, paragraph.end) && (mark.glyph != Glyph::kClosing || is_space(left));
    if (mark.opens || is_word(right)) return;
  }
  if (mark.glyph == Glyph::kOpening) {
    mark.opens = mark.spaced && !at_end;
    return;
  }
  // A closing mark stands after a word or a stop; tokenised texts have a space between.
  std::uint32_t last = mark.span.begin;
  if (is_space(left)) {
    if (!mark.spaced) return;
    while (last > paragraph.begin && is_space(before(text, paragraph.begin, last))) --last;
  }
  const UChar32 word_end = before(text, paragraph.begin, last);
  if (is_word(word_end)) {
    const bool plural = word_end == 's' || word_end == 'S' || word_end == 'z' || word_end == 'x';
    const bool clipped = word_end == 'n' && before(text, paragraph.begin, last - 1) == 'i';  // goin'
    mark.closes = (plural || clipped) && !at_end && !ends_clause(right) ? Strength::kWeak : Strength::kStrong;
    if (is_space(left) && !at_end && mark.closes == Strength::kStrong) mark.closes = Strength::kWeak;
  } else {
    mark.closes = Strength::kStrong;
  }
}

void judge_double(std::string_view text, Span paragraph, Mark& mark) {
  const UChar32 left = before(text, paragraph.begin, mark.span.begin);
  const UChar32 right = after(text, mark.span.end, paragraph.end);
  mark.spaced = is_space(left) && is_space(right);
  const bool at_begin = mark.span.begin == paragraph.begin;
  const bool at_end = mark.span.end == paragraph.end;
  switch (mark.glyph) {
    case Glyph::kOpening:  // “ closes „; and some texts have `` or “ at both ends
      mark.opens = !at_end;
      mark.closes = at_end || (mark.spaced && !at_begin && ends_clause(before(text, paragraph.begin, mark.span.begin - 1)))
                        ? Strength::kStrong
                        : Strength::kNo;
      if (!is_space(left) && !lets_open(left) && !is_word(right)) {
        mark.closes = Strength::kStrong;
        mark.opens = !is_space(right) && mark.opens;
      }
      break;
    case Glyph::kClosing:
      mark.closes = Strength::kStrong;
      mark.opens = lets_open(left) && is_word(right);  // a slip for “; only where nothing is open
      break;
    case Glyph::kLow: mark.opens = true; break;
    case Glyph::kStraight:
      if (at_begin) {
        mark.opens = !at_end;
      } else if (at_end) {
        mark.closes = Strength::kStrong;
      } else if (mark.spaced) {
        mark.opens = true;
        mark.closes = Strength::kStrong;
      } else if (is_space(left)) {
        mark.opens = is_word(right) || !ends_clause(right);
        mark.closes = mark.opens ? Strength::kNo : Strength::kStrong;
      } else if (is_space(right)) {
        mark.closes = Strength::kStrong;
      } else {
        mark.spaced = true;
        mark.opens = lets_open(left);
        mark.closes = Strength::kStrong;
      }
      break;
  }
}

std::vector<Mark> find_marks(std::string_view text, const std::vector<Span>& paragraphs) {
  std::vector<Mark> marks;
  for (std::uint32_t number = 0; number < paragraphs.size(); ++number) {
    const Span paragraph = paragraphs[number];
    const std::size_t first = marks.size();
    for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
      auto mark = mark_at(text, at, paragraph.end);
      if (!mark) {
        ++at;
        continue;
      }
      at = mark->span.end;
      mark->paragraph = number;
      mark->begins_paragraph = mark->span.begin == paragraph.begin;
      switch (mark->group) {
        case Group::kSingle: judge_single(text, paragraph, *mark); break;
        case Group::kDouble: judge_double(text, paragraph, *mark); break;
        case Group::kGuillemet:
        case Group::kSingleGuillemet:
          mark->opens = mark->glyph == Glyph::kOpening;
          mark->closes = mark->opens ? Strength::kNo : Strength::kStrong;
          break;
      }
      if (mark->opens || mark->closes != Strength::kNo) marks.push_back(*mark);
    }
    std::array<bool, 4> even = {true, true, true, true};
    for (std::size_t k = marks.size(); k-- > first;) {
      bool& now = even[static_cast<std::size_t>(marks[k].group)];
      now = !now;
      marks[k].even_left = now;
    }
  }
  return marks;
}

struct Open {
  Mark mark;
  std::optional<Span> weak_end;  ///< a place that may close it, if no better one comes
};

class Pairing {
 public:
  Pairing(std::string_view text, const std::vector<Span>& paragraphs) : text_(text), paragraphs_(paragraphs) {}

  std::vector<QuotedRun> run(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
      leave_paragraphs(mark);
      take(mark);
    }
    while (!open_.empty()) give_up();
    std::sort(runs_.begin(), runs_.end(), [](const QuotedRun& a, const QuotedRun& b) {
      return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin : a.outer.end > b.outer.end;
    });
    std::vector<std::uint32_t> ends;  // of the runs around the present one
    for (QuotedRun& found : runs_) {
      while (!ends.empty() && ends.back() <= found.outer.begin) ends.pop_back();
      found.depth = static_cast<unsigned>(ends.size());
      ends.push_back(found.outer.end);
    }
    return std::move(runs_);
  }

 private:
  /// What the ends of paragraphs before `mark` do to the open marks.
  void leave_paragraphs(const Mark& mark) {
    while (!open_.empty() && open_.back().mark.paragraph != mark.paragraph) {
      const Open& top = open_.back();
      const bool goes_on =
          mark.begins_paragraph && mark.opens && mark.group == top.mark.group && mark.paragraph == top.mark.paragraph + 1;
      if (goes_on && !top.weak_end) {
        const Span paragraph = paragraphs_[top.mark.paragraph];
        add({top.mark.span.begin, paragraph.end}, {top.mark.span.end, paragraph.end}, true);
        open_.pop_back();
      } else if (top.weak_end || mark.paragraph - top.mark.paragraph > kMaxParagraphs ||
                 mark.span.end - top.mark.span.begin > kMaxBytes) {
        give_up();
      } else {
        return;
      }
    }
  }

  /// The topmost open mark has no certain end.
  void give_up() {
    if (open_.back().weak_end) close(open_.back().mark.span, *open_.back().weak_end);
    open_.pop_back();
  }

  void take(const Mark& mark) {
    const auto same = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& x) { return x.mark.group == mark.group; });
    const bool is_open = same != open_.rend();
    const bool here = is_open && same->mark.paragraph == mark.paragraph;
    bool closes = is_open && mark.closes != Strength::kNo;
    if (closes && mark.opens) {
      if (mark.glyph == Glyph::kOpening) {
        closes = here || same->mark.glyph == Glyph::kLow;
      } else if (!here && mark.spaced) {
        closes = !mark.even_left;
      }
    }
    if (closes && mark.glyph == Glyph::kOpening && !mark.opens) closes = here || !mark.begins_paragraph;
    if (closes && mark.group == Group::kSingle) {
      const bool on_top = same == open_.rbegin();
      if (mark.closes == Strength::kWeak) {
        if (on_top && here && !same->weak_end) same->weak_end = mark.span;
        return;
      }
      if (!on_top && !ends_clause(before(text_, 0, mark.span.begin))) return;
      if (!here && !ends_clause(before(text_, 0, mark.span.begin)) && mark.span.end != paragraphs_[mark.paragraph].end) return;
    }
    if (closes) {
      while (open_.back().mark.group != mark.group) give_up();
      close(open_.back().mark.span, mark.span);
      open_.pop_back();
      return;
    }
    if (!mark.opens) return;
    if (is_open && mark.group != Group::kGuillemet) {  // the earlier mark was never closed
      while (open_.back().mark.group != mark.group) give_up();
      give_up();
    }
    if (open_.size() < kMaxOpen) open_.push_back({mark, std::nullopt});
  }

  void close(Span opening, Span closing) { add({opening.begin, closing.end}, {opening.end, closing.begin}, false); }

  void add(Span outer, Span inner, bool continues) {
    inner = trimmed(inner);
    if (!inner.empty()) runs_.push_back({outer, inner, 0, continues});
  }

  [[nodiscard]] Span trimmed(Span span) const {
    const auto blank = [&](std::uint32_t at) {
      return text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\t' || text_[at] == '\r';
    };
    while (span.begin < span.end && blank(span.begin)) ++span.begin;
    while (span.end > span.begin && blank(span.end - 1)) --span.end;
    return span;
  }

  std::string_view text_;
  const std::vector<Span>& paragraphs_;
  std::vector<Open> open_;
  std::vector<QuotedRun> runs_;
};

}  // namespace

std::vector<QuotedRun> find_quoted_runs(std::string_view text, const std::vector<Span>& paragraphs) {
  return Pairing(text, paragraphs).run(find_marks(text, paragraphs));
}

}  // namespace tetrapla::text
