// A line that tells how far a long run has come.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace tetrapla::cli {

/// How far a run has come. Sizes are bytes of the inputs as they lie on the disk.
struct Advance {
  std::uint64_t reports = 0;
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> all_bytes;  ///< where it is known
  double seconds = 0;
};

/// "  12,408 reports   31.5 MB   2,480 reports/s   0:41 left": at most `columns` wide; time left where the size is known and enough is done
/// to tell. With a bar where there is room.
[[nodiscard]] std::string progress_line(const Advance& advance, unsigned columns);

/// Keeps such a line on standard error, where that is a terminal and results go elsewhere. Redrawn ten times a second at most.
class Progress {
 public:
  /// `wanted`: nobody asked for quiet. `to_file`: results go to a file.
  Progress(bool wanted, bool to_file);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  [[nodiscard]] bool shown() const { return shown_; }
  /// How much there is to read, where that is known.
  void expect(std::optional<std::uint64_t> all_bytes) { advance_.all_bytes = all_bytes; }
  void report(std::uint64_t bytes_read);
  /// Takes the line away, so that something else can be said. It comes back with the next report.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  bool drawn_ = false;
  Advance advance_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_ = begin_ + std::chrono::milliseconds(300);  // a run that is over by then needs no line
};

}  // namespace tetrapla::cli
