// Floats at a multiple of 64 bytes, as the model's file has them and the kernels want them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <random>
#include <vector>

namespace tetrapla::english {

/// `n` floats, zeros at first; fixed in number and place.
class Floats {
 public:
  explicit Floats(std::size_t n)
      : size_(n), data_(static_cast<float*>(::operator new(std::max<std::size_t>(n, 1) * sizeof(float), std::align_val_t{64}))) {
    std::fill_n(data_, n, 0.0F);
  }
  Floats(std::size_t n, std::mt19937& random) : Floats(n) {
    std::normal_distribution<float> normal(0.0F, 0.3F);
    for (std::size_t i = 0; i < n; ++i) data_[i] = normal(random);
  }
  explicit Floats(const std::vector<float>& values) : Floats(values.size()) { std::ranges::copy(values, data_); }
  ~Floats() { ::operator delete(data_, std::align_val_t{64}); }
  Floats(const Floats&) = delete;
  Floats& operator=(const Floats&) = delete;
  [[nodiscard]] float* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  float& operator[](std::size_t i) const { return data_[i]; }

 private:
  std::size_t size_;
  float* data_;
};

}  // namespace tetrapla::english
