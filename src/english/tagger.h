// Tokens' vectors → Penn Treebank tags: the best of one linear layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "english/kernels.h"
#include "tetrapla/language.h"

namespace tetrapla::english {

class ModelFile;

/// Immutable; shared by threads. Sections: tagger/scores (packed), tagger/scores_bias, tagger/tags (a Tag for each row).
class Tagger {
 public:
  explicit Tagger(const ModelFile& file);
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// out[i]: the tag with the best score for the i-th row of kTokenWidth floats, the first in the model's order where several are equal.
  /// `scores` is room that the caller keeps.
  void tag(const float* vectors, std::span<Tag> out, std::vector<float>& scores) const;

 private:
  Matrix scores_;
  std::span<const Tag> tags_;
};

}  // namespace tetrapla::english
