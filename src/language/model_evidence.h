// What the language model says of a report's names.
#pragma once

#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "language/mentions.h"
#include "language/words_seen.h"

namespace tetrapla::language {

inline constexpr std::string_view kContradiction =
    "?";  ///< Mention::model where what stands around the name speaks against the model

/// Writes into each mention what the model calls just this name (Mention::model), and adds, in text order, names that it alone sees: those
/// with capitals that stand clear of every mention, are no headline's and no words that the report writes in lower case too. Does nothing
/// where the annotation has no document. Linear.
void add_model_evidence(const Annotation& annotation, const WordsSeen& seen, std::vector<Mention>& mentions);

}  // namespace tetrapla::language
