// The noun that a number counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "language/annotation.h"

namespace tetrapla::claims {

struct CountedNoun {
  std::string noun;  ///< singular, lower case
  language::TokenRange tokens;
};

/// The noun counted by a number that ends at `end`: "375 drones", "23 of the survivors", "three other brands", "2,507-member". Read off
/// the tree: the noun that the number modifies, or the one behind its "of"; none where it stands alone ("killed 5 and injured 23"). Where
/// the tree cannot be right, the first plural of the phrase, for one thing (`one`) its last word. O(1).
[[nodiscard]] std::optional<CountedNoun> find_counted(const language::Annotation& annotation, std::uint32_t end, bool one);

}  // namespace tetrapla::claims
