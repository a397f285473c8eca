#include "english/kernels.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <utility>

// Vectors of unknown length cannot be kept in arrays, NEON serves those machines; no x86 of this century's second decade stops at SSSE3.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "english/kernels.cc"
#include <hwy/foreach_target.h>  // compiles the part below once for each kind of vector unit
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tetrapla::english::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kPanel = 16;
const hn::CappedTag<float, kPanel> d;
using V = hn::Vec<decltype(d)>;
constexpr std::size_t kLanes = HWY_MIN(kPanel, HWY_LANES(float));
constexpr std::size_t kSlices = kPanel / kLanes;  // vectors in a row of a panel

#if HWY_TARGET <= HWY_AVX3 || (HWY_ARCH_ARM_A64)
constexpr std::size_t kRegisters = 32;
#else
constexpr std::size_t kRegisters = 16;
#endif

constexpr std::size_t kMostRows = 9;
constexpr std::size_t kMostPanels = 4;
constexpr std::size_t kMostPanelsOfOneRow = 8;

/// Rows of a tile with so many panels: as many sums as there are registers, beside the weights and an input.
constexpr std::size_t rows_of_tile(std::size_t panels) {
  std::size_t rows = 1;
  while (rows < kMostRows && (rows + 1) * panels + std::min(rows + 1, panels) + 1 <= kRegisters) ++rows;
  return rows;
}

/// Sums of R rows by one slice of P neighbouring panels, from `bias` (P panels' worth).
template <std::size_t R, std::size_t P>
struct Tile {
  V sum[R][P];

  HWY_INLINE void work(const float* HWY_RESTRICT weights, std::size_t inputs, const float* HWY_RESTRICT bias,
                       const float* HWY_RESTRICT x, std::size_t x_stride) {
    const std::size_t panel = inputs * kPanel;
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 16
      for (std::size_t p = 0; p < P; ++p) sum[r][p] = hn::Load(d, bias + p * kPanel);
    }
    for (std::size_t i = 0; i < inputs; ++i) {
      V w[P];
#pragma GCC unroll 16
      for (std::size_t p = 0; p < P; ++p) w[p] = hn::Load(d, weights + p * panel + i * kPanel);
#pragma GCC unroll 16
      for (std::size_t r = 0; r < R; ++r) {
        const V value = hn::Set(d, x[r * x_stride + i]);
#pragma GCC unroll 16
        for (std::size_t p = 0; p < P; ++p) sum[r][p] = hn::MulAdd(value, w[p], sum[r][p]);
      }
    }
  }
};

/// Calls `work` with a compile-time count for `rows` rows in tiles of nearly equal size, at most `most` rows each.
template <std::size_t R, std::size_t Most, typename Work>
HWY_INLINE void call_with_rows(std::size_t rows, std::size_t at, const Work& work) {
  if constexpr (R <= Most) {
    if (rows == R) return work(std::integral_constant<std::size_t, R>{}, at);
    call_with_rows<R + 1, Most>(rows, at, work);
  }
}
template <std::size_t Most, typename Work>
HWY_INLINE void in_tiles(std::size_t rows, const Work& work) {
  const std::size_t tiles = (rows + Most - 1) / Most;
  for (std::size_t t = 0; t < tiles; ++t) {
    const std::size_t begin = rows * t / tiles;
    call_with_rows<1, Most>(rows * (t + 1) / tiles - begin, begin, work);
  }
}

// ------------------------------------------------------------------------------------------------------------------- affine

template <std::size_t R, std::size_t P>
void affine_tile(const Matrix& m, std::size_t first_output, const float* bias, const float* x, std::size_t x_stride, float* y,
                 std::size_t y_stride) {
  const std::size_t outputs = std::min(m.outputs - first_output, P * kPanel);
  for (std::size_t slice = 0; slice < kSlices; ++slice) {
    Tile<R, P> tile;
    tile.work(m.packed + first_output * m.inputs + slice * kLanes, m.inputs, bias + slice * kLanes, x, x_stride);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 16
      for (std::size_t p = 0; p < P; ++p) {
        const std::size_t at = p * kPanel + slice * kLanes;
        float* to = y + r * y_stride + first_output + at;
        if (at + kLanes <= outputs) {
          hn::StoreU(tile.sum[r][p], d, to);
        } else if (at < outputs) {
          HWY_ALIGN float rest[kLanes];
          hn::Store(tile.sum[r][p], d, rest);
          std::memcpy(to, rest, (outputs - at) * sizeof(float));
        }
      }
    }
  }
}

