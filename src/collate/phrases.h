// Short phrases composed from a sentence's tree: "drones", "killed by a storm", "who told the newspaper".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/claims.h"
#include "claims/tree.h"
#include "language/annotation.h"

namespace tetrapla::collate {

/// What a label may say of one figure: the words around it without the figure itself, dates, pronouns and asides. Refers to the annotation.
/// A node is a token of the model. Every phrase is built from at most claims::Tree::kReach words on each side and a few levels of the tree.
class Phrases {
 public:
  static constexpr int kDepth = 3;  ///< levels of the tree that a phrase goes down

  /// `amounts`: all of the report, in text order. Both must outlive it.
  Phrases(const language::Annotation& annotation, const std::vector<claims::Quantity>& amounts, language::TokenRange figure);

  [[nodiscard]] const claims::Tree& tree() const { return tree_; }
  /// As in the tree, but nothing beyond the figure's own sentence: a headline is no part of what stands below it.
  [[nodiscard]] std::uint32_t head(std::uint32_t node) const;
  [[nodiscard]] Dep dep(std::uint32_t node) const;
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t node) const;
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t node, std::initializer_list<Dep> labels) const;

  [[nodiscard]] bool is_noun(std::uint32_t node) const;
  [[nodiscard]] bool is_verb(std::uint32_t node) const;
  [[nodiscard]] bool in_figure(std::uint32_t node) const { return node >= figure_begin_ && node < figure_end_; }
  /// The node of the figure that its other nodes hang on.
  [[nodiscard]] std::optional<std::uint32_t> figure() const { return figure_; }
  /// Whether a node is in a date or an amount with a unit.
  [[nodiscard]] bool is_amount(std::uint32_t node) const;
  /// Whether the figure stands below a node.
  [[nodiscard]] bool holds_figure(std::uint32_t node) const;

  /// A noun with the words that tell which: "veteran attorneys", "bill of the recall". Without article and number; empty for a pronoun.
  [[nodiscard]] std::string noun(std::uint32_t node) const { return noun_phrase(node, false, kDepth); }
  /// The same with an article: "the government".
  [[nodiscard]] std::string noun_with_article(std::uint32_t node) const { return noun_phrase(node, true, kDepth); }
  /// What a noun's own phrase goes on with: "accused of murder", "of possession of a firearm", "who lived". Empty where nothing follows.
  [[nodiscard]] std::string behind_noun(std::uint32_t node, bool person) const;

  /// "in Kyiv": a short one of the preposition phrases behind a noun.
  [[nodiscard]] std::string place_of(std::uint32_t node) const;
  /// "without heating", "of killing a mother". Empty where its object is the figure, another amount, a date or a pronoun.
  [[nodiscard]] std::string prepositional(std::uint32_t preposition, int depth = kDepth) const;

  /// A verb with its auxiliaries: "have not been found", "told".
  [[nodiscard]] std::string verb_group(std::uint32_t verb) const;
  /// "made off".
  [[nodiscard]] std::string with_particle(std::uint32_t verb) const;
  /// What was done to an object of a verb: "unleashed", "not found", "to be paid". Empty where the verb has no passive ("have").
  [[nodiscard]] std::string done(std::uint32_t verb) const;
  /// What follows a verb, the figure apart: "the newspaper", "by a storm", "outside the offices".
  [[nodiscard]] std::string behind_verb(std::uint32_t verb) const { return behind(verb, kDepth); }
  /// Who or what acts, also where the verb has its subject from another one. None for a pronoun.
  [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t verb) const;

 private:
  [[nodiscard]] std::string noun_phrase(std::uint32_t node, bool article, int depth) const;
  void collect(std::uint32_t node, bool top, int depth, std::vector<std::uint32_t>& nodes) const;
  [[nodiscard]] std::string words(std::vector<std::uint32_t> nodes) const;
  [[nodiscard]] std::string word(std::uint32_t node) const;
  [[nodiscard]] std::string behind(std::uint32_t verb, int depth) const;
  [[nodiscard]] std::string article_of(std::uint32_t node) const;
  [[nodiscard]] EntityLabel label_at(std::uint32_t node) const;

  [[nodiscard]] bool inside(std::uint32_t node) const { return node >= begin_ && node < end_; }

  const language::Annotation& annotation_;
  const std::vector<claims::Quantity>& amounts_;
  claims::Tree tree_;
  std::uint32_t begin_ = 0;  // of the sentence
  std::uint32_t end_ = 0;
  std::uint32_t figure_begin_ = 0;
  std::uint32_t figure_end_ = 0;
  std::optional<std::uint32_t> figure_;
  std::vector<std::uint32_t> above_;  ///< the figure's ancestors
};

}  // namespace tetrapla::collate
