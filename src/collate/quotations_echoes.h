// Quoted words that stand in another report without quotation marks: in a transcript, or told on almost word for word.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/inputs.h"
#include "collate/quotations_forms.h"

namespace tetrapla::collate {

struct Echo {
  std::uint32_t group = 0;
  ReportIndex report = 0;
  std::vector<SpokenWord> words;  ///< from the first to the last word that both have
  Span span;
};

/// For each group and each report that does not quote it, the place where its base's words run on: at least six of them, and most
/// of it, with hardly anything between. By group, then report. Linear in the texts but for words that many quotations share.
[[nodiscard]] std::vector<Echo> find_echoes(const Inputs& inputs, const QuoteGroups& quotes);

/// The unit of a group that the others are compared with: of those nearly as long as the longest, one whose wording most lines have.
[[nodiscard]] const Unit& base_of(const Inputs& inputs, const QuoteGroups& quotes, const std::vector<Unit>& group);

}  // namespace tetrapla::collate
