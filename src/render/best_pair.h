// The strongest tie of each report.
#pragma once

#include <vector>

#include "tetrapla/tetrapla.h"

namespace tetrapla::render {

/// For each of `count` reports its pair that says most: one inside its group before others, one in which it is known to derive from the
/// other before others, then the larger share, then the smaller id of the other. Null where it has none. Linear.
[[nodiscard]] std::vector<const Evidence*> best_pairs(const ReuseResult& reuse, std::size_t count);

}  // namespace tetrapla::render
