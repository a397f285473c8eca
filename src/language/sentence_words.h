// A sentence's words as the finder of names asks for them: what stands where, and how it is written.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "language/annotation.h"
#include "language/is_one_of.h"
#include "language/lexicon.h"
#include "language/words_seen.h"

namespace tetrapla::language {

/// Tokens are indices into the annotation's; what lies outside the sentence is nothing. Refers to the annotation and to `seen`.
class SentenceWords {
 public:
  SentenceWords(const Annotation& annotation, const WordsSeen& seen, TokenRange sentence)
      : a_(annotation), seen_(seen), lex_(lexicon()), begin_(sentence.begin), end_(sentence.end) {}

 protected:
  [[nodiscard]] const std::string& word(std::uint32_t t) const { return a_.tokens[t].lower; }
  [[nodiscard]] bool glued(std::uint32_t t) const { return t < end_ && !a_.tokens[t].space_before; }
  /// Has a capital letter and is no clitic: "'m", "n't".
  [[nodiscard]] bool named(std::uint32_t t) const {
    return t < end_ && seen_.shape(t) != Shape::kNone && seen_.shape(t) != Shape::kLower && !word(t).starts_with('\'') &&
           word(t) != "n't";
  }
  [[nodiscard]] bool is(std::uint32_t t, std::initializer_list<std::string_view> words) const {
    return t < end_ && is_one_of(word(t), words);
  }
  [[nodiscard]] bool before(std::uint32_t t, std::initializer_list<std::string_view> words) const {
    return t > begin_ && is_one_of(word(t - 1), words);
  }
  [[nodiscard]] bool particle(std::uint32_t t) const {
    return is(t, {"de", "del", "della", "der", "den", "van", "von", "di",  "da", "dos", "das",  "do",
                  "du", "la",  "le",    "bin", "ibn", "al",  "el",  "ter", "zu", "af",  "bint", "ben"});
  }
  [[nodiscard]] bool article(std::uint32_t t) const { return is(t, {"al", "el", "ad", "as", "ash", "an", "ar", "az", "at"}); }
  [[nodiscard]] bool hyphen(std::uint32_t t) const {
    return t < end_ && (word(t) == "-" || word(t) == "‑" || word(t) == "‐") &&
           ((glued(t) && glued(t + 1)) || seen_.spaced_hyphens());
  }

  [[nodiscard]] bool stop_word(std::uint32_t t) const {
    const WordRole role = lex_.no_name(word(t));
    return role == WordRole::kCalendar || role == WordRole::kWord;
  }
  /// The words of [b, e) as lexicons have them: folded, single blanks, a hyphen glued.
  [[nodiscard]] std::string key(std::uint32_t b, std::uint32_t e) const;
  [[nodiscard]] bool legal_suffix(std::uint32_t t) const;
  /// A word before "of" or "for" that makes an organisation ("Ministry").
  [[nodiscard]] bool head_in(std::uint32_t b, std::uint32_t e) const;
  [[nodiscard]] bool is_org_last(std::uint32_t t) const {
    return lex_.name_word(word(t), "last") == "ORG" || !lex_.name_word(word(t), "head").empty();
  }
  /// "MV Faina", "MS Columbus": letters before a ship's name.
  [[nodiscard]] bool ship_prefix(std::uint32_t t) const {
    return named(t) && seen_.shape(t) == Shape::kUpper && lex_.name_word(word(t), "first") == "PRODUCT" && named(t + 1) &&
           (seen_.shape(t + 1) != Shape::kUpper || lex_.title(word(t)).empty());
  }
  [[nodiscard]] bool title_at(std::uint32_t t) const { return named(t) && !lex_.title(word(t)).empty() && !ship_prefix(t); }
  /// Whether [b, e) can be a person's name: one to five words, none that tells another kind of thing.
  [[nodiscard]] bool person_shape(std::uint32_t b, std::uint32_t e) const;

  const Annotation& a_;
  const WordsSeen& seen_;
  const Lexicon& lex_;
  std::uint32_t begin_, end_;
};

}  // namespace tetrapla::language
