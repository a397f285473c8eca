// One network's weights as they lie in the model's file. Written by src/convert/embedding.cc; nothing is changed or copied at start.
//
//   embedding/keys, keys/at, keys/row     string id → row of the vectors, both networks': ids in ascending order; those whose first `bits`
//                                         bits are b stand at keys/at[b] … keys/at[b + 1], five or so (ids are hashes); 2^bits + 1 uint32
//   embedding/NET/columns                 a table each: Column, seed, rows (uint32)
//   embedding/NET/tables                  rows of kSums floats, the tables' one after another: the mixing layer's slice times the table
//   embedding/NET/words                   rows of kSums floats: the mixing layer's bias, and its slice times the static vector of each row;
//                                         the last one, for words that have no vector, is the bias alone
//   embedding/NET/mix/norm                gain, shift: kVectorWidth floats each, as in all `norm`s
//   embedding/NET/layer1/weights, bias    3 * kSums outputs by kVectorWidth inputs: what a row adds to the sums of the row right of it (with
//                                         the layer's bias), to its own and to those of the row left of it
//   embedding/NET/layer2/weights, bias    kSums outputs by 3 * kVectorWidth inputs; layer3 and layer4 too; weights packed by pack_matrix
//
// All sums are in sum_of order (kernels.h).
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "english/kernels.h"
#include "english/lexemes.h"
#include "english/tok2vec.h"

namespace tetrapla::english {

inline constexpr std::size_t kEncoderLayers = 4;
inline constexpr std::size_t kFirstLayerSums = 3 * kSums;

/// The attributes of a token that can be embedded, by their number in the file.
enum class Column : std::uint32_t { kNorm, kPrefix, kSuffix, kShape, kSpacy, kIsSpace };
/// spaCy's names of them, in this order.
inline constexpr std::array<std::string_view, 6> kColumnNames = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};

/// "embedding/NET/WHAT".
[[nodiscard]] std::string embedding_section(std::string_view network, std::string_view what);

struct ColumnOfFile {
  std::uint32_t column = 0;
  std::uint32_t seed = 0;
  std::uint32_t rows = 0;
};

/// Which of `groups` (a power of two) groups of `keys` an id is in: by its first bits.
[[nodiscard]] constexpr std::size_t key_group(std::uint64_t id, std::size_t groups) {
  return groups < 2 ? 0 : static_cast<std::size_t>(id >> static_cast<unsigned>(64 - std::countr_zero(groups)));
}

struct Tok2VecWeights::Weights {
  struct Table {
    Column column = Column::kNorm;
    std::uint32_t seed = 0;
    std::uint32_t rows = 0;
    const float* first = nullptr;  ///< of kSums floats a row
  };
  struct Layer {
    Matrix matrix;
    Norm norm;
  };
  std::vector<Table> tables;
  std::span<const std::uint32_t> groups;
  std::span<const std::uint64_t> keys;
  std::span<const std::uint32_t> rows_of_keys;
  const float* words = nullptr;  ///< of kSums floats a row
  std::size_t word_rows = 0;     ///< without the last one
  Norm mix;
  Layer first;
  std::array<Layer, kEncoderLayers - 1> others;
  bool uses_spaces = false;  ///< whether the blank after a token is embedded

  /// The row of `words` for a word's text.
  [[nodiscard]] const float* word_row(std::uint64_t orth) const;
};

}  // namespace tetrapla::english
