#include "english/ruler.h"

#include <algorithm>

namespace tetrapla::english {
namespace {

constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kOpeningQuote) + 1;
static_assert(kTags <= 64 && static_cast<std::size_t>(Dep::kXcomp) < 64, "sets of tags and labels are 64 bits");

template <typename T>
constexpr std::uint64_t bit(T value) {
  return std::uint64_t{1} << static_cast<unsigned>(value);
}

}  // namespace

struct Ruler::Given {
  std::span<const Tag> tags;
  std::span<const Dep> labels;
  std::span<const WordClass> words;
};

Ruler::Ruler(const ModelFile& file)
    : words_(file, "ruler/words"),
      lemmas_(file, "ruler/lemmas"),
      conditions_(file.section<RulerCondition>("ruler/conditions")),
      alternatives_(file.section<RulerAlternative>("ruler/alternatives")),
      effects_(file.section<RulerEffect>("ruler/effects")),
      word_sets_(file.section<std::uint64_t>("ruler/word_sets")),
      list_of_(file.section<std::uint16_t>("ruler/list_of")),
      lists_at_(file.section<std::uint32_t>("ruler/lists_at")),
      lists_(file.section<std::uint16_t>("ruler/lists")),
      classes_(kFirstNamedWord + words_.size()) {}

std::string Ruler::fault(const ModelFile& file) {
  const Ruler r(file);
  const std::size_t morphologies = StringList(file, "morphologies").size();
  const std::size_t word_sets = r.word_sets_.size() / word_set_size(r.classes_);
  const auto sound_condition = [&](const RulerCondition& c) { return c.words < word_sets; };
  const auto sound_alternative = [&](const RulerAlternative& a) {
    return a.effect < r.effects_.size() && a.target < a.conditions &&
           a.first_condition + std::size_t{a.conditions} <= r.conditions_.size();
  };
  const auto sound_effect = [&](const RulerEffect& e) {
    return e.pos <= Pos::kSpace && e.tag <= Tag::kOpeningQuote && e.label <= Dep::kXcomp && e.morph < morphologies &&
           ((e.sets & RulerEffect::kLemma) == 0 || e.lemma < r.lemmas_.size());
  };
  const bool sound = morphologies > 0 && morphologies <= 256 && r.classes_ <= 0xFFFF && r.list_of_.size() == kTags * r.classes_ &&
                     !r.lists_at_.empty() && std::ranges::is_sorted(r.lists_at_) && r.lists_at_.back() == r.lists_.size() &&
                     std::ranges::all_of(r.list_of_, [&](std::uint16_t list) { return list + 1U < r.lists_at_.size(); }) &&
                     std::ranges::all_of(r.lists_, [&](std::uint16_t a) { return a < r.alternatives_.size(); }) &&
                     std::ranges::all_of(r.conditions_, sound_condition) &&
                     std::ranges::all_of(r.alternatives_, sound_alternative) && std::ranges::all_of(r.effects_, sound_effect);
  return sound ? "" : "has no sound sections ruler/";
}

WordClass Ruler::class_of(const Lexeme& word) const {
  if (word.is_space) return kWhiteSpace;
  std::size_t low = 0;
  std::size_t high = words_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (words_[middle] < word.lower) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < words_.size() && words_[low] == word.lower;
  return found ? static_cast<WordClass>(kFirstNamedWord + low) : kOtherWord;
}

bool Ruler::meets(const Given& given, std::size_t token, const RulerCondition& condition) const {
  const WordClass word = given.words[token];
  const std::uint64_t words = word_sets_[condition.words * word_set_size(classes_) + word / 64];
  return (condition.labels & bit(given.labels[token])) != 0 && (condition.tags & bit(given.tags[token])) != 0 &&
         (words >> (word % 64) & 1U) != 0;
}

bool Ruler::matches(const Given& given, std::size_t token, const RulerAlternative& alternative) const {
  if (token < alternative.target || token - alternative.target + alternative.conditions > given.tags.size()) return false;
  for (std::size_t i = 0; i < alternative.conditions; ++i) {
    if (!meets(given, token - alternative.target + i, conditions_[alternative.first_condition + i])) return false;
  }
  return true;
}

void Ruler::apply(std::span<const Tag> tags, std::span<const Dep> labels, std::span<const WordClass> words,
                  std::span<EnglishToken> tokens, std::span<std::uint16_t> lemmas) const {
  const Given given{tags, labels, words};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    EnglishToken& token = tokens[i];
    token.pos = Pos::kNone;
    token.tag = tags[i];
    token.dep = labels[i];
    token.morph = 0;
    lemmas[i] = kNoLemma;
    const std::size_t list = list_of_[static_cast<std::size_t>(tags[i]) * classes_ + words[i]];
    for (std::uint32_t at = lists_at_[list]; at < lists_at_[list + 1]; ++at) {
      const RulerAlternative& alternative = alternatives_[lists_[at]];
      if (!matches(given, i, alternative)) continue;
      const RulerEffect& effect = effects_[alternative.effect];
      if ((effect.sets & RulerEffect::kPos) != 0) token.pos = effect.pos;
      if ((effect.sets & RulerEffect::kTag) != 0) token.tag = effect.tag;
      if ((effect.sets & RulerEffect::kLabel) != 0) token.dep = effect.label;
      if ((effect.sets & RulerEffect::kMorph) != 0) token.morph = effect.morph;
      if ((effect.sets & RulerEffect::kLemma) != 0) lemmas[i] = effect.lemma;
    }
  }
}

}  // namespace tetrapla::english
