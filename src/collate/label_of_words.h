// The label of a figure that the tree says nothing of.
#pragma once

#include <cstdint>
#include <string>

#include "collate/label_of_amount.h"

namespace tetrapla::collate {

/// The words that lead up to the number, and where they tell too little, those behind it; no article, preposition or pronoun at its ends.
class LabelOfWords : public LabelOfAmount {
 public:
  using LabelOfAmount::LabelOfAmount;

 protected:
  /// The words that lead up to the number, and where they tell too little, those behind it.
  [[nodiscard]] Label clause() const;
  [[nodiscard]] std::string words(language::TokenRange range) const;
  /// Whether a label may begin with a word: no mark, adverb, conjunction, preposition, article or pronoun.
  [[nodiscard]] bool opens(std::uint32_t token) const;
  /// Nor end with one: no article, preposition, auxiliary, conjunction.
  [[nodiscard]] bool closes(std::uint32_t token) const;
  [[nodiscard]] bool is_content(const language::Token& token) const;
  [[nodiscard]] static bool ends_clause(const language::Token& token);
};

}  // namespace tetrapla::collate
