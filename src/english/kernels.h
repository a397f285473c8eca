// The numeric work, for whatever vector units the machine has: Highway picks the kernels by the CPU's features when the program starts.
//
// Each output is one chain of fused multiply-adds over the inputs in their order, whatever the batch, the vector width or the number of
// threads; means and variances are sums over sixteen lanes and a fixed tree. So a token's result depends on its own inputs alone, and all
// machines with fused multiply-add (AVX2, AVX-512, NEON) agree to the last bit. tests/english/kernels_test.cc checks both.
//
// Weights lie in panels of 16 outputs, [panel][input][16]: a tile of rows times panels is kept in registers while the inputs pass by, each
// broadcast to all lanes. Nothing is copied or rearranged at run time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tetrapla::english {

/// A matrix of `outputs` x `inputs` floats with a bias, in the order that `affine` wants: see pack_matrix. A view on the model's file.
struct Matrix {
  std::size_t outputs = 0;
  std::size_t inputs = 0;
  const float* packed = nullptr;  ///< packed_size(outputs, inputs) floats, 64-byte aligned
  const float* bias = nullptr;    ///< `outputs` floats, or null for none
};

/// Row-major weights (outputs x inputs) in the kernels' order; for src/convert. Sixteen outputs a panel, the last one filled with zeros.
[[nodiscard]] std::vector<float> pack_matrix(std::span<const float> weights, std::size_t outputs, std::size_t inputs);
[[nodiscard]] std::size_t packed_size(std::size_t outputs, std::size_t inputs);

/// y[r][o] = bias[o] + sum over i of x[r][i] * W[o][i], for `rows` rows that lie `x_stride` and `y_stride` floats apart.
/// Rows of x may overlap (stride < inputs: a window that slides over rows lying side by side). x and y must not overlap.
void affine(const Matrix& matrix, const float* x, std::size_t rows, std::size_t x_stride, float* y, std::size_t y_stride);

/// The width of a token's vector in both networks.
inline constexpr std::size_t kVectorWidth = 96;
/// Maxout: an output is the largest of three sums.
inline constexpr std::size_t kPieces = 3;
inline constexpr std::size_t kSums = kVectorWidth * kPieces;

/// Layer normalisation of kVectorWidth values: (y - mean) / sqrt(population variance + 1e-8) * gain + shift.
struct Norm {
  const float* gain = nullptr;   ///< kVectorWidth floats
  const float* shift = nullptr;  ///< kVectorWidth floats
};

/// The sums of a maxout of kVectorWidth outputs are numbered so that the three pieces of 16 outputs are three neighbouring panels:
/// sum s is piece `s / 16 % 3` of output `s / 48 * 16 + s % 16`. All functions below keep sums in this order.
[[nodiscard]] constexpr std::size_t sum_of(std::size_t output, std::size_t piece) {
  return (output / 16 * kPieces + piece) * 16 + output % 16;
}

/// One layer of an encoder: y[r] = x[r] + norm(maxout(W * [x[r - 1], x[r], x[r + 1]] + bias)) for `rows` rows of kVectorWidth floats that
/// lie side by side. x points at row 0; rows -1 and `rows` are read. `matrix` has kSums outputs in sum_of order and 3 * kVectorWidth inputs.
/// x and y must not overlap.
void encode_layer(const Matrix& matrix, const Norm& norm, const float* x, std::size_t rows, float* y);

/// y = norm(maxout(rows[0] + rows[1] + …)), or residual + that where `residual` is not null. Rows, at least one, of kSums floats are added
/// in this order; residual and y have kVectorWidth floats, and y may be residual.
void norm_maxout(std::span<const float* const> rows, const Norm& norm, const float* residual, float* y);

/// "AVX3", "AVX2", "SSE4", "NEON", …: what was picked.
[[nodiscard]] std::string_view kernel_name();

/// What this machine can do at most: multiply-adds a second of one thread in registers alone, with the kernels' vector unit. The best of
/// many short runs, `seconds` in all. For the bench: kernels are reported as a share of it.
[[nodiscard]] double peak_multiply_adds(double seconds);

}  // namespace tetrapla::english
