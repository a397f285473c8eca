#include "claims/quotations_lexicon.h"

#include <array>
#include <utility>

#include "base/table.h"
#include "claims/data/cues.h"
#include "claims/data/given_names.h"
#include "claims/data/quotation_words.h"

namespace tetrapla::claims::quotations {
namespace {

constexpr std::array<std::pair<std::string_view, WordClass>, 30> kClasses = {{
    {"auxiliary", WordClass::kAuxiliary},
    {"be", WordClass::kBe},
    {"adverb", WordClass::kAdverb},
    {"lead", WordClass::kLead},
    {"clause", WordClass::kClause},
    {"determiner", WordClass::kDeterminer},
    {"preposition", WordClass::kPreposition},
    {"of", WordClass::kOf},
    {"stop", WordClass::kStop},
    {"time", WordClass::kTime},
    {"male", WordClass::kMale},
    {"female", WordClass::kFemale},
    {"plural", WordClass::kPlural},
    {"neuter", WordClass::kNeuter},
    {"first", WordClass::kFirst},
    {"noun", WordClass::kNoun},
    {"document", WordClass::kDocument},
    {"man", WordClass::kMan},
    {"woman", WordClass::kWoman},
    {"role", WordClass::kRole},
    {"teller", WordClass::kTeller},
    {"measures", WordClass::kMeasures},
    {"does", WordClass::kDoes},
    {"unsaid", WordClass::kUnsaid},
    {"contrast", WordClass::kContrast},
    {"on_word", WordClass::kOnWord},
    {"on_word_begin", WordClass::kOnWordBegin},
    {"body", WordClass::kBody},
    {"person", WordClass::kPerson},
    {"thing", WordClass::kThing},
}};

How how_of(std::string_view name) {
  if (name == "naming") return How::kNaming;
  if (name == "weak") return How::kWeak;
  if (name == "after") return How::kAfter;
  if (name == "colon") return How::kColon;
  return How::kSpeech;
}

}  // namespace

Lexicon::Lexicon() {
  for (const auto& row : base::rows_of(data::cues())) {
    if (row.size() < 4) continue;
    const How how = how_of(row[3]);
    for (const std::string_view form : base::split(row[1], '|')) cues_.emplace(form, Cue{row[0], how, false});
    for (const std::string_view form : base::split(row[2], '|')) cues_.emplace(form, Cue{row[0], how, true});
  }
  for (const auto& row : base::rows_of(data::quotation_words())) {
    if (row.size() < 2) continue;
    for (const auto& [name, kind] : kClasses) {
      if (name != row[0]) continue;
      for (const std::string_view word : base::split(row[1], '|')) classes_[word] |= static_cast<std::uint32_t>(kind);
    }
  }
  for (const auto& row : base::rows_of(data::given_names())) {
    if (row.size() < 2) continue;
    const char gender = row[0] == "woman" ? 'f' : 'm';
    for (const std::string_view name : base::split(row[1], '|')) {
      const auto [place, fresh] = genders_.emplace(name, gender);
      if (!fresh && place->second != gender) place->second = 0;
    }
  }
}

const Cue* Lexicon::cue(std::string_view lower) const {
  const auto found = cues_.find(lower);
  return found == cues_.end() ? nullptr : &found->second;
}

bool Lexicon::is(std::string_view lower, WordClass kind) const {
  const auto found = classes_.find(lower);
  return found != classes_.end() && (found->second & static_cast<std::uint32_t>(kind)) != 0;
}

char Lexicon::gender(std::string_view given) const {
  const auto found = genders_.find(given);
  return found == genders_.end() ? '\0' : found->second;
}

}  // namespace tetrapla::claims::quotations
