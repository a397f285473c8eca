// Expressions of time: the cases of tests/cases/times, and what dates a report.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "claims/claims.h"
#include "claims/time_values.h"
#include "claims/times_calendar.h"
#include "claims_support.h"
#include "support/cases.h"
#include "support/model.h"
#include "token_soup.h"

namespace tetrapla::claims {
namespace {

constexpr std::string_view kTypes[] = {"DATE", "TIME", "DURATION", "SET"};

std::string describe(const TimeExpression& time, const std::string& text) {
  return '"' + std::string(slice(text, time.span)) + "\" " + std::string(kTypes[static_cast<int>(time.type)]) +
         " value=" + time.value + " mod=" + time.mod;
}

void check(const TimeExpression& time, const std::map<std::string, std::string>& values, const std::string& where) {
  for (const auto& [key, value] : values) {
    if (key == "value") {
      EXPECT_EQ(time.value, value) << where;
    } else if (key == "type") {
      EXPECT_EQ(kTypes[static_cast<int>(time.type)], value) << where;
    } else if (key == "mod") {
      EXPECT_EQ(time.mod, value) << where;
    } else if (key == "relative") {
      EXPECT_TRUE(time.from_report_date) << where;
    } else {
      ADD_FAILURE() << where << ": no such key: " << key;
    }
  }
}

TEST(Times, Cases) {
  for (const test::Case& now : test::read_cases("tests/cases/times")) {
    const Report report = test::report_of(now);
    std::vector<Diagnostic> diagnostics;
    const auto option = [&now](const std::string& key) {
      const auto found_option = now.options.find(key);
      return found_option == now.options.end() ? std::string() : found_option->second;
    };
    const auto found = find_times(language::annotate(report, test::analyser()), option("story"), diagnostics);
    const std::string where = now.file + ": " + now.name;
    for (const test::Expectation& expected : now.expectations) {
      const auto hit =
          std::find_if(found.begin(), found.end(), [&](const TimeExpression& t) { return t.span == expected.spans.front(); });
      const std::string place = where + ", line " + std::to_string(expected.line);
      if (hit == found.end()) {
        ADD_FAILURE() << place << ": \"" << slice(now.text, expected.spans.front()) << "\" was not found";
      } else {
        check(*hit, expected.values, place + ": " + describe(*hit, now.text));
      }
    }
    for (const TimeExpression& time : found) {
      const bool wanted = std::any_of(now.expectations.begin(), now.expectations.end(),
                                      [&](const test::Expectation& e) { return e.spans.front() == time.span; });
      EXPECT_TRUE(wanted) << where << ": " << describe(time, now.text) << " should not be there";
    }
    std::string codes;
    for (const Diagnostic& diagnostic : diagnostics) codes += (codes.empty() ? "" : " ") + diagnostic.code;
    EXPECT_EQ(codes, option("diagnostic")) << where;
  }
}

TEST(Times, AStampThatIsNoReportingDatesTheReport) {
  Report report = test::report_of("14 March 2026 18:30 | 3 min read\nThe barge sank on Friday.");
  report.excluded = {{report.paragraphs.front(), ExclusionReason::kTimestamp}};
  std::vector<Diagnostic> diagnostics;
  const auto found = find_times(language::annotate(report, test::analyser()), {}, diagnostics);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().value, "2026-03-13");
  EXPECT_TRUE(found.front().from_report_date);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Times, PointsInTime) {
  for (const char* value : {"2026", "2026-03", "2026-03-14", "2026-03-14T18", "2026-03-14T18:30"})
    EXPECT_TRUE(is_point_in_time(value)) << value;
  for (const char* value : {"", "199", "20266", "XXXX-03-13", "XXXX-WXX-5", "T18", "T18:30", "1989-Q3", "2014-SU", "2026-W11",
                            "2026-W11-WE", "2026-03-14TMO", "2026-03-14T", "P3D", "PRESENT_REF"}) {
    EXPECT_FALSE(is_point_in_time(value)) << value;
  }
}

TEST(Times, AnchorIsAsPreciseAsItWasGiven) {
  EXPECT_TRUE(parse_anchor("2026-03-14T18:30:00Z").date().has_value());
  EXPECT_EQ(parse_anchor("2026-03").month, 3);
  EXPECT_FALSE(parse_anchor("2026-03").date().has_value());
  EXPECT_EQ(parse_anchor("2026").year, 2026);
  EXPECT_FALSE(parse_anchor("soon").year.has_value());
  EXPECT_FALSE(parse_anchor("2026-02-30").date().has_value());
}

TEST(Times, AnyTextGivesSpansInOrder) {
  for (const char* text : {"",
                           "the",
                           "the end of",
                           "a",
                           "Friday,",
                           "March",
                           "March 32",
                           "30 February 2026",
                           "99:99",
                           "the 5 of",
                           "last",
                           "every",
                           "two thousand and",
                           "in 0000",
                           "1990-",
                           "7: 61 a.m.",
                           "99999999999999 years ago",
                           "a week from",
                           "Friday the",
                           "12/12/12/12",
                           "\xEF\xBF\xBD May \xEF\xBF\xBD"}) {
    const Report report = test::report_of(text);
    std::vector<Diagnostic> diagnostics;
    std::uint32_t last = 0;
    for (const TimeExpression& time : find_times(language::annotate(report, test::analyser()), {}, diagnostics)) {
      EXPECT_GE(time.span.begin, last) << text;
      EXPECT_LT(time.span.begin, time.span.end) << text;
      EXPECT_LE(time.span.end, report.text.size()) << text;
      last = time.span.end;
    }
  }
}

TEST(Times, SpansOfAnySoupAreInOrderAndDisjoint) {
  EXPECT_TRUE(rc::check("times of token soup", [] {
    const Report report = test::report_of(test::token_soup());
    const std::string story = *rc::gen::element<std::string>("", "2026-03-14", "2024-02-29");
    std::vector<Diagnostic> diagnostics;
    std::uint32_t last = 0;
    for (const TimeExpression& time : find_times(language::annotate(report, test::analyser()), story, diagnostics)) {
      RC_ASSERT(time.span.begin >= last);
      RC_ASSERT(time.span.begin < time.span.end);
      RC_ASSERT(time.span.end <= report.text.size());
      last = time.span.end;
    }
  }));
}

}  // namespace
}  // namespace tetrapla::claims
