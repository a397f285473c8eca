// Two names of one bearer that the report itself says are one.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "language/annotation.h"
#include "language/mentions.h"

namespace tetrapla::language {

/// Pairs of mentions (first name, other name), as indices: "the Umbra cable, also known as LKU4"; "Harbour Safety Board (HSB)", where the
/// letters in brackets begin as the name does and stand in it in order. Linear.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> stated_aliases(const Annotation& annotation,
                                                                              const std::vector<Mention>& mentions);

}  // namespace tetrapla::language
