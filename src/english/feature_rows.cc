#include "english/feature_rows.h"

#include <algorithm>

namespace tetrapla::english {

static_assert(kMaxFeatures <= 8, "known_ is a byte of bits");
static_assert(FeatureRows::kKept % FeatureRows::kBlock == 0 && FeatureRows::kKept > FeatureRows::kBlock,
              "a block never lies across the ring's end");

FeatureRows::FeatureRows(const TransitionNet& net)
    : net_(net), reduced_(kKept * kReducedWidth), products_(net.features * kKept * kLowerWidth), known_(kKept) {}

void FeatureRows::begin(const float* vectors, std::size_t words) {
  vectors_ = vectors;
  words_ = words;
  ready_ = 0;
  old_word_.fill(kNoWord);
}

void FeatureRows::work_out_block() {
  const std::size_t count = std::min(kBlock, words_ - ready_);
  const std::size_t slot = ready_ % kKept;
  float* const reduced = reduced_.data() + slot * kReducedWidth;
  affine(net_.reduce, vectors_ + ready_ * kTokenWidth, count, kTokenWidth, reduced, kReducedWidth);
  for (std::size_t f = 0; f < kAlways; ++f) multiply(f, reduced, count, kept_row(ready_, f));
  std::fill_n(known_.begin() + static_cast<std::ptrdiff_t>(slot), count, static_cast<std::uint8_t>((1U << kAlways) - 1));
  ready_ += count;
}

std::array<const float*, kMaxFeatures> FeatureRows::rows(const ParseState::Features& features) {
  // B0 and B1 are the words furthest on. All blocks first: one takes the place of old rows.
  const WordIndex last = std::max(features[0], features[1]);
  while (last != kNoWord && static_cast<std::size_t>(last) >= ready_) work_out_block();
  std::array<const float*, kMaxFeatures> found{};
  for (std::size_t f = 0; f < features.size(); ++f) found[f] = row(features[f], f);
  return found;
}

const float* FeatureRows::row(WordIndex word, std::size_t feature) {
  if (word == kNoWord) return net_.pad_row(feature);
  const auto index = static_cast<std::size_t>(word);
  if (index + kKept >= ready_) {
    const std::size_t slot = index % kKept;
    const auto bit = static_cast<std::uint8_t>(1U << feature);
    float* const out = kept_row(index, feature);
    if ((known_[slot] & bit) == 0) {
      multiply(feature, reduced_.data() + slot * kReducedWidth, 1, out);
      known_[slot] |= bit;
    }
    return out;
  }
  std::array<float, kLowerWidth>& out = old_[feature];
  if (old_word_[feature] != word) {
    std::array<float, kReducedWidth> reduced{};
    affine(net_.reduce, vectors_ + index * kTokenWidth, 1, kTokenWidth, reduced.data(), kReducedWidth);
    multiply(feature, reduced.data(), 1, out.data());
    old_word_[feature] = word;
  }
  return out.data();
}

}  // namespace tetrapla::english
