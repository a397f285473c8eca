// Without a tree, by closed classes of words: a noun phrase ends where a word stands that cannot belong to it (a comma, a conjunction, an
// auxiliary, a day of the week) and after so many words at most.
#include "claims/quotations_phrases.h"

#include <algorithm>
#include <array>
#include <string>

namespace tetrapla::claims::quotations {
namespace {

using language::TokenRange;

constexpr int kMaxAppositions = 4;

bool ends_phrase(const Scene& scene, std::uint32_t k) {
  return scene.quoted(k) || scene.is_pause(k) ||
         (!scene.is_word(k) && !possessive(scene, k) && scene.lower(k) != "-" && scene.lower(k) != "&" && scene.lower(k) != ".");
}

bool names_person(const Scene& scene, TokenRange range) {
  for (std::uint32_t k = range.begin; k < range.end; ++k) {
    const std::uint32_t entity = scene.entity_of(k);
    if (entity != kNone && scene.annotation().entities[entity].label == "PERSON") return true;
  }
  return false;
}

/// "coaches", "deputies", "jurors" → "coach", "deputy", "juror"; other words as they are.
std::string singular(std::string_view word) {
  std::string one(word);
  if (one.size() > 4 && one.ends_with("ies")) return one.substr(0, one.size() - 3) + "y";
  if (one.size() > 4 && (one.ends_with("ches") || one.ends_with("sses"))) return one.substr(0, one.size() - 2);
  if (one.size() > 3 && one.ends_with("s") && !one.ends_with("ss")) one.pop_back();
  return one;
}

/// A noun by its tag: "the claims of the union", "a report said".
bool is_thing(const Scene& scene, std::uint32_t k) {
  const std::uint32_t node = scene.token(k).model;
  if (node >= scene.annotation().document.tokens.size()) return false;
  const EnglishToken& read = scene.annotation().document.tokens[node];
  return read.pos == Pos::kNoun && (read.tag == Tag::kNn || read.tag == Tag::kNns);
}

/// A word for somebody, or for what tells things.
bool tells(const Scene& scene, std::string_view word) {
  static constexpr std::array<WordClass, 7> kWho = {WordClass::kRole, WordClass::kTeller, WordClass::kDocument, WordClass::kBody,
                                                    WordClass::kMan,  WordClass::kWoman,  WordClass::kPerson};
  const Lexicon& lexicon = scene.lexicon();
  const auto listed = [&](std::string_view form) {
    return std::any_of(kWho.begin(), kWho.end(), [&](WordClass kind) { return lexicon.is(form, kind); });
  };
  const std::string one = singular(word);
  if (listed(word) || listed(one)) return true;
  if (one.size() < 5 || lexicon.is(one, WordClass::kThing)) return false;
  static constexpr std::array<std::string_view, 8> kEndings = {"er", "or", "ist", "man", "men", "woman", "women", "ian"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return one.ends_with(ending); });
}

}  // namespace

TokenRange somebody(const Scene& scene, TokenRange phrase) {
  const auto preposition = [&](std::uint32_t k) {
    return scene.entity_of(k) == kNone && !possessive(scene, k) &&
           (scene.is(k, WordClass::kPreposition) || scene.lower(k) == "to" || scene.lower(k) == "around");
  };
  while (phrase.size() > 0 && (possessive(scene, phrase.begin) || scene.lower(phrase.begin) == "least")) ++phrase.begin;
  while (phrase.size() > 0 && preposition(phrase.end - 1)) --phrase.end;
  if (phrase.size() == 0 || preposition(phrase.begin)) return {};
  if (pronoun(scene, phrase.begin) && phrase.size() == 1) return phrase;
  if (scene.is(phrase.begin, WordClass::kMale) || scene.is(phrase.begin, WordClass::kFemale) ||
      scene.is(phrase.begin, WordClass::kPlural))
    return phrase;
  const bool counted =
      scene.is(phrase.begin, WordClass::kDeterminer) && scene.lower(phrase.begin) != "the" && scene.lower(phrase.begin) != "a";
  if (counted && (phrase.size() == 1 || scene.lower(phrase.begin + 1) == "of")) return phrase;
  for (std::uint32_t k = phrase.begin; k < phrase.end; ++k) {
    if (k > phrase.begin && preposition(k)) return {};
    if (scene.entity_of(k) != kNone || scene.is_capital(k)) {
      // The first word of a sentence has its capital from there.
      const bool opens = k == 0 || scene.token(k).sentence != scene.token(k - 1).sentence;
      const bool alone = phrase.size() == 1 && !scene.is(k, WordClass::kLead) && !scene.is(k, WordClass::kAdverb);
      const bool word = scene.entity_of(k) == kNone && ((opens && !alone) || scene.is(k, WordClass::kDeterminer));
      if (!word) return phrase;
    }
    if (tells(scene, scene.lower(k))) return phrase;
  }
  return {};
}

