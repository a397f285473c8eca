#include "claims/quotations_speakers.h"

#include <algorithm>

#include "claims/quotations_phrases.h"
#include "text/reading.h"

namespace tetrapla::claims::quotations {
namespace {

using language::TokenRange;

constexpr std::uint32_t kSentencesBack = 8;       // beyond this a pronoun's bearer is anybody's guess
constexpr std::uint32_t kAskedSentencesBack = 3;  // of the question that "he answered"
constexpr std::uint32_t kMaxSaid = 400;           // tokens of a quotation that are looked through for a name
constexpr std::uint32_t kBodySentencesBack = 3;   // of "it", which may be anything

/// The person a phrase is about: its last name that owns nothing ("Zelensky's chief of staff Kyrylo Budanov").
std::uint32_t person_in(const Scene& scene, TokenRange phrase) {
  std::uint32_t found = kNone;
  for (std::uint32_t k = phrase.begin; k < phrase.end;) {
    const std::uint32_t number = scene.entity_of(k);
    if (number == kNone) {
      ++k;
      continue;
    }
    const auto& entity = scene.annotation().entities[number];
    const std::uint32_t end = std::max(entity.tokens.end, k + 1);
    const bool owns = end < scene.size() && possessive(scene, end) && end < phrase.end;
    if (entity.label == "PERSON" && !owns && scene.is_capital(entity.tokens.begin)) found = number;
    k = end;
  }
  return found;
}

/// "Craig Zadan and Neil Meron": both names, where two persons speak as one; else empty.
std::string pair_in(const Scene& scene, TokenRange phrase) {
  const auto& entities = scene.annotation().entities;
  for (std::uint32_t k = phrase.begin + 1; k + 1 < phrase.end; ++k) {
    if (scene.lower(k) != "and" || scene.entity_of(k) != kNone) continue;
    const std::uint32_t left = scene.entity_of(k - 1);
    std::uint32_t right = kNone;
    for (std::uint32_t at = k + 1; at < phrase.end && right == kNone; ++at) right = scene.entity_of(at);
    if (left == kNone || right == kNone || entities[left].label != "PERSON" || entities[right].label != "PERSON") continue;
    if (entities[left].name != entities[right].name) return entities[left].name + " and " + entities[right].name;
  }
  return {};
}

bool male(const Scene& scene, std::uint32_t k) { return scene.is(k, WordClass::kMale); }
bool female(const Scene& scene, std::uint32_t k) { return scene.is(k, WordClass::kFemale); }

}  // namespace

std::string Speakers::words_of(TokenRange source) const {
  const auto& annotation = scene_.annotation();
  return text::plain(annotation.text(), annotation.span_of(source), annotation.report->excluded);
}

char Speakers::gender_of(std::uint32_t number) const {
  const auto& entity = scene_.annotation().entities[number];
  const std::string_view given = scene_.lower(entity.tokens.begin);
  if (const char gender = scene_.lexicon().gender(given); gender != 0) return gender;
  const auto titled = [&](std::uint32_t k) -> char {
    if (scene_.is(k, WordClass::kMan)) return 'm';
    if (scene_.is(k, WordClass::kWoman)) return 'f';
    return 0;
  };
  if (const char gender = titled(entity.tokens.begin); gender != 0) return gender;
  if (entity.tokens.begin > 0) {
    if (const char gender = titled(entity.tokens.begin - 1); gender != 0) return gender;
    if (entity.tokens.begin > 1 && scene_.lower(entity.tokens.begin - 1) == ",") {
      if (const char gender = titled(entity.tokens.begin - 2); gender != 0) return gender;
    }
  }
  // The same bearer may have been named in full elsewhere.
  const std::string& name = entity.name;
  std::string first = name.substr(0, name.find(' '));
  std::transform(first.begin(), first.end(), first.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  return scene_.lexicon().gender(first);
}

bool Speakers::named_in(std::string_view name, TokenRange said) const {
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    begin = end + 1;
    if (word.size() < 3) continue;
    for (std::uint32_t k = said.begin; k < std::min(said.end, said.begin + kMaxSaid); ++k) {
      if (scene_.annotation().text_of(scene_.token(k)) == word) return true;
    }
  }
  return false;
}

/// "He testified Timmons fired", "Timmons fired, he testified": the one who is told of is not the one who tells.
bool Speakers::spoken_of(const language::Entity& entity, char gender) const {
  const TokenRange sentence = scene_.sentence(entity.tokens.begin).tokens;
  const auto tells = [&](std::uint32_t k) {
    if (scene_.quoted(k) || !(gender == 'f' ? female(scene_, k) : male(scene_, k)) || !pronoun(scene_, k)) return kNone;
    std::uint32_t verb = k + 1;
    while (verb < sentence.end && (scene_.is(verb, WordClass::kAdverb) || scene_.is(verb, WordClass::kAuxiliary))) ++verb;
    const Cue* cue = verb < sentence.end && !scene_.quoted(verb) ? verb_at(scene_, verb, sentence.begin) : nullptr;
    return cue != nullptr && cue->how == How::kSpeech ? verb : kNone;
  };
  for (std::uint32_t k = sentence.begin; k < entity.tokens.begin; ++k) {
    if (tells(k) != kNone) return true;
  }
  const std::uint32_t after = entity.tokens.end;
  if (after < sentence.end && verb_at(scene_, after, sentence.begin) != nullptr) return false;
  if (scene_.is(sentence.begin, WordClass::kClause) || scene_.is(sentence.begin, WordClass::kPreposition)) return false;
  for (std::uint32_t k = after + 1; k < sentence.end; ++k) {
    if (!scene_.is_pause(k - 1)) continue;
    const std::uint32_t verb = tells(k);
    if (verb == kNone) continue;
    const std::uint32_t next = verb + 1;
    if (next >= sentence.end || scene_.is_pause(next) || scene_.lower(next) == "." || scene_.is(next, WordClass::kTime))
      return true;
  }
  return false;
}

/// Whether a name stands where the one who acts stands: before the first verb that can be told, and not behind a preposition.
bool Speakers::subject_of_its_sentence(const language::Entity& entity) const {
  const TokenRange sentence = scene_.sentence(entity.tokens.begin).tokens;
  const std::uint32_t first = entity.tokens.begin;
  if (first > sentence.begin && scene_.is(first - 1, WordClass::kPreposition)) return false;
  // "Asked whether Holm had gone, Voss said": who tells acts, the other does not; nor does one of a pair.
  const std::uint32_t beside = entity.tokens.end;
  if (beside < sentence.end && !scene_.quoted(beside)) {
    const Cue* told = verb_at(scene_, beside, sentence.begin);
    if (told != nullptr && told->how == How::kSpeech && !told->gerund && told->act != "asked") return true;
    if (scene_.lower(beside) == "and" && beside + 1 < sentence.end && scene_.entity_of(beside + 1) != kNone) return false;
  }
  if (first > sentence.begin + 1 && !scene_.quoted(first - 1)) {
    if (scene_.is(first - 1, WordClass::kClause) && !scene_.is(first - 1, WordClass::kLead)) return false;
    if (scene_.lower(first - 1) == "and" && scene_.entity_of(first - 2) != kNone) return false;
  }
  for (std::uint32_t k = sentence.begin; k < first; ++k) {
    if (scene_.quoted(k)) continue;
    if (scene_.is(k, WordClass::kAuxiliary) && !possessive(scene_, k)) return false;
    const Cue* cue = verb_at(scene_, k, sentence.begin);
    if (cue != nullptr && !cue->gerund && k > sentence.begin) return false;
  }
  const bool quotes = scene_.quoted(sentence.begin) || scene_.quoted(sentence.end - 1);
  for (std::uint32_t k = entity.tokens.end; k < sentence.end; ++k) {
    if (scene_.quoted(k)) continue;
    const Cue* cue = verb_at(scene_, k, sentence.begin);
    if (cue != nullptr) return cue->act != "asked" || !quotes;  // "'…?' Lynch asked Coleman": either may speak next
  }
  return true;
}

std::string Speakers::addressee(std::uint32_t token, char gender) const {
  const auto& annotation = scene_.annotation();
  const std::uint32_t here = scene_.token(token).sentence;
  for (std::uint32_t k = token; k-- > 0 && scene_.token(k).sentence + kAskedSentencesBack >= here;) {
    if (scene_.quoted(k)) continue;
    const std::uint32_t number = scene_.entity_of(k);
    if (number == kNone || k == 0 || annotation.entities[number].tokens.begin != k || annotation.entities[number].label != "PERSON")
      continue;
    const Cue* cue = scene_.lexicon().cue(scene_.lower(k - 1));
    if (cue == nullptr || cue->act != "asked" || scene_.quoted(k - 1)) continue;
    // "asked Lynch" after a question is the order of words of "said Lynch"; with a subject of its own it is the one who was asked.
    if (k < 2 || scene_.quoted(k - 2) || scene_.is_pause(k - 2)) return {};
    const char theirs = gender_of(number);
    return theirs != 0 && gender != 0 && theirs != gender ? std::string() : annotation.entities[number].name;
  }
  return {};
}

/// Whom the tree and the report's roles leave as the only one, where nearness told nothing.
std::string Speakers::of_tree(std::uint32_t token, TokenRange said) const {
  const auto only = referents_.of(scene_.token(token).model);
  if (!only) return {};
  const std::string& name = scene_.annotation().entities[*only].name;
  return named_in(name, said) ? std::string{} : name;
}

std::string Speakers::of_pronoun(std::uint32_t token, char gender, TokenRange said) const {
  const auto& annotation = scene_.annotation();
  const std::uint32_t here = scene_.token(token).sentence;
  const std::uint32_t furthest = here > kSentencesBack ? here - kSentencesBack : 0;
  // Sentence by sentence back; in each the first that owns nothing, was not said inside a quotation and is not told of by the speaker.
  auto entity = std::lower_bound(annotation.entities.begin(), annotation.entities.end(), token,
                                 [](const language::Entity& x, std::uint32_t at) { return x.tokens.begin < at; });
  const language::Entity* chosen = nullptr;
  const language::Entity* acting = nullptr;
  bool several = false;
  std::uint32_t sentence = here;
  std::string owner;
  while (entity != annotation.entities.begin()) {
    --entity;
    const std::uint32_t first = entity->tokens.begin;
    const std::uint32_t its = scene_.token(first).sentence;
    if (its < furthest) break;
    if (its != sentence && (chosen != nullptr || !owner.empty())) break;
    sentence = its;
    if (entity->label != "PERSON" || scene_.quoted(first) || !scene_.is_capital(first)) continue;
    const auto number = static_cast<std::uint32_t>(entity - annotation.entities.begin());
    const char theirs = gender_of(number);
    if (theirs != 0 && gender != 0 && theirs != gender) continue;
    if (named_in(entity->name, said) || spoken_of(*entity, gender)) continue;
    const std::uint32_t end = entity->tokens.end;
    if (end < scene_.size() && possessive(scene_, end)) {
      owner = entity->name;
    } else {
      several = several || (chosen != nullptr && chosen->name != entity->name);
      chosen = &*entity;
      if (subject_of_its_sentence(*entity)) acting = chosen;
    }
  }
  // Two whom "he" may stand for, and neither of them the one who acts: nobody rather than the wrong one.
  if (several && acting == nullptr) return {};
  if (several) chosen = acting;
  const std::string best = chosen != nullptr ? chosen->name : std::string();
  // "Guzel said she had come": a name that no list knows stands where only a name can.
  const std::uint32_t nearest = best.empty() ? furthest : sentence + 1;
  for (std::uint32_t k = token; k > 1; --k) {
    const std::uint32_t at = k - 2;
    if (scene_.token(at).sentence < nearest) break;
    if (scene_.quoted(at) || scene_.entity_of(at) != kNone || !scene_.is_capital(at)) continue;
    const Cue* cue = scene_.lexicon().cue(scene_.lower(at + 1));
    if (cue == nullptr || cue->how != How::kSpeech || cue->gerund || scene_.is(at, WordClass::kRole)) continue;
    if (scene_.is(at, WordClass::kTime) || scene_.is(at, WordClass::kLead) || male(scene_, at) || female(scene_, at)) continue;
    if (scene_.is(at, WordClass::kClause) || scene_.is(at, WordClass::kDeterminer) || scene_.is(at, WordClass::kPreposition))
      continue;
    if (scene_.is(at, WordClass::kAdverb) || scene_.is(at, WordClass::kStop)) continue;
    if (scene_.is(at, WordClass::kPlural) || scene_.is(at, WordClass::kNeuter) || scene_.is(at, WordClass::kFirst)) continue;
    return std::string(annotation.text_of(scene_.token(at)));
  }
  // A speaker that is no known name ("Guzel", "one US official") and stands nearer is the better guess.
  for (auto known = known_.rbegin(); known != known_.rend(); ++known) {
    if (known->token > token) continue;
    const std::uint32_t its = scene_.token(known->token).sentence;
    if (its < furthest) break;
    if (known->gender != 0 && gender != 0 && known->gender != gender) continue;
    if (named_in(known->name, said)) continue;
    if (best.empty() || its > sentence || (its == sentence && !known->person)) return known->name;
    break;
  }
  return best.empty() ? owner : best;
}

std::string Speakers::of_body(std::uint32_t token) const {
  if (known_.empty() || known_.back().person || known_.back().gender != 0 || known_.back().token > token) return {};
  return scene_.token(token).sentence - scene_.token(known_.back().token).sentence <= kBodySentencesBack ? known_.back().name
                                                                                                         : std::string();
}

std::string Speakers::of_role(TokenRange source) const {
  // "the official": the head is the last word.
  const std::string_view head = scene_.lower(source.end - 1);
  for (auto known = known_.rbegin(); known != known_.rend(); ++known) {
    if (known->token < source.begin && std::find(known->words.begin(), known->words.end(), head) != known->words.end())
      return known->name;
  }
  // A name with the role beside it: "Governor Damir Aksu", "Irina Voll, the head of the harbour office".
  const auto& annotation = scene_.annotation();
  std::string found;
  for (const language::Entity& entity : annotation.entities) {
    if (entity.tokens.begin >= source.begin) break;
    if (entity.label != "PERSON") continue;
    bool has = entity.tokens.begin > 0 && scene_.lower(entity.tokens.begin - 1) == head;
    if (scene_.lower(entity.tokens.begin) == head) has = true;
    if (entity.tokens.end + 1 < scene_.size() && scene_.lower(entity.tokens.end) == ",") {
      for (std::uint32_t k = entity.tokens.end + 1; k < std::min(scene_.size(), entity.tokens.end + 6) && !scene_.is_pause(k);
           ++k) {
        if (scene_.lower(k) == head) has = true;
      }
    }
    if (!has) continue;
    if (!found.empty() && found != entity.name) return {};
    found = entity.name;
  }
  return found;
}

std::string Speakers::of_full_role(TokenRange source) const {
  // "the Ukrainian president", where the report has "Ukrainian President Volodymyr Zelensky" anywhere.
  const std::uint32_t first = source.begin + 1;
  const std::uint32_t size = source.end - first;
  std::string found;
  for (const language::Entity& entity : scene_.annotation().entities) {
    if (entity.label != "PERSON" || entity.tokens.begin < size) continue;
    bool same = true;
    for (std::uint32_t k = 0; k < size && same; ++k) same = scene_.lower(entity.tokens.begin - size + k) == scene_.lower(first + k);
    if (!same) continue;
    if (!found.empty() && found != entity.name) return {};
    found = entity.name;
  }
  return found;
}

std::string Speakers::name(TokenRange source, TokenRange said, std::string_view act) {
  if (source.size() == 0) return {};
  Known known;
  known.token = source.begin;
  for (std::uint32_t k = source.begin; k < source.end; ++k) {
    if (!(k == source.begin && scene_.is(k, WordClass::kDeterminer))) known.words.emplace_back(scene_.lower(k));
    if (scene_.is(k, WordClass::kMan)) known.gender = 'm';
    if (scene_.is(k, WordClass::kWoman)) known.gender = 'f';
  }
  if (source.size() == 1 && scene_.lower(source.begin) == "it") return of_body(source.begin);
  if (source.size() == 1 && (scene_.is(source.begin, WordClass::kNeuter) || scene_.is(source.begin, WordClass::kFirst))) return {};
  if (std::string pair = pair_in(scene_, source); !pair.empty()) {
    known.name = std::move(pair);
    known_.push_back(known);
    return known.name;
  }
  const std::uint32_t person = person_in(scene_, source);
  if (person != kNone) {
    known.name = scene_.annotation().entities[person].name;
    known.gender = gender_of(person);
    known.person = true;
    known_.push_back(known);
    return known.name;
  }
  if (source.size() == 1 && (male(scene_, source.begin) || female(scene_, source.begin))) {
    const char gender = male(scene_, source.begin) ? 'm' : 'f';
    std::string bearer =
        act == "answered" || act == "replied" || act == "responded" ? addressee(source.begin, gender) : std::string();
    if (bearer.empty()) bearer = of_pronoun(source.begin, gender, said);
    if (bearer.empty()) bearer = of_tree(source.begin, said);
    return bearer.empty() ? words_of(source) : bearer;
  }
  const bool definite =
      scene_.lower(source.begin) == "the" || scene_.lower(source.begin) == "this" || scene_.lower(source.begin) == "that";
  if (definite && source.size() == 2 && scene_.is(source.end - 1, WordClass::kRole)) {
    if (std::string bearer = of_role(source); !bearer.empty()) return bearer;
  }
  if (definite && source.size() > 2 && source.size() <= 5 && scene_.is(source.end - 1, WordClass::kRole)) {
    if (std::string bearer = of_full_role(source); !bearer.empty()) return bearer;
  }
  // "Zelensky's Telegram post", "Vincent Jackson's words": the owner speaks.
  for (std::uint32_t k = source.begin; k + 1 < source.end; ++k) {
    if (!possessive(scene_, k + 1) || scene_.entity_of(k) == kNone) continue;
    const auto& owner = scene_.annotation().entities[scene_.entity_of(k)];
    if (owner.label == "PERSON" && scene_.is(source.end - 1, WordClass::kDocument)) return owner.name;
  }
  // The phrase is a name and no more: as the report knows it ("The Kremlin", "Voltara").
  const std::uint32_t entity = scene_.entity_of(source.end - 1);
  if (entity != kNone) {
    const auto& bearer = scene_.annotation().entities[entity];
    const std::uint32_t lead = scene_.is(source.begin, WordClass::kDeterminer) ? source.begin + 1 : source.begin;
    if (bearer.tokens.begin <= lead && bearer.tokens.end == source.end) {
      known.name = bearer.name;
      known_.push_back(known);
      return known.name;
    }
  }
  known.name = words_of(source);
  known_.push_back(known);
  return known.name;
}

}  // namespace tetrapla::claims::quotations
