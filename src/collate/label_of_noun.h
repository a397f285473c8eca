// The label of a figure that counts a noun, and what all labels are made with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claims/context_words.h"
#include "collate/inputs.h"
#include "collate/mentions.h"
#include "collate/phrases.h"

namespace tetrapla::collate {

/// How much a label tells: the words around, a noun, a clause that ends open ("games the striker scored in"), a phrase.
enum class Told { kNothing, kWords, kNoun, kClause, kPhrase };

struct Label {
  std::string text;
  Told told = Told::kNothing;
};

/// A percentage or a fraction.
[[nodiscard]] bool is_share(const claims::Quantity& quantity);

/// The noun for an amount that no noun of its sentence names: "share", "distance", "those".
[[nodiscard]] std::string_view noun_for(const Measure& measure, const claims::Quantity& quantity);

/// What the sentence says of a noun by its place in the tree. Refers to all it is given.
class LabelOfNoun {
 public:
  LabelOfNoun(const Inputs& inputs, const Mention& mention);
  LabelOfNoun(const LabelOfNoun&) = delete;  // tree_ is that of phrases_
  LabelOfNoun& operator=(const LabelOfNoun&) = delete;

 protected:
  static constexpr double kMoney = 1e9;  ///< "billions" without a unit are no people
  static constexpr int kMostNouns = 4;   ///< from noun to noun upwards: "one of the owners of the fleet"

  static std::string joined(std::string left, const std::string& right);
  [[nodiscard]] static Label made(const std::string& base, const std::string& told);
  /// "games the striker scored in": as good a label as any, but harder to read than one that closes.
  static bool ends_open(std::string_view told);
  /// A noun phrase, `base`, with what is told of the noun that heads it.
  [[nodiscard]] Label of_noun(std::uint32_t noun, std::string base, int depth = kMostNouns) const;
  /// What the sentence says of a noun by its place in it. May put another noun before `base` ("barrage of drones").
  [[nodiscard]] std::string role(std::uint32_t noun, std::string& base, int depth) const;
  [[nodiscard]] std::string acting(std::uint32_t verb, const std::string& base) const;
  [[nodiscard]] std::string object(std::uint32_t verb) const;
  [[nodiscard]] std::string after_preposition(std::uint32_t preposition, std::string& base, int depth) const;
  /// With the verb that another hangs on: "has failed to capture".
  [[nodiscard]] std::string group(std::uint32_t verb) const;
  /// Whether the label speaks of "those".
  static bool is_those(const std::string& base) { return base == "those"; }
  [[nodiscard]] bool counts_people() const { return mention_.counts_people || claims::in_list("people", quantity_.counted); }
  [[nodiscard]] bool counts_somebody() const;
  [[nodiscard]] std::string word(std::uint32_t node) const;

  const Inputs& inputs_;
  const Mention& mention_;
  const claims::Quantity& quantity_;
  const language::Annotation& annotation_;
  Phrases phrases_;
  const claims::Tree& tree_;
};

}  // namespace tetrapla::collate