bool possessive(const Scene& scene, std::uint32_t k) {
  return scene.lower(k) == "'s" || scene.lower(k) == "'" || scene.lower(k) == "’s";
}

const Cue* verb_at(const Scene& scene, std::uint32_t k, std::uint32_t begin) {
  const Cue* cue = scene.lexicon().cue(scene.lower(k));
  if (cue == nullptr) return nullptr;
  if (is_thing(scene, k) && cue->how != How::kColon) return nullptr;
  if (scene.is_capital(k) && k > begin && scene.is(k, WordClass::kDocument)) return nullptr;  // "The Washington Post"
  if (k > begin) {
    const std::string_view before = scene.lower(k - 1);
    if (scene.is(k - 1, WordClass::kDeterminer) && before != "that" && before != "this" && before != "these" && before != "those" &&
        before != "one" && before != "both" && before != "many" && before != "some" && before != "most" && before != "several") {
      return nullptr;
    }
    if (possessive(scene, k - 1) && scene.is(k, WordClass::kNoun)) return nullptr;
    if (before == "of" || (before == "for" && !cue->gerund) || (before == "in" && !cue->gerund)) return nullptr;
  }
  return cue;
}

std::uint32_t group_begin(const Scene& scene, std::uint32_t k, std::uint32_t begin) {
  std::uint32_t first = k;
  while (first > begin && !scene.quoted(first - 1) &&
         (scene.is(first - 1, WordClass::kAuxiliary) || scene.is(first - 1, WordClass::kAdverb)) &&
         !scene.is(first - 1, WordClass::kTime)) {
    --first;
  }
  // An adverb at the begin belongs to the sentence: "Recently Smith said".
  while (first < k && scene.is(first, WordClass::kAdverb) && !scene.is(first, WordClass::kAuxiliary)) ++first;
  return first;
}

bool pronoun(const Scene& scene, std::uint32_t k) {
  const std::string_view word = scene.lower(k);
  return word == "he" || word == "she" || word == "they" || word == "it" || word == "i" || word == "we" || word == "you";
}

TokenRange phrase_from(const Scene& scene, std::uint32_t first, std::uint32_t end) {
  end = std::min(end, first + kMaxSourceWords);
  std::uint32_t k = first;
  while (k < end && !ends_phrase(scene, k) && scene.lower(k) != ".") {
    const bool hyphened = k > first && (scene.lower(k - 1) == "-" || (k + 1 < end && scene.lower(k + 1) == "-"));  // "32-year-old"
    if (k > first && !hyphened && scene.entity_of(k) == kNone && (scene.is(k, WordClass::kStop) || scene.is(k, WordClass::kTime)) &&
        !possessive(scene, k)) {
      break;
    }
    if (k > first && scene.is(k, WordClass::kAuxiliary) && !possessive(scene, k)) break;
    ++k;
    if (pronoun(scene, first)) break;
  }
  return {first, k};
}

TokenRange with_name(const Scene& scene, TokenRange phrase, std::uint32_t end) {
  const auto named = [&](TokenRange range) {
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const std::uint32_t entity = scene.entity_of(k);
      if (entity != kNone && scene.annotation().entities[entity].label == "PERSON" &&
          !(k + 1 < range.end && possessive(scene, k + 1)))
        return true;
    }
    return false;
  };
  if (phrase.size() == 0 || named(phrase) || phrase.end + 1 >= end || scene.lower(phrase.end) != ",") return phrase;
  const TokenRange more = phrase_from(scene, phrase.end + 1, end);
  if (more.size() == 0 || !named({more.end - 1, more.end})) return phrase;
  return {phrase.begin, more.end};
}

