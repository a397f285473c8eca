// The label of an amount: what has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "collate/label_of_noun.h"

namespace tetrapla::collate {

/// "gusts reached", "loan to the shipyard", "share of the harvest", "length of the tunnel".
class LabelOfAmount : public LabelOfNoun {
 public:
  using LabelOfNoun::LabelOfNoun;

 protected:
  [[nodiscard]] Label from_tree(std::uint32_t figure) const;
  /// Where the counted noun stands in the tree.
  [[nodiscard]] std::optional<std::uint32_t> counted_node() const;
  [[nodiscard]] Label amount(std::uint32_t figure, int depth = kMostNouns) const;
  [[nodiscard]] bool tells_from_where(std::uint32_t preposition) const;
  /// "jewellery worth £88m", "£35,000 worth of jewellery".
  [[nodiscard]] Label of_worth(std::uint32_t worth) const;
  /// "of" behind an amount, and "in" where it stands for it: "billions in taxpayer funds".
  [[nodiscard]] bool is_whole(std::uint32_t preposition) const;
  /// "190 kilometres long".
  [[nodiscard]] Label dimension(std::uint32_t adjective) const;
  /// "14 miles out", "20 minutes later": what happened there or then.
  [[nodiscard]] Label adverbial(std::uint32_t adverb) const;
  [[nodiscard]] Label after(std::uint32_t preposition) const;
  /// Subject, verb and object of the clause that gives the amount: "Voltara sued Lanqi for".
  [[nodiscard]] Label doing(std::uint32_t verb, const std::string& last) const;
  /// "number of seats raised from", "amount paid to each family".
  [[nodiscard]] Label done_without_actor(std::uint32_t verb, const std::string& last) const;
  /// "the water was 4 degrees": the temperature of the water.
  [[nodiscard]] Label being(std::uint32_t subject, const std::string& last) const;
  [[nodiscard]] Label of_noun_alone(std::uint32_t noun, const std::string& base) const;
  /// "a mother of two": of whom.
  [[nodiscard]] Label children(std::uint32_t figure) const;
};

}  // namespace tetrapla::collate
