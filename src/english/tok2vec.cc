// The encoder is worked in blocks of rows whose layers stay in the second cache. A row depends on four rows to each side, so a block's first
// layer is computed for three rows more on each side, the second for two, the third for one:
//
//   layer 1      |---xxxxxxxxxx---|      from the words' rows, a table look-up and two additions
//   layer 2       |--xxxxxxxxxx--|       products of windows of three rows that lie side by side
//   layer 3        |-xxxxxxxxxx-|
//   layer 4         |xxxxxxxxxx|         into the caller's rows
//
// spaCy sets four rows of zeros on each side of a document, and they go through the layers with it. So what stands beside a document here is
// the same in each layer, and nothing that lies further out can reach a row that is asked for.
#include "english/tok2vec.h"

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "english/tok2vec_weights.h"
#include "english/tok2vec_words.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kBlock = 256;  // rows; two layers of them are 200 KB, beside 330 KB of weights
constexpr std::size_t kReach = kEncoderLayers;

/// Two layers of a block with the rows that reach into it.
struct alignas(64) Layers {
  std::array<float, (kBlock + 2 * kReach) * kVectorWidth> odd;
  std::array<float, (kBlock + 2 * kReach) * kVectorWidth> even;
};

}  // namespace

struct Tok2Vec::State {
  State(const Tok2VecWeights::Weights& w, const Lexemes& lexemes) : weights(w), words(w, lexemes) {
    std::copy_n(weights.first.matrix.bias, kSums, outside.begin());
  }

  /// Rows [begin, end) of `pieces`, at most kBlock, to `out`.
  void encode_block(std::span<const Piece> pieces, std::size_t begin, std::size_t end, float* out);
  void first_layer(std::span<const Piece> pieces, std::size_t begin, std::size_t end);

  const Tok2VecWeights::Weights& weights;
  WordRows words;
  std::vector<std::uint32_t> slots;  // of the words in reach of the block
  std::unique_ptr<Layers> layers = std::make_unique<Layers>();
  alignas(64) std::array<float, kSums> outside{};  // what a row of zeros adds to its right neighbour: the bias
  alignas(64) std::array<float, kSums> zeros{};    // … and to itself and its left one; its vector, too
};

/// Layer 1 of rows [begin - 3, end + 3), to layers->odd from its row 1 on.
void Tok2Vec::State::first_layer(std::span<const Piece> pieces, std::size_t begin, std::size_t end) {
  const std::size_t first = begin < kReach ? 0 : begin - kReach;  // of the words in reach
  const std::size_t last = std::min(end + kReach, pieces.size());
  words.look_up(pieces.subspan(first, last - first), slots);
  // Row r of the block's, counted from begin - kReach, is the piece r + begin - kReach; a row of zeros where there is none.
  const auto slot_of = [&](std::size_t row) {
    const std::size_t piece = row + begin - kReach;  // may wrap round below the text, and is then no piece either
    return piece >= first && piece < last ? static_cast<std::int64_t>(slots[piece - first]) : -1;
  };
  const auto part = [&](std::int64_t slot, auto of_word, const float* of_zeros) {
    return slot >= 0 ? (words.*of_word)(static_cast<std::uint32_t>(slot)) : of_zeros;
  };
  for (std::size_t row = 1; row + 1 < end - begin + 2 * kReach; ++row) {
    const std::int64_t here = slot_of(row);
    const std::array<const float*, 3> sums = {part(slot_of(row - 1), &WordRows::to_right, outside.data()),
                                              part(here, &WordRows::to_itself, zeros.data()),
                                              part(slot_of(row + 1), &WordRows::to_left, zeros.data())};
    norm_maxout(sums, weights.first.norm, part(here, &WordRows::vector, zeros.data()), layers->odd.data() + row * kVectorWidth);
  }
}

void Tok2Vec::State::encode_block(std::span<const Piece> pieces, std::size_t begin, std::size_t end, float* out) {
  first_layer(pieces, begin, end);
  const float* from = layers->odd.data();
  for (std::size_t i = 0; i < weights.others.size(); ++i) {
    const std::size_t edge = i + 2;  // rows of the block's that this layer leaves out at each end
    float* const buffer = i % 2 == 0 ? layers->even.data() : layers->odd.data();
    float* const to = edge == kReach ? out : buffer + edge * kVectorWidth;
    encode_layer(weights.others[i].matrix, weights.others[i].norm, from + edge * kVectorWidth, end - begin + 2 * (kReach - edge),
                 to);
    from = buffer;
  }
}

Tok2Vec::Tok2Vec(const Tok2VecWeights& weights, const Lexemes& lexemes)
    : state_(std::make_unique<State>(weights.weights(), lexemes)) {}
Tok2Vec::~Tok2Vec() = default;

void Tok2Vec::encode(std::span<const Piece> pieces, float* out) {
  const std::size_t blocks = (pieces.size() + kBlock - 1) / kBlock;
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::size_t begin = pieces.size() * b / blocks;
    const std::size_t end = pieces.size() * (b + 1) / blocks;
    state_->encode_block(pieces, begin, end, out + begin * kVectorWidth);
  }
}

void Tok2Vec::forget() { state_->words.clear(); }

}  // namespace tetrapla::english