template <std::size_t P, std::size_t Rows>
void affine_panels(const Matrix& m, std::size_t first_output, const float* x, std::size_t rows, std::size_t x_stride, float* y,
                   std::size_t y_stride) {
  HWY_ALIGN float bias[P * kPanel] = {};
  if (m.bias != nullptr) {
    std::memcpy(bias, m.bias + first_output, std::min(m.outputs - first_output, P * kPanel) * sizeof(float));
  }
  in_tiles<Rows>(rows, [&](auto r, std::size_t begin) HWY_ATTR {
    affine_tile<decltype(r)::value, P>(m, first_output, bias, x + begin * x_stride, x_stride, y + begin * y_stride, y_stride);
  });
}

/// The panels from `first` on, `Most` at a time and then the rest.
template <std::size_t Most, bool OneRow>
void affine_from(std::size_t first, const Matrix& m, const float* x, std::size_t rows, std::size_t x_stride, float* y,
                 std::size_t y_stride) {
  const std::size_t panels = (m.outputs + kPanel - 1) / kPanel;
  for (; first + Most <= panels; first += Most) {
    affine_panels<Most, OneRow ? 1 : rows_of_tile(Most)>(m, first * kPanel, x, rows, x_stride, y, y_stride);
  }
  constexpr std::size_t kFewer = OneRow ? Most - 1 : Most / 2;
  if constexpr (kFewer > 0) affine_from<kFewer, OneRow>(first, m, x, rows, x_stride, y, y_stride);
}

void affine(const Matrix& m, const float* x, std::size_t rows, std::size_t x_stride, float* y, std::size_t y_stride) {
  // One row alone is a chain a panel; eight of them keep the units busy while each waits for its last sum.
  if (rows == 1) return affine_from<kMostPanelsOfOneRow, true>(0, m, x, rows, x_stride, y, y_stride);
  affine_from<kMostPanels, false>(0, m, x, rows, x_stride, y, y_stride);
}

// ------------------------------------------------------------------------------------------------------- maxout, layer norm

/// The sum of sixteen lanes, halves added to halves.
HWY_INLINE float sum_of_lanes(const float* lanes) {
  float four[4];
  for (std::size_t i = 0; i < 4; ++i) four[i] = (lanes[i] + lanes[i + 8]) + (lanes[i + 4] + lanes[i + 12]);
  return (four[0] + four[2]) + (four[1] + four[3]);
}

/// y = residual + norm(values); residual may be null.
HWY_INLINE void normalise(const float* values, const Norm& norm, const float* residual, float* y) {
  HWY_ALIGN float lanes[kPanel];
  for (std::size_t slice = 0; slice < kPanel; slice += kLanes) {
    V sum = hn::LoadU(d, values + slice);
    for (std::size_t i = kPanel; i < kVectorWidth; i += kPanel) sum = hn::Add(sum, hn::LoadU(d, values + i + slice));
    hn::Store(sum, d, lanes + slice);
  }
  const V mean = hn::Set(d, sum_of_lanes(lanes) / static_cast<float>(kVectorWidth));
  for (std::size_t slice = 0; slice < kPanel; slice += kLanes) {
    V sum = hn::Zero(d);
    for (std::size_t i = 0; i < kVectorWidth; i += kPanel) {
      const V difference = hn::Sub(hn::LoadU(d, values + i + slice), mean);
      sum = hn::MulAdd(difference, difference, sum);
    }
    hn::Store(sum, d, lanes + slice);
  }
  const V scale = hn::Set(d, 1.0F / std::sqrt(sum_of_lanes(lanes) / static_cast<float>(kVectorWidth) + 1e-8F));
  for (std::size_t i = 0; i < kVectorWidth; i += kLanes) {
    const V unit = hn::Mul(hn::Sub(hn::LoadU(d, values + i), mean), scale);
    V result = hn::MulAdd(unit, hn::LoadU(d, norm.gain + i), hn::LoadU(d, norm.shift + i));
    if (residual != nullptr) result = hn::Add(hn::LoadU(d, residual + i), result);
    hn::StoreU(result, d, y + i);
  }
}

void norm_maxout(const float* const* rows, std::size_t count, const Norm& norm, const float* residual, float* y) {
  HWY_ALIGN float largest[kVectorWidth];
  for (std::size_t i = 0; i < kVectorWidth; i += kLanes) {
    const std::size_t at = i / kPanel * kPanel * kPieces + i % kPanel;
    V sum[kPieces];
#pragma GCC unroll 4
    for (std::size_t p = 0; p < kPieces; ++p) sum[p] = hn::LoadU(d, rows[0] + at + p * kPanel);
    for (std::size_t r = 1; r < count; ++r) {
#pragma GCC unroll 4
      for (std::size_t p = 0; p < kPieces; ++p) sum[p] = hn::Add(sum[p], hn::LoadU(d, rows[r] + at + p * kPanel));
    }
    hn::Store(hn::Max(hn::Max(sum[0], sum[1]), sum[2]), d, largest + i);
  }
  normalise(largest, norm, residual, y);
}

