// What two texts share, and what that weighs against what their story knows.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reuse/align.h"
#include "reuse/sentence_match.h"
#include "reuse/story.h"

namespace tetrapla::reuse {

/// A stem of a sentence's content: its weight over how many texts of the story have it, and how much of a detail it is.
struct Told {
  std::uint64_t stem;
  float weight;
  std::uint8_t detail;
};

/// What each word of a text says about where the text comes from, over how many texts of the story have it.
struct OwnWeights {
  std::vector<float> words;             ///< weight_of, over how many texts of the story have the word
  std::vector<std::uint8_t> specifics;  ///< 2: a detail, kPrivate where only one other text may have it; 0: no detail (weigh_words)
  std::vector<Told> content;            ///< sentence by sentence, by stem, each once
  std::vector<std::uint32_t> begins;    ///< of each sentence in `content`, and the end
  float all = 0;                        ///< of all words
  std::uint32_t details = 0;            ///< of all stems, kPrivate for a whole one
  std::uint32_t plain = 0;              ///< words that are the writer's own choice (is_plain)
};
inline constexpr std::uint8_t kPrivate = 2;

/// A detail is a rare word, a name or a number that comes once or twice in the text and not in its lead: the lead and what comes again and
/// again are the event itself, and every reporter has them. What two other texts of the story have is half a detail, what more have is none.
[[nodiscard]] OwnWeights weigh_words(const Text& text, const Content& content, const Familiarity& familiarity);

/// Everything about one text that comparing needs.
struct View {
  const Text& text;
  const Anchors& anchors;
  const Content& content;
  const Familiarity& familiarity;
  const OwnWeights& own;
};

/// What two texts share. Side 0 is `a`, side 1 is `b`.
struct Comparison {
  std::vector<Segment> segments;  ///< by place in a; runs and reworded sentences
  float told[2] = {0, 0};         ///< of a side's own weight, the part inside segments found by runs
  float lifted[2] = {0, 0};       ///< of a side's plain words, the part that stands equal in runs
  std::uint32_t plain = 0;        ///< plain words that stand equal in runs
  std::uint32_t block_words = 0;  ///< words in blocks: long runs, word for word or nearly so, outside quotation marks
  float block_bits = 0;           ///< their own weight
  std::uint32_t places = 0;       ///< separate runs of a clause and more, at a distance from one another in both texts
  std::uint32_t retold = 0;       ///< sentence pairs outside blocks that share two new details, in one order in both texts
  std::uint32_t details = 0;      ///< details that sentences outside blocks share, kPrivate for a whole one
  float detail_part[2] = {0, 0};  ///< of a side's details, the part that these are
  float followed[2] = {0, 0};     ///< of a side's words, those of sentences that the other tells too, in order or half inside runs
  std::uint32_t sentences[2] = {0, 0};  ///< of each side, furniture apart
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

/// Whether so many of the shorter text's own words stand in the other that the two count as one text when a story's facts are counted.
[[nodiscard]] bool is_near_copy(const View& a, const View& b, const Overlap& overlap);

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
