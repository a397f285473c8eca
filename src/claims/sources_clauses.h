// Reporting clauses of a sentence outside quotation marks, and the words each governs, before anybody is named.
#pragma once

#include <string_view>
#include <vector>

#include "claims/quotations_scene.h"

namespace tetrapla::claims::quotations {

/// "rescuers", "said", and the tokens of what is said so.
struct ReportingClause {
  language::TokenRange source;
  language::TokenRange cue;
  language::TokenRange clause;
  std::string_view act = "said";
};

/// Those of sentence `number`, in the order of their cues. No `clause` is empty, no source either.
[[nodiscard]] std::vector<ReportingClause> reporting_clauses(const Scene& scene, std::uint32_t number);

}  // namespace tetrapla::claims::quotations
