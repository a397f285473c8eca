// Without a tree: a reporting verb near the quoted words, then the noun phrase beside it (quotations_phrases.h).
#include "claims/quotations_sources.h"

#include <algorithm>

#include "claims/quotations_phrases.h"

namespace tetrapla::claims::quotations {
namespace {

using language::TokenRange;

constexpr std::uint32_t kMaxAfter = 45;   // words between a quotation and the verb after it, appositions and all
constexpr std::uint32_t kMaxBefore = 30;  // words between a verb and a fragment it gives to somebody

Attribution made(const Cue& cue, TokenRange words, TokenRange source) {
  return {.cue = words,
          .source = source,
          .act = cue.act,
          .naming = cue.how == How::kNaming,
          .from_before = false,
          .after = false,
          .document = false};
}

char last_character(const Scene& scene, const Run& run) { return scene.annotation().text()[run.inner.end - 1]; }

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
    return done({.cue = {k, k + 2},
                 .source = with_name(scene, phrase_from(scene, k + 2, end), end),
                 .act = "said",
                 .naming = false,
                 .from_before = false,
                 .after = true,
                 .document = false});
  }
  // `was the promise of X`
  if (scene.is(k, WordClass::kBe) && k + 4 < end && scene.lower(k + 1) == "the") {
    for (std::uint32_t at = k + 2; at + 2 < end && at < k + 5; ++at) {
      if (scene.is(at, WordClass::kNoun) && (scene.lower(at + 1) == "of" || scene.lower(at + 1) == "from")) {
        return done({.cue = {k, at + 2},
                     .source = with_name(scene, phrase_from(scene, at + 2, end), end),
                     .act = "said",
                     .naming = false,
                     .from_before = false,
                     .after = true,
                     .document = false});
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
        if (source.size() > 0 && (scene.is(source.begin, WordClass::kStop) || scene.is(source.begin, WordClass::kTime)))
          source = {};
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
    if (scene.lower(at - 1) == "to" || scene.lower(at - 1) == "who" || (apposition && scene.is(at - 1, WordClass::kDeterminer)))
      continue;
    const std::uint32_t group = group_begin(scene, at, k + 1);
    core = std::min(core, group);
    if (core - k > kMaxSourceWords || (short_subject && core > k + 1)) return {};  // "it was then, she said": "it" says nothing
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
Attribution before_place(const Scene& scene, std::uint32_t begin, std::uint32_t until, const Attribution* previous,
                         std::uint32_t after) {
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
      return {.cue = {at, at + 2},
              .source = with_name(scene, phrase_from(scene, at + 2, until), until),
              .act = "said",
              .naming = false,
              .from_before = false,
              .after = false,
              .document = false};
    }
    if (scene.is(at, WordClass::kNoun) && at + 1 < until &&
        (scene.lower(at + 1) == "that" || scene.lower(at + 1) == "of" || scene.lower(at + 1) == ":")) {
      if (const TokenRange owner = owner_of(scene, at, begin); owner.size() > 0) {
        return {.cue = {at, at + 1},
                .source = owner,
                .act = "said",
                .naming = false,
                .from_before = false,
                .after = false,
                .document = false};
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
    if (passive && scene.lower(at + 1) == "by")
      return made(*cue, words, with_name(scene, phrase_from(scene, at + 2, until), until));
    bool be = false;
    for (std::uint32_t w = group; w < at; ++w) be = be || scene.is(w, WordClass::kBe);
    // "a climber, described as": by whom is not told.
    if (passive && !be && group > begin && scene.is_pause(group - 1)) return made(*cue, words, {});
    const bool formed = scene.lower(at).ends_with("ed") || scene.lower(at).ends_with("en");
    if (be && formed && !cue->gerund) {
      if (after < scene.size() && !scene.quoted(after) && scene.lower(after) == "by" &&
          scene.paragraph(after) == scene.paragraph(at)) {
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
      const bool hangs = group == begin || scene.is_pause(group - 1) || scene.quoted(group - 1) ||
                         scene.is(group - 1, WordClass::kClause) || scene.is(group - 1, WordClass::kPreposition) || left == "by" ||
                         left == ":";
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
      const bool somebody =
          beside.size() > 0 && (scene.is(beside.end - 1, WordClass::kRole) || scene.entity_of(beside.end - 1) != kNone);
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
    if (group > begin && group < at && scene.lower(group) == "to" && (source.size() < 2 && !scene.is_capital(group - 1))) {
      source = subject_of(scene, begin, group);  // "the envoy is set to ask"
    }
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
      return {.cue = {k, k + 2},
              .source = with_name(scene, phrase_from(scene, k + 2, end), end),
              .act = "said",
              .naming = false,
              .from_before = false,
              .after = true,
              .document = false};
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
    return {.cue = {at, at + 1},
            .source = subject,
            .act = "said",
            .naming = false,
            .from_before = false,
            .after = false,
            .document = true};
  }
  return {};
}

}  // namespace tetrapla::claims::quotations
