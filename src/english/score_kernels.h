// The vector work of choosing a move: sums of 128 floats, the larger of each pair, the best of some hundred scores. Highway picks the
// instructions when the program starts, as in kernels.h; each element is added in the same order everywhere.
#pragma once

#include <cstddef>
#include <span>

namespace tetrapla::english {

inline constexpr std::size_t kHiddenWidth = 64;               ///< of the transition nets' hidden layer
inline constexpr std::size_t kLowerWidth = 2 * kHiddenWidth;  ///< its two pieces one after the other

/// hidden[o] = max(y[o], y[o + 64]) with y = rows[0] + rows[1] + … + bias, in this order. Each row and the bias: kLowerWidth floats.
void sum_and_maxout(std::span<const float* const> rows, const float* bias, float* hidden);

/// Index of the largest of values[i] + mask[i] (mask: 0, or minus infinity for what must not win), the first where several are equal.
/// Both have room for a multiple of 16 floats, the rest masked. `count` if nothing is allowed.
[[nodiscard]] std::size_t first_best(const float* values, const float* mask, std::size_t count);

}  // namespace tetrapla::english
