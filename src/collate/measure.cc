#include "collate/measure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/table.h"
#include "collate/data/measures.h"

namespace tetrapla::collate {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What "about" and "nearly" leave open: a tenth, as eval's labelling guide and formats.md say of "nearly".
constexpr double kVague = 0.1;

/// How far a rounded number may stand from the finer one, of the amount: "two decades" are 21 years (.048), 800,000 are no million (.2).
constexpr double kRounding = 0.05;

double number(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

/// The step a stated number was rounded to: 48000 → 1000, 39600000 → 100000, 5.6 → 0.1, 370 → 1. One closing zero is no sign of rounding.
double grain_of(double value) {
  value = std::fabs(value);
  if (value == 0 || value >= 1e15) return 1;
  if (value != std::floor(value)) {
    double grain = 1;
    for (int digits = 0; digits < 6; ++digits) {
      grain /= 10;
      if (std::fabs(value / grain - std::round(value / grain)) < 1e-6) break;
    }
    return grain;
  }
  double grain = 1;
  while (std::fmod(value, grain * 10) == 0) grain *= 10;
  return grain < 100 ? 1 : grain;
}

struct Interval {
  double low;
  double high;
};

/// Whether a number is given so finely that "less than" it excludes it: 184 million, but not 2.5 million or 80.
bool is_fine(double value) {
  value = std::fabs(value);
  for (int k = 0; k < 15 && value != 0 && value == std::floor(value) && std::fmod(value, 10) == 0; ++k) value /= 10;
  return value >= 100 || (value != std::floor(value) && value >= 10);
}

Interval interval_of(const Measure& m) {
  Interval result{m.low.value_or(-kInfinity), m.high.value_or(kInfinity)};
  const double value = m.typical();
  const double slack = kVague * std::fabs(value);
  if (m.bound == Bound::kAbout) result = {result.low - slack, result.high + slack};
  if (m.bound == Bound::kNearly) result.low -= slack;
  if (m.bound == Bound::kMoreThan && m.fine) result.low += m.grain / 2;
  if (m.bound == Bound::kLessThan && m.fine) result.high -= m.grain / 2;
  return result;
}

}  // namespace

double Measure::typical() const {
  if (low && high) return (*low + *high) / 2;
  return low ? *low : high.value_or(0);
}

Units::Units() {
  for (const auto& row : base::rows_of(data::measures())) {
    if (row.size() == 4) units_.push_back({std::string(row[0]), std::string(row[1]), number(row[2]), number(row[3])});
  }
  std::sort(units_.begin(), units_.end(), [](const Unit& a, const Unit& b) { return a.name < b.name; });
}

Measure Units::measure(const claims::Quantity& quantity) const {
  Measure m{.dimension = quantity.unit,
            .unit = quantity.unit,
            .low = quantity.low,
            .high = quantity.high,
            .grain = 1,
            .fine = false,
            .bound = quantity.bound};
  const double stated = quantity.low ? *quantity.low : quantity.high.value_or(0);
  m.grain = grain_of(stated);
  m.fine = is_fine(stated);
  const auto at = std::lower_bound(units_.begin(), units_.end(), quantity.unit,
                                   [](const Unit& unit, const std::string& name) { return unit.name < name; });
  if (at != units_.end() && at->name == quantity.unit) {
    m.dimension = at->dimension;
    if (m.low) m.low = *m.low * at->factor + at->offset;
    if (m.high) m.high = *m.high * at->factor + at->offset;
    m.grain *= at->factor;
  }
  return m;
}

bool same_value(const Measure& a, const Measure& b) {
  const auto equal = [](const std::optional<double>& x, const std::optional<double>& y) {
    return x.has_value() == y.has_value() && (!x || std::fabs(*x - *y) <= 1e-9 * std::max(1.0, std::fabs(*x)));
  };
  return a.unit == b.unit && equal(a.low, b.low) && equal(a.high, b.high);
}

bool compatible(const Measure& a, const Measure& b) {
  if (a.dimension != b.dimension) return false;
  const Interval x = interval_of(a);
  const Interval y = interval_of(b);
  double slack = 1e-9 * std::max({1.0, std::fabs(a.typical()), std::fabs(b.typical())});
  if (a.unit != b.unit || a.grain != b.grain) {
    const double rounding = std::max(a.grain, b.grain) / 2;
    // A temperature's size says nothing of its rounding: 4 °C is as rounded as 40 °C.
    const double limit =
        a.dimension == "temperature" ? rounding : kRounding * std::max(std::fabs(a.typical()), std::fabs(b.typical()));
    slack += std::min(rounding, limit);
  }
  return x.low <= y.high + slack && y.low <= x.high + slack;
}

}  // namespace tetrapla::collate
