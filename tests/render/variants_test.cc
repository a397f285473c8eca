#include "render/variants.h"

#include <gtest/gtest.h>

namespace tetrapla::render {
namespace {

std::string joined(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) out += run.text;
  return out;
}

std::string marked(std::string_view base, std::string_view text) { return joined(marked_variant(base, text)); }

TEST(Variants, ChangedWords) {
  EXPECT_EQ(marked("we won it a day before", "we won it a day earlier there"), "we won it a day [earlier there]");
}

TEST(Variants, AddedAndLostInTheMiddle) {
  EXPECT_EQ(marked("nobody on my ship ever panicked", "nobody panicked"), "nobody [−on my ship ever] panicked");
  EXPECT_EQ(marked("we will win", "we will surely win"), "we will [surely] win");
}

TEST(Variants, WhatIsCutAtAnEndIsNotAltered) {
  EXPECT_FALSE(differs("we had the fire out in nine minutes", "had the fire out"));
  EXPECT_EQ(marked("we had the fire out", "and then we had the fire out"), "and then we had the fire out");
}

TEST(Variants, CaseAndPunctuationAreNot) {
  EXPECT_FALSE(differs("We’ll find them, all of them.", "we'll find them — all of them"));
}

TEST(Variants, OtherWordsAltogetherStayUnmarked) {
  EXPECT_FALSE(differs("the sea was calm that night", "prices rose by half in May"));
}

TEST(Variants, CondensedKeepsTheMarksWithTheirNeighbours) {
  const std::string_view base = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
  const std::string_view text = "a b c d e f g h i j k l m n o p q r s T9 u v w x y z";
  EXPECT_EQ(joined(condensed(marked_variant(base, text), 4)), "a b c d … q r s [T9] u v w …");
}

}  // namespace
}  // namespace tetrapla::render
