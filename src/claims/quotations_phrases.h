// The pieces of a reporting clause: its verb with what belongs to it, the noun phrase beside it. All look at a stretch of one sentence,
// never into quoted words, and cost no more than its length.
#pragma once

#include <cstdint>

#include "claims/quotations_scene.h"

namespace tetrapla::claims::quotations {

constexpr std::uint32_t kMaxSourceWords = 14;  // "the deputy head of the regional administration for …"

/// "'s", "’".
[[nodiscard]] bool possessive(const Scene& scene, std::uint32_t k);
/// A personal pronoun as a subject.
[[nodiscard]] bool pronoun(const Scene& scene, std::uint32_t k);
/// "according to".
[[nodiscard]] bool according(const Scene& scene, std::uint32_t k, std::uint32_t end);

/// A cue that is a verb where it stands: "claims" after "the" or "his" is none. Null where there is none.
[[nodiscard]] const Cue* verb_at(const Scene& scene, std::uint32_t k, std::uint32_t begin);
/// The first token of a verb's group: auxiliaries and adverbs before it belong to it.
[[nodiscard]] std::uint32_t group_begin(const Scene& scene, std::uint32_t k, std::uint32_t begin);
/// The end of a verb's group after it: "was quoted as saying". Only what belongs to the cue.
[[nodiscard]] std::uint32_t group_end(const Scene& scene, std::uint32_t k, std::uint32_t end);

/// The noun phrase that begins at `first`.
[[nodiscard]] language::TokenRange phrase_from(const Scene& scene, std::uint32_t first, std::uint32_t end);
/// With the apposition that names the bearer: "its spokeswoman, Petra Lindqvist".
[[nodiscard]] language::TokenRange with_name(const Scene& scene, language::TokenRange phrase, std::uint32_t end);
/// The noun phrase that ends before token `end`, not before `begin`; back over appositions. Empty where there is none.
[[nodiscard]] language::TokenRange phrase_before(const Scene& scene, std::uint32_t end, std::uint32_t begin);
/// The subject of a sentence, where it begins with one: up to the first auxiliary or verb form. Empty where it is nobody.
[[nodiscard]] language::TokenRange subject_of(const Scene& scene, std::uint32_t begin, std::uint32_t end);
/// A phrase without what only hangs on it ("Secretary of", "'s release", "least one guard"), where its head can speak: a name, a person, a
/// body, a role, a document. Empty for things, adverbs and prepositions' objects: better nobody than "the settlement".
[[nodiscard]] language::TokenRange somebody(const Scene& scene, language::TokenRange phrase);

}  // namespace tetrapla::claims::quotations
