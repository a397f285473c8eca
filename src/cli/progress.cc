#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/terminal.h"

namespace tetrapla::cli {
namespace {

constexpr double kEnoughToTell = 0.005;  // of the input: before that, the time left is a guess
constexpr unsigned kWidestBar = 30;

/// 12408 → "12,408".
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string duration(double seconds) {
  const auto whole = std::llround(seconds);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_line(const Advance& advance, unsigned columns) {
  const double rate = advance.seconds > 0 ? static_cast<double>(advance.reports) / advance.seconds : 0;
  std::string line = fmt::format("{} reports   {:.1f} MB   {} reports/s", grouped(advance.reports),
                                 static_cast<double>(advance.bytes) / 1e6, grouped(static_cast<std::uint64_t>(std::llround(rate))));
  if (advance.all_bytes && *advance.all_bytes > 0) {
    const double share = std::min(1.0, static_cast<double>(advance.bytes) / static_cast<double>(*advance.all_bytes));
    if (share >= kEnoughToTell) line += fmt::format("   {} left", duration(advance.seconds * (1 - share) / share));
    if (columns > line.size() + 15) {
      const auto width = std::min<unsigned>(kWidestBar, columns - static_cast<unsigned>(line.size()) - 6);
      const auto full = static_cast<unsigned>(share * width);
      line = fmt::format("[{:#<{}}{: <{}}] {}", "", full, "", width - full, line);
    }
  }
  if (line.size() >= columns) line.resize(columns > 0 ? columns - 1 : 0);
  return line;
}

Progress::Progress(bool wanted, bool to_file)
    : shown_(wanted && isatty(STDERR_FILENO) == 1 && (to_file || isatty(STDOUT_FILENO) == 0)) {}

void Progress::report(std::uint64_t bytes_read) {
  ++advance_.reports;
  advance_.bytes = bytes_read;
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  advance_.seconds = std::chrono::duration<double>(now - begin_).count();
  const std::string line = "\r\033[K" + progress_line(advance_, columns_of(STDERR_FILENO));
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace tetrapla::cli
