// What is made of a parse: trees whose arcs may cross, and sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tetrapla/language.h"

namespace tetrapla::english {

/// A document's arcs, by token; equal lengths. A root is its own head and has the label kRoot.
struct Arcs {
  std::vector<std::uint32_t> head;
  std::vector<Dep> label;
  /// What the parser's label "relcl||dobj" says besides `relcl`: the true head is a `dobj` somewhere below `head`. kNone for a plain label.
  std::vector<Dep> head_label;
};

/// Makes plain arcs of Arcs and finds sentences. One a thread: it keeps its room.
class Trees {
 public:
  /// Gives each token with a head_label its true head (Nivre and Nilsson 2005, as spaCy undoes it): the first token of that label below its
  /// head, breadth first, children from left to right, neither through white space nor the token itself. None: it keeps its head.
  /// Tokens are done from left to right, each with the tree as it has become. Clears head_label.
  /// At most kSearch children are looked at for a token on the average (some hundred times what real text needs); past that heads stay.
  void deprojectivise(Arcs& arcs, std::span<const std::uint8_t> is_space);

  /// starts[i] = 1 where a sentence starts: token 0, and the leftmost descendant of each root. Linear: at most kSweeps passes to and fro.
  /// No arc leaves its sentence: where spaCy's passes are too few to see how far a tree goes, the sentences that an arc joins are one here
  /// (not met in 768,000 tokens, 33,000 of them random words).
  void find_sentences(std::span<const std::uint32_t> head, std::vector<std::uint8_t>& starts);

  static constexpr std::size_t kSearch = 64;
  static constexpr int kSweeps = 12;

 private:
  void find_edges(std::span<const std::uint32_t> head);
  [[nodiscard]] bool heads_are_in_their_sentences(std::span<const std::uint32_t> head);
  void list_children(std::span<const std::uint32_t> head);
  std::size_t append_children(std::uint32_t of, const Arcs& arcs, std::vector<std::uint32_t>& out);
  [[nodiscard]] std::uint32_t true_head(std::uint32_t token, const Arcs& arcs, std::span<const std::uint8_t> is_space,
                                        std::size_t& budget);

  std::vector<std::uint32_t> left_;  // leftmost and rightmost descendant
  std::vector<std::uint32_t> right_;
  std::vector<std::uint8_t> root_starts_;
  std::vector<std::int32_t> arcs_over_;     // at i: arcs that begin to lie over the seam before token i, less those that end to
  std::vector<std::uint32_t> children_at_;  // of the tree as parsed: children_[children_at_[i] … children_at_[i + 1])
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> moved_to_;      // the last token that was moved to be a child of this one; kNobody for none
  std::vector<std::uint32_t> moved_before_;  // … and the one before it
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> below_;
};

}  // namespace tetrapla::english