template <std::size_t R>
void maxout_tile(const Matrix& m, std::size_t panel, const float* window, float* y) {
  for (std::size_t slice = 0; slice < kSlices; ++slice) {
    const std::size_t first = panel * kPieces * kPanel;
    Tile<R, kPieces> tile;
    tile.work(m.packed + first * m.inputs + slice * kLanes, m.inputs, m.bias + first + slice * kLanes, window, kVectorWidth);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r) {
      hn::StoreU(hn::Max(hn::Max(tile.sum[r][0], tile.sum[r][1]), tile.sum[r][2]), d,
                 y + r * kVectorWidth + panel * kPanel + slice * kLanes);
    }
  }
}

void encode_layer(const Matrix& m, const Norm& norm, const float* x, std::size_t rows, float* y) {
  const float* window = x - kVectorWidth;
  for (std::size_t panel = 0; panel < kVectorWidth / kPanel; ++panel) {
    in_tiles<rows_of_tile(kPieces)>(rows, [&](auto r, std::size_t begin) HWY_ATTR {
      maxout_tile<decltype(r)::value>(m, panel, window + begin * kVectorWidth, y + begin * kVectorWidth);
    });
  }
  for (std::size_t r = 0; r < rows; ++r) normalise(y + r * kVectorWidth, norm, x + r * kVectorWidth, y + r * kVectorWidth);
}

// --------------------------------------------------------------------------------------------------------------------- peak

/// `rounds` of kChains multiply-adds of a vector; the number of multiply-adds. The chains start at kChains values of `sink`, else the
/// compiler would see that they are one; they end there, else it would leave them out.
std::size_t multiply_add_in_registers(std::size_t rounds, float* sink) {
  constexpr std::size_t kChains = 12;
  const V a = hn::Set(d, sink[0]);
  const V b = hn::Set(d, sink[1]);
  V sum[kChains];
#pragma GCC unroll 16
  for (std::size_t k = 0; k < kChains; ++k) sum[k] = hn::Set(d, sink[k]);
  for (std::size_t i = 0; i < rounds; ++i) {
#pragma GCC unroll 16
    for (std::size_t k = 0; k < kChains; ++k) sum[k] = hn::MulAdd(a, b, sum[k]);
  }
  for (std::size_t k = 0; k < kChains; ++k) sink[k] = hn::GetLane(sum[k]);
  return rounds * kChains * kLanes;
}

std::string_view name() { return hwy::TargetName(HWY_TARGET); }

}  // namespace
}  // namespace tetrapla::english::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace tetrapla::english {
namespace {

constexpr std::size_t kPanel = 16;

HWY_EXPORT(affine);
HWY_EXPORT(encode_layer);
HWY_EXPORT(norm_maxout);
HWY_EXPORT(multiply_add_in_registers);
HWY_EXPORT(name);

}  // namespace

std::size_t packed_size(std::size_t outputs, std::size_t inputs) { return (outputs + kPanel - 1) / kPanel * kPanel * inputs; }

std::vector<float> pack_matrix(std::span<const float> weights, std::size_t outputs, std::size_t inputs) {
  std::vector<float> packed(packed_size(outputs, inputs));
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t i = 0; i < inputs; ++i) packed[(o / kPanel * inputs + i) * kPanel + o % kPanel] = weights[o * inputs + i];
  }
  return packed;
}

void affine(const Matrix& matrix, const float* x, std::size_t rows, std::size_t x_stride, float* y, std::size_t y_stride) {
  HWY_DYNAMIC_DISPATCH(affine)(matrix, x, rows, x_stride, y, y_stride);
}

void encode_layer(const Matrix& matrix, const Norm& norm, const float* x, std::size_t rows, float* y) {
  HWY_DYNAMIC_DISPATCH(encode_layer)(matrix, norm, x, rows, y);
}

void norm_maxout(std::span<const float* const> rows, const Norm& norm, const float* residual, float* y) {
  HWY_DYNAMIC_DISPATCH(norm_maxout)(rows.data(), rows.size(), norm, residual, y);
}

std::string_view kernel_name() { return HWY_DYNAMIC_DISPATCH(name)(); }

double peak_multiply_adds(double seconds) {
  using Clock = std::chrono::steady_clock;
  alignas(64) std::array<float, 12> sink{1e-9F, 2e-9F, 3e-9F, 4e-9F, 5e-9F, 6e-9F, 7e-9F, 8e-9F, 9e-9F, 1e-8F, 2e-8F, 3e-8F};
  const auto until = Clock::now() + std::chrono::duration<double>(seconds);
  double best = 0.0;
  do {
    const auto start = Clock::now();
    const std::size_t done = HWY_DYNAMIC_DISPATCH(multiply_add_in_registers)(200'000, sink.data());
    best = std::max(best, static_cast<double>(done) / std::chrono::duration<double>(Clock::now() - start).count());
  } while (Clock::now() < until);
  return best;
}

}  // namespace tetrapla::english

#endif  // HWY_ONCE
