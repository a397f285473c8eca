// Small transition nets for tests, written to a model file of the test's own.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "english/kernels.h"
#include "english/model_file.h"
#include "english/transition_net.h"

namespace tetrapla::english {

/// The weights of a TransitionNet, row-major and in plain order.
struct MadeUpNet {
  std::size_t features = 0;
  std::vector<float> reduce = std::vector<float>(kReducedWidth * kTokenWidth);
  std::vector<float> reduce_bias = std::vector<float>(kReducedWidth);
  std::vector<float> lower;  ///< [feature][kLowerWidth][kReducedWidth]
  std::vector<float> lower_bias = std::vector<float>(kLowerWidth);
  std::vector<float> pad;  ///< [feature][kLowerWidth]

  explicit MadeUpNet(std::size_t feature_count)
      : features(feature_count), lower(feature_count * kLowerWidth * kReducedWidth), pad(feature_count * kLowerWidth) {}

  void fill(std::mt19937& random) {
    std::normal_distribution<float> normal(0.0F, 0.3F);
    for (auto* numbers : {&reduce, &reduce_bias, &lower, &lower_bias, &pad}) {
      std::ranges::generate(*numbers, [&] { return normal(random); });
    }
  }

  /// Hidden unit k is the k-th number of the first feature's vector (k < kHiddenWidth); the other features say nothing.
  void pass_first_feature() {
    for (std::size_t i = 0; i < kReducedWidth; ++i) {
      reduce[i * kTokenWidth + i] = 1.0F;
      lower[i * kReducedWidth + i] = 1.0F;
    }
    for (std::size_t i = kHiddenWidth; i < kLowerWidth; ++i) lower_bias[i] = -1e6F;
  }

  void write(ModelWriter& writer, const std::string& name) const {
    writer.add(name + "/reduce", pack_matrix(reduce, kReducedWidth, kTokenWidth));
    writer.add(name + "/reduce_bias", reduce_bias);
    std::vector<float> packed;
    for (std::size_t f = 0; f < features; ++f) {
      const auto begin = lower.begin() + static_cast<std::ptrdiff_t>(f * kLowerWidth * kReducedWidth);
      const std::vector<float> matrix(begin, begin + static_cast<std::ptrdiff_t>(kLowerWidth * kReducedWidth));
      const std::vector<float> one = pack_matrix(matrix, kLowerWidth, kReducedWidth);
      packed.insert(packed.end(), one.begin(), one.end());
    }
    writer.add(name + "/lower", packed);
    writer.add(name + "/lower_bias", lower_bias);
    writer.add(name + "/pad", pad);
  }
};

/// Rows of a last layer, kHiddenWidth wide, as NAME and NAME_bias.
inline void write_rows(ModelWriter& writer, const std::string& name, const std::vector<float>& rows,
                       const std::vector<float>& bias) {
  writer.add(name, pack_matrix(rows, bias.size(), kHiddenWidth));
  writer.add(name + "_bias", bias);
}

/// The file that `writer` writes, opened; it is gone from the folder at once.
inline ModelFile written(const ModelWriter& writer) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) /
                                     ("tetrapla-" + std::string(test->test_suite_name()) + "-" + test->name() + ".model");
  if (const Status done = writer.write(path, "made up"); !done) throw std::runtime_error(done.error().message);
  Result<ModelFile> opened = ModelFile::open(path);
  std::filesystem::remove(path);
  if (!opened) throw std::runtime_error(opened.error().message);
  return *std::move(opened);
}

}  // namespace tetrapla::english
