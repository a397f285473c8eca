#include "text/paragraphs.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "random_text.h"

namespace tetrapla::text {
namespace {

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> result;
  for (const Span span : find_paragraphs(text)) result.emplace_back(slice(text, span));
  return result;
}

using Strings = std::vector<std::string>;

TEST(Paragraphs, ALineBreakEndsOne) {
  EXPECT_EQ(paragraphs_of("Toll rises\n\nTwo people died on the pier.\n A third was hurt.  \r\n\n\nThe end."),
            (Strings{"Toll rises", "Two people died on the pier.", "A third was hurt.", "The end."}));
  EXPECT_TRUE(paragraphs_of(" \n\n\t\n").empty());
}

TEST(Paragraphs, OneSentenceALineIsNotWrapped) {
  const std::string text =
      "The ferry left the quay shortly after seven in the morning.\nIt carried some eighty people and two lorries with fruit.\n"
      "The wind had grown since midnight and the harbour had warned.\nNobody on the bridge had heard of it, the mate said later.\n";
  EXPECT_EQ(paragraphs_of(text).size(), 4U);
}

TEST(Paragraphs, HardWrapsAreJoined) {
  const std::string text =
      "The ferry left the quay shortly after seven in the morning\nwith some eighty people and two lorries on board, the port\n"
      "authority said in a statement that it sent out before noon\nand corrected twice in the course of the day.\n\n"
      "The wind had grown since midnight, and the harbour office\nhad warned all masters of small craft not to put out until\nthe "
      "gale was over.\n";
  EXPECT_EQ(paragraphs_of(text).size(), 2U);
}

TEST(Paragraphs, AnIndentBeginsOneInWrappedText) {
  const std::string text =
      "The mill said it will close two of\nits seven furnaces by the end of the year, since orders from\nabroad have fallen for "
      "the third quarter in a row.\n"
      "    It employs 4,100 people at three sites, of whom a fifth may\nlose their work, a spokesman said after the board had met "
      "in\nthe afternoon.\n"
      "    Shares fell 3 pct.\n    The union called the plan a disgrace and asked for talks with\nthe minister.\n";
  EXPECT_EQ(paragraphs_of(text).size(), 4U);
}

TEST(Paragraphs, AListIsNotWrapped) {
  EXPECT_EQ(paragraphs_of("Bread and butter\nMilk from the farm\nEggs by the dozen\nFlour for two cakes").size(), 4U);
}

TEST(Paragraphs, SpeechGoesOnFromCueToCue) {
  EXPECT_EQ(paragraphs_of("Evening talk\n\n0:00we asked for a second boat in two thousand and\n0:06nineteen and it never "
                          "came\n0:12that is all\n0:15[music]"),
            (Strings{"Evening talk",
                     "0:00we asked for a second boat in two thousand and\n0:06nineteen and it never came\n0:12that is all",
                     "0:15[music]"}));
  EXPECT_EQ(paragraphs_of("0:00\nwe asked for a boat\n0:06\nand it never came\n0:12\nthat is all").size(), 1U);
}

TEST(Paragraphs, ACueThatEndsItsSentenceEndsAParagraph) {
  EXPECT_EQ(
      paragraphs_of(
          "0:00The talks went on in the\n0:06capital for two days.\n0:12No deal was struck, said Mr.\n0:18Holm on his way out.")
          .size(),
      2U);
}

TEST(Paragraphs, ATurnEndsAParagraph) {
  EXPECT_EQ(paragraphs_of(
                "0:00HOST: how many boats\n0:06are there now\n0:12GOVERNOR LIND: two\n0:15and a third one soon\n0:19>> thank you")
                .size(),
            3U);
}

TEST(Paragraphs, AreTrimmedDisjointAndHoldAllWords) {
  EXPECT_TRUE(rc::check("spans are in order, trimmed, and nothing but white space lies between them", [] {
    const std::string text = *test::text_gen();
    std::uint32_t at = 0;
    const auto blank = [&](std::uint32_t begin, std::uint32_t end) {
      std::string gap = text.substr(begin, end - begin);
      for (const std::string& space : {"\u00a0", "\u2028"}) {
        for (std::size_t k = gap.find(space); k != std::string::npos; k = gap.find(space)) gap.erase(k, space.size());
      }
      return gap.find_first_not_of(" \t\r\n") == std::string::npos;
    };
    for (const Span span : find_paragraphs(text)) {
      RC_ASSERT(!span.empty());
      RC_ASSERT(span.begin >= at);
      RC_ASSERT(blank(at, span.begin));
      RC_ASSERT(text[span.begin] != ' ' && text[span.end - 1] != ' ');
      at = span.end;
    }
    RC_ASSERT(blank(at, static_cast<std::uint32_t>(text.size())));
  }));
}

}  // namespace
}  // namespace tetrapla::text
