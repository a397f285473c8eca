#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace tetrapla::base {

Workers::Workers(unsigned threads) : threads_(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}

void Workers::each(std::size_t count, const std::function<void(std::size_t)>& work) const {
  const std::size_t helpers = std::min<std::size_t>(threads_, count);
  if (helpers <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> threads;
  threads.reserve(helpers - 1);
  for (std::size_t k = 1; k < helpers; ++k) threads.emplace_back(take);
  take();
}

}  // namespace tetrapla::base
