// Everything behind the vectors: tags, trees, sentences, parts of speech, features, lemmas, entities.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "english/entities.h"
#include "english/lemmatizer.h"
#include "english/parser.h"
#include "english/ruler.h"
#include "english/tagger.h"
#include "english/tokenizer.h"
#include "english/trees.h"
#include "tetrapla/language.h"

namespace tetrapla::english {

/// Views on the model's file. Immutable; shared by threads.
struct SyntaxWeights {
  explicit SyntaxWeights(const ModelFile& file) : tagger(file), parser(file), ruler(file), lemmas(file), entities(file) {}
  /// What is wrong with the file's sections of these stages; "" for nothing. To be asked before the constructor.
  [[nodiscard]] static std::string fault(const ModelFile& file);

  Tagger tagger;
  ParserWeights parser;
  Ruler ruler;
  LemmaTables lemmas;
  EntityWeights entities;
};

/// Runs the stages over a document's tokens. One a thread; keeps what depends on the word alone, by LexemeId, and its room: some 3 MB, and
/// 60 bytes for each token of the longest document so far.
class Syntax {
 public:
  Syntax(const SyntaxWeights& weights, const Lexemes& lexemes);

  /// Fills `out`'s tokens, sentences, entities and lemmas (what they held is dropped) for the tokens `pieces` of out.text, whose vectors are
  /// rows of kTokenWidth floats. Total and linear. No lemma is given beyond 4 GB of them.
  void analyse(const Pieces& pieces, const float* tagging_vectors, const float* entity_vectors, EnglishDocument& out);
  /// To be called when the lexemes were cleared.
  void forget();

 private:
  void look_up_words(const Pieces& pieces);
  void set_sentences(EnglishDocument& out) const;
  void set_lemmas(const Pieces& pieces, EnglishDocument& out);

  const SyntaxWeights& weights_;
  const Lexemes& lexemes_;
  Parser parser_;
  Trees trees_;
  Lemmatizer lemmatizer_;
  EntityFinder entity_finder_;
  std::vector<WordClass> class_of_lexeme_;  // by LexemeId; filled up to lexemes seen
  std::vector<float> scores_;
  // By token of the document at hand.
  std::vector<Tag> tags_;
  Arcs arcs_;
  std::vector<std::uint8_t> is_space_;
  std::vector<std::uint8_t> starts_sentence_;
  std::vector<WordClass> classes_;
  std::vector<std::uint16_t> rule_lemmas_;
};

}  // namespace tetrapla::english
