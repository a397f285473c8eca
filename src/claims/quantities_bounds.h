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

/// What a quantity measures, as far as verbs of change care.
enum class Measured : std::uint8_t { kOther, kShare, kLength, kTime };

/// By what or to what something rose or fell: "rose 12 percent", "fell by 3.1%", "up 12%", "rose to 14", "a 12 percent drop". `begin`: the
/// first token of hedge and quantity. Nothing are verbs of motion with a length ("sank 14 miles out"), verbs of change before a time
/// ("fell three days later"), losses ("lost two brothers") and names ("the Lower 48"). O(1).
[[nodiscard]] Change find_change(const language::Annotation& annotation, std::uint32_t begin, std::uint32_t end, Measured measured);

}  // namespace tetrapla::claims
