// Without a tree, by closed classes of words: a reporting verb, then the noun phrase beside it. A noun phrase ends where a word stands that
// cannot belong to it (a comma, a conjunction, an auxiliary, a day of the week) and after so many words at most.
#include "claims/quotations_sources.h"

#include <algorithm>

namespace tetrapla::claims::quotations {
namespace {

using language::TokenRange;

constexpr std::uint32_t kMaxPhrase = 14;   // words of a source: "the deputy head of the regional administration for …"
constexpr std::uint32_t kMaxAfter = 45;    // words between a quotation and the verb after it, appositions and all
constexpr std::uint32_t kMaxBefore = 30;   // words between a verb and a fragment it gives to somebody
constexpr int kMaxAppositions = 4;

bool possessive(const Scene& scene, std::uint32_t k) { return scene.lower(k) == "'s" || scene.lower(k) == "'" || scene.lower(k) == "’s"; }

/// A cue that is a verb where it stands: "claims" after "the" or "his" is none.
const Cue* verb_at(const Scene& scene, std::uint32_t k, std::uint32_t begin) {
  const Cue* cue = scene.lexicon().cue(scene.lower(k));
  if (cue == nullptr) return nullptr;
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

/// The first token of a verb's group: auxiliaries and adverbs before it belong to it.
std::uint32_t group_begin(const Scene& scene, std::uint32_t k, std::uint32_t begin) {
  std::uint32_t first = k;
  while (first > begin && !scene.quoted(first - 1) &&
         (scene.is(first - 1, WordClass::kAuxiliary) || scene.is(first - 1, WordClass::kAdverb)) && !scene.is(first - 1, WordClass::kTime)) {
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

bool ends_phrase(const Scene& scene, std::uint32_t k) {
  return scene.quoted(k) || scene.is_pause(k) || (!scene.is_word(k) && !possessive(scene, k) && scene.lower(k) != "-" && scene.lower(k) != "&" &&
                                                 scene.lower(k) != ".");
}

/// The noun phrase that begins at `first`.
TokenRange phrase_from(const Scene& scene, std::uint32_t first, std::uint32_t end) {
  end = std::min(end, first + kMaxPhrase);
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

/// With the apposition that names the bearer: "its spokeswoman, Petra Lindqvist".
TokenRange with_name(const Scene& scene, TokenRange phrase, std::uint32_t end) {
  const auto named = [&](TokenRange range) {
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const std::uint32_t entity = scene.entity_of(k);
      if (entity != kNone && scene.annotation().entities[entity].label == "PERSON" && !(k + 1 < range.end && possessive(scene, k + 1))) return true;
    }
    return false;
  };
  if (phrase.size() == 0 || named(phrase) || phrase.end + 1 >= end || scene.lower(phrase.end) != ",") return phrase;
  const TokenRange more = phrase_from(scene, phrase.end + 1, end);
  if (more.size() == 0 || !named({more.end - 1, more.end})) return phrase;
  return {phrase.begin, more.end};
}

/// The noun phrase that ends before token `end`, not before `begin`.
TokenRange phrase_before(const Scene& scene, std::uint32_t end, std::uint32_t begin) {
  while (end > begin && scene.is(end - 1, WordClass::kAdverb) && scene.entity_of(end - 1) == kNone) --end;
  if (end > begin && (scene.lower(end - 1) == "who" || scene.lower(end - 1) == "which")) --end;
  // Asides: "Maral, 45, an Ashgabat resident, said" and "Zelensky, for his part, has called"; back over each to the name. In "Its chairman,
  // Zheng Weilan, expects" the last of them is the name.
  for (int times = 0; times < kMaxAppositions && end > begin && scene.is_pause(end - 1); ++times) {
    std::uint32_t start = end - 1;
    while (start > begin && !scene.is_pause(start - 1) && !scene.quoted(start - 1)) --start;
    const bool has_left = start > begin + 1 && scene.is_pause(start - 1);
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
  while (first > begin && end - first < kMaxPhrase) {
    const std::uint32_t k = first - 1;
    if (ends_phrase(scene, k) || (scene.lower(k) == "." && scene.token(k).kind == language::TokenKind::kPunctuation)) break;
    if (scene.entity_of(k) == kNone) {
      if (scene.is(k, WordClass::kClause) && !(scene.lower(k) == "and" || scene.lower(k) == "or") ) break;
      if (scene.lower(k) == "and" && !(k > begin && scene.is_capital(k - 1) && scene.is_capital(k + 1))) break;
      if (scene.is(k, WordClass::kTime) && !scene.is_capital(k)) break;
      if (scene.is(k, WordClass::kAuxiliary) && !possessive(scene, k)) break;
      const Cue* cue = scene.lexicon().cue(scene.lower(k));
      if (cue != nullptr && cue->how != How::kAfter && !scene.is(k, WordClass::kNoun) && !scene.is(k, WordClass::kDocument)) break;
      if (pronoun(scene, k)) break;
    }
    first = k;
    // A determiner begins the phrase, unless it hangs on another ("the mayor of the town").
    if (scene.is(k, WordClass::kDeterminer) && !(k > begin && scene.is(k - 1, WordClass::kOf)) ) break;
  }
  while (first < end && scene.entity_of(first) == kNone &&
         (scene.is(first, WordClass::kAdverb) || (scene.is(first, WordClass::kLead) && !scene.is(first, WordClass::kDeterminer)) ||
          scene.is(first, WordClass::kTime))) {
    ++first;
  }
  return {first, end};
}

/// The subject of a sentence, where it begins with one: up to the first auxiliary or verb form.
TokenRange subject_of(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t first = begin;
  while (first < end && (scene.is(first, WordClass::kLead) || scene.lower(first) == ",") && !scene.quoted(first)) ++first;
  if (first >= end || scene.quoted(first)) return {};
  if (pronoun(scene, first)) return {first, first + 1};
  std::uint32_t k = first;
  while (k < end && k - first < kMaxPhrase) {
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

Attribution made(const Cue& cue, TokenRange words, TokenRange source) {
  return {.cue = words, .source = source, .act = cue.act, .naming = cue.how == How::kNaming, .from_before = false, .after = false, .document = false};
}

/// The end of a verb's group after it: "told reporters", "was quoted as saying". Only what belongs to the cue.
std::uint32_t group_end(const Scene& scene, std::uint32_t k, std::uint32_t end) {
  if (k + 2 < end && scene.lower(k) == "quoted" && scene.lower(k + 1) == "as") return k + 3;
  return k + 1;
}

char last_character(const Scene& scene, const Run& run) { return scene.annotation().text()[run.inner.end - 1]; }

bool according(const Scene& scene, std::uint32_t k, std::uint32_t end) {
  return k + 2 < end && scene.lower(k) == "according" && scene.lower(k + 1) == "to";
}

/// The words right after a run: `"…," he said`, `"…," said X`, `"…," according to X`, `"…," was the promise of X`.
Attribution after_run(const Scene& scene, const Run& run) {
  std::uint32_t k = run.around.end;
  if (k >= scene.size() || scene.quoted(k)) return {};
  const char last = last_character(scene, run);
  const bool comma = last == ',' || scene.lower(k) == ",";
  const bool asks = last == '?' || last == '!';
  const bool same_paragraph = scene.paragraph(k) == scene.paragraph(run.around.end - 1);
  if (!same_paragraph && !comma) return {};
  std::uint32_t end = scene.frame_end(k);
  end = std::min(end, k + kMaxAfter);
  for (std::uint32_t at = k; at < end; ++at) {
    if (scene.quoted(at)) end = at;
  }
  while (k < end && scene.is_pause(k) && scene.lower(k) != "(") ++k;
  if (k >= end) return {};
  const auto done = [](Attribution found) {
    found.after = true;
    return found;
  };
  if (according(scene, k, end)) {
    return done({.cue = {k, k + 2}, .source = with_name(scene, phrase_from(scene, k + 2, end), end), .act = "said", .naming = false,
                 .from_before = false, .after = true, .document = false});
  }
  // `was the promise of X`
  if (scene.is(k, WordClass::kBe) && k + 4 < end && scene.lower(k + 1) == "the") {
    for (std::uint32_t at = k + 2; at + 2 < end && at < k + 5; ++at) {
      if (scene.is(at, WordClass::kNoun) && (scene.lower(at + 1) == "of" || scene.lower(at + 1) == "from")) {
        return done({.cue = {k, at + 2}, .source = with_name(scene, phrase_from(scene, at + 2, end), end), .act = "said", .naming = false,
                     .from_before = false, .after = true, .document = false});
      }
    }
  }
  // `was how X put it`
  if (scene.is(k, WordClass::kBe) && k + 2 < end && scene.lower(k + 1) == "how") {
    for (std::uint32_t at = k + 3; at < end; ++at) {
      if (const Cue* cue = verb_at(scene, at, k + 2)) return done(made(*cue, {at, at + 1}, {k + 2, group_begin(scene, at, k + 2)}));
    }
  }
  std::uint32_t first = k;
  while (first < end && scene.is(first, WordClass::kAdverb)) ++first;
  if (first < end) {
    if (const Cue* cue = verb_at(scene, first, first); cue != nullptr && !cue->gerund && !scene.is_capital(first)) {
      const bool speech = cue->how == How::kSpeech || cue->how == How::kAfter || cue->how == How::kWeak;
      if (speech && (comma || asks || last == '.' || scene.lower(first).starts_with("sa"))) {
        TokenRange source = phrase_from(scene, first + 1, end);
        if (source.size() > 0 && (scene.is(source.begin, WordClass::kStop) || scene.is(source.begin, WordClass::kTime))) source = {};
        return done(made(*cue, {first, first + 1}, with_name(scene, source, end)));
      }
    }
  }
  const bool short_subject = pronoun(scene, k);
  const bool participle = !scene.is_capital(k) && scene.entity_of(k) == kNone && scene.lower(k).size() > 4 &&
                          (scene.lower(k).ends_with("ed") || scene.lower(k).ends_with("ing"));
  const bool opens_clause = participle || scene.is(k, WordClass::kClause) || scene.is(k, WordClass::kPreposition);
  if (opens_clause || !(comma || asks || short_subject)) return {};
  if (asks && !short_subject && scene.is_capital(k) && scene.entity_of(k) == kNone) {
    // A new sentence may begin here; only a close verb makes it the speaker's.
    end = std::min(end, k + 6);
  }
  bool apposition = false;
  std::uint32_t core = end;
  for (std::uint32_t at = k + 1; at < end; ++at) {
    if (scene.is_pause(at) && !apposition) {
      apposition = true;
      core = at;
    }
    const Cue* cue = verb_at(scene, at, k);
    if (cue == nullptr || cue->how == How::kColon || (cue->gerund && !scene.is(at - 1, WordClass::kBe))) continue;
    // Inside an apposition "who declined to say" is no cue of this run.
    if (scene.lower(at - 1) == "to" || scene.lower(at - 1) == "who" || (apposition && scene.is(at - 1, WordClass::kDeterminer))) continue;
    const std::uint32_t group = group_begin(scene, at, k + 1);
    core = std::min(core, group);
    if (core - k > kMaxPhrase) return {};
    const TokenRange words{group, group_end(scene, at, end)};
    return done(made(*cue, words, with_name(scene, {k, core}, end)));
  }
  return {};
}

/// "Zelensky's recent claims that": the owner of the words.
TokenRange owner_of(const Scene& scene, std::uint32_t noun, std::uint32_t begin) {
  for (std::uint32_t k = noun; k > begin && noun - k < 4; --k) {
    const std::uint32_t at = k - 1;
    if (scene.quoted(at) || scene.is_pause(at)) return {};
    if (scene.lower(at) == "his" || scene.lower(at) == "her" || scene.lower(at) == "their") return {at, at + 1};
    if (possessive(scene, at)) return phrase_before(scene, at, begin);
  }
  return {};
}

/// The nearest reporting words before token `until`, not before `begin`.
Attribution before_place(const Scene& scene, std::uint32_t begin, std::uint32_t until, const Attribution* previous, std::uint32_t after) {
  const std::uint32_t lowest = until > begin + kMaxBefore ? until - kMaxBefore : begin;
  bool crossed = false;  // another run stands between
  for (std::uint32_t k = until; k > lowest; --k) {
    const std::uint32_t at = k - 1;
    if (scene.quoted(at)) {
      crossed = true;
      continue;
    }
    if (scene.lower(at) == ";") return {};
    if (crossed && previous != nullptr && previous->found()) {
      Attribution same = *previous;
      same.from_before = true;
      return same;
    }
    if (according(scene, at, until)) {
      return {.cue = {at, at + 2}, .source = with_name(scene, phrase_from(scene, at + 2, until), until), .act = "said", .naming = false,
              .from_before = false, .after = false, .document = false};
    }
    if (scene.is(at, WordClass::kNoun) && at + 1 < until && (scene.lower(at + 1) == "that" || scene.lower(at + 1) == "of" || scene.lower(at + 1) == ":")) {
      if (const TokenRange owner = owner_of(scene, at, begin); owner.size() > 0) {
        return {.cue = {at, at + 1}, .source = owner, .act = "said", .naming = false, .from_before = false, .after = false, .document = false};
      }
    }
    const Cue* cue = verb_at(scene, at, begin);
    if (cue == nullptr) continue;
    if ((cue->how == How::kAfter || cue->how == How::kColon) && scene.lower(until - 1) != ":") continue;
    const bool close = until - at <= 3 || scene.lower(until - 1) == ":" || (at + 1 < until && scene.lower(at + 1) == "that");
    if (cue->how == How::kWeak && !close) continue;
    const std::uint32_t group = group_begin(scene, at, begin);
    const TokenRange words{group, at + 1};
    bool passive = at > begin && at + 1 < until && (scene.lower(at + 1) == "by" || scene.lower(at + 1) == "as") && !cue->gerund &&
                   (scene.lower(at).ends_with("ed") || scene.lower(at).ends_with("en")) && cue->how == How::kNaming;
    if (passive && scene.lower(at + 1) == "by") return made(*cue, words, with_name(scene, phrase_from(scene, at + 2, until), until));
    bool be = false;
    for (std::uint32_t w = group; w < at; ++w) be = be || scene.is(w, WordClass::kBe);
    const bool formed = scene.lower(at).ends_with("ed") || scene.lower(at).ends_with("en");
    if (be && formed && !cue->gerund) {
      if (after < scene.size() && !scene.quoted(after) && scene.lower(after) == "by" && scene.paragraph(after) == scene.paragraph(at)) {
        const std::uint32_t end = scene.frame_end(after);
        return made(*cue, words, with_name(scene, phrase_from(scene, after + 1, end), end));
      }
      if (previous != nullptr && previous->found()) {
        Attribution same = *previous;
        same.from_before = true;
        same.naming = cue->how == How::kNaming;
        return same;
      }
      return made(*cue, words, {});
    }
    if (cue->gerund && !be) {
      const std::string_view left = group > begin ? scene.lower(group - 1) : ",";
      const bool hangs = group == begin || scene.is_pause(group - 1) || scene.quoted(group - 1) || scene.is(group - 1, WordClass::kClause) ||
                         scene.is(group - 1, WordClass::kPreposition) || left == "by" || left == ":";
      if (hangs && scene.lower(group > begin ? group - 1 : group) != "with") {
        if (previous != nullptr && previous->found()) {
          Attribution same = *previous;
          same.cue = words;
          same.act = cue->act;
          same.naming = cue->how == How::kNaming;
          same.from_before = true;
          return same;
        }
        return made(*cue, words, subject_of(scene, begin, group));
      }
      // "with the official suggesting", but "emerged from the talks emphasizing".
      const TokenRange beside = phrase_before(scene, group, begin);
      const bool somebody = beside.size() > 0 && (scene.is(beside.end - 1, WordClass::kRole) || scene.entity_of(beside.end - 1) != kNone);
      return made(*cue, words, somebody ? beside : subject_of(scene, begin, group));
    }
    const std::string_view left = group > begin ? scene.lower(group - 1) : "";
    if (group > begin && (left == "and" || left == "but" || left == "or" || left == "to" || scene.quoted(group - 1))) {
      // "emerged … and said": the subject stands before another verb.
      Attribution same = previous != nullptr && previous->found() ? *previous : made(*cue, words, {});
      if (same.source.size() == 0) {
        const Attribution earlier = before_place(scene, begin, group - 1, nullptr, scene.size());
        same.source = earlier.source.size() > 0 ? earlier.source : subject_of(scene, begin, group);
      }
      same.cue = words;
      same.act = cue->act;
      same.naming = cue->how == How::kNaming;
      return same;
    }
    TokenRange source = phrase_before(scene, group, begin);
    if (source.size() == 0 && group > begin && scene.is_pause(group - 1)) source = subject_of(scene, begin, group);
    if (source.size() == 0 && group == begin) continue;
    return made(*cue, words, source);
  }
  return {};
}

/// `…, according to X` and `…, X said` at the end of the sentence that a fragment stands in.
Attribution end_of_sentence(const Scene& scene, const Run& run) {
  const std::uint32_t begin = run.around.end;
  if (begin >= scene.size() || scene.paragraph(begin) != scene.paragraph(run.around.end - 1)) return {};
  const std::uint32_t end = scene.frame_end(begin);
  for (std::uint32_t k = begin; k + 1 < end; ++k) {
    if (scene.quoted(k)) return {};
    if (according(scene, k, end)) {
      return {.cue = {k, k + 2}, .source = with_name(scene, phrase_from(scene, k + 2, end), end), .act = "said", .naming = false,
              .from_before = false, .after = true, .document = false};
    }
    if (scene.lower(k) != ",") continue;
    if (const Cue* cue = verb_at(scene, k + 1, k + 1); cue != nullptr && cue->how == How::kSpeech && !cue->gerund && k + 2 < end) {
      const TokenRange source = phrase_from(scene, k + 2, end);
      if (source.size() > 0 && !scene.is(source.begin, WordClass::kStop)) {
        Attribution found = made(*cue, {k + 1, k + 2}, with_name(scene, source, end));
        found.after = true;
        return found;
      }
    }
    // `, he said.`
    const std::uint32_t last = std::min(end, k + 8);
    for (std::uint32_t at = k + 2; at < last; ++at) {
      const Cue* cue = verb_at(scene, at, k + 1);
      if (cue == nullptr || cue->how != How::kSpeech || cue->gerund) continue;
      const bool closes = at + 1 == end || scene.is(at + 1, WordClass::kTime) || scene.is(at + 1, WordClass::kStop);
      if (!closes || scene.is(k + 1, WordClass::kClause) || scene.is(k + 1, WordClass::kPreposition)) break;
      Attribution found = made(*cue, {at, at + 1}, {k + 1, group_begin(scene, at, k + 1)});
      found.after = true;
      return found;
    }
  }
  return {};
}

/// The last clause of the sentence before a colon, or of one that leads up to a quotation.
Attribution leading(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  Attribution found = before_place(scene, begin, end, nullptr, scene.size());
  if (found.source.size() == 0) {
    const TokenRange subject = subject_of(scene, begin, end);
    if (subject.size() > 0) {
      found.source = subject;
      if (!found.found()) found.cue = {end - 1, end};
    }
  }
  return found;
}

}  // namespace

Attribution attribute(const Scene& scene, std::uint32_t number, const Attribution* previous) {
  const Run& run = scene.runs()[number];
  const Attribution close_after = after_run(scene, run);
  const std::uint32_t first = run.around.begin;
  if (close_after.found() && close_after.source.size() > 0) return close_after;
  const std::uint32_t begin = scene.frame_begin(first);
  if (first > 0) {
    const bool begins_paragraph = scene.paragraph(first - 1) != scene.paragraph(first);
    if (scene.lower(first - 1) == ":" && !scene.quoted(first - 1)) {
      const std::uint32_t start = begins_paragraph ? scene.frame_begin(first - 1) : begin;
      const Attribution found = leading(scene, start, first);
      if (found.found()) return found;
    }
    if (begin < first) {
      const std::uint32_t before = number > 0 && scene.runs()[number - 1].around.end > begin ? number - 1 : kNone;
      const Attribution found = before_place(scene, begin, first, before != kNone ? previous : nullptr, run.around.end);
      if (found.found()) return found;
    }
  }
  if (close_after.found()) return close_after;
  return end_of_sentence(scene, run);
}

Attribution attribute_sentence(const Scene& scene, std::uint32_t k) {
  const std::uint32_t begin = scene.sentence(k).tokens.begin;
  const Attribution found = before_place(scene, begin, k + 1, nullptr, scene.size());
  if (found.source.size() > 0) return found;
  // "Jackson released a statement through the team."
  for (std::uint32_t at = begin + 1; at <= k; ++at) {
    if (scene.quoted(at) || !scene.is(at, WordClass::kDocument) || !scene.is(at - 1, WordClass::kDeterminer)) continue;
    if (at < begin + 3) return {};
    const std::uint32_t verb = group_begin(scene, at - 2, begin);
    TokenRange subject = phrase_before(scene, verb, begin);
    if (subject.size() == 0) subject = subject_of(scene, begin, verb);
    if (subject.size() == 0) return {};
    return {.cue = {at, at + 1}, .source = subject, .act = "said", .naming = false, .from_before = false, .after = false, .document = true};
  }
  return {};
}

}  // namespace tetrapla::claims::quotations
