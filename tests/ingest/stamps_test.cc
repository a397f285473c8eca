#include "ingest/stamps.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/dates.h"

namespace tetrapla::ingest {
namespace {

std::string date_of(const std::string& text) {
  const Tokens tokens = tokens_of(text, {0, static_cast<std::uint32_t>(text.size())});
  Date date;
  return read_date(tokens, 0, date) == tokens.size() ? to_iso(date, std::nullopt) : "-";
}

TEST(Stamps, Dates) {
  EXPECT_EQ(date_of("Saturday 14 March 2026"), "2026-03-14");
  EXPECT_EQ(date_of("Sept. 9th, 2013"), "2013-09-09");
  EXPECT_EQ(date_of("09 Sep 2013"), "2013-09-09");
  EXPECT_EQ(date_of("2026-03-14"), "2026-03-14");
  EXPECT_EQ(date_of("14.03.2026"), "2026-03-14");
  EXPECT_EQ(date_of("March 2026"), "2026-03");
  EXPECT_EQ(date_of("30 February 2026"), "-") << "no calendar has it";
  EXPECT_EQ(date_of("29 February 2024"), "2024-02-29");
  EXPECT_EQ(date_of("may 3"), "-") << "a verb";
}

TEST(Stamps, NormalDates) {
  EXPECT_EQ(normal_date("2026"), "2026");
  EXPECT_EQ(normal_date(" 2026-03-14T18:30:00Z "), "2026-03-14T18:30:00Z");
  EXPECT_EQ(normal_date("Sat, 14 Mar 2026 18:30:00 GMT"), "2026-03-14T18:30:00Z");
  EXPECT_EQ(normal_date("14 March 2026, 6:30 p.m."), "2026-03-14T18:30");
  EXPECT_EQ(normal_date("last week"), "");
  EXPECT_EQ(normal_date("2026-13-01"), "");
  EXPECT_EQ(normal_date(""), "");
}

TEST(Stamps, ALineThatIsAStampAndOnesThatAreNot) {
  const auto is_stamp = [](const std::string& text) {
    return read_stamp_line(tokens_of(text, {0, static_cast<std::uint32_t>(text.size())})).has_value();
  };
  EXPECT_TRUE(is_stamp("Posted: 6 May 2026 at 17:22"));
  EXPECT_TRUE(is_stamp("7 May 2026 06:00 (updated 7 May 2026 09:45)"));
  EXPECT_TRUE(is_stamp("4 October 2013, 18: 07 (GMT+05: 00)"));
  EXPECT_TRUE(is_stamp("Updated 2 hours ago"));
  EXPECT_FALSE(is_stamp("The crane fell on 3 March 2026"));
  EXPECT_FALSE(is_stamp("March 3"));
  EXPECT_FALSE(is_stamp("The ferry, the crane, the pier"));
}

}  // namespace
}  // namespace tetrapla::ingest
