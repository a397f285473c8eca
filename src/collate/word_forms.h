// Forms of English verbs that a label needs.
#pragma once

#include <string>
#include <string_view>

namespace tetrapla::collate {

/// "unleash" → "unleashed", "hit" → "hit", "carry" → "carried". `lemma`: lower case.
[[nodiscard]] std::string participle_of(std::string_view lemma);

/// Contracted auxiliaries in full ("'ve" → "have"); other words as they are.
[[nodiscard]] std::string_view in_full(std::string_view word);

/// Verbs of which nobody says that it was done to something: "have", "cost".
[[nodiscard]] bool has_no_passive(std::string_view lemma);

}  // namespace tetrapla::collate