TokenRange phrase_before(const Scene& scene, std::uint32_t end, std::uint32_t begin) {
  while (end > begin && scene.is(end - 1, WordClass::kAdverb) && scene.entity_of(end - 1) == kNone) --end;
  const bool relative = end > begin && (scene.lower(end - 1) == "who" || scene.lower(end - 1) == "which");
  if (relative) --end;
  // Asides: "Maral, 45, an Ashgabat resident, said" and "Zelensky, for his part, has called"; back over each to the name. In "Its chairman,
  // Zheng Weilan, expects" the last of them is the name.
  for (int times = 0; times < kMaxAppositions && end > begin && scene.is_pause(end - 1); ++times) {
    std::uint32_t start = end - 1;
    while (start > begin && !scene.is_pause(start - 1) && !scene.quoted(start - 1)) --start;
    const bool has_left = start > begin + 1 && scene.is_pause(start - 1);
    // "approved by Justice Alder, who said": what stands before "who", not what that hangs on.
    if (relative && start + 1 < end && !scene.is(start, WordClass::kDeterminer) &&
        (names_person(scene, {start, end - 1}) || scene.is_capital(end - 2))) {
      --end;
      break;
    }
    const bool aside = start + 1 < end && (scene.is(start, WordClass::kDeterminer) || scene.is(start, WordClass::kPreposition) ||
                                           scene.is(start, WordClass::kClause) || !scene.is_capital(start));
    if (!has_left || !aside) {
      --end;
      break;
    }
    end = start;
  }
  if (end <= begin) return {};
  if (pronoun(scene, end - 1)) return {end - 1, end};
  std::uint32_t first = end;
  while (first > begin && end - first < kMaxSourceWords) {
    const std::uint32_t k = first - 1;
    if (ends_phrase(scene, k) || (scene.lower(k) == "." && scene.token(k).kind == language::TokenKind::kPunctuation)) break;
    if (scene.entity_of(k) == kNone) {
      if (scene.is(k, WordClass::kClause) && !(scene.lower(k) == "and" || scene.lower(k) == "or")) break;
      if (scene.lower(k) == "and" && !(k > begin && scene.is_capital(k - 1) && scene.is_capital(k + 1))) break;
      if (scene.is(k, WordClass::kTime) && !scene.is_capital(k)) break;
      if (scene.is(k, WordClass::kAuxiliary) && !possessive(scene, k)) break;
      const Cue* cue = scene.lexicon().cue(scene.lower(k));
      if (cue != nullptr && cue->how != How::kAfter && cue->how != How::kColon && !scene.is(k, WordClass::kNoun) &&
          !scene.is(k, WordClass::kDocument))
        break;
      if (pronoun(scene, k)) break;
    }
    first = k;
    // A determiner begins the phrase, unless it hangs on another ("the mayor of the town").
    if (scene.is(k, WordClass::kDeterminer) && !(k > begin && scene.is(k - 1, WordClass::kOf))) break;
  }
  for (std::uint32_t k = first; relative && k + 1 < end; ++k) {
    if (scene.entity_of(k) == kNone && scene.is(k, WordClass::kPreposition) && !scene.is(k, WordClass::kOf)) first = k + 1;
  }
  while (first < end && scene.entity_of(first) == kNone &&
         (scene.is(first, WordClass::kAdverb) || (scene.is(first, WordClass::kLead) && !scene.is(first, WordClass::kDeterminer)) ||
          scene.is(first, WordClass::kTime))) {
    ++first;
  }
  return {first, end};
}

TokenRange subject_of(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t first = begin;
  while (first < end && (scene.is(first, WordClass::kLead) || scene.lower(first) == ",") && !scene.quoted(first)) ++first;
  if (first >= end || scene.quoted(first)) return {};
  if (pronoun(scene, first)) return {first, first + 1};
  std::uint32_t k = first;
  while (k < end && k - first < kMaxSourceWords) {
    if (ends_phrase(scene, k)) break;
    if (scene.entity_of(k) == kNone && k > first) {
      const std::string_view word = scene.lower(k);
      if (scene.is(k, WordClass::kAuxiliary) && !possessive(scene, k)) break;
      if (scene.lexicon().cue(word) != nullptr || scene.is(k, WordClass::kStop)) break;
      if (!scene.is_capital(k) && word.size() > 3 && word.ends_with("ed")) break;
    }
    ++k;
  }
  const TokenRange found{first, k};
  // Only what has a name or a role in it is somebody.
  for (std::uint32_t at = found.begin; at < found.end; ++at) {
    if (scene.entity_of(at) != kNone || scene.is(at, WordClass::kRole) || (at > found.begin && scene.is_capital(at))) return found;
  }
  return {};
}

std::uint32_t group_end(const Scene& scene, std::uint32_t k, std::uint32_t end) {
  if (k + 2 < end && scene.lower(k) == "quoted" && scene.lower(k + 1) == "as") return k + 3;
  return k + 1;
}

bool according(const Scene& scene, std::uint32_t k, std::uint32_t end) {
  return k + 2 < end && scene.lower(k) == "according" && scene.lower(k + 1) == "to";
}

}  // namespace tetrapla::claims::quotations
