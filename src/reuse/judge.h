// What two texts share, weighed: is one made from the other?
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reuse/align.h"
#include "reuse/sentence_match.h"
#include "reuse/story.h"
#include "tetrapla/reuse.h"

namespace tetrapla::reuse {

/// Everything about one text that comparing needs.
struct View {
  const Text& text;
  const Anchors& anchors;
  const Content& content;
  const Familiarity& familiarity;
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

[[nodiscard]] Comparison compare(const View& a, const View& b);

/// Whether the two name one source, or one the other, or share a publisher: then half the evidence is enough.
enum class Tie { kNone, kSameHouse, kSameAgency, kNamesOther };

/// The relation that the comparison proves, or nothing. kExcerpt makes no line.
[[nodiscard]] std::optional<Relation> judge(const Comparison& comparison, Tie tie);

/// Leaves the segments that the relation stands on (an excerpt: only what stands in both nearly word for word) and counts what they cover.
void keep_passages(Relation relation, const Text& a, const Text& b, Comparison& comparison);

}  // namespace tetrapla::reuse
