// What happens to a half-written file where a signal ends the program.
#pragma once

#include <csignal>
#include <filesystem>
#include <thread>

namespace tetrapla::cli {

/// As long as this lives, SIGINT, SIGTERM and SIGHUP are taken by a thread of its own: it removes `file` and lets the program end by the
/// signal. Only threads that begin later leave the signals to it. One at a time.
class RemovedOnSignal {
 public:
  explicit RemovedOnSignal(std::filesystem::path file);
  ~RemovedOnSignal();
  RemovedOnSignal(const RemovedOnSignal&) = delete;
  RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;

 private:
  void wait(const std::filesystem::path& file) const;

  sigset_t taken_{};
  sigset_t before_{};
  int done_ = -1;  // an eventfd: the thread may end
  std::thread thread_;
};

}  // namespace tetrapla::cli
