// A report as `reuse` sees it: words as numbers, with what decides how much each says about where a text comes from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tetrapla/report.h"
#include "tetrapla/span.h"
#include "text/words.h"

namespace tetrapla::reuse {

/// Half-open run of words of a text.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

struct Token {
  std::uint64_t key = 0;       ///< text::Word::key
  std::uint64_t stem = 0;      ///< text::Word::stem
  float bits = 0;              ///< how rare it is in news; 0 for "the"
  std::uint32_t sentence = 0;  ///< index into Text::sentences
  bool quoted = false;         ///< inside quotation marks: says little, since two reporters quote one speech
  bool furniture = false;      ///< in a paragraph that a publisher puts under all its reports (furniture.h): says nothing
  bool numeral = false;        ///< a number, in digits or words
  bool capital = false;
};

struct Text {
  std::vector<Token> words;
  std::vector<WordRange> sentences;   ///< in order; they part the words
  std::vector<WordRange> paragraphs;  ///< in order; they part the words
  std::vector<Span> places;           ///< of each word, in Report::text
  std::uint64_t hash = 0;             ///< of words, sentences, paragraphs and quoted runs: equal for verbatim copies
};

/// Linear in the report's text.
[[nodiscard]] Text read_text(const Report& report, const text::Rarity& rarity);

/// Where a run of words stands in the report: from its first to its last letter.
[[nodiscard]] Span place_of(const Text& text, WordRange words);

}  // namespace tetrapla::reuse
