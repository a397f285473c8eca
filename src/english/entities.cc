#include "english/entities.h"

#include <algorithm>
#include <limits>

#include "english/model_file.h"

namespace tetrapla::english {

EntityWeights::EntityWeights(const ModelFile& file)
    : net_(file, "entities", kFeatures),
      labels_(file.section<EntityLabel>("entities/labels")),
      outside_(read_matrix(file, "entities/outside", 2 * labels_.size() + 1, kHiddenWidth)),
      inside_(read_matrix(file, "entities/inside", 2 * labels_.size(), kHiddenWidth)) {}

std::string EntityWeights::fault(const ModelFile& file) {
  const auto labels = file.section<EntityLabel>("entities/labels");
  const bool sound = !labels.empty() && labels.size() <= kMaxLabels &&
                     std::ranges::all_of(labels, [](EntityLabel l) { return l <= EntityLabel::kWorkOfArt; });
  if (!sound) return "has no sound section entities/labels";
  for (const std::string& fault : {TransitionNet::fault(file, "entities", kFeatures),
                                   fault_of_matrix(file, "entities/outside", 2 * labels.size() + 1, kHiddenWidth),
                                   fault_of_matrix(file, "entities/inside", 2 * labels.size(), kHiddenWidth)}) {
    if (!fault.empty()) return fault;
  }
  return "";
}

EntityFinder::EntityFinder(const EntityWeights& weights)
    : weights_(weights),
      reduced_((kBlock + 1) * kReducedWidth),
      products_(kBlock * kLowerWidth),
      hidden_(kBlock * kHiddenWidth),
      scores_(kBlock * kStride) {
  const std::size_t n = weights_.labels_.size();
  for (auto& mask : masks_) {
    mask.fill(-std::numeric_limits<float>::infinity());
    mask[2 * n] = 0.0F;
  }
  for (std::size_t i = 0; i < n; ++i) {
    masks_[1][n + i] = 0.0F;
    masks_[2][i] = 0.0F;
    masks_[2][n + i] = 0.0F;
  }
}

void EntityFinder::multiply(std::size_t feature, const float* reduced, Row& out) const {
  affine(weights_.net_.lower[feature], reduced, 1, kReducedWidth, out.data(), kLowerWidth);
}

/// Outside an entity a state is its token alone, so a block's scores are worked out at once; those of tokens inside one go unused.
void EntityFinder::work_out_block(const float* vectors, std::size_t begin, std::size_t count) {
  const TransitionNet& net = weights_.net_;
  std::copy_n(reduced(kBlock), kReducedWidth, reduced_.data());
  affine(net.reduce, vectors + begin * kTokenWidth, count, kTokenWidth, reduced_.data() + kReducedWidth, kReducedWidth);
  affine(net.lower[0], reduced(1), count, kReducedWidth, products_.data(), kLowerWidth);
  for (std::size_t r = 0; r < count; ++r) {
    const std::array<const float*, EntityWeights::kFeatures> rows = {products_.data() + r * kLowerWidth, net.pad_row(1),
                                                                     net.pad_row(2)};
    sum_and_maxout(rows, net.lower_bias, hidden_.data() + r * kHiddenWidth);
  }
  affine(weights_.outside_, hidden_.data(), count, kHiddenWidth, scores_.data(), kStride);
}

EntityStep EntityFinder::outside(std::size_t row, bool may_begin, bool may_be_one, std::size_t& label) const {
  const std::size_t n = weights_.labels_.size();
  const float* scores = scores_.data() + row * kStride;
  const std::size_t best = std::min(first_best(scores, masks_[may_begin ? 2 : may_be_one ? 1 : 0].data(), kStride), 2 * n);
  if (best == 2 * n) return {'O', EntityLabel::kNone, {}, scores[best]};
  label = best % n;
  return {best < n ? 'B' : 'U', weights_.labels_[label], {}, scores[best]};
}

EntityStep EntityFinder::inside(std::size_t row, const Open& open, bool may_go_on) const {
  const std::size_t n = weights_.labels_.size();
  Row before;
  multiply(2, reduced(row), before);
  const std::array<const float*, EntityWeights::kFeatures> rows = {products_.data() + row * kLowerWidth, first_.data(),
                                                                   before.data()};
  std::array<float, kHiddenWidth> hidden;
  sum_and_maxout(rows, weights_.net_.lower_bias, hidden.data());
  std::array<float, kStride> scores;
  affine(weights_.inside_, hidden.data(), 1, kHiddenWidth, scores.data(), kStride);
  const float go_on = scores[open.label];
  const float end = scores[n + open.label];
  const bool goes_on = may_go_on && go_on >= end;
  return {goes_on ? 'I' : 'L', weights_.labels_[open.label], {}, goes_on ? go_on : end};
}

void EntityFinder::find(const float* vectors, std::span<const std::uint8_t> starts_sentence, std::span<const std::uint8_t> is_space,
                        std::vector<EnglishEntity>& out, std::vector<EntityStep>* trace) {
  const std::size_t n = is_space.size();
  bool is_open = false;
  Open open;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t row = i % kBlock;
    if (row == 0) work_out_block(vectors, i, std::min(kBlock, n - i));
    const auto token = static_cast<std::uint32_t>(i);
    const auto index = static_cast<std::int32_t>(i);
    const bool more = i + 1 < n && starts_sentence[i + 1] == 0;
    std::size_t label = 0;
    EntityStep step = is_open ? inside(row, open, more) : outside(row, more && is_space[i] == 0, is_space[i] == 0, label);
    step.features = is_open ? std::array{index, static_cast<std::int32_t>(open.begin), index - 1} : std::array{index, -1, -1};
    if (trace != nullptr) trace->push_back(step);
    if (step.move == 'B') {
      is_open = true;
      open = {token, label};
      multiply(1, reduced(row + 1), first_);
    } else if (step.move == 'U') {
      out.push_back({{token, token + 1}, step.label});
    } else if (step.move == 'L') {
      out.push_back({{open.begin, token + 1}, step.label});
      is_open = false;
    }
  }
}

}  // namespace tetrapla::english
