// One walk over the document. Each person met is noted with sex and place in its clause; a pronoun asks the notes of its own sentence, then
// of those before, and, where it is resolved, is a note itself. A simple salience rule in the line of Hobbs (1978) and of Lappin and Leass
// (1994), made to be silent rather than wrong.
#include "language/referents.h"

#include <algorithm>

#include "language/characters.h"
#include "language/is_one_of.h"
#include "language/lexicon.h"
#include "language/tokens.h"
#include "text/paragraphs.h"
#include "text/quote_marks.h"

namespace tetrapla::language {
namespace {

constexpr std::uint32_t kSentencesBack = 3;
constexpr std::uint32_t kNobody = UINT32_MAX;
constexpr std::size_t kMostNotes = 64;  // looked back at; more people than that leave a pronoun open
constexpr std::size_t kMostOfOneRole = 64;

enum class Place : std::uint8_t { kOwner, kOther, kSubject, kMainSubject };  // in the order of weight

struct Pronoun {
  char sex = 0;
  bool owner = false;
  bool self = false;
};

Pronoun pronoun_of(std::string_view lower) {
  if (lower == "he") return {'m', false, false};
  if (lower == "him") return {'m', false, false};
  if (lower == "his") return {'m', true, false};
  if (lower == "himself") return {'m', false, true};
  if (lower == "she") return {'f', false, false};
  if (lower == "her") return {'f', false, false};
  if (lower == "hers") return {'f', true, false};
  if (lower == "herself") return {'f', false, true};
  return {};
}

EntityLabel label_named(std::string_view name) {
  for (auto label = EntityLabel::kNone; label < EntityLabel::kWorkOfArt;
       label = static_cast<EntityLabel>(static_cast<int>(label) + 1)) {
    if (name_of(label) == name) return label;
  }
  return EntityLabel::kWorkOfArt;
}

/// A person as met in one place.
struct Note {
  std::uint32_t token = 0;         ///< the head of the phrase
  std::uint32_t bearer = kNobody;  ///< kNobody: without a name
  std::uint32_t entity = kNobody;  ///< the last entity of that bearer
  std::uint32_t sentence = 0;
  char sex = 0;
  Place place = Place::kOther;
};

class Walk {
 public:
  Walk(const EnglishDocument& document, const NamedEntities& named, const Bearers& bearers, std::vector<std::uint32_t>& result)
      : d_(document), named_(named), bearers_(bearers), result_(result), quoted_(document.tokens.size(), false) {
    mark_quoted();
    for (std::uint32_t b = 0; b < bearers_.all.size(); ++b) {
      for (const Role& role : bearers_.all[b].roles) {
        std::vector<std::uint32_t>& of_role = by_role_[role.lemma];
        if (of_role.size() < kMostOfOneRole && (of_role.empty() || of_role.back() != b)) of_role.push_back(b);
      }
    }
  }

  void run() {
    std::uint32_t sentence = 0;
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t) {
      if (d_.tokens[t].starts_sentence && t > 0) ++sentence;
      const std::uint32_t entity = bearers_.entity_at[t];
      if (entity != kNobody) {
        if (t + 1 == named_.entities[entity].tokens.end) note_entity(entity, sentence);
        continue;
      }
      const EnglishToken& token = d_.tokens[t];
      if (token.pos == Pos::kPron || token.tag == Tag::kPrp || token.tag == Tag::kPrpPossessive) {
        const std::string lower = fold(d_.text_of(token));
        if (const Pronoun pronoun = pronoun_of(lower); pronoun.sex != 0) note_pronoun(t, pronoun, sentence);
      } else if (token.pos == Pos::kNoun && !bearers_.role_noun[t]) {
        note_noun(t, sentence);
      }
    }
  }

