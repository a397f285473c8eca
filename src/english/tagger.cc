#include "english/tagger.h"

#include <algorithm>
#include <limits>

#include "english/model_file.h"
#include "english/transition_net.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kBlock = 128;  // rows of scores at a time: 28 KB
constexpr std::size_t kStride = 64;  // floats from row to row; room for all tags, a multiple of any vector

}  // namespace

Tagger::Tagger(const ModelFile& file)
    : scores_(read_matrix(file, "tagger/scores", file.section<Tag>("tagger/tags").size(), kTokenWidth)),
      tags_(file.section<Tag>("tagger/tags")) {}

std::string Tagger::fault(const ModelFile& file) {
  const auto tags = file.section<Tag>("tagger/tags");
  const bool sound =
      !tags.empty() && tags.size() <= kStride && std::ranges::all_of(tags, [](Tag t) { return t <= Tag::kOpeningQuote; });
  return sound ? fault_of_matrix(file, "tagger/scores", tags.size(), kTokenWidth) : "has no sound section tagger/tags";
}

void Tagger::tag(const float* vectors, std::span<Tag> out, std::vector<float>& scores) const {
  std::array<float, kStride> mask{};
  std::fill(mask.begin() + static_cast<std::ptrdiff_t>(tags_.size()), mask.end(), -std::numeric_limits<float>::infinity());
  scores.assign(kBlock * kStride, 0.0F);
  for (std::size_t begin = 0; begin < out.size(); begin += kBlock) {
    const std::size_t rows = std::min(kBlock, out.size() - begin);
    affine(scores_, vectors + begin * kTokenWidth, rows, kTokenWidth, scores.data(), kStride);
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t best = first_best(scores.data() + r * kStride, mask.data(), kStride);
      out[begin + r] = tags_[best < tags_.size() ? best : 0];
    }
  }
}

}  // namespace tetrapla::english
