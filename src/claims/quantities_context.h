// What an amount is about: the noun it counts and the words of its clause.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "claims/claims.h"
#include "language/annotation.h"

namespace tetrapla::claims {

struct CountedNoun {
  std::string noun;  ///< singular, lower case
  language::TokenRange tokens;
};

/// The noun counted by a number that ends at `end`: "375 drones", "23 of the survivors", "three other brands", "2,507-member". Shallow:
/// the first plural of the phrase, for one thing its last word. None where the phrase ends without ("killed 5 and injured 23"). O(1).
[[nodiscard]] std::optional<CountedNoun> find_counted(const language::Annotation& annotation, std::uint32_t end, bool one);

/// One to three content words near a quantity: the nearest verb, participle or adjective of its clause first ("one dead and 23 injured":
/// dead for the 1, injured for the 23), then nouns before and after it. In text order. `left`, `right`: the tokens around quantity, hedge
/// and counted noun. O(1): at most kClauseTokens on each side are looked at.
[[nodiscard]] std::vector<Span> find_concept(const language::Annotation& annotation, std::uint32_t left, std::uint32_t right);

}  // namespace tetrapla::claims
