// The kernels against slow, obvious loops, on every kind of vector unit that this machine has.
#include "english/kernels.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "english/aligned_floats.h"

namespace tetrapla::english {
namespace {

bool has_fused_multiply_add(std::int64_t target) { return (target & (HWY_SSE4 | HWY_SSSE3 | HWY_SCALAR | HWY_EMU128)) == 0; }

/// Runs `test` on each vector unit in turn; leaves the best one chosen.
template <typename Test>
void on_each_unit(const Test& test) {
  const std::int64_t all = hwy::SupportedTargets() & HWY_TARGETS;  // what the machine has and the kernels are compiled for
  for (std::int64_t rest = all; rest != 0; rest &= rest - 1) {
    const std::int64_t target = rest & -rest;
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(target);
    SCOPED_TRACE(hwy::TargetName(target));
    test(target);
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

float chain(const float* weights, std::size_t inputs, float bias, const float* x) {
  float sum = bias;
  for (std::size_t i = 0; i < inputs; ++i) sum = std::fma(x[i], weights[i], sum);
  return sum;
}

TEST(Affine, IsOneChainOfFusedMultiplyAddsAnOutput) {
  std::mt19937 random(1);
  constexpr std::size_t kShapes[][2] = {{1, 1}, {50, 96}, {64, 96}, {74, 64}, {106, 64}, {147, 7}, {304, 33}};
  for (const auto& shape : kShapes) {
    const std::size_t outputs = shape[0];
    const std::size_t inputs = shape[1];
    const Floats weights(outputs * inputs, random);
    const Floats bias(outputs, random);
    const Floats packed(pack_matrix({weights.data(), weights.size()}, outputs, inputs));
    ASSERT_EQ(packed.size(), packed_size(outputs, inputs));
    for (const std::size_t rows : {0, 1, 2, 3, 5, 9, 10, 23, 40}) {
      const std::size_t x_stride = inputs + 3;
      const std::size_t y_stride = outputs + 5;
      const Floats x(rows * x_stride + 1, random);
      on_each_unit([&](std::int64_t target) {
        const Floats y(rows * y_stride + 1);
        for (const bool biased : {true, false}) {
          std::fill_n(y.data(), y.size(), -77.0F);
          affine({outputs, inputs, packed.data(), biased ? bias.data() : nullptr}, x.data(), rows, x_stride, y.data(), y_stride);
          for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t o = 0; o < outputs; ++o) {
              const float wanted = chain(weights.data() + o * inputs, inputs, biased ? bias[o] : 0.0F, x.data() + r * x_stride);
              const float got = y[r * y_stride + o];
              if (has_fused_multiply_add(target)) {
                ASSERT_EQ(got, wanted) << outputs << 'x' << inputs << ", row " << r << " of " << rows << ", output " << o;
              } else {
                ASSERT_NEAR(got, wanted, 1e-4F);
              }
            }
            for (std::size_t o = outputs; o < y_stride; ++o) ASSERT_EQ(y[r * y_stride + o], -77.0F) << "written beyond the row";
          }
          ASSERT_EQ(y[rows * y_stride], -77.0F) << "written beyond the rows";
        }
      });
    }
  }
}

TEST(SumOf, NumbersEachSumOnce) {
  std::vector<int> seen(kSums);
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    for (std::size_t p = 0; p < kPieces; ++p) {
      const std::size_t s = sum_of(o, p);
      ASSERT_LT(s, kSums);
      EXPECT_EQ(++seen[s], 1);
      EXPECT_EQ(s / 16 % 3, p);
      EXPECT_EQ(s / 48 * 16 + s % 16, o);
    }
  }
}

/// Maxout, layer norm and residual in double, from sums.
std::vector<double> slow_norm_maxout(const std::vector<double>& sums, const Norm& norm, const float* residual) {
  std::vector<double> y(kVectorWidth);
  double mean = 0.0;
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    y[o] = std::max({sums[sum_of(o, 0)], sums[sum_of(o, 1)], sums[sum_of(o, 2)]});
    mean += y[o] / kVectorWidth;
  }
  double variance = 0.0;
  for (const double v : y) variance += (v - mean) * (v - mean) / kVectorWidth;
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    y[o] = (y[o] - mean) / std::sqrt(variance + 1e-8) * norm.gain[o] + norm.shift[o] + (residual != nullptr ? residual[o] : 0.0F);
  }
  return y;
}

