// The words of the model's document as the rules know words.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "language/annotation.h"
#include "tetrapla/language.h"

namespace tetrapla::language {

/// Tokens and sentences of a document as an annotation of a report that is its text and no more: tokens are the model's without white
/// space, sentences are the model's cut where a paragraph begins (text/paragraphs.h). `entities` and `document` stay empty. Owns what it refers to; stays where it is.
struct DocumentWords {
  Report report;
  Annotation annotation;
  std::vector<std::uint32_t>
      first;  ///< for each token of the document and one past the last: the first of `annotation` at it or after
};

/// For a report's annotation: as DocumentWords::first, by Token::model. Linear.
[[nodiscard]] std::vector<std::uint32_t> first_tokens(const Annotation& annotation);

/// Linear.
[[nodiscard]] std::unique_ptr<const DocumentWords> words_of(const EnglishDocument& document);

}  // namespace tetrapla::language
