// The parser's products of (word, state feature): worked out when a state first asks for them, kept for the words near the buffer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "english/parse_state.h"
#include "english/transition_net.h"

namespace tetrapla::english {

/// One a thread. Memory: 4.3 KB for each of kKept words, whatever the document's length.
///
///   word   0 …        ready - kKept …                    ready        n
///          too old:   kept: its row of `kAlways` features is there,    not read yet; worked out kBlock words at a time
///          on demand, the others on demand
///          not kept
class FeatureRows {
 public:
  static constexpr std::size_t kKept =
      512;  ///< words; a power of two. Deeper ones are rare: a stack's bottom in a sentence of that length
  static constexpr std::size_t kBlock = 128;
  static constexpr std::size_t kAlways = 3;  ///< features that nearly all states need of nearly all words: B0, B1, S0

  explicit FeatureRows(const TransitionNet& net);
  /// A new document: `words` rows of kTokenWidth floats, which must stay until the next call.
  void begin(const float* vectors, std::size_t words);
  /// A row of kLowerWidth floats for each feature. Good until the next call.
  [[nodiscard]] std::array<const float*, kMaxFeatures> rows(const ParseState::Features& features);

 private:
  void work_out_block();
  [[nodiscard]] const float* row(WordIndex word, std::size_t feature);
  [[nodiscard]] float* kept_row(std::size_t word, std::size_t feature) {
    return products_.data() + (feature * kKept + word % kKept) * kLowerWidth;
  }
  void multiply(std::size_t feature, const float* reduced, std::size_t count, float* out) const {
    affine(net_.lower[feature], reduced, count, kReducedWidth, out, kLowerWidth);
  }

  const TransitionNet& net_;
  const float* vectors_ = nullptr;
  std::size_t words_ = 0;
  std::size_t ready_ = 0;
  std::vector<float> reduced_;                                      // kKept rows of kReducedWidth
  std::vector<float> products_;                                     // [feature][word % kKept][kLowerWidth]
  std::vector<std::uint8_t> known_;                                 // of a kept word: features whose products are there, as bits
  std::array<std::array<float, kLowerWidth>, kMaxFeatures> old_{};  // of words no longer kept: the last asked for
  std::array<WordIndex, kMaxFeatures> old_word_{};
};

}  // namespace tetrapla::english
