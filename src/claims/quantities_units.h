// What an amount is measured in: the unit beside a number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claims/numbers.h"
#include "language/annotation.h"

namespace tetrapla::claims {

enum class UnitKind { kMoney, kTime, kAge, kShare, kMeasure, kTemperature, kAngle, kMagnitude };

struct Unit {
  std::string name;  ///< "kilometre per hour"
  UnitKind kind = UnitKind::kMeasure;
  std::uint32_t end = 0;  ///< the token after it
  bool negative = false;  ///< "20 degrees below zero"
};

/// The unit after a number, the longest one: "km", "- year - old", "degrees Celsius", "dollars a barrel", "on the Richter scale".
/// O(1): at most a stated number of tokens is looked at.
[[nodiscard]] std::optional<Unit> unit_after(const language::Annotation& annotation, const Number& number);

/// A currency before a number: "$", "US $", "R" of "R26". `begin` is its first token.
struct Currency {
  std::string name;
  std::uint32_t begin = 0;
};
[[nodiscard]] std::optional<Currency> currency_before(const language::Annotation& annotation, std::uint32_t number_begin);

/// Adds "per barrel" and the like to a unit that ends at `unit.end`, and moves its end.
void extend_with_rate(const language::Annotation& annotation, Unit& unit);

}  // namespace tetrapla::claims
