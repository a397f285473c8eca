// On whose word a figure rests, by the sources that claims found around its mentions.
#pragma once

#include <string>
#include <vector>

#include "collate/inputs.h"
#include "collate/names.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// Those on whose word report `report` states what stands at `place`, innermost first: of a place inside a quotation its speaker, else the
/// sources of the clauses that hold it, the shortest clause first. What is denied is on nobody's word. Names are those of `names` where
/// they are known there, else the report's words. Linear in the report's quotations and sources.
[[nodiscard]] std::vector<Attribution> attributions_at(const Inputs& inputs, const Names& names, ReportIndex report, Span place);

/// What is equal for equal sources: "The Emergency Ministry" and "the emergency ministry".
[[nodiscard]] std::string source_key(std::string_view name);

/// Adds those of `more` that `all` does not have yet; the first citation of each stays.
void add_attributions(std::vector<Attribution>& all, std::vector<Attribution> more);

}  // namespace tetrapla::collate
