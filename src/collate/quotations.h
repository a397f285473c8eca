// The same words wherever they stand.
#pragma once

#include <vector>

#include "collate/inputs.h"
#include "collate/names.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// One claim for each quotation found in the reports, with a reading for each wording. `id` and order are not set.
///   agreed   the same words in two lines: whole, cut at an end, with "…", other punctuation, digits for number words
///   differs  a word changed, added or lost in the middle, or given to another speaker; inside one line too
[[nodiscard]] std::vector<Claim> collate_quotations(const Inputs& inputs, const Names& names);

}  // namespace tetrapla::collate
