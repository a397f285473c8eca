// Analysers for many threads.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "tetrapla/language.h"

namespace tetrapla::engine {

/// Lends an analyser to whoever works, so that there are never more of them than threads at work, and what one has learnt of words serves
/// the next text. Which one works on a text makes no difference to its result.
class Analysers {
 public:
  explicit Analysers(EnglishModel model) : model_(std::move(model)) {}

  /// Calls `work(EnglishAnalyser&)` and gives back what it returns. Safe from many threads at once.
  template <typename Work>
  auto with(const Work& work) {
    Loan loan(*this);
    return work(*loan.analyser);
  }

 private:
  struct Loan {
    explicit Loan(Analysers& from) : owner(from), analyser(from.take()) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { owner.give_back(std::move(analyser)); }
    Analysers& owner;
    std::unique_ptr<EnglishAnalyser> analyser;
  };

  std::unique_ptr<EnglishAnalyser> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto analyser = std::move(idle_.back());
        idle_.pop_back();
        return analyser;
      }
    }
    return std::make_unique<EnglishAnalyser>(model_);
  }

  void give_back(std::unique_ptr<EnglishAnalyser> analyser) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(analyser));
  }

  EnglishModel model_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<EnglishAnalyser>> idle_;
};

}  // namespace tetrapla::engine
