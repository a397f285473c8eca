#include "text/lines.h"

#include <gtest/gtest.h>

#include <string>

namespace tetrapla::text {
namespace {

TEST(Lines, SplitsAtEveryLineEnd) {
  const std::string text = "one\r\ntwo\rthree\nfour\u2028five";
  const auto lines = split_lines(text);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(slice(text, lines[1].span), "two");
  EXPECT_EQ(slice(text, lines[4].span), "five");
}

TEST(Lines, BlankLinesAreEmptyAndIndentsAreCounted) {
  const auto lines = split_lines("a\n \u00a0\n    b\n\tc\n");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_TRUE(lines[1].span.empty());
  EXPECT_EQ(lines[2].indent, 4U);
  EXPECT_EQ(lines[3].indent, 4U);
}

TEST(Lines, TrimsUnicodeWhiteSpace) {
  const std::string text = "\u00a0\u2003a b\u200b\uFEFF ";
  EXPECT_EQ(slice(text, trim(text, {0, static_cast<std::uint32_t>(text.size())})), "a b");
}

}  // namespace
}  // namespace tetrapla::text
