// Tokens that broken detokenisation has torn apart, put together again.
#pragma once

#include <string_view>
#include <vector>

#include "language/tokens.h"

namespace tetrapla::language {

/// Joins, where one blank alone parts the pieces and the context leaves no doubt:
///   "$2. 6 million" → 2. 6      "£35, 000" → 35, 000      "4. 30am", "4: 30 a. m." → 4. 30 / 4: 30, a. m.      "world ’ s" → ’ s      "Cap d ’ Antibes" → d ’ Antibes      "U. S." → U. S.
/// Linear.
[[nodiscard]] std::vector<Cut> mend_torn(std::string_view text, const std::vector<Cut>& cuts);

}  // namespace tetrapla::language
