// Tokens → vectors that know four tokens of context on each side: spaCy's MultiHashEmbed, static vectors and MaxoutWindowEncoder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "english/kernels.h"  // kVectorWidth
#include "english/lexemes.h"
#include "english/tokenizer.h"

namespace tetrapla::english {

class ModelFile;

/// One network's weights, out of the model's file ("tok2vec": for tagger and parser; "ner": the entity recogniser's own). Immutable.
class Tok2VecWeights {
 public:
  /// What is wrong with the file's sections of this network, "" for nothing. To be asked before the constructor, which trusts them.
  [[nodiscard]] static std::string fault(const ModelFile& file, std::string_view network);
  Tok2VecWeights(const ModelFile& file, std::string_view network);
  ~Tok2VecWeights();
  Tok2VecWeights(Tok2VecWeights&&) noexcept;
  struct Weights;
  [[nodiscard]] const Weights& weights() const { return *weights_; }

 private:
  std::unique_ptr<Weights> weights_;
};

/// Runs one network; keeps what depends on the word alone, by LexemeId. One a thread.
class Tok2Vec {
 public:
  Tok2Vec(const Tok2VecWeights& weights, const Lexemes& lexemes);
  ~Tok2Vec();
  /// out: pieces.size() rows of kVectorWidth floats, 64-byte aligned. A document's ends are those of `pieces`. Total and linear.
  void encode(std::span<const Piece> pieces, float* out);
  /// To be called when the lexemes were cleared.
  void forget();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tetrapla::english
