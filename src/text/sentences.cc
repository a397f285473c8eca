// A stop, question or exclamation mark ends a sentence unless something speaks against it. The scan looks at one mark at a time: at the word
// before it and at the first characters after it, so that it is linear. tests/cases/sentences holds the cases, tests/text/sentences_test.cc
// the properties (sentences cover what is no white space, in order, inside their paragraph).

#include "text/sentences.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "base/table.h"
#include "text/data/sentence_words.h"

namespace tetrapla::text {
namespace {

enum Kind : unsigned { kTitle = 1, kNumber = 2, kOther = 4, kOpener = 8 };

constexpr std::size_t kLongestEntry = 16;  // bytes; longer words are in no table, and are not looked up

class SentenceWords {
 public:
  SentenceWords() {
    for (const auto& row : base::rows_of(data::sentence_words())) {
      if (row.size() < 2) continue;
      const Kind kind = row[1] == "title" ? kTitle : row[1] == "number" ? kNumber : row[1] == "other" ? kOther : kOpener;
      kinds_[row[0]] |= kind;
    }
  }
  [[nodiscard]] unsigned kinds_of(std::string_view word) const {
    if (word.empty() || word.size() > kLongestEntry) return 0;
    std::string folded(word);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = kinds_.find(folded);
    return found == kinds_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<std::string_view, unsigned> kinds_;
};

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// The code point at `at`, or 0 at the end.
UChar32 code_point(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return 0;
  UChar32 c = 0;
  auto next = static_cast<std::int32_t>(at);
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), next, static_cast<std::int32_t>(end), c);
  return c;
}

std::uint32_t size_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  auto next = static_cast<std::int32_t>(at);
  U8_FWD_1(reinterpret_cast<const std::uint8_t*>(text.data()), next, static_cast<std::int32_t>(end));
  return static_cast<std::uint32_t>(next) - at;
}

/// Marks that close what stands before them when they follow a stop.
bool is_closer(UChar32 c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A;
}
/// Marks that can only close: such a one belongs to the sentence before even with a space between ("gone. ” He").
bool only_closes(UChar32 c) { return c == 0x201D || c == ')' || c == ']' || c == '}'; }
bool is_opener(UChar32 c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB || c == 0x2039 ||
         c == '`' || c == '-' || c == 0x2013 || c == 0x2014 || c == '*' || c == 0x2022;
}

/// Decides for one paragraph.
class Splitter {
 public:
  Splitter(std::string_view text, Span paragraph, const SentenceWords& words) : text_(text), paragraph_(paragraph), words_(words) {}

  void split(std::vector<Span>& sentences) const {
    std::uint32_t begin = skip_space(paragraph_.begin);
    for (std::uint32_t at = begin; at < paragraph_.end;) {
      if (const std::uint32_t marks = marks_at(at); marks > 0) {
        const std::uint32_t end = with_closers(at + marks);
        if (ends_sentence(begin, at, at + marks, end)) {
          sentences.push_back({begin, end});
          begin = at = skip_space(end);
        } else {
          at += marks;
        }
      } else {
        ++at;
      }
    }
    std::uint32_t end = paragraph_.end;
    while (end > begin && is_space(text_[end - 1])) --end;
    if (begin < end) sentences.push_back({begin, end});
  }

 private:
  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const {
    while (at < paragraph_.end && is_space(text_[at])) ++at;
    return at;
  }

