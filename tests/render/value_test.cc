#include "render/value.h"

#include <gtest/gtest.h>

namespace tetrapla::render {
namespace {

Reading figure(std::optional<double> low, std::optional<double> high, Bound bound, std::string unit = "") {
  Reading reading;
  reading.text = "as written";
  reading.low = low;
  reading.high = high;
  reading.bound = bound;
  reading.unit = std::move(unit);
  return reading;
}

TEST(Value, Numbers) {
  EXPECT_EQ(number_in_words(139000000), "139 million");
  EXPECT_EQ(number_in_words(43350000), "43.35 million");
  EXPECT_EQ(number_in_words(1234567), "1,234,567");
  EXPECT_EQ(number_in_words(48000), "48,000");
  EXPECT_EQ(number_in_words(2.5), "2.5");
  EXPECT_EQ(number_in_words(-20), "−20");
}

TEST(Value, BoundsInWords) {
  EXPECT_EQ(value_in_words(figure(370, {}, Bound::kAtLeast)), "at least 370");
  EXPECT_EQ(value_in_words(figure({}, 5, Bound::kAtMost)), "at most 5");
  EXPECT_EQ(value_in_words(figure({}, 5, Bound::kLessThan)), "less than 5");
  EXPECT_EQ(value_in_words(figure(24, 24, Bound::kNearly)), "nearly 24");
  EXPECT_EQ(value_in_words(figure(10, 20, Bound::kBetween, "mile")), "10 to 20 miles");
}

TEST(Value, UnitsAsTheyAreWritten) {
  EXPECT_EQ(value_in_words(figure(139000000, 139000000, Bound::kExact, "dollar")), "$139 million");
  EXPECT_EQ(value_in_words(figure(65, 65, Bound::kAbout, "dollar per barrel")), "about $65 per barrel");
  EXPECT_EQ(value_in_words(figure(-16, -16, Bound::kExact, "degree Celsius")), "−16 °C");
  EXPECT_EQ(value_in_words(figure(40, 40, Bound::kExact, "percent")), "40%");
  EXPECT_EQ(value_in_words(figure(1, 1, Bound::kExact, "mile")), "1 mile");
  EXPECT_EQ(value_in_words(figure(23, 23, Bound::kExact, "kilometre")), "23 kilometres");
  EXPECT_EQ(value_in_words(figure(61, 61, Bound::kExact, "year of age")), "61 years of age");
}

TEST(Value, VagueNumbersStayWords) {
  Reading vague = figure(100000, 1000000, Bound::kBetween);
  vague.text = "hundreds of thousands";
  EXPECT_EQ(value_in_words(vague), "hundreds of thousands");
  vague.text = "100,000 to 1 million";
  EXPECT_EQ(value_in_words(vague), "100,000 to 1 million");
}

TEST(Value, ChangeAndNothing) {
  Reading up = figure(3, 3, Bound::kExact, "percent");
  up.change = Change::kUp;
  EXPECT_EQ(value_in_words(up), "up 3%");
  EXPECT_EQ(value_in_words(figure({}, {}, Bound::kExact)), "as written");
}

TEST(Time, AsPeopleWriteIt) {
  EXPECT_EQ(time_in_words("2026"), "2026");
  EXPECT_EQ(time_in_words("2026-03"), "March 2026");
  EXPECT_EQ(time_in_words("2026-03-13"), "13 March 2026");
  EXPECT_EQ(time_in_words("2026-03-13T21:05"), "13 March 2026, 21:05");
  EXPECT_EQ(time_in_words("2026-03-13T21"), "13 March 2026, 21 h");
  EXPECT_EQ(time_in_words("2026-W11"), "2026-W11");
  EXPECT_EQ(time_in_words("2026-13-01"), "2026-13-01");
  EXPECT_EQ(time_in_words(""), "");
}

}  // namespace
}  // namespace tetrapla::render
