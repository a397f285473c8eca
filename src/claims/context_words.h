// The closed lists of data/context_words.tsv, and the shallow grammar of nouns.
#pragma once

#include <string>
#include <string_view>

namespace tetrapla::claims {

/// Whether the list `name` ("closed", "skip", …) holds a lower-case word. O(1).
[[nodiscard]] bool in_list(std::string_view name, std::string_view lower);

/// "drones" → "drone", "people" → "person", "libraries" → "library". A singular stays as it is.
[[nodiscard]] std::string singular(std::string_view lower);

/// Whether a lower-case word looks like a plural noun: irregular plurals, and words in -s that are no closed-class words.
[[nodiscard]] bool is_plural(std::string_view lower);

}  // namespace tetrapla::claims
