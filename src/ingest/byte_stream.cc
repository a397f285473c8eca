#include "ingest/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kChunk = 1U << 18U;
constexpr int kStopAfterMs = 100;
constexpr std::size_t kSignature = 4;  // so many bytes tell the packing

std::string reason(int code) { return std::generic_category().message(code); }

}  // namespace

ByteStream::File::~File() {
  if (descriptor > STDERR_FILENO) ::close(descriptor);
}

std::variant<ByteStream, ReadError> ByteStream::open(const std::string& path, StopFlag stop) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return ReadError{errno == ENOENT ? "missing" : "unreadable", "cannot be opened: " + reason(errno)};
  ByteStream stream(descriptor, std::move(stop));
  while (!stream.file_ended_ && stream.packed_.size() < kSignature) {
    if (auto error = stream.read_packed()) return *std::move(error);
  }
  stream.packing_ = packing_of(stream.packed_);
  stream.unpacker_ = Unpacker(stream.packing_);
  return stream;
}

/// False where nobody wants them any more.
bool ByteStream::wait_for_bytes() const {
  if (!stop_) return true;
  for (;;) {
    if (*stop_) return false;
    pollfd input{file_->descriptor, POLLIN, 0};
    if (::poll(&input, 1, kStopAfterMs) != 0) return true;  // ready, at its end, or a fault that read will tell
  }
}

std::optional<ReadError> ByteStream::read_packed() {
  if (!wait_for_bytes()) {
    file_ended_ = true;
    return {};
  }
  if (packed_at_ == packed_.size()) {
    packed_.clear();
    packed_at_ = 0;
  }
  const std::size_t had = packed_.size();
  packed_.resize(had + kChunk);
  ssize_t got = 0;
  do got = ::read(file_->descriptor, packed_.data() + had, kChunk);
  while (got < 0 && errno == EINTR);
  const int code = errno;
  packed_.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0) return end_with({"unreadable", "cannot be read: " + reason(code)});
  bytes_read_ += static_cast<std::uint64_t>(got);
  file_ended_ = got == 0;
  return {};
}

ReadError ByteStream::end_with(ReadError error) {
  file_ended_ = ended_ = true;
  return error;
}

std::optional<ReadError> ByteStream::more() {
  if (begin_ > window_.size() / 2) {
    window_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t had = window_.size();
  while (!ended_ && window_.size() == had) {
    std::string_view packed = std::string_view(packed_).substr(packed_at_);
    const Status unpacked = unpacker_.step(packed, kChunk, window_);
    packed_at_ = packed_.size() - packed.size();
    if (!unpacked) return end_with({"damaged", unpacked.error().message});
    if (window_.size() > had) break;
    if (!file_ended_) {
      if (auto error = read_packed()) return error;
      continue;
    }
    if (const Status whole = unpacker_.finish(); !whole) return end_with({"damaged", whole.error().message});
    ended_ = true;
  }
  return {};
}

void ByteStream::drop(std::size_t bytes) { begin_ += bytes; }

}  // namespace tetrapla::ingest
