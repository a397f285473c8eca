// Words beside a number that make it a bound or a change.
#pragma once

#include <cstdint>

#include "language/annotation.h"
#include "tetrapla/dossier.h"

namespace tetrapla::claims {

struct Hedge {
  Bound bound = Bound::kExact;
  language::TokenRange tokens;  ///< the hedge; empty where there is none
};

/// The hedge that ends right before the token `begin`, or begins right at the token `end`. The one before wins. O(1).
[[nodiscard]] Hedge find_hedge(const language::Annotation& annotation, std::uint32_t begin, std::uint32_t end);

/// "rose 12 percent", "fell by 3.1%", "up 12%", "a 12 percent drop"; not "rose to 14". `begin`: the first token of hedge and quantity.
/// With `measure`, verbs of motion say nothing ("sank 14 miles out").
[[nodiscard]] Change find_change(const language::Annotation& annotation, std::uint32_t begin, std::uint32_t end, bool measure);

}  // namespace tetrapla::claims