 private:
  void mark_quoted() {
    std::size_t token = 0;
    for (const text::QuotedRun& run : text::find_quoted_runs(d_.text, text::find_paragraphs(d_.text))) {
      if (run.depth > 0) continue;
      while (token < d_.tokens.size() && d_.tokens[token].span.end <= run.inner.begin) ++token;
      for (; token < d_.tokens.size() && d_.tokens[token].span.begin < run.inner.end; ++token) quoted_[token] = true;
    }
    // `` and '' of wire text tell open from close, also where a paragraph's marks do not pair
    bool inside = false;
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t) {
      const std::string_view text = d_.text_of(d_.tokens[t]);
      if (d_.tokens[t].is_space() && text.find('\n') != std::string_view::npos) inside = false;
      if (text == "`" || text == "``") inside = true;
      if (text == "''") inside = false;
      if (inside) quoted_[t] = true;
    }
  }

  /// The head of the phrase whose conjunct this is ("Ana Prado and Jon Holm": both act).
  [[nodiscard]] std::uint32_t first_conjunct(std::uint32_t t) const {
    for (int steps = 0; steps < 6 && d_.tokens[t].dep == Dep::kConj && d_.tokens[t].head < t; ++steps) t = d_.tokens[t].head;
    return t;
  }

  [[nodiscard]] Place place_of(std::uint32_t t) const {
    const EnglishToken& first = d_.tokens[first_conjunct(t)];
    switch (first.dep) {
      case Dep::kNsubj:
      case Dep::kNsubjpass: return d_.tokens[first.head].dep == Dep::kRoot ? Place::kMainSubject : Place::kSubject;
      case Dep::kRoot: return Place::kMainSubject;  // a sentence whose verb the tree has not found
      case Dep::kPoss: return Place::kOwner;
      default: return Place::kOther;
    }
  }

  [[nodiscard]] std::uint32_t root_of(EnglishSpan run) const {
    for (std::uint32_t t = run.begin; t < run.end; ++t) {
      const std::uint32_t head = d_.tokens[t].head;
      if (head < run.begin || head >= run.end || head == t) return t;
    }
    return run.begin;
  }

  /// A single word of another label that many persons are called by ("Gupta" as an organisation): a candidate whom nobody knows.
  [[nodiscard]] bool may_be_person(std::uint32_t entity) const {
    const EnglishSpan run = named_.entities[entity].tokens;
    if (run.end - run.begin != 1 || named_.entities[entity].label == EntityLabel::kNorp) return false;
    const std::string word = fold(d_.text_of(d_.tokens[run.begin]));
    return (lexicon().surname(word) || !lexicon().given_name(word).empty()) && !lexicon().sure_place(word) &&
           lexicon().known(word) != "ORG";
  }
  static bool has_capital(std::string_view word) {
    const Character first = character_at(word, 0, static_cast<std::uint32_t>(word.size()));
    return is_upper(first.code);
  }

  void note_entity(std::uint32_t entity, std::uint32_t sentence) {
    const std::uint32_t bearer = bearers_.of_entity[entity];
    last_entity_[bearer] = entity;
    if (quoted_[named_.entities[entity].tokens.begin]) last_quoted_[bearer] = sentence;
    std::uint32_t t = root_of(named_.entities[entity].tokens);
    if (bearers_.all[bearer].kind != BearerKind::kPerson) {
      if (may_be_person(entity)) notes_.push_back({t, kNobody, kNobody, sentence, 0, place_of(t)});
      return;
    }
    if (!has_capital(d_.text_of(d_.tokens[t])) || lexicon().sure_place(fold(bearers_.all[bearer].name))) return;
    if (d_.tokens[t].dep == Dep::kAppos && d_.tokens[t].head < t) t = d_.tokens[t].head;  // it acts where the noun before it does
    notes_.push_back({t, bearer, entity, sentence, sex_of(bearer), place_of(t)});
  }

  void note_noun(std::uint32_t t, std::uint32_t sentence) {
    const std::string lower = fold(d_.text_of(d_.tokens[t]));
    const bool person = d_.tokens[t].tag == Tag::kNn && person_noun(lower);
    const bool body = d_.tokens[t].tag == Tag::kNn && body_noun(lower);
    if (!person && !body) return;
    if (is_one_of(name_of(d_.tokens[t].dep), {"compound", "appos", "attr", "amod", "nmod"})) return;
    Note note{t, kNobody, kNobody, sentence, 0, place_of(t)};
    if (const std::string_view sex = sex_of_noun(lower); !sex.empty()) note.sex = sex.front();
    if (definite(t)) note.bearer = bearer_of_role(t, person);
    if (person && note.bearer != kNobody && others_alone_near(note.bearer, sentence)) note.bearer = kNobody;
    if (note.bearer != kNobody) {
      note.entity = last_entity_.at(note.bearer);
      note.sex = sex_of(note.bearer);
      if (!quoted_[t]) result_[t] = note.entity;
    }
    if (person) notes_.push_back(note);
  }

