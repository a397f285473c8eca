#include "ingest/pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace tetrapla::ingest {
namespace {

class PatternTest : public testing::Test {
 protected:
  bool matches(const std::string& pattern, const std::string& text) const {
    return Pattern(pattern).match(tokens_of(text, {0, static_cast<std::uint32_t>(text.size())}), outlets_).has_value();
  }
  Outlets outlets_;
};

TEST_F(PatternTest, WordsChoicesAndOptions) {
  EXPECT_TRUE(matches("share this? article/story", "Share this story"));
  EXPECT_TRUE(matches("share this? article/story", "SHARE ARTICLE!"));
  EXPECT_FALSE(matches("share this? article/story", "Share this story now"));
}

TEST_F(PatternTest, Gaps) {
  EXPECT_TRUE(matches("get * newsletter", "Get the morning newsletter"));
  EXPECT_FALSE(matches("get * newsletter", "Get one two three four five six seven eight nine newsletter")) << "at most eight";
  EXPECT_TRUE(matches("photo : **", "Photo: any number of words, whatever they say, up to the end of the line"));
}

TEST_F(PatternTest, NamesAndOutlets) {
  EXPECT_TRUE(matches("with <name>", "With Norden Press"));
  EXPECT_FALSE(matches("with <name>", "with great care"));
  EXPECT_TRUE(matches("according to the? <outlet>", "According to the L.A. Times"));
  EXPECT_TRUE(matches("told <outlet>", "told Bremsund Herald"));
  EXPECT_FALSE(matches("told <outlet>", "told Ann Lee"));
  EXPECT_FALSE(matches("told <outlet>", "told Ann Lee of Fox News"));
  EXPECT_TRUE(matches("<agency>", "AFP"));
}

TEST_F(PatternTest, AManyWayPatternEnds) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a ";
  EXPECT_FALSE(matches("** a ** a ** a ** a ** b", text));
}

}  // namespace
}  // namespace tetrapla::ingest
