#include "ingest/unpack.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

namespace tetrapla::ingest {
namespace {

constexpr std::uint64_t kLimit = 1U << 20U;

std::string gzip(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
  return packed;
}

TEST(Unpack, RoundTrips) {
  EXPECT_TRUE(rc::check("what was packed comes out", [](const std::string& text) {
    RC_ASSERT(packing_of(gzip(text)) == Packing::kGzip);
    RC_ASSERT(unpack(gzip(text), Packing::kGzip, kLimit).value() == text);
    RC_ASSERT(unpack(zstd(text), Packing::kZstd, kLimit).value() == text);
  }));
}

TEST(Unpack, SeveralMembersAreOneInput) {
  EXPECT_EQ(unpack(gzip("one ") + gzip("two"), Packing::kGzip, kLimit).value(), "one two");
  EXPECT_EQ(unpack(zstd("one ") + zstd("two"), Packing::kZstd, kLimit).value(), "one two");
  EXPECT_EQ(unpack(gzip("one") + std::string(64, '\0'), Packing::kGzip, kLimit).value(), "one") << "padding";
}

TEST(Unpack, TheLimitHoldsWhileUnpacking) {
  const std::string big(4U << 20U, 'x');
  EXPECT_EQ(unpack(gzip(big), Packing::kGzip, kLimit).error().message, "unpacks to more than 1048576 bytes");
  EXPECT_EQ(unpack(zstd(big), Packing::kZstd, kLimit).error().message, "unpacks to more than 1048576 bytes");
  EXPECT_TRUE(unpack(gzip(std::string(kLimit, 'x')), Packing::kGzip, kLimit).ok());
}

TEST(Unpack, DamageIsSaid) {
  const std::string packed = gzip("some words that were packed");
  EXPECT_EQ(unpack(packed.substr(0, packed.size() - 6), Packing::kGzip, kLimit).error().message, "is a .gz file that is cut off");
  EXPECT_FALSE(unpack(packed.substr(0, 12) + "XXXX" + packed.substr(16), Packing::kGzip, kLimit).ok());
  const std::string frame = zstd("some words that were packed");
  EXPECT_EQ(unpack(frame.substr(0, frame.size() - 3), Packing::kZstd, kLimit).error().message, "is a .zst file that is cut off");
}

TEST(Unpack, AnyBytesEnd) {
  EXPECT_TRUE(rc::check("damaged input gives a result or an error", [](const std::string& bytes) {
    (void)unpack("\x1F\x8B" + bytes, Packing::kGzip, kLimit);
    (void)unpack("\x28\xB5\x2F\xFD" + bytes, Packing::kZstd, kLimit);
  }));
}

}  // namespace
}  // namespace tetrapla::ingest
