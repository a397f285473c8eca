#include "ingest/unpack.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kChunk = 1U << 16U;

Error too_large(std::uint64_t limit_bytes) { return Error{fmt::format("unpacks to more than {} bytes", limit_bytes)}; }

Result<std::string> unpack_gzip(std::string_view bytes, std::uint64_t limit_bytes) {
  z_stream stream{};
  constexpr int kGzipOnly = 15 + 16;
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) return Error{"cannot be unpacked: no memory"};
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, &inflateEnd);
  std::string result;
  std::vector<char> chunk(kChunk);
  std::size_t given = 0;
  bool member_ended = false;
  for (;;) {
    if (stream.avail_in == 0 && given < bytes.size()) {
      const std::size_t size = std::min<std::size_t>(bytes.size() - given, std::numeric_limits<uInt>::max() / 2);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + given));  // zlib does not write to it
      stream.avail_in = static_cast<uInt>(size);
      given += size;
    }
    if (member_ended) {
      if (stream.avail_in == 0) return result;
      if (*stream.next_in != 0x1FU) return result;  // padding after the last member, as tar writes it
      if (inflateReset(&stream) != Z_OK) return Error{"cannot be unpacked"};
      member_ended = false;
    }
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    const std::size_t made = chunk.size() - stream.avail_out;
    if (result.size() + made > limit_bytes) return too_large(limit_bytes);
    result.append(chunk.data(), made);
    if (status == Z_STREAM_END) {
      member_ended = true;
    } else if (status == Z_BUF_ERROR || (status == Z_OK && made == 0 && stream.avail_in == 0 && given == bytes.size())) {
      return Error{"is a .gz file that is cut off"};
    } else if (status != Z_OK) {
      return Error{fmt::format("is a damaged .gz file ({})", stream.msg != nullptr ? stream.msg : "no valid data")};
    }
  }
}

Result<std::string> unpack_zstd(std::string_view bytes, std::uint64_t limit_bytes) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  if (context == nullptr) return Error{"cannot be unpacked: no memory"};
  std::string result;
  std::vector<char> chunk(kChunk);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t left = 1;
  for (;;) {
    ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
    const std::size_t before = in.pos;
    left = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(left) != 0) return Error{fmt::format("is a damaged .zst file ({})", ZSTD_getErrorName(left))};
    if (result.size() + out.pos > limit_bytes) return too_large(limit_bytes);
    result.append(chunk.data(), out.pos);
    const bool drained = out.pos < out.size;
    if (in.pos == in.size && drained) break;
    if (in.pos == before && out.pos == 0) return Error{"is a damaged .zst file"};
  }
  if (left != 0) return Error{"is a .zst file that is cut off"};
  return result;
}

}  // namespace

Packing packing_of(std::string_view bytes) {
  if (bytes.starts_with("\x1F\x8B")) return Packing::kGzip;
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return Packing::kZstd;
  return Packing::kNone;
}

Result<std::string> unpack(std::string_view bytes, Packing packing, std::uint64_t limit_bytes) {
  switch (packing) {
    case Packing::kGzip: return unpack_gzip(bytes, limit_bytes);
    case Packing::kZstd: return unpack_zstd(bytes, limit_bytes);
    case Packing::kNone: break;
  }
  return std::string(bytes);
}

}  // namespace tetrapla::ingest
