// The analyser over texts of any length and kind: windows, what was read before, threads.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "support/model.h"

namespace tetrapla {
namespace {

const std::string kParagraph =
    "Ada Brenner, the mayor of Port Lindqvist, told the council on Tuesday that 375 ferries had not run since Friday. \"We won't "
    "pay twice,\" "
    "she said. The owners, Marlow & Sons Ltd., asked for $1.2 million; a judge in Kessen will hear the case on 3 May.\n\n";

/// A row for each token: what a window must not change.
std::vector<std::string> rows(const EnglishDocument& document, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::string> result;
  for (std::uint32_t i = begin; i < end; ++i) {
    const EnglishToken& token = document.tokens[i];
    result.push_back(std::string(document.text_of(token)) + ' ' + std::string(name_of(token.tag)) + ' ' +
                     std::string(name_of(token.dep)) + ' ' + std::to_string(static_cast<std::int64_t>(token.head) - i) + ' ' +
                     std::string(document.lemma(token)));
  }
  return result;
}

TEST(Analyser, LongTextsAreAnalysedAsShortOnesAre) {
  constexpr std::uint32_t kTimes = 700;  // 190 KB: three segments
  std::string text;
  for (std::uint32_t i = 0; i < kTimes; ++i) text += kParagraph;
  EnglishAnalyser& analyser = test::analyser();
  const EnglishDocument document = analyser.analyse(text);
  const EnglishDocument few = analyser.analyse(std::string_view(text).substr(0, kParagraph.size() * 3));
  const auto length = static_cast<std::uint32_t>(few.tokens.size() / 3);
  ASSERT_EQ(document.tokens.size(), std::size_t{length} * kTimes);
  const std::vector<std::string> middle = rows(few, length, 2 * length);
  for (std::uint32_t i = 1; i + 1 < kTimes; ++i)
    ASSERT_EQ(rows(document, i * length, (i + 1) * length), middle) << "paragraph " << i;
  EXPECT_EQ(document.text.data(), text.data());
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    ASSERT_EQ(document.tokens[i].span.begin,
              i == 0 ? 0 : document.tokens[i - 1].span.end + (document.tokens[i - 1].space_after ? 1 : 0));
  }
}

TEST(Analyser, WhatItReadBeforeChangesNothing) {
  EnglishAnalyser fresh(test::model());
  const EnglishDocument first = fresh.analyse(kParagraph);
  std::string many;  // more word types than are kept
  for (int i = 0; i < 60000; ++i) many += "word" + std::to_string(i) + ' ';
  EXPECT_GE(fresh.analyse(many).tokens.size(), 60000U);
  const EnglishDocument again = fresh.analyse(kParagraph);
  EXPECT_EQ(rows(first, 0, static_cast<std::uint32_t>(first.tokens.size())),
            rows(again, 0, static_cast<std::uint32_t>(again.tokens.size())));
}

TEST(Analyser, ManyThreadsShareOneModel) {
  const EnglishDocument expected = test::analyser().analyse(kParagraph);
  std::vector<std::size_t> tokens(4);
  std::vector<std::thread> threads;
  for (std::size_t& count : tokens) {
    threads.emplace_back([&count] {
      EnglishAnalyser own(test::model());
      for (int i = 0; i < 20; ++i) count += own.analyse(kParagraph).tokens.size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : tokens) EXPECT_EQ(count, 20 * expected.tokens.size());
}

TEST(Analyser, TakesAnyText) {
  EnglishAnalyser& analyser = test::analyser();
  EXPECT_TRUE(analyser.analyse("").tokens.empty());
  for (const std::string& text :
       {std::string(100'000, 'a'), std::string(100'000, '.'), std::string(70'000, '('), std::string(100'000, '\n'),
        std::string(1000, '\0'), std::string("\xff\xfe\xc3 \xed\xa0\x80"), std::string(200'000, ' ')}) {
    const EnglishDocument document = analyser.analyse(text);
    ASSERT_FALSE(document.tokens.empty());
    const EnglishToken& last = document.tokens.back();
    EXPECT_EQ(last.span.end + (last.space_after ? 1 : 0), text.size());
    EXPECT_EQ(document.sentences.back().end, document.tokens.size());
  }
}

TEST(EnglishModel, SaysWhatIsWrong) {
  const auto missing = EnglishModel::open("no/such/file.model");
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("no/such/file.model"), std::string::npos);
  EXPECT_NE(missing.error().message.find("./dev setup"), std::string::npos);
  EXPECT_EQ(test::model().name(), "en_core_web_md 3.8.0");
  EXPECT_EQ(test::model().sha256().size(), 64U);
  EXPECT_EQ(test::model().morphologies().front(), "");
}

}  // namespace
}  // namespace tetrapla
