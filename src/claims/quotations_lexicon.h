// The words around quoted speech, from data/cues.tsv, data/quotation_words.tsv and data/given_names.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace tetrapla::claims::quotations {

enum class How : std::uint8_t { kSpeech, kNaming, kWeak, kAfter, kColon };

/// One form of a verb that gives words as somebody's.
struct Cue {
  std::string_view act;
  How how = How::kSpeech;
  bool gerund = false;
};

/// Closed classes of words; a word may be of several.
enum class WordClass : std::uint32_t {
  kAuxiliary = 1U << 0U,
  kBe = 1U << 1U,
  kAdverb = 1U << 2U,
  kLead = 1U << 3U,
  kClause = 1U << 4U,
  kDeterminer = 1U << 5U,
  kPreposition = 1U << 6U,
  kOf = 1U << 7U,
  kStop = 1U << 8U,
  kTime = 1U << 9U,
  kMale = 1U << 10U,
  kFemale = 1U << 11U,
  kPlural = 1U << 12U,
  kNeuter = 1U << 13U,
  kFirst = 1U << 14U,
  kNoun = 1U << 15U,
  kDocument = 1U << 16U,
  kMan = 1U << 17U,
  kWoman = 1U << 18U,
  kRole = 1U << 19U,
  kTeller = 1U << 20U,
  kMeasures = 1U << 21U,
  kDoes = 1U << 22U,
  kUnsaid = 1U << 23U,
  kContrast = 1U << 24U,
  kOnWord = 1U << 25U,
  kOnWordBegin = 1U << 26U,
  kBody = 1U << 27U,
  kPerson = 1U << 28U,
  kThing = 1U << 29U,
};

/// Made once for each report; looks up case-folded words. The tables are compiled in and outlive it.
class Lexicon {
 public:
  Lexicon();

  /// None where `lower` is no cue.
  [[nodiscard]] const Cue* cue(std::string_view lower) const;
  [[nodiscard]] bool is(std::string_view lower, WordClass kind) const;
  /// Of a given name: 'm', 'f', or 0 where it says nothing.
  [[nodiscard]] char gender(std::string_view given) const;

 private:
  std::unordered_map<std::string_view, Cue> cues_;
  std::unordered_map<std::string_view, std::uint32_t> classes_;
  std::unordered_map<std::string_view, char> genders_;
};

}  // namespace tetrapla::claims::quotations
