// The parser's transition system: arc-eager (Nivre 2003) with spaCy's two liberties (Honnibal and Johnson 2015) and a move that marks
// sentences.
//
//   stack … S2 S1 S0 | B0 B1 … buffer: the words put back, last in first out, then those not read yet
//
//   Shift   S0 ← B0
//   Reduce  drop S0; one without a head goes back to the buffer's front, unless it was the only one
//   Left    S0's head is B0 (a head that Right gave it is replaced); drop S0
//   Right   B0's head is S0; S0 ← B0
//   Break   a sentence starts at B1
//
// Every sequence of valid moves ends: a word is put back once, and once more for each word that Left has dropped. Some 6 moves a word at most.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tetrapla::english {

enum class Action : std::uint8_t { kShift, kReduce, kLeft, kRight, kBreak };
inline constexpr std::size_t kActions = 5;

/// Actions as bits: 1 << Action.
using ActionSet = std::uint8_t;
constexpr ActionSet set_of(Action action) { return static_cast<ActionSet>(1U << static_cast<unsigned>(action)); }

/// A word's index in the document, or kNoWord.
using WordIndex = std::int32_t;
inline constexpr WordIndex kNoWord = -1;

/// Where a parse stands. One a thread, used for one document after another; arrays of the document's length, no allocation a move.
class ParseState {
 public:
  static constexpr std::uint8_t kNoLabel = 0xFF;
  /// B0, B1, S0, S1, S2, last left child of B0, of S0, last right child of S0: what the network sees. kNoWord for none.
  using Features = std::array<WordIndex, 8>;

  /// A new document. `first_is_start`: word 0 counts as a sentence start (Pieces::first_is_marked_start).
  void reset(std::size_t words, bool first_is_start);

  [[nodiscard]] bool done() const { return stack_.empty() && buffer_length() == 0; }
  [[nodiscard]] Features features() const;
  [[nodiscard]] ActionSet valid() const;
  /// A valid action; `label` for Left and Right.
  void apply(Action action, std::uint8_t label);

  /// Heads so far, kNoWord for a word without, and the labels of their arcs.
  [[nodiscard]] std::span<const WordIndex> heads() const { return head_; }
  [[nodiscard]] std::span<const std::uint8_t> labels() const { return label_; }

 private:
  [[nodiscard]] WordIndex stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNoWord;
  }
  [[nodiscard]] WordIndex buffer(std::size_t ahead) const;
  [[nodiscard]] std::size_t buffer_length() const { return head_.size() - next_ + put_back_.size(); }
  void push();
  void attach(WordIndex head, WordIndex child, std::uint8_t label);

  std::size_t next_ = 0;  // the first word not read yet
  std::vector<WordIndex> stack_;
  std::vector<WordIndex> put_back_;
  std::vector<WordIndex> head_;
  std::vector<std::uint8_t> label_;
  // A word's children on each side as chains from the last attached to the first: only the last is looked at, and dropped.
  std::vector<WordIndex> last_left_;
  std::vector<WordIndex> last_right_;
  std::vector<WordIndex> attached_before_;
  std::vector<std::uint8_t> starts_sentence_;
  std::vector<std::uint8_t> was_put_back_;
};

}  // namespace tetrapla::english
