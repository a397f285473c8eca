// What matters most to a reader comes first.
#pragma once

#include <vector>

#include "collate/inputs.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// Puts claims in order and gives them their ids: lives before page counts (data/predicates.tsv), what many lines speak of before asides,
/// and among equals differing, updated, agreed, single-line; then by place in the reports.
void put_in_order(std::vector<Claim>& claims);

}  // namespace tetrapla::collate
