// Amounts as intervals of one base unit, so that 23 kilometres and 14 miles can be compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/claims.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

struct Measure {
  std::string dimension;  ///< "length", "temperature", the currency, "" for counts; amounts of two dimensions are never compared
  std::string unit;       ///< as stated
  std::optional<double> low;  ///< in the base unit; an open end has no value
  std::optional<double> high;
  double grain = 1;   ///< the step the number was rounded to, in the base unit: 1000 for 48,000
  bool fine = false;  ///< stated so finely that "less than" it excludes it: 184 million, but not 2.5 million or 80
  Bound bound = Bound::kExact;

  /// One number that stands for the amount: its value, the end it has, or the middle of a range.
  [[nodiscard]] double typical() const;
};

/// Converts units by src/collate/data/measures.tsv.
class Units {
 public:
  Units();
  [[nodiscard]] Measure measure(const claims::Quantity& quantity) const;

 private:
  struct Unit {
    std::string name;
    std::string dimension;
    double factor;
    double offset;
  };
  std::vector<Unit> units_;  // by name
};

/// The same number in the same unit, however written and hedged: 14,000 and "about 14 thousand".
[[nodiscard]] bool same_value(const Measure& a, const Measure& b);

/// Whether one true amount could make both statements right: bounds as intervals, "about" within a tenth, "nearly" up to a tenth below, a
/// rounded number against the finer one it rounds, a converted one against its original. Of one dimension.
[[nodiscard]] bool compatible(const Measure& a, const Measure& b);

}  // namespace tetrapla::collate
