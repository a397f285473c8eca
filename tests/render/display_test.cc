#include "render/display.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "render/page.h"

namespace tetrapla::render {
namespace {

TEST(Clean, TakesAwayWhatMovesTheCursor) {
  EXPECT_EQ(clean("\x1b[31mred\x1b[0m\a\b"), "[31mred[0m");
  EXPECT_EQ(clean("a\x7f\u0085b"), "a b");             // U+0085 is white space
  EXPECT_EQ(clean("pay\u202Eevil\u202C"), "payevil");  // direction overrides
  EXPECT_EQ(clean("zero\u200Bwidth\uFEFF"), "zerowidth");
  EXPECT_EQ(clean("\u009B31m"), "31m");  // the one-character form of ESC [
}

TEST(Clean, CollapsesWhiteSpace) { EXPECT_EQ(clean("  one\n\n two\t\u00A0three \r\n"), "one two three"); }

TEST(Clean, KeepsEmojiSequencesTogether) { EXPECT_EQ(clean("👩\u200D🚒"), "👩\u200D🚒"); }

TEST(Clean, InvalidBytesBecomeReplacementCharacters) { EXPECT_EQ(clean("a\xff"), "a\uFFFD"); }

TEST(Width, WideAndCombining) {
  EXPECT_EQ(width_of("Vardø"), 5U);
  EXPECT_EQ(width_of("日本造船"), 8U);
  EXPECT_EQ(width_of("e\u0301"), 1U);
  EXPECT_EQ(width_of("🚢"), 2U);
  EXPECT_EQ(width_of("한국"), 4U);
}

TEST(Shortened, NeverCutsAWideCharacterOrAMark) {
  EXPECT_EQ(shortened("日本造船", 8), "日本造船");
  EXPECT_EQ(shortened("日本造船", 7), "日本造…");
  EXPECT_EQ(shortened("日本造船", 6), "日本…");
  EXPECT_EQ(prefix_that_fits("e\u0301x", 1), "e\u0301");
}

TEST(Wrap, BreaksAtSpacesButNotAtJoints) {
  const std::vector<Runs> lines = wrap({{"see harbour-gazette\u00A0¶2 there"}}, 20);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1][0].text, "harbour-gazette\u00A0¶2");
}

TEST(Wrap, AWordMayChangeItsInk) {
  const std::vector<Runs> lines = wrap({{"“"}, {"fourteen", Ink::kStrong}, {"” people"}}, 10);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(width_of(lines[0]), 10U);  // the marks stay with their words
}

RC_GTEST_PROP(Clean, LeavesNoControlCharacter, (const std::string& text)) {
  for (const char c : clean(text)) {
    const auto byte = static_cast<unsigned char>(c);
    RC_ASSERT(byte >= 0x20 && byte != 0x7F);
  }
}

RC_GTEST_PROP(Clean, IsDoneOnce, (const std::string& text)) { RC_ASSERT(clean(clean(text)) == clean(text)); }

RC_GTEST_PROP(Wrap, NoLineIsTooWideAndNoWordIsLost, (const std::vector<std::string>& words)) {
  const auto width = *rc::gen::inRange(2U, 60U);
  Runs runs;
  std::string all;
  for (const std::string& word : words) {
    runs.push_back({clean(word) + " "});
    all += clean(word);
  }
  std::string kept;
  for (const Runs& line : wrap(runs, width)) {
    RC_ASSERT(width_of(line) <= width);
    for (const auto& run : line) kept += run.text;
  }
  const auto without_spaces = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  RC_ASSERT(without_spaces(kept) == without_spaces(all));
}

}  // namespace
}  // namespace tetrapla::render
