// The network that scores the moves of a transition system (parser, entities): spaCy's TransitionModel.
//
//   token's vector (96) ─reduce→ 64 ─lower, one matrix a state feature→ 2 x 64      known before any move is made
//   state: features' rows summed + bias ─larger of 2→ 64 ─upper→ a score a move     once a state
//
// What the first line gives is a product of (token, feature); the transition systems keep them as they need them (feature_rows.h for the
// parser). A feature without a token has a learnt row, `pad`.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "english/kernels.h"
#include "english/score_kernels.h"

namespace tetrapla::english {

class ModelFile;

inline constexpr std::size_t kReducedWidth = 64;
inline constexpr std::size_t kMaxFeatures = 8;
inline constexpr std::size_t kTokenWidth = 96;

/// The weights up to the hidden layer: views on the sections NAME/reduce, NAME/reduce_bias, NAME/lower, NAME/lower_bias, NAME/pad.
struct TransitionNet {
  std::size_t features = 0;
  Matrix reduce;                           ///< kReducedWidth x kTokenWidth
  std::array<Matrix, kMaxFeatures> lower;  ///< kLowerWidth x kReducedWidth each, without bias; a hidden unit's two pieces 64 apart
  const float* lower_bias = nullptr;       ///< kLowerWidth floats
  const float* pad = nullptr;              ///< `features` rows of kLowerWidth floats

  TransitionNet(const ModelFile& file, const std::string& name, std::size_t feature_count);
  [[nodiscard]] const float* pad_row(std::size_t feature) const { return pad + feature * kLowerWidth; }
  /// What is wrong with the sections; "" for nothing.
  [[nodiscard]] static std::string fault(const ModelFile& file, const std::string& name, std::size_t feature_count);
};

/// The sections NAME (packed weights) and NAME_bias as a matrix. fault_of_matrix says "" where they have the right sizes.
[[nodiscard]] Matrix read_matrix(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs);
[[nodiscard]] std::string fault_of_matrix(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs);

}  // namespace tetrapla::english
