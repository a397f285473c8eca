// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "tetrapla/result.h"

namespace tetrapla::cli {

/// Whether a file can be made at `path`, to be asked before the work begins. Empty (standard output) always can.
[[nodiscard]] Status check_output(const std::string& path);

/// Takes a result piece by piece.
///
///   auto out = Output::open(path);                       // before the program's other threads begin
///   while (…) if (Status written = out->write(line); !written) …
///   out->finish();                                        // now the file is there
///
/// A file is written beside its place under a name of its own, brought to disk, and then renamed: whoever looks sees the old file or the
/// whole new one. Without `finish`, and where SIGINT, SIGTERM or SIGHUP ends the program, nothing is left. What is no regular file (a pipe,
/// /dev/null) is written to directly; a symbolic link stays, the file it leads to is replaced.
class Output {
 public:
  /// Empty: standard output. While an Output for a file lives, a thread of its own waits for the signals; other threads must begin after it.
  [[nodiscard]] static Result<Output> open(const std::string& path);
  ~Output();
  Output(Output&&) noexcept;
  Output& operator=(Output&&) noexcept;

  [[nodiscard]] Status write(std::string_view bytes);
  [[nodiscard]] Status finish();

  /// A reader of standard output that has gone away is no error; but nobody needs the rest.
  [[nodiscard]] bool reader_left() const;

 private:
  struct State;
  explicit Output(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// All of a result at once.
[[nodiscard]] Status write_output(const std::string& path, std::string_view bytes);

}  // namespace tetrapla::cli
