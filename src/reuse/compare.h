// What two texts share, and what that weighs against what their story knows.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reuse/align.h"
#include "reuse/sentence_match.h"
#include "reuse/story.h"

namespace tetrapla::reuse {

/// A text's words at their own weight: what they weigh over how many texts of the story have them.
struct OwnWeights {
  std::vector<float> words;
  std::vector<float> sentences;  ///< of each, its content, each stem once
  float all = 0;                 ///< of all words
};
[[nodiscard]] OwnWeights weigh_words(const Text& text, const Familiarity& familiarity);

/// Everything about one text that comparing needs.
struct View {
  const Text& text;
  const Anchors& anchors;
  const Content& content;
  const Familiarity& familiarity;
  const OwnWeights& own;
};

/// What two texts share. Side 0 is `a`, side 1 is `b`. A word's own weight is its weight over how many texts of the story have it.
struct Comparison {
  std::vector<Segment> segments;        ///< by place in a; runs and reworded sentences
  float told[2] = {0, 0};               ///< of a side's own weight, the part inside segments found by runs
  float retold[2] = {0, 0};             ///< outside verbatim blocks: of its sentences' own weight, what sentences of the other side tell again
  float retold_bits = 0;                ///< that weight
  std::uint32_t retold_sentences = 0;   ///< sentence pairs that share more than the story does
  std::uint32_t block_words = 0;        ///< words in blocks: long runs, word for word or nearly so, outside quotation marks
  float block_bits = 0;                 ///< their own weight
  std::uint32_t places = 0;             ///< separate runs of kPlaceWords and more, at a distance from one another in both texts
  std::uint32_t words[2] = {0, 0};      ///< of each side, furniture apart
  std::uint32_t covered[2] = {0, 0};    ///< of them, those inside segments (set by keep_passages)
  std::uint32_t equal = 0;              ///< words in runs that are equal
  bool verbatim = false;                ///< one text
};

/// The places where two texts meet. Does not depend on other texts.
struct Overlap {
  std::vector<Segment> runs;
  std::vector<SentenceMatch> sentences;
};
[[nodiscard]] Overlap find_overlap(const View& a, const View& b);

/// Of each side's own weight, the part inside runs.
[[nodiscard]] std::array<float, 2> told_by_runs(const View& a, const View& b, const std::vector<Segment>& runs);

[[nodiscard]] Comparison compare(const View& a, const View& b, const Overlap& overlap);

// What counts as a verbatim block, and as one of the places a rewriter comes back to.
[[nodiscard]] bool is_block(const Segment& segment);
[[nodiscard]] bool is_place(const Segment& segment);

/// Marks over the words of one side.
class Cover {
 public:
  explicit Cover(std::size_t words) : marked_(words) {}
  void mark(WordRange range) {
    for (std::uint32_t k = range.begin; k < range.end; ++k) marked_[k] = 1;
  }
  [[nodiscard]] bool has(std::uint32_t word) const { return marked_[word] != 0; }
  [[nodiscard]] bool holds_half(WordRange range) const {
    std::uint32_t held = 0;
    for (std::uint32_t k = range.begin; k < range.end; ++k) held += marked_[k];
    return 2 * held >= range.size();
  }

 private:
  std::vector<std::uint8_t> marked_;
};

}  // namespace tetrapla::reuse