TEST(EncodeLayer, IsMaxoutNormAndResidualOfAWindow) {
  std::mt19937 random(2);
  const std::size_t inputs = 3 * kVectorWidth;
  const Floats weights(kSums * inputs, random);
  const Floats bias(kSums, random);
  const Floats gain(kVectorWidth, random);
  const Floats shift(kVectorWidth, random);
  const Norm norm{gain.data(), shift.data()};
  const Floats packed(pack_matrix({weights.data(), weights.size()}, kSums, inputs));
  const Matrix matrix{kSums, inputs, packed.data(), bias.data()};
  const Floats x((37 + 2) * kVectorWidth, random);
  const float* first = x.data() + kVectorWidth;
  std::vector<std::vector<double>> wanted;
  for (std::size_t r = 0; r < 37; ++r) {
    std::vector<double> sums(kSums);
    for (std::size_t s = 0; s < kSums; ++s) {
      sums[s] = bias[s];
      for (std::size_t i = 0; i < inputs; ++i) sums[s] += static_cast<double>(weights[s * inputs + i]) * x[r * kVectorWidth + i];
    }
    wanted.push_back(slow_norm_maxout(sums, norm, first + r * kVectorWidth));
  }
  std::vector<float> fused;  // what the units with fused multiply-add say
  on_each_unit([&](std::int64_t target) {
    const Floats all(37 * kVectorWidth);
    encode_layer(matrix, norm, first, 37, all.data());
    for (std::size_t r = 0; r < 37; ++r) {
      for (std::size_t o = 0; o < kVectorWidth; ++o) ASSERT_NEAR(all[r * kVectorWidth + o], wanted[r][o], 1e-5) << "row " << r;
    }
    for (std::size_t rows = 1; rows <= 37; ++rows) {
      const Floats some(rows * kVectorWidth + 1);
      some[rows * kVectorWidth] = -77.0F;
      encode_layer(matrix, norm, first + (37 - rows) * kVectorWidth, rows, some.data());
      ASSERT_EQ(std::memcmp(some.data(), all.data() + (37 - rows) * kVectorWidth, rows * kVectorWidth * sizeof(float)), 0)
          << "a row's result depends on the batch: " << rows << " rows";
      ASSERT_EQ(some[rows * kVectorWidth], -77.0F) << "written beyond the rows";
    }
    if (!has_fused_multiply_add(target)) return;
    if (fused.empty()) fused.assign(all.data(), all.data() + all.size());
    EXPECT_EQ(std::memcmp(fused.data(), all.data(), fused.size() * sizeof(float)), 0) << "vector units differ";
  });
}

TEST(NormMaxout, AddsRowsAndMayWriteOverItsResidual) {
  std::mt19937 random(3);
  const Floats sums(25 * kSums, random);
  const Floats gain(kVectorWidth, random);
  const Floats shift(kVectorWidth, random);
  const Norm norm{gain.data(), shift.data()};
  const Floats residual(kVectorWidth, random);
  for (const std::size_t count : {1, 2, 3, 25}) {
    std::vector<const float*> rows;
    std::vector<double> sum(kSums);
    for (std::size_t r = 0; r < count; ++r) {
      rows.push_back(sums.data() + r * kSums);
      for (std::size_t i = 0; i < kSums; ++i) sum[i] += rows[r][i];
    }
    const auto plain = slow_norm_maxout(sum, norm, nullptr);
    const auto added = slow_norm_maxout(sum, norm, residual.data());
    on_each_unit([&](std::int64_t) {
      const Floats y(kVectorWidth);
      norm_maxout(rows, norm, nullptr, y.data());
      for (std::size_t o = 0; o < kVectorWidth; ++o) EXPECT_NEAR(y[o], plain[o], 1e-5);
      std::copy_n(residual.data(), kVectorWidth, y.data());
      norm_maxout(rows, norm, y.data(), y.data());
      for (std::size_t o = 0; o < kVectorWidth; ++o) EXPECT_NEAR(y[o], added[o], 1e-5);
    });
  }
}

TEST(Kernels, AreChosenByTheMachine) {
  EXPECT_FALSE(kernel_name().empty());
  EXPECT_GT(peak_multiply_adds(0.001), 1e8);
}

}  // namespace
}  // namespace tetrapla::english