  [[nodiscard]] bool definite(std::uint32_t t) const {
    for (std::uint32_t k = t; k-- > 0 && t - k < 6 && !d_.tokens[k + 1].starts_sentence;) {
      if (d_.tokens[k].head == t && d_.tokens[k].dep == Dep::kDet) return fold(d_.text_of(d_.tokens[k])) == "the";
    }
    return false;
  }

  /// Whether this sentence so far and the one before speak of other named persons, and not of this one: they may have the role too.
  [[nodiscard]] bool others_alone_near(std::uint32_t bearer, std::uint32_t sentence) const {
    bool others = false;
    for (auto note = notes_.rbegin(); note != notes_.rend() && note->sentence + 1 >= sentence; ++note) {
      if (note - notes_.rbegin() == kMostNotes) return true;
      if (note->bearer == bearer) return false;
      others = others || note->bearer != kNobody;
    }
    return others;
  }

  /// The one bearer met so far who has this role.
  [[nodiscard]] std::uint32_t bearer_of_role(std::uint32_t t, bool person) const {
    const Role asked = role_at(d_, named_, bearers_.entity_at, t);
    std::uint32_t found = kNobody;
    const auto of_role = by_role_.find(asked.lemma);
    if (of_role == by_role_.end() || of_role->second.size() == kMostOfOneRole) return kNobody;
    for (const std::uint32_t bearer : of_role->second) {
      if (!last_entity_.contains(bearer)) continue;
      const Bearer& candidate = bearers_.all[bearer];
      if (candidate.kind != (person ? BearerKind::kPerson : BearerKind::kBody)) continue;
      const bool fits = std::any_of(candidate.roles.begin(), candidate.roles.end(), [&](const Role& role) {
        return role.noun < t && role.lemma == asked.lemma &&
               (asked.marks.empty() || std::includes(role.marks.begin(), role.marks.end(), asked.marks.begin(), asked.marks.end()));
      });
      if (!fits) continue;
      if (found != kNobody) return kNobody;
      found = bearer;
    }
    return found;
  }

  void note_pronoun(std::uint32_t t, const Pronoun& pronoun, std::uint32_t sentence) {
    if (quoted_[t]) return;
    const bool owner = pronoun.owner || d_.tokens[t].dep == Dep::kPoss;
    const Note* chosen = pronoun.self ? subject_beside(t, pronoun.sex) : choose(t, pronoun.sex, owner, sentence);
    if (chosen == nullptr) {
      // somebody all the same: a candidate without a name for the next one
      notes_.push_back({t, kNobody, kNobody, sentence, pronoun.sex, owner ? Place::kOwner : place_of(t)});
      return;
    }
    Note note = *chosen;
    note.token = t;
    note.sentence = sentence;
    note.sex = pronoun.sex;
    note.place = owner ? Place::kOwner : place_of(t);
    if (note.entity != kNobody) result_[t] = note.entity;
    if (note.bearer != kNobody) learnt_.emplace(note.bearer, pronoun.sex);
    notes_.push_back(note);
  }

  /// What the report tells, else what the first pronoun did.
  [[nodiscard]] char sex_of(std::uint32_t bearer) const {
    const char told = bearers_.all[bearer].sex;
    const auto learnt = learnt_.find(bearer);
    return told != 0 || learnt == learnt_.end() ? told : learnt->second;
  }

