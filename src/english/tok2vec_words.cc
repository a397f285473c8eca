#include "english/tok2vec_words.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "english/strings.h"

namespace tetrapla::english {
namespace {

constexpr std::uint32_t kNoSlot = 0xFFFFFFFFU;
constexpr std::size_t kBatch = 64;  // new words multiplied at once: as many as make the kernel fast
constexpr std::size_t kMaxRows = 4 * kColumnNames.size() + 1;

std::uint64_t attribute(const Lexeme& lexeme, Column column, bool space_after) {
  switch (column) {
    case Column::kNorm: return lexeme.norm;
    case Column::kPrefix: return lexeme.prefix;
    case Column::kSuffix: return lexeme.suffix;
    case Column::kShape: return lexeme.shape;
    case Column::kSpacy: return space_after ? 1 : 0;
    case Column::kIsSpace: return lexeme.is_space ? 1 : 0;
  }
  return 0;
}

}  // namespace

WordRows::Floats WordRows::make(std::size_t count) {
  return Floats(static_cast<float*>(::operator new(count * sizeof(float), std::align_val_t{kAlignment})));
}

WordRows::WordRows(const Tok2VecWeights::Weights& weights, const Lexemes& lexemes)
    : weights_(&weights),
      lexemes_(&lexemes),
      rows_(make(kCapacity * kStride)),
      batch_(make(kBatch * kStride)),
      vectors_(make(kVectors * kVectorWidth)) {}

void WordRows::clear() {
  slots_.clear();
  slot_of_key_.clear();
  vector_of_key_.clear();
  vectors_kept_ = 0;
  hand_ = 0;
}

std::uint32_t WordRows::key_of(const Piece& piece) const {
  return piece.lexeme * 2 + (weights_->uses_spaces && piece.space_after ? 1 : 0);
}

std::uint32_t WordRows::take_slot(std::uint32_t key) {
  if (slots_.size() < kCapacity) {
    slots_.push_back({key, false, call_});
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  for (;;
       hand_ = (hand_ + 1) % kCapacity) {  // ends: a call needs at most kCapacity slots, and a second round finds none used again
    Slot& slot = slots_[hand_];
    if (slot.call == call_) continue;
    if (slot.used_again) {
      slot.used_again = false;
      continue;
    }
    slot_of_key_[slot.key] = kNoSlot;
    slot = {key, false, call_};
    return static_cast<std::uint32_t>(hand_);
  }
}

void WordRows::look_up(std::span<const Piece> pieces, std::vector<std::uint32_t>& slots) {
  ++call_;
  slot_of_key_.resize(std::max(slot_of_key_.size(), lexemes_->size() * 2), kNoSlot);
  vector_of_key_.resize(slot_of_key_.size(), kNoSlot);
  slots.resize(pieces.size());
  fresh_.clear();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::uint32_t key = key_of(pieces[i]);
    std::uint32_t slot = slot_of_key_[key];
    if (slot == kNoSlot) {
      slot = take_slot(key);
      slot_of_key_[key] = slot;
      set_vector(pieces[i], key, row(slot));
      fresh_.push_back(slot);
    } else if (slots_[slot].call != call_) {
      slots_[slot].call = call_;
      slots_[slot].used_again = true;
    }
    slots[i] = slot;
  }
  for (std::size_t i = 0; i < fresh_.size(); i += kBatch)
    multiply(std::span(fresh_).subspan(i, std::min(kBatch, fresh_.size() - i)));
}

void WordRows::embed(const Piece& piece, float* vector) const {
  const Lexeme& lexeme = (*lexemes_)[piece.lexeme];
  std::array<const float*, kMaxRows> rows{};
  std::size_t count = 0;
  rows[count++] = weights_->word_row(lexeme.orth);
  for (const auto& table : weights_->tables) {
    const std::uint64_t key = attribute(lexeme, table.column, piece.space_after);
    for (const std::uint32_t row : embedding_rows(key, table.seed, table.rows)) rows[count++] = table.first + row * kSums;
  }
  norm_maxout({rows.data(), count}, weights_->mix, nullptr, vector);
}

/// The vector from those kept, else worked out, and kept while there is room.
void WordRows::set_vector(const Piece& piece, std::uint32_t key, float* vector) {
  std::uint32_t& kept = vector_of_key_[key];
  if (kept != kNoSlot) {
    std::memcpy(vector, vectors_.get() + kept * kVectorWidth, kVectorWidth * sizeof(float));
    return;
  }
  embed(piece, vector);
  if (vectors_kept_ == kVectors) return;
  kept = vectors_kept_++;
  std::memcpy(vectors_.get() + kept * kVectorWidth, vector, kVectorWidth * sizeof(float));
}

void WordRows::multiply(std::span<const std::uint32_t> slots) {
  float* const vectors = batch_.get();
  float* const sums = vectors + kBatch * kVectorWidth;
  for (std::size_t i = 0; i < slots.size(); ++i)
    std::memcpy(vectors + i * kVectorWidth, row(slots[i]), kVectorWidth * sizeof(float));
  affine(weights_->first.matrix, vectors, slots.size(), kVectorWidth, sums, kFirstLayerSums);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    std::memcpy(row(slots[i]) + kVectorWidth, sums + i * kFirstLayerSums, kFirstLayerSums * sizeof(float));
  }
}

}  // namespace tetrapla::english
