#include "english/syntax.h"

#include <limits>

namespace tetrapla::english {

std::string SyntaxWeights::fault(const ModelFile& file) {
  for (const std::string& fault : {Tagger::fault(file), ParserWeights::fault(file), Ruler::fault(file), LemmaTables::fault(file),
                                   EntityWeights::fault(file)}) {
    if (!fault.empty()) return fault;
  }
  return "";
}

Syntax::Syntax(const SyntaxWeights& weights, const Lexemes& lexemes)
    : weights_(weights),
      lexemes_(lexemes),
      parser_(weights.parser),
      lemmatizer_(weights.lemmas),
      entity_finder_(weights.entities) {}

void Syntax::analyse(const Pieces& pieces, const float* tagging_vectors, const float* entity_vectors, EnglishDocument& out) {
  const std::size_t n = pieces.pieces.size();
  look_up_words(pieces);
  tags_.resize(n);
  weights_.tagger.tag(tagging_vectors, tags_, scores_);
  parser_.parse(tagging_vectors, n, pieces.first_is_marked_start, arcs_);
  trees_.deprojectivise(arcs_, is_space_);
  trees_.find_sentences(arcs_.head, starts_sentence_);

  out.tokens.assign(n, {});
  rule_lemmas_.resize(n);
  weights_.ruler.apply(tags_, arcs_.label, classes_, out.tokens, rule_lemmas_);
  for (std::size_t i = 0; i < n; ++i) {
    EnglishToken& token = out.tokens[i];
    token.span = pieces.pieces[i].span;
    token.space_after = pieces.pieces[i].space_after;
    token.head = arcs_.head[i];
    token.starts_sentence = starts_sentence_[i] != 0;
  }
  set_lemmas(pieces, out);
  set_sentences(out);
  out.entities.clear();
  entity_finder_.find(entity_vectors, starts_sentence_, is_space_, out.entities);
}

void Syntax::forget() {
  class_of_lexeme_.clear();
  lemmatizer_.forget();
}

void Syntax::look_up_words(const Pieces& pieces) {
  for (std::size_t id = class_of_lexeme_.size(); id < lexemes_.size(); ++id) {
    class_of_lexeme_.push_back(weights_.ruler.class_of(lexemes_[static_cast<LexemeId>(id)]));
  }
  const std::size_t n = pieces.pieces.size();
  is_space_.resize(n);
  classes_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    classes_[i] = class_of_lexeme_[pieces.pieces[i].lexeme];
    is_space_[i] = classes_[i] == kWhiteSpace ? 1 : 0;
  }
}

void Syntax::set_sentences(EnglishDocument& out) const {
  out.sentences.clear();
  const auto n = static_cast<std::uint32_t>(out.tokens.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    if (starts_sentence_[i] == 0) continue;
    if (!out.sentences.empty()) out.sentences.back().end = i;
    out.sentences.push_back({i, n});
  }
}

void Syntax::set_lemmas(const Pieces& pieces, EnglishDocument& out) {
  out.lemmas.clear();
  for (std::size_t i = 0; i < out.tokens.size(); ++i) {
    EnglishToken& token = out.tokens[i];
    const LexemeId id = pieces.pieces[i].lexeme;
    const std::string_view lemma = rule_lemmas_[i] != Ruler::kNoLemma ? weights_.ruler.lemma(rule_lemmas_[i])
                                                                      : lemmatizer_.lemma(id, lexemes_[id], token.pos, token.morph);
    const std::size_t begin = out.lemmas.size();
    if (lemma.size() > std::numeric_limits<std::uint32_t>::max() - begin) continue;
    out.lemmas += lemma;
    token.lemma = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(out.lemmas.size())};
  }
}

}  // namespace tetrapla::english
