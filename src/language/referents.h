// Whom "he", "she" and "the minister" stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/annotation.h"
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
///
///   const Referents referents(annotation.document, named_entities(annotation));            // or {document.entities, name_entities(document)}
///   if (const auto entity = referents.of(annotation.tokens[k].model)) use(annotation.entities[*entity].name);
class Referents {
 public:
  /// Linear in the document times a bound.
  Referents(const EnglishDocument& document, const NamedEntities& named);

  /// The entity, as an index into `named`, that a pronoun or the noun of a role stands for: the bearer's last mention before the token, an
  /// index into the document's tokens.
  [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t token) const {
    if (token >= entity_of_token_.size() || entity_of_token_[token] == UINT32_MAX) return std::nullopt;
    return entity_of_token_[token];
  }

  [[nodiscard]] const Bearers& bearers() const { return bearers_; }

 private:
  Bearers bearers_;
  std::vector<std::uint32_t> entity_of_token_;  // UINT32_MAX: nobody
};

/// An annotation's names as entities of its document, one each and in their order.
[[nodiscard]] NamedEntities named_entities(const Annotation& annotation);

}  // namespace tetrapla::language
