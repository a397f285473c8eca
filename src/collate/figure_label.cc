#include "collate/figure_label.h"

#include <algorithm>
#include <optional>

#include "text/reading.h"
#include "text/words.h"

namespace tetrapla::collate {
namespace {

using claims::Quantity;
using language::Annotation;
using language::Token;
using language::TokenKind;
using language::TokenRange;

constexpr std::size_t kMostPhrases = 3;    // the thing counted and two words on it; more is a sentence
constexpr std::uint32_t kNameReach = 8;    // bytes between a name and an age: "Aigul Satova, 34", "34-year-old Aigul Satova"
constexpr std::uint32_t kNounReach = 40;   // bytes between a number and its noun: "80 lithium test packs"
constexpr std::uint32_t kWordsBefore = 8;  // of a figure that counts no noun: "Shares in Harlow fell to …"
constexpr std::uint32_t kWordsBehind = 5;
constexpr std::uint32_t kEnoughWords = 2;  // content words that tell what a number is about
constexpr float kContentBits = 3.0F;       // a word in more than one report of eight tells nothing

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

struct Label {
  std::string text;
  std::size_t words = 0;  ///< content words or phrases: how much it tells
};

class Labeller {
 public:
  Labeller(const Inputs& inputs, const Mention& mention)
      : inputs_(inputs),
        mention_(mention),
        quantity_(inputs.claims[mention.report].quantities[mention.quantity]),
        annotation_(inputs.annotations[mention.report]) {}

  [[nodiscard]] Label label() const {
    if (quantity_.unit == "year of age") return age();
    return quantity_.counted_span.empty() ? clause() : noun();
  }

 private:
  [[nodiscard]] std::string words(Span span) const {
    const Report& report = inputs_.reports[mention_.report];
    std::string text = text::plain(report.text, span, report.excluded);
    text.erase(0, std::min(text.find_first_not_of("-, "), text.size()));  // "-member assembly" of "2,507-member assembly"
    for (const std::string_view word : {"of ", "the ", "its ", "a "}) {   // "of the machines" of "45,000 of the machines"
      if (text.starts_with(word)) text.erase(0, word.size());
    }
    return text;
  }

  [[nodiscard]] std::uint32_t distance(Span span) const {
    if (span.end <= quantity_.span.begin)
      return 2 * (quantity_.span.begin - span.end) + 1;  // what follows a number says more of it
    return span.begin >= quantity_.span.end ? span.begin - quantity_.span.end : 0;
  }

  /// The thing counted, then what is told of it: "test packs (heated)".
  [[nodiscard]] Label noun() const {
    const Span noun = noun_phrase();
    Label label{words(noun), 1};
    std::vector<Span> others = joined_concepts(noun);
    std::stable_sort(others.begin(), others.end(), [&](Span a, Span b) { return distance(a) < distance(b); });
    for (const Span span : others) {
      if (label.words == kMostPhrases) break;
      label.text += (label.words++ == 1 ? " (" : ", ") + words(span);
    }
    if (label.words > 1) label.text += ')';
    return label;
  }

  /// From behind the number to the noun: "test packs" of "80 test packs".
  [[nodiscard]] Span noun_phrase() const {
    const Span noun = quantity_.counted_span;
    const bool follows = noun.begin >= quantity_.span.end && noun.begin - quantity_.span.end <= kNounReach;
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

  [[nodiscard]] bool is_content(const Token& token) const {
    return token.kind == TokenKind::kWord && text::Rarity::in_news().bits(text::key_of(text::fold(token.lower))) >= kContentBits;
  }

  [[nodiscard]] static bool ends_clause(const Token& token) {
    return token.lower == ";" || token.lower == ":" || token.lower == "(" || token.lower == ")" || token.lower == "\"";
  }

  /// The words that lead up to the number, and where they tell too little, those behind it: "Harlow's turnover", "cost of the recall".
  [[nodiscard]] Label clause() const {
    const TokenRange sentence = annotation_.sentences[quantity_.sentence].tokens;
    const std::vector<Token>& tokens = annotation_.tokens;
    std::uint32_t end = quantity_.tokens.begin;
    while (end > sentence.begin && !is_content(tokens[end - 1]) && !ends_clause(tokens[end - 1])) --end;
    std::uint32_t begin = end;
    std::uint32_t content = 0;
    while (begin > sentence.begin && end - begin < kWordsBefore && !ends_clause(tokens[begin - 1])) {
      if (tokens[begin - 1].lower == "," && content >= kEnoughWords) break;
      --begin;
      if (is_content(tokens[begin])) ++content;
    }
    while (begin < end && tokens[begin].kind == TokenKind::kPunctuation) ++begin;
    Label label{begin < end ? words(annotation_.span_of({begin, end})) : "", content};
    if (content >= kEnoughWords) return label;
    std::uint32_t last = quantity_.tokens.end;
    std::uint32_t behind = last;
    for (std::uint32_t t = last;
         t < std::min(sentence.end, quantity_.tokens.end + kWordsBehind) && !ends_clause(tokens[t]) && tokens[t].lower != ",";
         ++t) {
      if (is_content(tokens[t])) {
        last = t + 1;
        ++content;
      }
    }
    while (behind < last && tokens[behind].kind != TokenKind::kWord) ++behind;
    if (behind < last) label.text += (label.text.empty() ? "" : " … ") + words(annotation_.span_of({behind, last}));
    label.words = content;
    if (label.text.empty()) {  // a sentence of nothing but small words
      label.text = words(annotation_.span_of({sentence.begin, std::min(sentence.end, sentence.begin + kWordsBefore)}));
    }
    return label;
  }

  [[nodiscard]] Label age() const {
    for (const auto& entity : annotation_.entities) {
      const bool before = entity.span.end <= quantity_.span.begin && entity.span.end + kNameReach >= quantity_.span.begin;
      const bool behind = entity.span.begin >= quantity_.span.end && entity.span.begin <= quantity_.span.end + kNameReach;
      if (mention_.bearer && entity.label == "PERSON" && (before || behind)) return {"age of " + entity.name, 2};
    }
    return {"age", 1};
  }

  const Inputs& inputs_;
  const Mention& mention_;
  const Quantity& quantity_;
  const Annotation& annotation_;
};

}  // namespace

std::string figure_label(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members) {
  if (const auto happened = common_predicate(mentions, members)) return mentions.predicates[*happened].label;
  // The label that tells enough in the fewest letters; failing that, the one that tells most.
  Label best;
  for (const std::uint32_t m : members) {
    Label label = Labeller(inputs, mentions.all[m]).label();
    label.words = std::min(label.words, kMostPhrases);
    const bool more = label.words > best.words || (label.words == best.words && label.text.size() < best.text.size());
    if (!label.text.empty() && (best.text.empty() || more)) best = std::move(label);
  }
  return best.text.empty() ? "figure" : best.text;
}

}  // namespace tetrapla::collate
