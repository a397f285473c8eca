#include "text/reading.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "random_text.h"
#include "text/paragraphs.h"

namespace tetrapla::text {
namespace {

Span find(const std::string& text, const std::string& words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

TEST(Reading, GoesOnAcrossWhatIsExcluded) {
  const std::string text = "0:28they will\n0:35never come";
  const Reading reading(text, {{0, static_cast<std::uint32_t>(text.size())}},
                        {{find(text, "0:28"), ExclusionReason::kTimestamp}, {find(text, "0:35"), ExclusionReason::kTimestamp}});
  EXPECT_EQ(reading.text(), "they will never come");
  EXPECT_EQ(slice(text, reading.to_source(find(reading.text(), "will never"))), "will\n0:35never");
  EXPECT_EQ(slice(text, reading.to_source(find(reading.text(), "never"))), "never");
}

TEST(Reading, KeepsParagraphsApartAndTheirNumbers) {
  const std::string text = "Title\n\nShare this\n\nThe  body.";
  const Reading reading(text, find_paragraphs(text), {{find(text, "Share this"), ExclusionReason::kShareLine}});
  EXPECT_EQ(reading.text(), "Title\nThe  body.");
  ASSERT_EQ(reading.paragraphs().size(), 2U);
  EXPECT_EQ(slice(reading.text(), reading.paragraphs()[1]), "The  body.");
  EXPECT_EQ(reading.paragraph_numbers(), (std::vector<std::uint32_t>{0, 2}));
}

TEST(Reading, AnExclusionOverTwoParagraphsAndAtBothEnds) {
  const std::string text = "one two\nthree four";
  const Reading reading(text, {{0, 7}, {8, 18}}, {{{4, 13}, ExclusionReason::kNavigation}});
  EXPECT_EQ(reading.text(), "one\nfour");
  const Reading nothing(text, {{0, 7}, {8, 18}}, {{{0, 18}, ExclusionReason::kNavigation}});
  EXPECT_EQ(nothing.text(), "");
  EXPECT_TRUE(nothing.to_source({0, 5}).empty());
}

TEST(Reading, ASpanOfAJointAloneIsEmpty) {
  const std::string text = "a\nb";
  const Reading reading(text, {{0, 1}, {2, 3}}, {});
  EXPECT_EQ(reading.text(), "a\nb");
  EXPECT_TRUE(reading.to_source({1, 2}).empty());
  EXPECT_TRUE(reading.to_source({1, 1}).empty());
  EXPECT_EQ(reading.to_source({0, 3}), (Span{0, 3}));
}

TEST(Plain, LeavesOutExclusionsAndCollapsesSpace) {
  const std::string text = "we  will 0:35 never\n come ";
  EXPECT_EQ(plain(text, {0, static_cast<std::uint32_t>(text.size())}, {{find(text, "0:35"), ExclusionReason::kTimestamp}}),
            "we will never come");
  EXPECT_EQ(plain(text, {4, 8}, {}), "will");
}

TEST(Reading, EachCharacterComesFromItsPlace) {
  EXPECT_TRUE(rc::check(
      "a span of the reading that holds no joint is those bytes of the report; order is kept; exclusions are not read", [] {
        const std::string text = *test::text_gen();
        const auto bounds = test::boundaries(text);
        std::vector<std::uint32_t> cuts;
        for (const std::size_t i : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, bounds.size())))
          cuts.push_back(bounds[i]);
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        std::vector<Exclusion> excluded;
        for (std::size_t i = 0; i + 1 < cuts.size(); i += 2)
          excluded.push_back({{cuts[i], cuts[i + 1]}, ExclusionReason::kNavigation});

        const Reading reading(text, find_paragraphs(text), excluded);
        std::uint32_t last = 0;
        std::string read;
        for (std::uint32_t i = 0; i < reading.text().size(); ++i) {
          const Span source = reading.to_source({i, i + 1});
          if (source.empty()) {
            RC_ASSERT(reading.text()[i] == ' ' || reading.text()[i] == '\n');
            continue;
          }
          RC_ASSERT(source.size() == 1U);
          RC_ASSERT(text[source.begin] == reading.text()[i]);
          RC_ASSERT(source.begin >= last);
          last = source.end;
          for (const Exclusion& x : excluded) RC_ASSERT(!x.span.contains(source.begin));
        }
        for (const Span paragraph : reading.paragraphs()) {
          const std::string_view words = slice(reading.text(), paragraph);
          RC_ASSERT(!words.empty());
          RC_ASSERT(words.find('\n') == std::string_view::npos);
          RC_ASSERT(words.front() != ' ' && words.back() != ' ');
        }
      }));
}

TEST(Reading, SourceSpansAreHulls) {
  EXPECT_TRUE(rc::check("the source of a span begins and ends with the sources of its first and last character", [] {
    const std::string text = *test::text_gen();
    const Reading reading(text, find_paragraphs(text), {});
    const auto size = static_cast<std::uint32_t>(reading.text().size());
    const auto begin = *rc::gen::inRange<std::uint32_t>(0, size + 1);
    const auto end = *rc::gen::inRange<std::uint32_t>(begin, size + 1);
    Span whole{};
    for (std::uint32_t i = begin; i < end; ++i) {
      const Span one = reading.to_source({i, i + 1});
      if (!one.empty()) whole = whole.empty() ? one : hull(whole, one);
    }
    RC_ASSERT(reading.to_source({begin, end}) == whole);
  }));
}

}  // namespace
}  // namespace tetrapla::text
