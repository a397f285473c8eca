// Bare numbers that are ages: "Timur Baisal, 23,", "a man of fifty-eight".
#pragma once

#include <cstdint>
#include <vector>

#include "claims/quantities_amounts.h"
#include "claims/quantities_bounds.h"
#include "claims/quantities_tokens.h"

namespace tetrapla::claims {

/// Tells ages from other numbers by what stands before and after them. `in_time` as for AmountReader.
class AgeReader : public TokenView {
 public:
  AgeReader(const language::Annotation& annotation, const std::vector<bool>& in_time) : TokenView(annotation), in_time_(in_time) {}

  /// "Timur Baisal, 23,", "The captain, 58,", "aged 23", "a man of fifty-eight", "children under 16".
  [[nodiscard]] bool is_age(const Amount& amount, bool counted, const Hedge& hedge) const;

 private:
  [[nodiscard]] bool ends_phrase(std::uint32_t end) const;
  [[nodiscard]] bool is_name_or_person(std::uint32_t at) const;
  /// An age is closed by a comma, a stop or a bracket; after a name also by "of" or "from" ("Anna Berg, 47, of").
  [[nodiscard]] bool ends_apposition(std::uint32_t end, std::uint32_t name) const;

  const std::vector<bool>& in_time_;
};

}  // namespace tetrapla::claims
