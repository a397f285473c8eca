#include "collate/measure.h"

#include <gtest/gtest.h>

namespace tetrapla::collate {
namespace {

claims::Quantity amount(double value, const char* unit, Bound bound = Bound::kExact) {
  claims::Quantity quantity;
  quantity.unit = unit;
  quantity.bound = bound;
  if (bound != Bound::kAtMost && bound != Bound::kLessThan) quantity.low = value;
  if (bound != Bound::kAtLeast && bound != Bound::kMoreThan) quantity.high = value;
  return quantity;
}

bool agree(const claims::Quantity& a, const claims::Quantity& b) {
  const Units units;
  const Measure x = units.measure(a);
  const Measure y = units.measure(b);
  EXPECT_EQ(compatible(x, y), compatible(y, x));
  return compatible(x, y);
}

TEST(Measure, ConvertsUnits) {
  EXPECT_TRUE(agree(amount(23, "kilometre"), amount(14, "mile", Bound::kAbout)));
  EXPECT_TRUE(agree(amount(40, "kilometre"), amount(25, "mile")));
  EXPECT_TRUE(agree(amount(4, "degree Celsius"), amount(39, "degree Fahrenheit")));
  EXPECT_TRUE(agree(amount(72, "kilometre per hour"), amount(45, "mile per hour")));
  EXPECT_TRUE(agree(amount(0.25, "hour"), amount(15, "minute")));
  EXPECT_FALSE(agree(amount(40, "kilometre"), amount(40, "mile")));
  EXPECT_FALSE(agree(amount(4, "degree Celsius"), amount(45, "degree Fahrenheit")));
}

TEST(Measure, NeverComparesDimensions) {
  EXPECT_FALSE(agree(amount(23, "kilometre"), amount(23, "")));
  EXPECT_FALSE(agree(amount(12, "percent"), amount(12, "")));
  EXPECT_FALSE(agree(amount(40, "euro"), amount(40, "dollar")));
}

TEST(Measure, BoundsAreIntervals) {
  EXPECT_TRUE(agree(amount(370, "", Bound::kAtLeast), amount(375, "")));
  EXPECT_TRUE(agree(amount(80, "", Bound::kMoreThan), amount(84, "")));
  EXPECT_FALSE(agree(amount(30, "", Bound::kMoreThan), amount(23, "")));
  EXPECT_FALSE(agree(amount(100, "", Bound::kAtLeast), amount(84, "")));
  EXPECT_TRUE(agree(amount(7, "", Bound::kAtLeast), amount(6, "", Bound::kAtLeast)));
  EXPECT_TRUE(agree(amount(60, "", Bound::kAtMost), amount(58, "")));
  EXPECT_FALSE(agree(amount(184e6, "dollar", Bound::kLessThan), amount(184e6, "dollar")))
      << "a fine number is not less than itself";
  EXPECT_TRUE(agree(amount(2.5e6, "", Bound::kMoreThan), amount(2.5e6, ""))) << "a round one is: reporters drop the hedge";
}

TEST(Measure, VagueNumbersLeaveATenth) {
  EXPECT_TRUE(agree(amount(1e6, "", Bound::kAbout), amount(980000, "")));
  EXPECT_TRUE(agree(amount(50000, "", Bound::kNearly), amount(48000, "")));
  EXPECT_FALSE(agree(amount(50, "", Bound::kNearly), amount(40, "")));
  EXPECT_FALSE(agree(amount(50, "", Bound::kNearly), amount(53, "")));
  EXPECT_FALSE(agree(amount(90, "kilometre per hour", Bound::kNearly), amount(72, "kilometre per hour")));
}

TEST(Measure, ARoundedNumberAgreesWithTheFinerOne) {
  EXPECT_TRUE(agree(amount(43e6, "dollar"), amount(43350000, "dollar")));
  EXPECT_TRUE(agree(amount(2, "decade"), amount(21, "year")));
  EXPECT_FALSE(agree(amount(58, "year of age"), amount(59, "year of age")));
  EXPECT_FALSE(agree(amount(370, ""), amount(375, "")));
  EXPECT_FALSE(agree(amount(1e6, ""), amount(800000, "")));
  EXPECT_FALSE(agree(amount(48000, ""), amount(84000, "")));
}

}  // namespace
}  // namespace tetrapla::collate
