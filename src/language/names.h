// The names in a report: found by rules, with what the model says of them as one more witness.
#pragma once

#include <vector>

#include "language/annotation.h"

namespace tetrapla::language {

/// Entities of an annotation that has its tokens and sentences: in text order, disjoint, with label and with the name that all mentions
/// of one bearer share. Linear.
[[nodiscard]] std::vector<Entity> find_names(const Annotation& annotation);

}  // namespace tetrapla::language
