// What an amount is about: the words of its clause.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/claims.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// One to three content words near a quantity: the nearest verb, participle or adjective of its clause first ("one dead and 23 injured":
/// dead for the 1, injured for the 23), then nouns before and after it. In text order. `left`, `right`: the tokens around quantity, hedge
/// and counted noun. O(1): at most kClauseTokens on each side are looked at.
[[nodiscard]] std::vector<Span> find_concept(const language::Annotation& annotation, std::uint32_t left, std::uint32_t right);

}  // namespace tetrapla::claims
