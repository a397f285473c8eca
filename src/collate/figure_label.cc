// A figure's label is made from the tree. The noun counted (or what has the amount: "gusts", "bill of the recall") comes first, then what is
// told of it: a noun that something is done to takes a participle ("drones unleashed by Putin"), one that acts "who" or "that", any other
// what its own phrase goes on with. Where the tree gives nothing, the words that lead up to the number.
#include "collate/figure_label.h"

#include <algorithm>
#include <optional>

#include "collate/label_of_words.h"

namespace tetrapla::collate {
namespace {

using claims::Quantity;

constexpr std::uint32_t kNameReach = 8;  // bytes between a name and an age: "Aigul Satova, 34", "34-year-old Aigul Satova"
constexpr std::size_t kGoodLength = 30;  // bytes of a label

/// What happened, where the members say so and count people or name no other thing.
std::optional<std::uint32_t> common_predicate(const Inputs& inputs, const Mentions& mentions,
                                              const std::vector<std::uint32_t>& members) {
  std::optional<std::uint32_t> found;
  for (const std::uint32_t m : members) {
    const Mention& mention = mentions.all[m];
    if (!mention.counted.empty() && mention.counted_group != "person") return std::nullopt;
    if (inputs.claims[mention.report].quantities[mention.quantity].ordinal) return std::nullopt;
    if (mention.predicate && mention.measure.dimension.empty()) found = mention.predicate;
  }
  return found;
}

class Labeller : public LabelOfWords {
 public:
  using LabelOfWords::LabelOfWords;

  [[nodiscard]] Label label() const {
    if (quantity_.unit == "year of age") return age();
    if (const auto converted = before_bracket()) return Labeller(inputs_, *converted).label();
    Label label;
    if (phrases_.figure()) label = from_tree(*phrases_.figure());
    return label.told == Told::kNothing ? clause() : label;
  }

 private:
  /// The amount that this one converts: "2 million tengri ($4,300)".
  [[nodiscard]] std::optional<Mention> before_bracket() const {
    const std::uint32_t begin = quantity_.tokens.begin;
    if (begin < 2 || mention_.quantity == 0 || annotation_.tokens[begin - 1].lower != "(" || quantity_.unit.empty())
      return std::nullopt;
    const Quantity& before = inputs_.claims[mention_.report].quantities[mention_.quantity - 1];
    if (before.tokens.end + 1 != begin || before.unit.empty()) return std::nullopt;
    Mention other = mention_;
    --other.quantity;
    return other;
  }

  [[nodiscard]] Label age() const {
    std::uint32_t nearest = kNameReach + 1;
    std::string name;
    for (const auto& entity : annotation_.entities) {
      if (!mention_.bearer || entity.label != "PERSON") continue;
      const bool before = entity.span.end <= quantity_.span.begin;
      const std::uint32_t distance = before                                    ? quantity_.span.begin - entity.span.end
                                     : entity.span.begin >= quantity_.span.end ? entity.span.begin - quantity_.span.end
                                                                               : nearest;
      if (distance >= nearest) continue;
      nearest = distance;
      name = entity.name;
    }
    if (!name.empty()) return {"age of " + name, Told::kPhrase};
    if (!phrases_.figure()) return {"age", Told::kNoun};
    std::uint32_t node = *phrases_.figure();
    for (int steps = 0; steps < kMostNouns && phrases_.head(node) != node; ++steps) {
      node = phrases_.head(node);
      if (phrases_.is_verb(node)) break;
      const std::string_view lemma = tree_.lemma(node);
      if (!phrases_.is_noun(node) || phrases_.in_figure(node) || lemma == "age" || lemma == "year") continue;
      const std::string noun = phrases_.noun(node);
      if (!noun.empty()) return {noun + (noun.ends_with("s") ? "' age" : "'s age"), Told::kPhrase};
    }
    return {"age", Told::kNoun};
  }
};

}  // namespace

std::string figure_label(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members) {
  if (const auto happened = common_predicate(inputs, mentions, members)) return mentions.predicates[*happened].label;
  // The label that tells most, in about as many letters as a reader takes in at once.
  const auto excess = [](const Label& label) {
    return label.text.size() > kGoodLength ? label.text.size() - kGoodLength : kGoodLength - label.text.size();
  };
  Label best;
  for (const std::uint32_t m : members) {
    Label label = Labeller(inputs, mentions.all[m]).label();
    const bool more = label.told > best.told || (label.told == best.told && excess(label) < excess(best));
    if (!label.text.empty() && (best.text.empty() || more)) best = std::move(label);
  }
  return best.text.empty() ? "figure" : best.text;
}

}  // namespace tetrapla::collate
