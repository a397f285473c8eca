// .gz and .zst, piece by piece or whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "tetrapla/result.h"

namespace tetrapla::ingest {

enum class Packing { kNone, kGzip, kZstd };

/// By the first bytes, not by the name.
[[nodiscard]] Packing packing_of(std::string_view bytes);

/// Unpacks a stream as it comes (RFC 1952, RFC 8878; several members or frames one after another are one input). Memory: the format's
/// window, at most 128 MB for a Zstandard frame that asks for it, some 100 KB else.
class Unpacker {
 public:
  explicit Unpacker(Packing packing);
  ~Unpacker();
  Unpacker(Unpacker&&) noexcept;
  Unpacker& operator=(Unpacker&&) noexcept;

  /// Takes bytes from the front of `packed` and appends at most `most` unpacked ones to `out`. Where fewer come out, all of `packed` was
  /// taken and nothing is held back. An Error where they are damaged.
  [[nodiscard]] Status step(std::string_view& packed, std::size_t most, std::string& out);

  /// To be asked at the end of the input, when nothing is held back: an Error where it was cut off.
  [[nodiscard]] Status finish() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

/// All of some bytes. An Error where they are damaged, cut off, or more than `limit_bytes`: then no more than that was ever in memory.
/// `kNone` gives the bytes themselves.
[[nodiscard]] Result<std::string> unpack(std::string_view bytes, Packing packing, std::uint64_t limit_bytes);

}  // namespace tetrapla::ingest
