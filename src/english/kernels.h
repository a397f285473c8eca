// The numeric work, for whatever vector units the machine has: Highway picks the kernels by the CPU's features when the program starts.
//
// Each output is one chain of fused multiply-adds over the inputs in their order, whatever the batch, the vector width or the number of
// threads: a token's result depends on its own inputs alone, and machines with fused multiply-add agree to the last bit.
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

/// Row-major weights (outputs x inputs) in the kernels' order; for src/convert.
[[nodiscard]] std::vector<float> pack_matrix(std::span<const float> weights, std::size_t outputs, std::size_t inputs);
[[nodiscard]] std::size_t packed_size(std::size_t outputs, std::size_t inputs);

/// y[r][o] = bias[o] + sum over i of x[r][i] * W[o][i], for `rows` rows that lie `x_stride` and `y_stride` floats apart.
/// Rows of x may overlap (stride < inputs: a window that slides over rows lying side by side).
void affine(const Matrix& matrix, const float* x, std::size_t rows, std::size_t x_stride, float* y, std::size_t y_stride);

/// "AVX3", "AVX2", "SSE4", "NEON", …: what was picked.
[[nodiscard]] std::string_view kernel_name();

}  // namespace tetrapla::english