  /// Who acts in the clause of "himself".
  [[nodiscard]] const Note* subject_beside(std::uint32_t t, char sex) const {
    std::uint32_t verb = d_.tokens[t].head;
    for (int steps = 0; steps < 3 && d_.tokens[verb].pos != Pos::kVerb && d_.tokens[verb].pos != Pos::kAux; ++steps)
      verb = d_.tokens[verb].head;
    const std::size_t notes = std::min(notes_.size(), kMostNotes);
    for (auto note = notes_.rbegin(); note != notes_.rbegin() + static_cast<std::ptrdiff_t>(notes); ++note) {
      if (note->place >= Place::kSubject && d_.tokens[first_conjunct(note->token)].head == verb)
        return note->sex == 0 || note->sex == sex ? &*note : nullptr;
    }
    return nullptr;
  }

  /// "Prado hit him", "Prado spoke to him": not Prado.
  [[nodiscard]] bool excluded(const Note& note, std::uint32_t t) const {
    if (note.place < Place::kSubject) return false;
    const std::uint32_t verb = d_.tokens[first_conjunct(note.token)].head;
    std::uint32_t head = d_.tokens[t].head;
    for (int steps = 0; steps < 2 && d_.tokens[head].dep == Dep::kPrep; ++steps) head = d_.tokens[head].head;
    return head == verb;
  }

  [[nodiscard]] const Note* choose(std::uint32_t t, char sex, bool owner, std::uint32_t sentence) const {
    std::vector<const Note*> fit;
    std::uint32_t its = sentence;
    for (auto note = notes_.rbegin(); note != notes_.rend(); ++note) {
      if (note->sentence + kSentencesBack < sentence) break;
      if (note - notes_.rbegin() == kMostNotes) return nullptr;
      if (note->sentence != its && !fit.empty()) break;
      its = note->sentence;
      if (quoted_[note->token]) continue;
      if (note->sex != 0 && note->sex != sex) continue;
      if (const auto named = last_quoted_.find(note->bearer); named != last_quoted_.end() && named->second == sentence) continue;
      if (!owner && note->sentence == sentence && excluded(*note, t)) continue;
      fit.push_back(&*note);
    }
    if (const Note* alone = only(fit, Place::kOwner); alone != nullptr) return alone;
    if (!owner && place_of(t) < Place::kSubject) return nullptr;
    const Note* acting = only(fit, Place::kSubject);
    if (acting != nullptr || owner || place_of(t) != Place::kMainSubject) return acting;
    return only(fit, Place::kMainSubject);
  }

  /// The last note of the only person among those noted in such a place or a weightier one; none where there are several.
  [[nodiscard]] static const Note* only(const std::vector<const Note*>& notes, Place least) {
    const Note* found = nullptr;
    for (const Note* note : notes) {
      if (note->place < least) continue;
      if (found == nullptr) {
        found = note;
      } else if (found->bearer != note->bearer || found->bearer == kNobody) {
        return nullptr;
      }
    }
    return found;
  }

  const EnglishDocument& d_;
  const NamedEntities& named_;
  const Bearers& bearers_;
  std::vector<std::uint32_t>& result_;
  std::vector<bool> quoted_;
  std::vector<Note> notes_;
  std::map<std::uint32_t, std::uint32_t>
      last_quoted_;                       // the sentence in whose quotation a bearer was named: "he" who says it is another
  std::map<std::uint32_t, char> learnt_;  // sex of bearers by pronouns
  std::map<std::uint32_t, std::uint32_t> last_entity_;                      // of each bearer met
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_role_;  // bearers
};

}  // namespace

Referents::Referents(const EnglishDocument& document, const NamedEntities& named)
    : bearers_(bearers_of(document, named)), entity_of_token_(document.tokens.size(), UINT32_MAX) {
  Walk(document, named, bearers_, entity_of_token_).run();
}

NamedEntities named_entities(const Annotation& annotation) {
  NamedEntities result;
  for (const Entity& entity : annotation.entities) {
    const std::uint32_t begin = annotation.tokens[entity.tokens.begin].model;
    const std::uint32_t last = annotation.tokens[entity.tokens.end - 1].model;
    const bool found = begin != kNoToken && last != kNoToken;
    result.entities.push_back({found ? EnglishSpan{begin, last + 1} : EnglishSpan{}, label_named(entity.label)});
    result.names.push_back(entity.name);
  }
  return result;
}

}  // namespace tetrapla::language
