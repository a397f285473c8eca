// Tokens: the cases of tests/cases/tokens, folding, and that long chunks cost no more than their length.
#include "language/tokens.h"

#include <gtest/gtest.h>

#include <chrono>

#include "support/cases.h"

namespace tetrapla::language {
namespace {

std::string joined(std::string_view text) {
  std::string result;
  for (const Cut& cut : cut_tokens(text)) {
    if (!result.empty()) result += " | ";
    result += slice(text, cut.span);
  }
  return result;
}

TEST(Tokens, Cases) {
  for (const test::Case& example : test::read_cases("tests/cases/tokens")) {
    EXPECT_EQ(joined(example.text), example.options.at("tokens")) << example.file << ":" << example.line << " " << example.name;
  }
}

TEST(Tokens, KindAndSpace) {
  const std::vector<Cut> cuts = cut_tokens("Only 4,300 (of them).");
  ASSERT_EQ(cuts.size(), 7U);
  EXPECT_EQ(cuts[0].kind, TokenKind::kWord);
  EXPECT_EQ(cuts[1].kind, TokenKind::kNumber);
  EXPECT_EQ(cuts[2].kind, TokenKind::kPunctuation);
  EXPECT_TRUE(cuts[2].space_before);
  EXPECT_FALSE(cuts[3].space_before);
  EXPECT_EQ(cut_tokens("€5")[0].kind, TokenKind::kSymbol);
}

TEST(Tokens, Fold) {
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(fold("’S"), "'s");
  EXPECT_EQ(fold("``"), "\"");
  EXPECT_EQ(fold("”"), "\"");
  EXPECT_EQ(fold("2. 6"), "2.6");
  EXPECT_EQ(fold("ÉMILE"), "émile");
}

TEST(Tokens, AnyBytesAreCut) {
  EXPECT_TRUE(cut_tokens("").empty());
  EXPECT_TRUE(cut_tokens(" \n\t\xC2\xA0").empty());
  EXPECT_EQ(cut_tokens("\xFF\xFE").back().span.end, 2U);
  EXPECT_EQ(cut_tokens("'").size(), 1U);
  EXPECT_EQ(cut_tokens("@").size(), 1U);
  EXPECT_EQ(cut_tokens("://").back().span.end, 3U);
}

TEST(Tokens, LongChunksAreLinear) {
  // Each would take minutes if any part of it were quadratic.
  for (const std::string& unit : {std::string("a"), std::string("a.b"), std::string("a-"), std::string("1,"), std::string("'s"),
                                  std::string("http://"), std::string("a@b"), std::string(".")}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Cut> cuts = cut_tokens(text);
    EXPECT_EQ(cuts.back().span.end, text.size());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << unit;
  }
}

}  // namespace
}  // namespace tetrapla::language
