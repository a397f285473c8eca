#include "english/score_kernels.h"

#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "english/score_kernels.cc"
#include <hwy/foreach_target.h>  // compiles this file once for each set of instructions
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tetrapla::english {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

void sum_and_maxout(const float* const* rows, std::size_t count, const float* bias, float* hidden) {
  const hn::CappedTag<float, 16> d;
  for (std::size_t i = 0; i < kHiddenWidth; i += hn::Lanes(d)) {
    auto a = hn::LoadU(d, rows[0] + i);
    auto b = hn::LoadU(d, rows[0] + i + kHiddenWidth);
    for (std::size_t r = 1; r < count; ++r) {
      a = hn::Add(a, hn::LoadU(d, rows[r] + i));
      b = hn::Add(b, hn::LoadU(d, rows[r] + i + kHiddenWidth));
    }
    a = hn::Add(a, hn::LoadU(d, bias + i));
    b = hn::Add(b, hn::LoadU(d, bias + i + kHiddenWidth));
    hn::StoreU(hn::Max(a, b), d, hidden + i);
  }
}

std::size_t first_best(const float* values, const float* mask, std::size_t count) {
  const hn::CappedTag<float, 16> d;
  const float least = -std::numeric_limits<float>::infinity();
  auto best = hn::Set(d, least);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    best = hn::Max(best, hn::Add(hn::LoadU(d, values + i), hn::LoadU(d, mask + i)));
  }
  const auto top = hn::MaxOfLanes(d, best);
  if (hn::GetLane(top) == least) return count;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto here = hn::Eq(hn::Add(hn::LoadU(d, values + i), hn::LoadU(d, mask + i)), top);
    if (!hn::AllFalse(d, here)) return i + static_cast<std::size_t>(hn::FindFirstTrue(d, here));
  }
  return count;
}

}  // namespace HWY_NAMESPACE
}  // namespace tetrapla::english
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tetrapla::english {

HWY_EXPORT(sum_and_maxout);
HWY_EXPORT(first_best);

void sum_and_maxout(std::span<const float* const> rows, const float* bias, float* hidden) {
  HWY_DYNAMIC_DISPATCH(sum_and_maxout)(rows.data(), rows.size(), bias, hidden);
}

std::size_t first_best(const float* values, const float* mask, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(first_best)(values, mask, count);
}

}  // namespace tetrapla::english
#endif
