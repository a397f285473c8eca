// On whose word a report states something outside quotation marks: reporting clauses and what they govern.
#pragma once

#include <vector>

#include "claims/claims.h"

namespace tetrapla::claims {

/// The clauses that somebody's word is given for, in text order. "Nine were hurt, rescuers said, but fishermen counted 12." has two:
/// what stands before ", rescuers said" and what stands after "counted". A clause reaches no further than its side of "but", "while" or ";"
/// and never over the end of a sentence. Clauses may be nested ("Radio Nord said rescuers had found nine"): the inner one is the shorter.
/// Nothing is taken from inside quotation marks, and nothing that is only asked, denied, or not said.
/// `quotations` are the report's own: their speakers are what a later "he" or "the official" may stand for.
/// Total and linear in the text.
[[nodiscard]] std::vector<SentenceSource> find_sources(const language::Annotation& annotation,
                                                       const std::vector<Quotation>& quotations);

}  // namespace tetrapla::claims
