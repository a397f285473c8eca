// Whether the witnesses of a quotation agree, and why.
#pragma once

#include <vector>

#include "collate/inputs.h"
#include "collate/names.h"
#include "collate/quotations_witness.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// Sets `status` and `why` of a settled claim. It differs where a word is changed, added or lost in the middle, or where the words are given to
/// another person who speaks for nobody else.
void judge_quotation(const Inputs& inputs, const Names& names, Claim& claim, const std::vector<Witness>& witnesses);

}  // namespace tetrapla::collate
