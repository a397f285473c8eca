// What each report has of a quotation, against the wording that all are compared with (a witness, as textual criticism says).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "collate/inputs.h"
#include "collate/names.h"
#include "collate/quotations_echoes.h"
#include "collate/quotations_forms.h"
#include "tetrapla/dossier.h"

namespace tetrapla::collate {

/// What one report has of a claim: a unit, or several that follow each other.
struct Witness {
  ReportIndex report = 0;
  std::vector<Span> pieces;
  std::vector<std::string> words;
  bool quoted = true;
  std::string speaker;
  std::optional<std::uint32_t> person;
  std::vector<Attribution> sources;
  // Against the base:
  std::uint32_t covered_begin = 0;
  std::uint32_t covered_end = 0;
  bool cut_begin = false;
  bool cut_end = false;
  bool cut_middle = false;
  std::vector<std::pair<std::uint32_t, std::string>> changes;  ///< word of the base, "“earlier” for “before”"
};

/// Units of one group, joined to witnesses: where a report quotes in two pieces what the base has in one, they are one witness. The base is
/// base_of(units). Linear in the units; equal wordings are aligned once.
[[nodiscard]] std::vector<Witness> read_witnesses(const Inputs& inputs, const Names& names, const QuoteGroups& all,
                                                  const std::vector<Unit>& units);

/// The same words without quotation marks.
[[nodiscard]] Witness echo_witness(const QuoteGroups& all, const Echo& echo, const Unit& base);

}  // namespace tetrapla::collate
