// Tokens' vectors → the arcs of their dependency trees, by the best valid move of each state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "english/feature_rows.h"
#include "english/parse_state.h"
#include "english/transition_net.h"
#include "english/trees.h"
#include "tetrapla/language.h"

namespace tetrapla::english {

class ModelFile;

/// What a row of the network's last layer stands for.
struct ParseMove {
  Action action = Action::kShift;
  Dep label = Dep::kNone;       ///< for Left and Right
  Dep head_label = Dep::kNone;  ///< see Arcs::head_label
  std::uint8_t reserved = 0;
};

/// Immutable; shared by threads. Sections: those of TransitionNet under "parser", parser/moves (ParseMove, in the model's order),
/// parser/scores (a row a move) and parser/scores_plain (the rows of Shift, Reduce and Break alone, each action's first).
class ParserWeights {
 public:
  explicit ParserWeights(const ModelFile& file);
  [[nodiscard]] static std::string fault(const ModelFile& file);

 private:
  friend class Parser;
  static constexpr std::size_t kMaxMoves = 128;

  TransitionNet net_;
  std::span<const ParseMove> moves_;
  Matrix scores_;
  Matrix plain_scores_;
  std::array<std::array<float, kMaxMoves>, 1U << kActions>
      masks_{};                                ///< by ActionSet: 0 for a move of the set, else minus infinity
  std::array<std::uint8_t, 3> plain_moves_{};  ///< indices of Shift, Reduce, Break
};

/// One move as it was chosen; for tests.
struct ParseStep {
  ParseMove move;
  ParseState::Features features{};
  float score = 0.0F;
};

/// One a thread.
class Parser {
 public:
  explicit Parser(const ParserWeights& weights);

  /// `vectors`: `words` rows of kTokenWidth floats. `first_is_start`: Pieces::first_is_marked_start. Linear.
  /// `trace`, if given, gets every move; the arcs are the same.
  void parse(const float* vectors, std::size_t words, bool first_is_start, Arcs& out, std::vector<ParseStep>* trace = nullptr);

 private:
  [[nodiscard]] std::size_t best_move(ActionSet valid, const ParseState::Features& features, float* score);
  void hidden_layer(const ParseState::Features& features, float* hidden);

  const ParserWeights& weights_;
  FeatureRows rows_;
  ParseState state_;
};

}  // namespace tetrapla::english
