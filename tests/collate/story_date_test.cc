// The day around which a story is told.
#include "collate/story_date.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tetrapla::collate {
namespace {

struct Story {
  std::vector<Report> reports;
  std::vector<claims::Claims> claims;

  Story& add(const std::string& published, const std::vector<std::string>& whole = {},
             const std::vector<std::string>& resolved = {}) {
    reports.emplace_back().meta.published = published;
    claims::Claims& of_report = claims.emplace_back();
    for (const auto* values : {&whole, &resolved}) {
      for (const std::string& value : *values) {
        claims::TimeExpression& time = of_report.times.emplace_back();
        time.value = value;
        time.from_report_date = values == &resolved;
      }
    }
    return *this;
  }
  [[nodiscard]] std::string date() const { return story_date(reports, claims); }
};

TEST(StoryDate, NothingTells) {
  EXPECT_EQ(Story().date(), "");
  EXPECT_EQ(Story().add("", {"2026", "2026-03", "T18", "P3D", "1989-Q3", "XXXX-03-13"}).date(), "");
}

TEST(StoryDate, TheMedianOfPublication) {
  EXPECT_EQ(Story().add("2026-03-15T10:00:00Z").add("2026-03-13").add("2026-03-14").date(), "2026-03-14");
  EXPECT_EQ(Story().add("2026-03-13").add("2026-03-14").date(), "2026-03-13");
}

TEST(StoryDate, AnUnrelatedReportChangesLittle) {
  EXPECT_EQ(Story().add("2026-03-13").add("2026-03-14").add("2026-03-15").add("2011-01-01").date(), "2026-03-13");
  EXPECT_EQ(Story().add("2026-03-13").add("2026-03-14").add("2026-03-15").add("2031-01-01").date(), "2026-03-14");
}

TEST(StoryDate, PublicationGoesBeforeTexts) {
  EXPECT_EQ(Story().add("2026-03-13").add("", {"2019-01-01"}).add("", {"2019-01-01"}).date(), "2026-03-13");
}

TEST(StoryDate, TheDayThatMostTextsState) {
  EXPECT_EQ(Story()
                .add("", {"2026-03-13", "2026-03-20"})
                .add("", {"2026-03-13T18:30"})
                .add("2026-03", {"2026-03-20"})
                .add("", {"2026-03-13"})
                .date(),
            "2026-03-13");
  EXPECT_EQ(Story().add("", {"2026-03-13"}).add("", {"2026-03-14"}).date(), "2026-03-14");  // the latest among equals
  EXPECT_EQ(Story().add("", {"2026-03-13", "2026-03-13", "2026-03-13"}).add("", {"2026-03-14"}).date(),
            "2026-03-14");  // a report counts once
}

TEST(StoryDate, BackgroundAndWhatIsResolvedDoNotCount) {
  EXPECT_EQ(Story().add("", {"2001-09-11", "2026"}).add("", {"2001-09-11", "2026-02"}).date(), "");
  EXPECT_EQ(Story().add("", {}, {"2026-03-13"}).date(), "");
}

TEST(StoryDate, ADayOfAYearThatOthersHaveLeftIsBackground) {
  EXPECT_EQ(Story().add("", {"2005-11-19"}).add("", {"2008"}).add("", {"2008-05"}).date(), "");
  EXPECT_EQ(Story().add("", {"2008-11-19"}).add("", {"2020"}).date(), "2008-11-19");  // one that looks far ahead is outvoted
}

TEST(StoryDate, OneMentionInPassingIsNotEnough) {
  constexpr std::uint32_t kDeep = 9;
  Story story;
  story.add("", {"2005-11-19"}).add("");
  story.claims.front().times.front().sentence = kDeep;
  EXPECT_EQ(story.date(), "");
  story.add("", {"2005"});
  EXPECT_EQ(story.date(), "2005-11-19");
}

TEST(StoryDate, TheOrderOfReportsDoesNotMatter) {
  Story story;
  story.add("", {"2026-03-13"}).add("", {"2026-03-14"}).add("", {"2026-03-13"});
  const std::string date = story.date();
  std::reverse(story.reports.begin(), story.reports.end());
  std::rotate(story.claims.begin(), story.claims.begin() + 1, story.claims.end());
  EXPECT_EQ(story.date(), date);
}

}  // namespace
}  // namespace tetrapla::collate
