// What analysis knows of a report's text. Every span points into the whole text of the report; what is excluded has no tokens,
// so two tokens next to each other here may stand far apart there (a time stamp between them).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/language.h"
#include "tetrapla/report.h"
#include "tetrapla/span.h"
#include "text/reading.h"

namespace tetrapla::language {

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation, kSymbol };

/// "No token of the model": see Token::model.
inline constexpr std::uint32_t kNoToken = UINT32_MAX;

/// A word, a number, a mark. Cut as spaCy cuts English: "don't" → do n't, "Kyiv's" → Kyiv 's, "four-year-old" → four - year - old,
/// "$4,300" → $ 4,300, "45mph" → 45 mph, "a.m." and "U.S." whole, ".358" and "2.5" whole (more in tokens.h). A number or clock mark that
/// broken detokenisation has torn ("$2. 6 million", "4: 30 a. m.") is one token over its blank, and `lower` has none ("2.6", "a.m.").
struct Token {
  Span span;          ///< in the report's text; never across anything excluded
  std::string lower;  ///< case-folded; quotation marks and apostrophes made straight (“ « `` → ", ’ → ')
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;       ///< white space, a line break or something excluded stands before it
  std::uint32_t sentence = 0;      ///< index into Annotation::sentences
  std::uint32_t model = kNoToken;  ///< index into Annotation::document's tokens: the one in which it begins
};

/// Half-open run of tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
  Span span;
  TokenRange tokens;
  std::uint32_t paragraph = 0;  ///< index into Report::paragraphs
};

/// A name as it stands in one place. `name` is the same for every mention of one bearer in this report, and is its fullest form
/// there ("Jackson" → "Vincent Jackson").
struct Entity {
  Span span;
  TokenRange tokens;
  std::string label;  ///< OntoNotes: PERSON, ORG, GPE, LOC, FAC, NORP, …
  std::string name;
  bool told = true;  ///< false: a lone word of which neither lexicon nor report tells what it names; the label is a guess
};

/// Immutable once made. Refers to the report it was made from, which must outlive it.
struct Annotation {
  const Report* report = nullptr;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Entity> entities;  ///< in text order, disjoint

  /// The model's analysis: over `reading->text()`, and its spans are in that text (`reading->to_source` maps them). Its tokens are spaCy's,
  /// white space among them; `tokens` above has the same words, but for numbers and words that broken detokenisation has torn.
  EnglishDocument document;
  std::shared_ptr<const text::Reading> reading;

  [[nodiscard]] std::string_view text() const { return report->text; }
  [[nodiscard]] std::string_view text_of(const Token& token) const { return slice(report->text, token.span); }
  /// From the first to the last character of a run of tokens; empty for an empty run.
  [[nodiscard]] Span span_of(TokenRange range) const {
    return range.size() == 0 ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
};

/// Tokens, sentences, trees and names of a report. Total, linear in the text; what `analyser` has seen before makes no difference.
[[nodiscard]] Annotation annotate(const Report& report, EnglishAnalyser& analyser);

/// The model's sentences as spans of the reading that it has read, each from its first word to its last, cut where a paragraph begins: a
/// headline without a stop is no part of what stands below it. Linear.
[[nodiscard]] std::vector<Span> sentences_of(const EnglishDocument& document, const text::Reading& reading);

/// Tokens and sentences alone, by rules and without the model: for a scrap such as a time stamp. `document` and `entities` are empty.
[[nodiscard]] Annotation annotate_scrap(const Report& report);

}  // namespace tetrapla::language
