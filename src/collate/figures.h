// Figures of many reports → claims with readings.
#pragma once

#include <vector>

#include "collate/inputs.h"
#include "collate/names.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// One claim for each thing counted or measured, with a reading for each value. `id` and order are not set. Two figures are one claim only
/// when unit, what is counted, what happened, place and time give no reason against it and enough of them is said: rather two single
/// claims than one false "differs".
[[nodiscard]] std::vector<Claim> collate_figures(const Inputs& inputs, const Names& names);

}  // namespace tetrapla::collate
