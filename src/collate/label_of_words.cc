#include "collate/label_of_words.h"

#include <algorithm>

#include "text/words.h"

namespace tetrapla::collate {
namespace {

using language::Token;
using language::TokenKind;
using language::TokenRange;

constexpr std::uint32_t kWordsBefore = 8;  // of a figure that the tree says nothing of
constexpr std::uint32_t kWordsBehind = 5;
constexpr std::uint32_t kEnoughWords = 2;  // content words that tell what a number is about
constexpr float kContentBits = 3.0F;       // a word in more than one report of eight tells nothing

}  // namespace

Label LabelOfWords::clause() const {
  const TokenRange sentence = annotation_.sentences[quantity_.sentence].tokens;
  const std::vector<Token>& tokens = annotation_.tokens;
  std::uint32_t end = quantity_.tokens.begin;
  while (end > sentence.begin && !is_content(tokens[end - 1]) && !ends_clause(tokens[end - 1])) --end;
  std::uint32_t begin = end;
  std::uint32_t content = 0;
  while (begin > sentence.begin && end - begin < kWordsBefore && !ends_clause(tokens[begin - 1])) {
    if ((tokens[begin - 1].lower == "," || tokens[begin - 1].kind == TokenKind::kNumber) && content > 0) break;
    --begin;
    if (is_content(tokens[begin])) ++content;
  }
  Label label{words({begin, end}), Told::kWords};
  if (content >= kEnoughWords && !label.text.empty()) return label;
  std::uint32_t last = quantity_.tokens.end;
  for (std::uint32_t t = last;
       t < std::min(sentence.end, quantity_.tokens.end + kWordsBehind) && !ends_clause(tokens[t]) && tokens[t].lower != ","; ++t) {
    if (is_content(tokens[t])) last = t + 1;
  }
  const std::string behind = words({quantity_.tokens.end, last});
  if (!behind.empty()) label.text += (label.text.empty() ? "" : " … ") + behind;
  if (label.text.empty() && mention_.owner && begin > sentence.begin + 1) {  // in brackets behind a name
    if (const auto node = tree_.node(begin - 2)) label.text = phrases_.noun(*node);
  }
  if (label.text.empty()) {  // a sentence of nothing but small words
    std::uint32_t stop = sentence.begin;
    while (stop < std::min(sentence.end, sentence.begin + kWordsBefore) && !ends_clause(tokens[stop])) ++stop;
    label.text = words({sentence.begin, stop});
  }
  return label;
}

std::string LabelOfWords::words(TokenRange range) const {
  while (range.size() > 0 && !opens(range.begin)) ++range.begin;
  while (range.size() > 0 && !closes(range.end - 1)) --range.end;
  std::string text;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (!text.empty() && annotation_.tokens[t].space_before) text += ' ';
    text += annotation_.text_of(annotation_.tokens[t]);
  }
  return text;
}

bool LabelOfWords::opens(std::uint32_t token) const {
  if (annotation_.tokens[token].kind == TokenKind::kPunctuation || annotation_.tokens[token].kind == TokenKind::kSymbol)
    return false;
  const auto node = tree_.node(token);
  if (!node) return true;
  const Pos pos = tree_[*node].pos;
  return pos == Pos::kNoun || pos == Pos::kPropn || pos == Pos::kAdj;
}

bool LabelOfWords::closes(std::uint32_t token) const {
  if (annotation_.tokens[token].kind == TokenKind::kPunctuation || annotation_.tokens[token].kind == TokenKind::kSymbol)
    return false;
  const auto node = tree_.node(token);
  if (!node) return true;
  const Pos pos = tree_[*node].pos;
  return pos != Pos::kDet && pos != Pos::kAdp && pos != Pos::kAux && pos != Pos::kCconj && pos != Pos::kSconj &&
         pos != Pos::kPron && pos != Pos::kAdv && pos != Pos::kPart;
}

bool LabelOfWords::is_content(const Token& token) const {
  return token.kind == TokenKind::kWord && text::Rarity::in_news().bits(text::key_of(text::fold(token.lower))) >= kContentBits;
}

bool LabelOfWords::ends_clause(const Token& token) {
  return token.lower == ";" || token.lower == ":" || token.lower == "(" || token.lower == ")" || token.lower == "\"" ||
         token.lower == "/";
}

}  // namespace tetrapla::collate
