// Whom "he", "she" and "the minister" stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/bearer_roles.h"
#include "tetrapla/language.h"

namespace tetrapla::language {

/// Pronouns and roles of a document that can only mean one of its entities; what may mean another is left open.
///
///   he, she, him, his, her, hers, himself, herself   a person named, or told of as one named, in the sentence or the three before: the one
///       who alone fits by sex; of several, the one who alone acts (subject) where the pronoun acts too. A person without a name ("a
///       spokesman", "her mother") is a candidate like any other, and where that one wins nothing is said. Nobody inside quotation marks is
///       resolved (there "he" is who the speaker means), nor one the verb itself excludes ("Prado hit him" is not Prado).
///   the president, the Ukrainian president, the airline   the one person (body) of that role named before it; countries and words such
///       as "former" must be the same.
///
/// "they", "it" and "we" are never resolved. Refers to nothing once made.
class Referents {
 public:
  /// `names`: those of name_entities for this document. Linear in the document times a bound.
  Referents(const EnglishDocument& document, const std::vector<std::string>& names);

  /// The entity, as an index into the document's, that a pronoun or the noun of a role stands for: the bearer's mention that decided, before
  /// the token. Its name is `names[*of(token)]`.
  [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t token) const {
    if (token >= entity_of_token_.size() || entity_of_token_[token] == UINT32_MAX) return std::nullopt;
    return entity_of_token_[token];
  }

  [[nodiscard]] const Bearers& bearers() const { return bearers_; }

 private:
  Bearers bearers_;
  std::vector<std::uint32_t> entity_of_token_;  // UINT32_MAX: nobody
};

}  // namespace tetrapla::language
