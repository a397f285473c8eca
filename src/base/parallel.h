// Work on many cores, with the same result as on one.
#pragma once

#include <cstddef>
#include <functional>

namespace tetrapla::base {

/// A number of threads to work with. Cheap to make; threads live only while `each` runs.
class Workers {
 public:
  /// 0: as many as the machine has cores.
  explicit Workers(unsigned threads = 0);

  [[nodiscard]] unsigned threads() const { return threads_; }

  /// Calls `work(i)` once for each i in [0, count), in any order, on up to `threads()` threads, and returns when all are done.
  /// `work` writes only what belongs to its own i: so the result cannot depend on the number of threads. It must not throw.
  void each(std::size_t count, const std::function<void(std::size_t)>& work) const;

 private:
  unsigned threads_;
};

}  // namespace tetrapla::base
