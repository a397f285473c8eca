// spaCy's attribute ruler: parts of speech, features and some lemmas by tag, word and dependency label.
//
// src/convert compiles its patterns to tables. A word is of a class: one for each word that a pattern names, one for white space, one for the
// rest. For each (tag, class) there is a list of the alternatives whose target may be such a token, in the order of the rules; what is left
// to ask is the target's dependency label and, rarely, a neighbour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "english/lexemes.h"
#include "english/model_file.h"
#include "tetrapla/language.h"

namespace tetrapla::english {

using WordClass = std::uint16_t;
inline constexpr WordClass kOtherWord = 0;
inline constexpr WordClass kWhiteSpace = 1;
inline constexpr WordClass kFirstNamedWord = 2;  ///< class of the first of ruler/words

/// What a rule asks of a token: sets as bits, 1 << Tag, 1 << Dep; `words`: a set of word classes (ruler/word_sets).
struct RulerCondition {
  std::uint64_t tags = 0;
  std::uint64_t labels = 0;
  std::uint64_t words = 0;
};

/// One pattern of a rule: `conditions` neighbouring tokens, of which number `target` gets the effect.
struct RulerAlternative {
  std::uint16_t first_condition = 0;
  std::uint8_t conditions = 0;
  std::uint8_t target = 0;
  std::uint16_t effect = 0;
  std::uint16_t reserved = 0;
};

/// What a rule sets: `sets` says which of the rest count.
struct RulerEffect {
  static constexpr std::uint8_t kPos = 1;
  static constexpr std::uint8_t kTag = 2;
  static constexpr std::uint8_t kLabel = 4;
  static constexpr std::uint8_t kMorph = 8;
  static constexpr std::uint8_t kLemma = 16;
  std::uint8_t sets = 0;
  Pos pos = Pos::kNone;
  Tag tag = Tag::kNone;
  Dep label = Dep::kNone;
  std::uint8_t morph = 0;  // index into "morphologies"
  std::uint8_t reserved = 0;
  std::uint16_t lemma = 0;  // index into ruler/lemmas
};

/// Immutable; shared by threads. Sections: ruler/words (sorted StringList), ruler/conditions, ruler/alternatives, ruler/effects,
/// ruler/word_sets (bits by class, set after set), ruler/list_of (uint16 [tag][class]), ruler/lists_at, ruler/lists (indices of
/// alternatives), ruler/lemmas (StringList), morphologies (StringList).
class Ruler {
 public:
  static constexpr std::uint16_t kNoLemma = 0xFFFF;

  explicit Ruler(const ModelFile& file);
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// O(length), once for each lexeme.
  [[nodiscard]] WordClass class_of(const Lexeme& word) const;

  /// Sets pos, tag, dep and morph of each token; every rule sees tags and labels as they are given. lemmas[i]: the rule's lemma, or kNoLemma.
  /// All of equal length.
  void apply(std::span<const Tag> tags, std::span<const Dep> labels, std::span<const WordClass> words,
             std::span<EnglishToken> tokens, std::span<std::uint16_t> lemmas) const;

  [[nodiscard]] std::string_view lemma(std::uint16_t index) const { return lemmas_[index]; }

 private:
  struct Given;
  [[nodiscard]] bool meets(const Given& given, std::size_t token, const RulerCondition& condition) const;
  [[nodiscard]] bool matches(const Given& given, std::size_t token, const RulerAlternative& alternative) const;

  StringList words_;
  StringList lemmas_;
  std::span<const RulerCondition> conditions_;
  std::span<const RulerAlternative> alternatives_;
  std::span<const RulerEffect> effects_;
  std::span<const std::uint64_t> word_sets_;
  std::span<const std::uint16_t> list_of_;
  std::span<const std::uint32_t> lists_at_;
  std::span<const std::uint16_t> lists_;
  std::size_t classes_ = 0;
};

/// Numbers of 64 bits that a set of word classes takes.
[[nodiscard]] constexpr std::size_t word_set_size(std::size_t classes) { return (classes + 63) / 64; }

}  // namespace tetrapla::english
