// What a network knows of a word alone: its vector before any context, and what that vector adds to its own and its neighbours' sums in the
// encoder's first layer. 93 % of a report's words have been met before (shared reference: "Speed"), so this is kept, for a bounded number of
// words; those not used for longest make room ("second chance").
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <vector>

#include "english/kernels.h"
#include "english/tok2vec_weights.h"
#include "english/tokenizer.h"

namespace tetrapla::english {

/// Rows by word; one network's, one thread's. What a row holds never depends on which others are kept.
class WordRows {
 public:
  /// 16 MB of whole rows; memory is touched as it is used.
  static constexpr std::size_t kCapacity = 4096;
  /// 9 MB of vectors alone, of the first words met: a word whose row had to make room is not embedded again, which costs seven times as much
  /// as its products.
  static constexpr std::size_t kVectors = 24576;

  WordRows(const Tok2VecWeights::Weights& weights, const Lexemes& lexemes);

  /// Sees to it that the rows of all these pieces are there, and stay until the next call; at most kCapacity pieces. slots: one each.
  void look_up(std::span<const Piece> pieces, std::vector<std::uint32_t>& slots);

  /// kVectorWidth floats.
  [[nodiscard]] const float* vector(std::uint32_t slot) const { return row(slot); }
  /// What it adds to the sums of the word right of it (bias included), to its own, to those of the word left of it: kSums floats.
  [[nodiscard]] const float* to_right(std::uint32_t slot) const { return row(slot) + kVectorWidth; }
  [[nodiscard]] const float* to_itself(std::uint32_t slot) const { return row(slot) + kVectorWidth + kSums; }
  [[nodiscard]] const float* to_left(std::uint32_t slot) const { return row(slot) + kVectorWidth + 2 * kSums; }

  /// Forgets all words.
  void clear();

 private:
  static constexpr std::size_t kStride = kVectorWidth + kFirstLayerSums;
  static constexpr std::size_t kAlignment = 64;
  struct Free {
    void operator()(float* data) const { ::operator delete(data, std::align_val_t{kAlignment}); }
  };
  using Floats = std::unique_ptr<float[], Free>;
  struct Slot {
    std::uint32_t key = 0;
    bool used_again = false;  ///< since the hand passed
    std::uint64_t call = 0;   ///< of look_up, the last that needed it
  };

  static Floats make(std::size_t count);
  [[nodiscard]] float* row(std::uint32_t slot) const { return rows_.get() + slot * kStride; }
  [[nodiscard]] std::uint32_t key_of(const Piece& piece) const;
  std::uint32_t take_slot(std::uint32_t key);
  void embed(const Piece& piece, float* vector) const;
  void set_vector(const Piece& piece, std::uint32_t key, float* vector);
  void multiply(std::span<const std::uint32_t> slots);

  const Tok2VecWeights::Weights* weights_;
  const Lexemes* lexemes_;
  Floats rows_;
  Floats batch_;  // vectors, and then products, of some new words
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> slot_of_key_;
  Floats vectors_;
  std::vector<std::uint32_t> vector_of_key_;  // its number in vectors_
  std::uint32_t vectors_kept_ = 0;
  std::vector<std::uint32_t> fresh_;  // slots of the call's new words
  std::size_t hand_ = 0;
  std::uint64_t call_ = 0;
};

}  // namespace tetrapla::english
