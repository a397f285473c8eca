#include "english/kernels.h"

#include <cmath>

namespace tetrapla::english {

std::size_t packed_size(std::size_t outputs, std::size_t inputs) { return outputs * inputs; }

std::vector<float> pack_matrix(std::span<const float> weights, std::size_t outputs, std::size_t inputs) {
  static_cast<void>(outputs);
  static_cast<void>(inputs);
  return {weights.begin(), weights.end()};
}

void affine(const Matrix& matrix, const float* x, std::size_t rows, std::size_t x_stride, float* y, std::size_t y_stride) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < matrix.outputs; ++o) {
      float sum = matrix.bias != nullptr ? matrix.bias[o] : 0.0F;
      for (std::size_t i = 0; i < matrix.inputs; ++i) sum = std::fma(x[r * x_stride + i], matrix.packed[o * matrix.inputs + i], sum);
      y[r * y_stride + o] = sum;
    }
  }
}

std::string_view kernel_name() { return "scalar"; }

}  // namespace tetrapla::english
