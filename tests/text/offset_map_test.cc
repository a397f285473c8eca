#include "text/offset_map.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "random_text.h"

namespace tetrapla::text {
namespace {

TEST(OffsetMap, CountsCharactersAndUtf16Units) {
  const std::string text = "a\u00b0b\U0001F5DEc";  // 1, 2, 1, 4, 1 bytes
  const OffsetMap map(text);
  EXPECT_EQ(map.code_point(0), 0U);
  EXPECT_EQ(map.code_point(3), 2U);
  EXPECT_EQ(map.code_point(8), 4U);
  EXPECT_EQ(map.utf16(8), 5U);
  EXPECT_EQ(map.byte_of_code_point(2), 3U);
  EXPECT_EQ(map.byte_of_utf16(5), 8U);
  EXPECT_EQ(map.byte_of_utf16(4), 4U) << "between the halves of a pair: its character";
  EXPECT_EQ(map.to_code_points({1, 3}), (Span{1, 2}));
}

TEST(OffsetMap, HoldsOffsetsInsideTheText) {
  const std::string text = "\u20ac";
  const OffsetMap map(text);
  EXPECT_EQ(map.code_point(1), 0U) << "inside a character: its own";
  EXPECT_EQ(map.code_point(99), 1U);
  EXPECT_EQ(map.byte_of_code_point(99), 3U);
  EXPECT_EQ(OffsetMap("").code_point(7), 0U);
  EXPECT_EQ(OffsetMap("abc").byte_of_utf16(9), 3U);
}

TEST(OffsetMap, AgreesWithCountingOverManyBlocks) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += i % 7 == 0 ? "\U0001F5DE" : i % 3 == 0 ? "\u00e9" : "x";
  const OffsetMap map(text);
  std::uint32_t points = 0;
  std::uint32_t units = 0;
  for (const std::uint32_t at : test::boundaries(text)) {
    ASSERT_EQ(map.code_point(at), points) << at;
    ASSERT_EQ(map.utf16(at), units) << at;
    ++points;
    if (at < text.size()) units += static_cast<unsigned char>(text[at]) >= 0xF0U ? 2 : 1;
  }
}

TEST(OffsetMap, EveryMapRoundTrips) {
  EXPECT_TRUE(rc::check("byte -> code point -> byte, byte -> UTF-16 -> byte", [] {
    std::string text = *test::text_gen();
    const auto copies = *rc::gen::inRange(1, 20);  // so that texts run over several blocks of the table
    const std::string once = text;
    for (int i = 1; i < copies; ++i) text += once;
    const OffsetMap map(text);
    std::uint32_t point = 0;
    for (const std::uint32_t at : test::boundaries(text)) {
      RC_ASSERT(map.code_point(at) == point++);
      RC_ASSERT(map.byte_of_code_point(map.code_point(at)) == at);
      RC_ASSERT(map.byte_of_utf16(map.utf16(at)) == at);
    }
  }));
}

}  // namespace
}  // namespace tetrapla::text
