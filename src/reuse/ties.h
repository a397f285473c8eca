// What two reports say about where they come from.
#pragma once

#include <optional>

#include "tetrapla/report.h"

namespace tetrapla::reuse {

/// What ties two reports besides their words.
enum class Tie {
  kNone,
  kSameHouse,     ///< one publisher
  kSameAgency,    ///< both credit one agency, and one of them may be its own
  kCommonAgency,  ///< both credit one agency, and other houses published both
  kNamesOther,    ///< one says that it was made from the other, or a digest from the other's agency
};
[[nodiscard]] Tie tie_between(const Report& a, const Report& b);

/// The side that derives from the other by what they say (0: a, 1: b): one names the other; a digest derives from what it sums up; of two that
/// credit one agency, the one that another house published has it from the agency.
[[nodiscard]] std::optional<int> side_by_credit(const Report& a, const Report& b);

/// Whether the report credits an agency.
[[nodiscard]] bool credits_agency(const Report& report);

}  // namespace tetrapla::reuse
