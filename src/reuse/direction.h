// Which of two related reports was made from the other.
#pragma once

#include <optional>

#include "reuse/judge.h"
#include "tetrapla/report.h"

namespace tetrapla::reuse {

/// The side that derives from the other (0: a, 1: b), where something shows it, in this order: one says that it was made from the other; the
/// dates; misread words (a scan of a text, never the other way); for an excerpt, the report whose other paragraphs do not return to it.
[[nodiscard]] std::optional<int> deriving_side(const Report& a, const Report& b, const View& view_a, const View& view_b,
                                               const Comparison& comparison, Relation relation);

}  // namespace tetrapla::reuse
