// The vector work of choosing a move, against plain loops.
#include "english/score_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <random>
#include <vector>

namespace tetrapla::english {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

TEST(ScoreKernelsTest, SumsInOrderAndTakesTheLargerPiece) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal;
  std::array<std::array<float, kLowerWidth>, 9> rows{};
  for (auto& row : rows) std::ranges::generate(row, [&] { return normal(random); });
  for (std::size_t count = 1; count <= 8; ++count) {
    std::vector<const float*> pointers;
    for (std::size_t r = 0; r < count; ++r) pointers.push_back(rows[r].data());
    std::array<float, kHiddenWidth> hidden{};
    sum_and_maxout(pointers, rows[8].data(), hidden.data());
    for (std::size_t o = 0; o < kHiddenWidth; ++o) {
      std::array<float, 2> pieces{};
      for (std::size_t p = 0; p < 2; ++p) {
        const std::size_t at = o + p * kHiddenWidth;
        pieces[p] = rows[0][at];
        for (std::size_t r = 1; r < count; ++r) pieces[p] += rows[r][at];
        pieces[p] += rows[8][at];
      }
      ASSERT_EQ(hidden[o], std::max(pieces[0], pieces[1])) << "to the last bit";
    }
  }
}

TEST(ScoreKernelsTest, TheFirstOfTheBestThatAreAllowed) {
  std::array<float, 112> values{};
  std::array<float, 112> mask{};
  values[3] = 9.0F;
  values[40] = values[41] = values[100] = 5.0F;
  EXPECT_EQ(first_best(values.data(), mask.data(), values.size()), 3U);
  mask[3] = kNever;
  EXPECT_EQ(first_best(values.data(), mask.data(), values.size()), 40U);
  mask[40] = kNever;
  EXPECT_EQ(first_best(values.data(), mask.data(), values.size()), 41U);
  mask.fill(kNever);
  EXPECT_EQ(first_best(values.data(), mask.data(), values.size()), values.size());
  mask[111] = 0.0F;
  values[111] = -1e30F;
  EXPECT_EQ(first_best(values.data(), mask.data(), values.size()), 111U);
}

}  // namespace
}  // namespace tetrapla::english
