// Tokens' vectors (the entity recogniser's own) and sentence starts → named entities, by one BILUO move a token.
//
//   outside an entity   B-label (begins one of several tokens), U-label (is one), O
//   inside              I-label (goes on), L-label (ends it), with the label it began with
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "english/transition_net.h"
#include "tetrapla/language.h"

namespace tetrapla::english {

class ModelFile;

/// Immutable; shared by threads. Sections: those of TransitionNet under "entities"; entities/labels (an EntityLabel each, n of them);
/// entities/outside (n rows for B, n for U, one for O) and entities/inside (n rows for I, n for L), in the labels' order.
class EntityWeights {
 public:
  static constexpr std::size_t kFeatures = 3;  ///< the token, the open entity's first token, the token before
  static constexpr std::size_t kMaxLabels = 23;

  explicit EntityWeights(const ModelFile& file);
  [[nodiscard]] static std::string fault(const ModelFile& file);

 private:
  friend class EntityFinder;
  TransitionNet net_;
  std::span<const EntityLabel> labels_;
  Matrix outside_;
  Matrix inside_;
};

/// A move as it was chosen; for tests.
struct EntityStep {
  char move = 'O';
  EntityLabel label = EntityLabel::kNone;
  std::array<std::int32_t, EntityWeights::kFeatures> features{};
  float score = 0.0F;
};

/// One a thread.
class EntityFinder {
 public:
  explicit EntityFinder(const EntityWeights& weights);

  /// `vectors`: a row of kTokenWidth floats for each token. `starts_sentence`, `is_space`: 1 or 0 for each. Linear.
  void find(const float* vectors, std::span<const std::uint8_t> starts_sentence, std::span<const std::uint8_t> is_space,
            std::vector<EnglishEntity>& out, std::vector<EntityStep>* trace = nullptr);

 private:
  static constexpr std::size_t kBlock = 128;  // tokens whose "outside" scores are worked out at a time
  static constexpr std::size_t kStride = 48;  // floats from one token's scores to the next; room for 2 * kMaxLabels + 1
  using Row = std::array<float, kLowerWidth>;

  struct Open {
    std::uint32_t begin = 0;
    std::size_t label = 0;
  };

  void work_out_block(const float* vectors, std::size_t begin, std::size_t count);
  void multiply(std::size_t feature, const float* reduced, Row& out) const;
  [[nodiscard]] const float* reduced(std::size_t row) const { return reduced_.data() + row * kReducedWidth; }
  [[nodiscard]] EntityStep outside(std::size_t row, bool may_begin, bool may_be_one, std::size_t& label) const;
  [[nodiscard]] EntityStep inside(std::size_t row, const Open& open, bool may_go_on) const;

  const EntityWeights& weights_;
  std::vector<float> reduced_;   // kBlock + 1 rows of kReducedWidth: the token before the block, then the block's
  std::vector<float> products_;  // kBlock rows of kLowerWidth: of the feature "the token"
  std::vector<float> hidden_;    // kBlock rows of kHiddenWidth
  std::vector<float> scores_;    // kBlock rows of kStride
  Row first_{};                  // of the open entity's first token
  // By what is allowed: nothing but O; U too; B and U.
  std::array<std::array<float, kStride>, 3> masks_{};
};

}  // namespace tetrapla::english
