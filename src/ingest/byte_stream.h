// The bytes of a file or of standard input as they come, unpacked on the way.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "ingest/unpack.h"

namespace tetrapla::ingest {

struct ReadError {
  std::string code;  ///< "missing", "unreadable", "too-large", "damaged"
  std::string message;
};

/// Tells a reader in another thread that nobody waits for what it reads: a flag, shared.
using StopFlag = std::shared_ptr<std::atomic<bool>>;

/// A window over the bytes: `more` lets it grow at its end, `drop` takes from its front. Memory: the window, and what unpacking needs.
///
///   while (!stream.ended() && !stream.more()) …;      // all of it, or up to where it could be read
class ByteStream {
 public:
  /// "-" is standard input. Waits until the first bytes are there (they tell the packing) or the end. Where `stop` is set while it waits for
  /// a pipe or a terminal, that is the end.
  [[nodiscard]] static std::variant<ByteStream, ReadError> open(const std::string& path, StopFlag stop = {});

  /// What was read and not dropped. Valid until the next call of `more` or `drop`.
  [[nodiscard]] std::string_view window() const { return std::string_view(window_).substr(begin_); }
  /// Nothing follows the window.
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] Packing packing() const { return packing_; }
  /// So much was read from the file, packed as it lies.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

  /// Lets the window grow by at least a byte, or reaches the end; what a pipe has ready is enough. Where it cannot be read on, the reason:
  /// then the stream has ended, and the window stays.
  [[nodiscard]] std::optional<ReadError> more();
  /// Takes `bytes` from the window's front.
  void drop(std::size_t bytes);

 private:
  struct File {
    explicit File(int opened) : descriptor(opened) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();
    int descriptor;
  };

  ByteStream(int descriptor, StopFlag stop) : file_(std::make_unique<File>(descriptor)), stop_(std::move(stop)) {}
  [[nodiscard]] bool wait_for_bytes() const;
  [[nodiscard]] std::optional<ReadError> read_packed();
  [[nodiscard]] ReadError end_with(ReadError error);

  std::unique_ptr<File> file_;
  StopFlag stop_;
  Unpacker unpacker_{Packing::kNone};
  Packing packing_ = Packing::kNone;
  std::string packed_;         // read, not yet unpacked
  std::size_t packed_at_ = 0;  // so much of it is unpacked
  std::string window_;
  std::size_t begin_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool file_ended_ = false;
  bool ended_ = false;
};

}  // namespace tetrapla::ingest
