// Whose names they are: one name for all mentions of one bearer, and a kind for words that only the whole report explains.
#pragma once

#include <vector>

#include "language/annotation.h"
#include "language/mentions.h"
#include "language/words_seen.h"

namespace tetrapla::language {

/// Entities from mentions. "Jackson" takes the name of the one Jackson whose given name the report tells; where there are two, that of him
/// whose title it repeats or who alone was spoken of just before, else its own. An organisation's short form takes the full one where only
/// one fits; a place is never the short form of an organisation. Near-linear in the mentions.
[[nodiscard]] std::vector<Entity> settle(const Annotation& annotation, const WordsSeen& seen, std::vector<Mention> mentions);

}  // namespace tetrapla::language
