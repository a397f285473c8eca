// A report as the search for speakers sees it: its tokens with the quoted runs among them.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "claims/quotations_lexicon.h"
#include "language/annotation.h"

namespace tetrapla::claims::quotations {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Words between quotation marks, outermost only.
struct Run {
  Span inner;                   ///< in the report's text
  language::TokenRange inside;  ///< tokens between the marks
  language::TokenRange around;  ///< with the marks
  std::uint32_t words = 0;      ///< tokens inside that are words or numbers
  bool continues = false;       ///< goes on in a run at the begin of the next paragraph
};

/// Nothing is owned but the runs.
class Scene {
 public:
  Scene(const language::Annotation& annotation, const Lexicon& lexicon);

  [[nodiscard]] const language::Annotation& annotation() const { return annotation_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }

  /// The run that holds a token (its marks too), or kNone.
  [[nodiscard]] std::uint32_t run_of(std::uint32_t token) const { return run_of_[token]; }
  [[nodiscard]] bool quoted(std::uint32_t token) const { return run_of_[token] != kNone; }

  [[nodiscard]] const language::Token& token(std::uint32_t k) const { return annotation_.tokens[k]; }
  [[nodiscard]] std::string_view lower(std::uint32_t k) const { return annotation_.tokens[k].lower; }
  [[nodiscard]] bool is(std::uint32_t k, WordClass kind) const { return lexicon_.is(lower(k), kind); }
  [[nodiscard]] bool is_word(std::uint32_t k) const {
    return token(k).kind == language::TokenKind::kWord || token(k).kind == language::TokenKind::kNumber;
  }
  /// A comma, a dash between spaces, a bracket: what sets an apposition apart.
  [[nodiscard]] bool is_pause(std::uint32_t k) const;
  /// Begins with a capital letter.
  [[nodiscard]] bool is_capital(std::uint32_t k) const;

  [[nodiscard]] const language::Sentence& sentence(std::uint32_t k) const { return annotation_.sentences[token(k).sentence]; }
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t k) const { return sentence(k).paragraph; }

  /// The reporting words around a place: from the begin and to the end of the sentence that a reader sees there. A sentence that the
  /// splitter ended inside a quotation goes on to the end of the words after it.
  [[nodiscard]] std::uint32_t frame_begin(std::uint32_t k) const;
  [[nodiscard]] std::uint32_t frame_end(std::uint32_t k) const;

  /// The entity a token belongs to, or kNone.
  [[nodiscard]] std::uint32_t entity_of(std::uint32_t k) const { return entity_of_[k]; }

 private:
  const language::Annotation& annotation_;
  const Lexicon& lexicon_;
  std::vector<Run> runs_;
  std::vector<std::uint32_t> run_of_;
  std::vector<std::uint32_t> entity_of_;
};

}  // namespace tetrapla::claims::quotations
