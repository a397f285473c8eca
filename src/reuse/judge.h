// Is one of two texts made from the other?
#pragma once

#include <optional>

#include "reuse/compare.h"
#include "reuse/ties.h"
#include "tetrapla/reuse.h"

namespace tetrapla::reuse {

/// The relation that the comparison proves, or nothing. kExcerpt makes no line.
[[nodiscard]] std::optional<Relation> judge(const Comparison& comparison, Tie tie);

/// Leaves the segments that the relation stands on (an excerpt: only what stands in both nearly word for word) and counts what they cover.
void keep_passages(Relation relation, const Text& a, const Text& b, Comparison& comparison);

}  // namespace tetrapla::reuse
