#include "language/document_words.h"

#include "language/characters.h"
#include "language/tokens.h"
#include "text/paragraphs.h"

namespace tetrapla::language {
namespace {

/// A word that holds a letter is a word, one that holds a digit a number.
TokenKind kind_of(std::string_view token) {
  const auto size = static_cast<std::uint32_t>(token.size());
  TokenKind kind = TokenKind::kPunctuation;
  for (std::uint32_t at = 0; at < size;) {
    const Character c = character_at(token, at, size);
    if (is_digit(c.code) && at == 0) return TokenKind::kNumber;
    if (is_letter(c.code)) return TokenKind::kWord;
    if (is_digit(c.code)) {
      kind = TokenKind::kNumber;
    } else if (kind == TokenKind::kPunctuation && is_symbol(c.code)) {
      kind = TokenKind::kSymbol;
    }
    at = c.next;
  }
  return kind;
}

}  // namespace

std::vector<std::uint32_t> first_tokens(const Annotation& annotation) {
  std::vector<std::uint32_t> result;
  result.reserve(annotation.document.tokens.size() + 1);
  std::uint32_t at = 0;
  for (std::uint32_t t = 0; t <= annotation.document.tokens.size(); ++t) {
    while (at < annotation.tokens.size() && annotation.tokens[at].model < t) ++at;
    result.push_back(at);
  }
  return result;
}

std::unique_ptr<const DocumentWords> words_of(const EnglishDocument& document) {
  auto result = std::make_unique<DocumentWords>();
  result->report.text = document.text;
  Annotation& annotation = result->annotation;
  annotation.report = &result->report;
  annotation.tokens.reserve(document.tokens.size());
  result->first.reserve(document.tokens.size() + 1);
  result->report.paragraphs = text::find_paragraphs(document.text);
  std::size_t paragraph = 0;  // the first not yet begun
  bool begins = true, space = true;
  for (const EnglishToken& token : document.tokens) {
    const std::string_view text = document.text_of(token);
    const auto index = static_cast<std::uint32_t>(annotation.tokens.size());
    result->first.push_back(index);
    begins = begins || token.starts_sentence;
    if (token.is_space()) {
      space = true;
      continue;
    }
    const auto& paragraphs = result->report.paragraphs;
    for (; paragraph < paragraphs.size() && paragraphs[paragraph].begin < token.span.end; ++paragraph) begins = true;
    if (begins)
      annotation.sentences.push_back({token.span, {index, index}, static_cast<std::uint32_t>(paragraph > 0 ? paragraph - 1 : 0)});
    begins = false;
    Sentence& sentence = annotation.sentences.back();
    sentence.span.end = token.span.end;
    sentence.tokens.end = index + 1;
    Token word;
    word.span = token.span;
    word.lower = fold(text);
    word.kind = kind_of(text);
    word.space_before = space;
    word.sentence = static_cast<std::uint32_t>(annotation.sentences.size() - 1);
    annotation.tokens.push_back(std::move(word));
    space = token.space_after;
  }
  result->first.push_back(static_cast<std::uint32_t>(annotation.tokens.size()));
  return result;
}

}  // namespace tetrapla::language
