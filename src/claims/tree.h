// The model's tree by the report's tokens. Depends on nothing but the annotation.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/annotation.h"

namespace tetrapla::claims {

/// Refers to the annotation. Nodes are the model's tokens, by index; every look is O(1) but for those that say otherwise.
class Tree {
 public:
  /// Words on each side of a node among which its children are looked for: what hangs farther off is not seen.
  static constexpr std::uint32_t kReach = 40;

  explicit Tree(const language::Annotation& annotation) : annotation_(annotation) {}

  [[nodiscard]] const EnglishToken& operator[](std::uint32_t node) const { return annotation_.document.tokens[node]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.document.tokens.size()); }
  [[nodiscard]] std::uint32_t head(std::uint32_t node) const { return (*this)[node].head; }
  [[nodiscard]] bool is_root(std::uint32_t node) const { return head(node) == node; }
  [[nodiscard]] std::string_view lemma(std::uint32_t node) const { return annotation_.document.lemma((*this)[node]); }

  /// The node that a report's token begins in.
  [[nodiscard]] std::optional<std::uint32_t> node(std::uint32_t token) const {
    if (token >= annotation_.tokens.size() || annotation_.tokens[token].model >= size()) return std::nullopt;
    return annotation_.tokens[token].model;
  }

  /// The report's token that begins in a node; none for white space and the rest of a torn word. O(log n).
  [[nodiscard]] std::optional<std::uint32_t> token(std::uint32_t node) const {
    const auto found = std::lower_bound(annotation_.tokens.begin(), annotation_.tokens.end(), node,
                                        [](const language::Token& t, std::uint32_t at) { return t.model < at; });
    if (found == annotation_.tokens.end() || found->model != node) return std::nullopt;
    return static_cast<std::uint32_t>(found - annotation_.tokens.begin());
  }

  /// In text order. O(kReach).
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t node) const {
    std::vector<std::uint32_t> result;
    const std::uint32_t end = std::min(size(), node + kReach);
    for (std::uint32_t at = node > kReach ? node - kReach : 0; at < end; ++at) {
      if (at != node && head(at) == node) result.push_back(at);
    }
    return result;
  }

  /// The first child with one of these labels. O(kReach).
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t node, std::initializer_list<Dep> labels) const {
    for (const std::uint32_t at : children(node)) {
      if (std::find(labels.begin(), labels.end(), (*this)[at].dep) != labels.end()) return at;
    }
    return std::nullopt;
  }

 private:
  const language::Annotation& annotation_;
};

}  // namespace tetrapla::claims
