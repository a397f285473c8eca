// Who a report's persons and bodies are: the roles it gives them, and their sex where it tells it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tetrapla/language.h"

namespace tetrapla::language {

/// Whether a word, lower case and in the singular, stands for a person: a title ("minister") or another noun ("teenager").
[[nodiscard]] bool person_noun(std::string_view lemma);
/// "m" or "f" where the noun tells it ("actress"), else empty.
[[nodiscard]] std::string_view sex_of_noun(std::string_view lemma);
/// Whether a word stands for a body of people that acts: "company", "airline", "ministry".
[[nodiscard]] bool body_noun(std::string_view lemma);

enum class BearerKind : std::uint8_t { kPerson, kBody, kOther };

/// A role as it stands with a name: "former Ukrainian president" is `president` with the marks {"former", "Ukraine"}.
struct Role {
  std::uint32_t noun = 0;       ///< token
  std::string lemma;            ///< lower case
  std::set<std::string> marks;  ///< what tells it from the same role of others: countries and names, "former", "vice", "deputy", …
};

/// All that one name of a report stands for.
struct Bearer {
  std::string name;
  BearerKind kind = BearerKind::kOther;  ///< of most of its mentions
  char sex = 0;                          ///< 'm', 'f'; 0 where nothing tells or the report contradicts itself
  std::vector<Role> roles;               ///< each once, where it first stands, in text order
};

/// The bearers of the entities in a document.
struct Bearers {
  std::vector<Bearer> all;               ///< in the order of their first mentions
  std::vector<std::uint32_t> of_entity;  ///< index into `all`
  std::vector<std::uint32_t> entity_at;  ///< for each token: its entity, or UINT32_MAX
  std::vector<bool> role_noun;           ///< for each token: it gives somebody named a role
};

/// Names in a document: where they stand, what kind of thing the model or the rules say each is, and the name of its bearer.
struct NamedEntities {
  std::vector<EnglishEntity> entities;  ///< disjoint, in text order
  std::vector<std::string> names;       ///< one an entity
};

/// Roles stand before the name ("actress Tara Holm"), beside it in an apposition or after "is". Near-linear.
[[nodiscard]] Bearers bearers_of(const EnglishDocument& document, const NamedEntities& named);

/// The role whose noun this token is, with its marks.
[[nodiscard]] Role role_at(const EnglishDocument& document, const NamedEntities& named, const std::vector<std::uint32_t>& entity_at,
                           std::uint32_t noun);

}  // namespace tetrapla::language
