#include "language/model_evidence.h"

#include <algorithm>

#include "language/document_words.h"
#include "language/entity_mentions.h"
#include "language/is_one_of.h"
#include "language/known_aliases.h"
#include "language/lexicon.h"

namespace tetrapla::language {
namespace {

/// Labels under which the model may add a name of its own: it is too free with works, laws and events.
bool may_add(std::string_view label) { return is_one_of(label, {"PERSON", "ORG", "GPE", "LOC", "FAC"}); }

bool has_usual_name(const Annotation& a, const Mention& mention) {
  return !name_behind(slice(a.text(), a.span_of(mention.tokens))).empty();
}

/// "D-Mass.": the party and the state of a member of Congress.
bool party_and_state(std::string_view text) {
  return text.size() > 3 && (text.starts_with("D-") || text.starts_with("R-") || text.starts_with("I-"));
}

/// Whether the report writes these words as a name is written.
bool written_as_name(const Annotation& a, const WordsSeen& seen, const Mention& mention) {
  const Lexicon& lex = lexicon();
  if (has_usual_name(a, mention)) return true;
  if (party_and_state(slice(a.text(), a.span_of(mention.tokens)))) return false;
  if (mention.tokens.size() == 1) {
    const std::string& word = a.tokens[mention.tokens.begin].lower;
    const Shape shape = seen.shape(mention.tokens.begin);
    if (shape == Shape::kNone || shape == Shape::kLower || shape == Shape::kInitial || word.size() < 3) return false;
    if (lex.no_name(word) != WordRole::kNone || !lex.title(word).empty() || lex.common(word)) return false;
  }
  std::uint32_t names = 0;
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    if (seen.in_headline(t) || a.tokens[t].kind == TokenKind::kNumber) return false;
    if (a.tokens[t].lower.starts_with('\'') && a.tokens[t].lower != "'s") return false;  // They’D
    if (seen.shape(t) == Shape::kNone || seen.shape(t) == Shape::kLower) {
      if (!is_one_of(a.tokens[t].lower, {"of", "for", "and", "the", "&", "-", "de", "la", "al", "bin", "'s", "."})) return false;
      continue;
    }
    names += lex.no_name(a.tokens[t].lower) == WordRole::kNone && seen.lower(a.tokens[t].lower) == 0 ? 1 : 0;
  }
  return names > 0;
}

/// "the Kessen dam": of a word that only tells which dam the model likes to make a person.
bool modifies(const Annotation& a, const Mention& mention) {
  const std::uint32_t token = a.tokens[mention.tokens.end - 1].model;
  return token != kNoToken && a.document.tokens[token].dep == Dep::kCompound;
}

/// "At Kessen": where things happen is nobody.
bool stands_as_place(const Annotation& a, const Mention& mention) {
  const std::uint32_t token = a.tokens[mention.tokens.end - 1].model;
  if (token == kNoToken || a.document.tokens[token].dep != Dep::kPobj) return false;
  const std::string_view preposition = a.document.text_of(a.document.tokens[a.document.tokens[token].head]);
  return is_one_of(preposition, {"at", "At", "in", "In"});
}

/// A full name of capitals that begins with a given name and ends with no word of another kind of thing.
bool full_name(const Annotation& a, const WordsSeen& seen, const Mention& entity) {
  constexpr std::uint32_t kMostWords = 4;
  const auto [b, e] = entity.tokens;
  if (entity.label != "PERSON" || e - b < 2 || e - b > kMostWords || seen.in_headline(b)) return false;
  for (std::uint32_t t = b; t < e; ++t) {
    if (seen.shape(t) == Shape::kNone || seen.shape(t) == Shape::kLower) return false;
  }
  return !lexicon().given_name(a.tokens[b].lower).empty() && lexicon().name_word(a.tokens[e - 1].lower, "last").empty();
}

/// The model's full name where rules have only its end ("Felt" of "Mark Felt", where both are words) or more than it ("House Newt Gingrich").
bool corrects(const Annotation& a, const WordsSeen& seen, const Mention& entity, const Mention& mention) {
  if (entity.tokens.end != mention.tokens.end || entity.tokens.begin == mention.tokens.begin || !full_name(a, seen, entity))
    return false;
  if (entity.tokens.begin < mention.tokens.begin) return true;
  const std::string& before = a.tokens[entity.tokens.begin - 1].lower;
  return mention.label == "ORG" && lexicon().known(mention.key).empty() && seen.shape(entity.tokens.begin - 1) != Shape::kNone &&
         seen.shape(entity.tokens.begin - 1) != Shape::kLower && lexicon().name_word(before, "first").empty();
}

}  // namespace

void add_model_evidence(const Annotation& a, const WordsSeen& seen, std::vector<Mention>& mentions) {
  std::vector<Mention> own;
  std::size_t at = 0;
  for (Mention& entity : mentions_of(a.document, a, first_tokens(a))) {
    if (entity.key.empty()) continue;
    while (at < mentions.size() && mentions[at].tokens.end <= entity.tokens.begin) ++at;
    if (at < mentions.size() && mentions[at].tokens.begin < entity.tokens.end) {
      if (corrects(a, seen, entity, mentions[at])) {
        entity.model = entity.label;
        mentions[at] = std::move(entity);
        continue;
      }
      const bool witness = mentions[at].tokens == entity.tokens && !(entity.label == "PERSON" && modifies(a, entity));
      if (witness) mentions[at].model = entity.label == "PERSON" && stands_as_place(a, entity) ? kContradiction : entity.label;
      continue;
    }
    if (!may_add(entity.label) || !written_as_name(a, seen, entity)) continue;
    if (!own.empty() && own.back().tokens.end > entity.tokens.begin) continue;
    entity.model = entity.label;
    if (entity.tokens.size() == 1 && !has_usual_name(a, entity)) entity.label.clear();  // all mentions of the word decide
    own.push_back(std::move(entity));
  }
  if (own.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  mentions.insert(mentions.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& x, const Mention& y) { return x.tokens.begin < y.tokens.begin; });
}

}  // namespace tetrapla::language
