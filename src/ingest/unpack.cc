#include "ingest/unpack.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace tetrapla::ingest {

struct Unpacker::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  virtual ~State() = default;
  virtual Status step(std::string_view& packed, std::size_t most, std::string& out) = 0;
  [[nodiscard]] virtual Status finish() const = 0;
};

namespace {

constexpr std::size_t kChunk = 1U << 16U;

struct Plain : Unpacker::State {
  Status step(std::string_view& packed, std::size_t most, std::string& out) override {
    const std::size_t size = std::min(most, packed.size());
    out.append(packed.substr(0, size));
    packed.remove_prefix(size);
    return Done{};
  }
  [[nodiscard]] Status finish() const override { return Done{}; }
};

class Gzip : public Unpacker::State {
 public:
  Gzip() {
    constexpr int kGzipOnly = 15 + 16;
    usable_ = inflateInit2(&stream_, kGzipOnly) == Z_OK;
  }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  Status step(std::string_view& packed, std::size_t most, std::string& out) override {
    if (!usable_) return Error{"cannot be unpacked: no memory"};
    const std::size_t had = out.size();
    for (;;) {
      if (member_ended_ && !packed.empty()) {
        if (packed.front() != '\x1F') padding_ = true;  // after the last member, as tar writes it
        if (padding_) {
          packed = {};
          return Done{};
        }
        if (inflateReset(&stream_) != Z_OK) return Error{"cannot be unpacked"};
        member_ended_ = false;
      }
      const std::size_t room = most - (out.size() - had);
      if (room == 0 || member_ended_ || (packed.empty() && !held_back_)) return Done{};
      if (Status done = inflate_some(packed, room, out); !done) return done;
    }
  }

  [[nodiscard]] Status finish() const override {
    if (!member_ended_) return Error{"is a .gz file that is cut off"};
    return Done{};
  }

 private:
  Status inflate_some(std::string_view& packed, std::size_t room, std::string& out) {
    const std::size_t before = out.size();
    const std::size_t given = std::min<std::size_t>(packed.size(), std::numeric_limits<uInt>::max() / 2);
    out.resize(before + std::min(room, kChunk));
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write to it
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream_.avail_out = static_cast<uInt>(out.size() - before);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    held_back_ = stream_.avail_out == 0;
    out.resize(out.size() - stream_.avail_out);
    packed.remove_prefix(given - stream_.avail_in);
    if (status == Z_STREAM_END) {
      member_ended_ = true;
      held_back_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {  // Z_BUF_ERROR: it wants more
      return Error{fmt::format("is a damaged .gz file ({})", stream_.msg != nullptr ? stream_.msg : "no valid data")};
    }
    return Done{};
  }

  z_stream stream_{};
  bool usable_ = false;
  bool member_ended_ = false;
  bool held_back_ = false;
  bool padding_ = false;
};

class Zstd : public Unpacker::State {
 public:
  Status step(std::string_view& packed, std::size_t most, std::string& out) override {
    if (context_ == nullptr) return Error{"cannot be unpacked: no memory"};
    const std::size_t had = out.size();
    while (out.size() - had < most && (!packed.empty() || held_back_)) {
      const std::size_t before = out.size();
      out.resize(before + std::min(most - (before - had), kChunk));
      ZSTD_inBuffer from{packed.data(), packed.size(), 0};
      ZSTD_outBuffer to{out.data() + before, out.size() - before, 0};
      left_ = ZSTD_decompressStream(context_.get(), &to, &from);
      held_back_ = to.pos == to.size;
      out.resize(before + to.pos);
      packed.remove_prefix(from.pos);
      if (ZSTD_isError(left_) != 0) return Error{fmt::format("is a damaged .zst file ({})", ZSTD_getErrorName(left_))};
      if (from.pos == 0 && to.pos == 0 && !packed.empty()) return Error{"is a damaged .zst file"};
    }
    return Done{};
  }

  [[nodiscard]] Status finish() const override {
    if (left_ != 0) return Error{"is a .zst file that is cut off"};
    return Done{};
  }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_{ZSTD_createDCtx(), &ZSTD_freeDCtx};
  std::size_t left_ = 1;  // what the frame still wants, as zstd guesses; 0 at a frame's end
  bool held_back_ = false;
};

std::unique_ptr<Unpacker::State> state_of(Packing packing) {
  switch (packing) {
    case Packing::kGzip: return std::make_unique<Gzip>();
    case Packing::kZstd: return std::make_unique<Zstd>();
    case Packing::kNone: break;
  }
  return std::make_unique<Plain>();
}

}  // namespace

Unpacker::Unpacker(Packing packing) : state_(state_of(packing)) {}
Unpacker::~Unpacker() = default;
Unpacker::Unpacker(Unpacker&&) noexcept = default;
Unpacker& Unpacker::operator=(Unpacker&&) noexcept = default;

Status Unpacker::step(std::string_view& packed, std::size_t most, std::string& out) { return state_->step(packed, most, out); }
Status Unpacker::finish() const { return state_->finish(); }

Packing packing_of(std::string_view bytes) {
  if (bytes.starts_with("\x1F\x8B")) return Packing::kGzip;
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return Packing::kZstd;
  return Packing::kNone;
}

Result<std::string> unpack(std::string_view bytes, Packing packing, std::uint64_t limit_bytes) {
  Unpacker unpacker(packing);
  std::string result;
  for (bool more = true; more;) {
    const std::size_t before = result.size();
    if (Status done = unpacker.step(bytes, kChunk, result); !done) return done.error();
    if (result.size() > limit_bytes && packing != Packing::kNone)
      return Error{fmt::format("unpacks to more than {} bytes", limit_bytes)};
    more = result.size() - before == kChunk;
  }
  if (Status whole = unpacker.finish(); !whole) return whole.error();
  return result;
}

}  // namespace tetrapla::ingest
