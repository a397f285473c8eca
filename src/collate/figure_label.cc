#include "collate/figure_label.h"

#include <algorithm>
#include <optional>

#include "text/reading.h"

namespace tetrapla::collate {
namespace {

using claims::Quantity;
using language::Annotation;
using language::TokenRange;

constexpr std::size_t kMostPhrases = 3;      // the thing counted and two words on it; more is a sentence
constexpr std::uint32_t kNameReach = 8;      // bytes between a name and an age: "Aigul Satova, 34", "34-year-old Aigul Satova"
constexpr std::uint32_t kNounReach = 40;     // bytes between a number and its noun: "80 lithium test packs"
constexpr std::uint32_t kWordsAround = 6;

/// What happened, where the members say so and count people or name no other thing.
std::optional<std::uint32_t> common_predicate(const Mentions& mentions, const std::vector<std::uint32_t>& members) {
  std::optional<std::uint32_t> found;
  for (const std::uint32_t m : members) {
    const Mention& mention = mentions.all[m];
    if (!mention.counted.empty() && mention.counted_group != "person") return std::nullopt;
    if (mention.predicate && mention.measure.dimension.empty()) found = mention.predicate;
  }
  return found;
}

class Labeller {
 public:
  Labeller(const Inputs& inputs, const Mention& mention)
      : inputs_(inputs), mention_(mention), quantity_(inputs.claims[mention.report].quantities[mention.quantity]) {}

  /// The phrases that say what the figure is about, the thing itself first.
  [[nodiscard]] std::vector<std::string> phrases() const {
    if (quantity_.unit == "year of age") return {age()};
    std::vector<std::string> result;
    const Span noun = noun_phrase();
    if (!noun.empty()) result.push_back(words(noun));
    std::vector<Span> others = joined_concepts(noun);
    std::stable_sort(others.begin(), others.end(), [&](Span a, Span b) { return distance(a) < distance(b); });
    for (const Span span : others) {
      if (result.size() == kMostPhrases) break;
      result.push_back(words(span));
    }
    return result;
  }

  /// The words around the number, for a figure of which nothing is known.
  [[nodiscard]] std::string surroundings() const {
    const Annotation& annotation = inputs_.annotations[mention_.report];
    const TokenRange sentence = annotation.sentences[quantity_.sentence].tokens;
    const std::uint32_t begin = quantity_.tokens.begin > kWordsAround ? quantity_.tokens.begin - kWordsAround : 0;
    return words(annotation.span_of({std::max(sentence.begin, begin), std::min(sentence.end, quantity_.tokens.end + kWordsAround)}));
  }

 private:
  [[nodiscard]] std::string words(Span span) const {
    const Report& report = inputs_.reports[mention_.report];
    std::string text = text::plain(report.text, span, report.excluded);
    return text.substr(std::min(text.find_first_not_of("-, "), text.size()));  // "-member assembly" of "2,507-member assembly"
  }

  [[nodiscard]] std::uint32_t distance(Span span) const {
    if (span.end <= quantity_.span.begin) return 2 * (quantity_.span.begin - span.end) + 1;  // what follows a number says more of it
    return span.begin >= quantity_.span.end ? span.begin - quantity_.span.end : 0;
  }

  /// From behind the number to the noun: "test packs" of "80 test packs".
  [[nodiscard]] Span noun_phrase() const {
    const Span noun = quantity_.counted_span;
    const bool follows = !noun.empty() && noun.begin >= quantity_.span.end && noun.begin - quantity_.span.end <= kNounReach;
    return follows && !mention_.part && words({quantity_.span.end, noun.begin}).find_first_of(",;:") == std::string::npos
               ? Span{quantity_.span.end, noun.end}
               : noun;
  }

  /// Concept words, those side by side as one phrase, without what the noun phrase holds.
  [[nodiscard]] std::vector<Span> joined_concepts(Span noun) const {
    std::vector<Span> result;
    for (const Span span : quantity_.concept_spans) {
      if (span.overlaps(noun)) continue;
      if (!result.empty() && span.begin >= result.back().end && span.begin - result.back().end <= 1) {
        result.back().end = span.end;
      } else {
        result.push_back(span);
      }
    }
    return result;
  }

  [[nodiscard]] std::string age() const {
    for (const auto& entity : inputs_.annotations[mention_.report].entities) {
      const bool before = entity.span.end <= quantity_.span.begin && entity.span.end + kNameReach >= quantity_.span.begin;
      const bool behind = entity.span.begin >= quantity_.span.end && entity.span.begin <= quantity_.span.end + kNameReach;
      if (mention_.bearer && entity.label == "PERSON" && (before || behind)) return "age of " + entity.name;
    }
    return "age";
  }

  const Inputs& inputs_;
  const Mention& mention_;
  const Quantity& quantity_;
};

}  // namespace

std::string figure_label(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members) {
  if (const auto happened = common_predicate(mentions, members)) return mentions.predicates[*happened].label;
  std::vector<std::string> best;
  for (const std::uint32_t m : members) {
    auto phrases = Labeller(inputs, mentions.all[m]).phrases();
    const bool says_whose = !best.empty() && phrases.size() == best.size() && best.front() == "age";
    if (phrases.size() > best.size() || says_whose) best = std::move(phrases);
  }
  if (best.empty()) return Labeller(inputs, mentions.all[members.front()]).surroundings();
  std::string label = best.front();
  for (std::size_t k = 1; k < best.size(); ++k) label += (k == 1 ? " (" : ", ") + best[k];
  return best.size() > 1 ? label + ')' : label;
}

}  // namespace tetrapla::collate