  /// How many bytes of . ? ! … stand at `at`.
  [[nodiscard]] std::uint32_t marks_at(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < paragraph_.end) {
      if (text_[end] == '.' || text_[end] == '?' || text_[end] == '!') {
        ++end;
      } else if (text_.substr(end, 3) == "\u2026" && end + 3 <= paragraph_.end) {
        end += 3;
      } else {
        break;
      }
    }
    return end - at;
  }

  /// Past the closing marks that follow a stop: those that touch it, and after a space those that can only close.
  [[nodiscard]] std::uint32_t with_closers(std::uint32_t at) const {
    for (;;) {
      const UChar32 c = code_point(text_, at, paragraph_.end);
      if (is_closer(c)) {
        at += size_at(text_, at, paragraph_.end);
        continue;
      }
      const std::uint32_t later = skip_space(at);
      if (later > at && later < paragraph_.end && only_closes(code_point(text_, later, paragraph_.end))) {
        at = later;
        continue;
      }
      if (later > at && text_.substr(later, 2) == "''" && later + 2 <= paragraph_.end &&
          (later + 2 == paragraph_.end || is_space(text_[later + 2]))) {
        at = later + 2;
        continue;
      }
      return at;
    }
  }

  /// The word that ends before `at`: back to white space or an opening mark, at most kLongestEntry + 1 bytes.
  [[nodiscard]] std::string_view word_before(std::uint32_t begin, std::uint32_t at) const {
    std::uint32_t from = at;
    while (from > begin && at - from <= kLongestEntry && !is_space(text_[from - 1]) && text_[from - 1] != '(' &&
           text_[from - 1] != '"' && text_[from - 1] != '\'' && text_[from - 1] != '`' &&
           (static_cast<unsigned char>(text_[from - 1]) < 0x80)) {
      --from;
    }
    return text_.substr(from, at - from);
  }

  [[nodiscard]] std::string_view word_after(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < paragraph_.end && end - at <= kLongestEntry && (is_lower(text_[end]) || is_upper(text_[end]))) ++end;
    return text_.substr(at, end - at);
  }

  /// Whether the marks [at, after), with what closes up to `end`, end the sentence that began at `begin`.
  [[nodiscard]] bool ends_sentence(std::uint32_t begin, std::uint32_t at, std::uint32_t after, std::uint32_t end) const {
    std::uint32_t next = skip_space(end);
    if (next >= paragraph_.end) return true;
    const bool single_stop = after - at == 1 && text_[at] == '.';
    if (next == end) return single_stop && after == end && glued(at, after);
    while (next < paragraph_.end && is_opener(code_point(text_, next, paragraph_.end))) {
      next = skip_space(next + size_at(text_, next, paragraph_.end));
    }
    const UChar32 follows = code_point(text_, next, paragraph_.end);
    if (u_islower(follows)) return false;
    if (follows == ',' || follows == ';' || follows == ':') return false;
    if (!single_stop) return true;
    return stop_ends(begin, at, end, next);
  }

  /// "the scene.The fire": a lost space. Only after a word of three lower-case letters or more and before a capital with a small letter.
  [[nodiscard]] bool glued(std::uint32_t at, std::uint32_t after) const {
    if (at < paragraph_.begin + 3 || after + 1 >= paragraph_.end) return false;
    if (!is_upper(text_[after]) || !is_lower(text_[after + 1])) return false;
    for (std::uint32_t k = 1; k <= 3; ++k) {
      if (!is_lower(text_[at - k])) return false;
    }
    const std::string_view before = word_before(paragraph_.begin, at);
    return before.find_first_of("./@:") == std::string_view::npos && words_.kinds_of(word_after(after)) != 0;
  }

  /// A single stop before a capital, a digit or another sign: the word before it decides.
  [[nodiscard]] bool stop_ends(std::uint32_t begin, std::uint32_t at, std::uint32_t end, std::uint32_t next) const {
    if (end > at + 1) return true;  // a closing mark after the stop
    const std::string_view before = word_before(begin, at);
    const unsigned kinds = words_.kinds_of(before);
    const bool digit_follows = is_digit(text_[next]);
    if (kinds & kTitle) return false;
    if (kinds & kNumber) return !digit_follows;
    const bool opener_follows = (words_.kinds_of(word_after(next)) & kOpener) != 0;
    const bool abbreviated = is_upper(before.empty() ? 'a' : before[0]) || before.find('.') != std::string_view::npos;
    if ((kinds & kOther) && abbreviated) return opener_follows;   // "Ill.", but "was ill."
    if (before.size() == 1 && is_upper(before[0])) return false;  // an initial
    if (is_dotted(before)) return opener_follows;                 // N.A.T.O., U.S.S.R.
    if (is_number(before)) {
      if (at - before.size() <= begin) return false;            // "1. First", a numbered list
      if (digit_follows && !is_digit(before[0])) return false;  // "$2. 6 million", as some wires break it
    }
    return true;
  }

  static bool is_dotted(std::string_view word) {
    if (word.size() < 3 || word.size() % 2 == 0) return false;
    for (std::size_t k = 0; k < word.size(); ++k) {
      if (k % 2 == 1 ? word[k] != '.' : !(is_upper(word[k]) || is_lower(word[k]))) return false;
    }
    return true;
  }

  static bool is_number(std::string_view word) {
    if (!word.empty() && word[0] == '$') word.remove_prefix(1);
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
  }

  std::string_view text_;
  Span paragraph_;
  const SentenceWords& words_;
};

}  // namespace

std::vector<Span> find_sentences(std::string_view text, const std::vector<Span>& paragraphs) {
  static const SentenceWords words;  // immutable once made
  std::vector<Span> sentences;
  for (const Span paragraph : paragraphs) Splitter(text, paragraph, words).split(sentences);
  return sentences;
}

}  // namespace tetrapla::text
