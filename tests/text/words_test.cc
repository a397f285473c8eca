#include "text/words.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "text/random_text.h"

namespace tetrapla::text {
namespace {

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : find_words(text)) words.push_back(fold(slice(text, word.span)));
  return words;
}

std::uint64_t stem(std::string_view word) { return find_words(word).front().stem; }

TEST(Words, AreFolded) {
  EXPECT_EQ(folded("Kyiv\u2019s Caf\u00e9, don't twenty-three!"),
            (std::vector<std::string>{"kyiv", "cafe", "don't", "twenty", "three"}));
  EXPECT_EQ(folded("1,200.5 ferries at 45mph"), (std::vector<std::string>{"1200.5", "ferries", "at", "45", "mph"}));
  EXPECT_EQ(folded("\u0417\u0435\u043b\u0435\u043d\u0441\u043a\u0438\u0439"),
            (std::vector<std::string>{"\u0437\u0435\u043b\u0435\u043d\u0441\u043a\u0438\u0438"}));
  EXPECT_TRUE(folded("-- \u2026 \xFF '").empty());
}

TEST(Words, StemsMeet) {
  EXPECT_EQ(stem("ferries"), stem("ferry"));
  EXPECT_EQ(stem("warned"), stem("warning"));
  EXPECT_EQ(stem("eleven"), stem("11"));
  EXPECT_NE(stem("bus"), stem("bu"));
}

TEST(Words, TellNumbers) {
  const auto words = find_words("Eleven of 12 one");
  EXPECT_TRUE(words[0].numeral && !words[0].number);
  EXPECT_TRUE(words[2].numeral && words[2].number);
  EXPECT_FALSE(words[3].numeral);
}

TEST(Rarity, CommonWordsHaveFewBits) {
  const Rarity rarity;
  EXPECT_LT(rarity.bits(key_of("the")), 1);
  EXPECT_LT(rarity.bits(key_of("said")), 2);
  EXPECT_GT(rarity.bits(key_of("ferry")), 8);
  EXPECT_EQ(rarity.bits(key_of("qqxzzyv")), Rarity::kNeverSeen);
}

RC_GTEST_PROP(Words, StandInOrderAndFoldToTheirKeys, ()) {
  const std::string text = *test::text_gen();
  std::uint32_t last = 0;
  for (const Word& word : find_words(text)) {
    RC_ASSERT(!word.span.empty());
    RC_ASSERT(word.span.begin >= last);
    RC_ASSERT(word.span.end <= text.size());
    last = word.span.end;
    RC_ASSERT(word.key == key_of(fold(slice(text, word.span))));
  }
}

}  // namespace
}  // namespace tetrapla::text
