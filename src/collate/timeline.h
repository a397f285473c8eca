// Dated statements in the order of their dates.
#pragma once

#include <vector>

#include "collate/inputs.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// An entry for each date and what is said to have happened then: mentions of one date that tell the same are one entry. `claims` point to
/// those of `claims` that are cited in the same sentences. Dates that no report fixes are left out (claims of `Claims::diagnostics` say so).
[[nodiscard]] std::vector<TimelineEntry> collate_timeline(const Inputs& inputs, const std::vector<Claim>& claims);

}  // namespace tetrapla::collate
