// How two texts are judged. tests/cases/reuse holds the examples; the figures are from nine labelled stories of 5 to 10 reports.
//
// Four kinds of evidence, each against what the story's own reports all know (story.h):
//   told    what runs of equal words cover of the lighter side. Copies, shortened and expanded texts and light rewrites lie above .5; two
//           reporters on one event below .4, and above .3 only where one of the texts is a few sentences long.
//   places  at how many separate places runs of a clause or more stand. A borrower lifts one or two; whoever works from a text comes back to
//           it: on the labelled stories 4 and more in rewrites that keep clauses, 2 at most between lines.
//   retold  what sentences tell again in other words, outside verbatim blocks, so that two borrowed paragraphs prove no rewrite: the own bits
//           that both tell, times the part of the heavier text that they are. Labelled deep rewrites and digests have 25 to 109, reports of
//           different lines 21 at most (long reports on one event, or short ones full of one match's figures). Three sentences at least.
//   blocks  a sentence or more, word for word: an excerpt, however different the rest is.
// Where the reports themselves name one source, half of what is retold is enough.

#include "reuse/judge.h"

#include <algorithm>
#include <array>

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kBlockWords = 12;  // of all blocks, outside quotation marks
constexpr float kBlockBits = 40;
constexpr float kTold = 0.47F;
constexpr float kToldBits = 30;            // less is three rare words in two very short texts
constexpr std::uint32_t kPlaces = 4;
constexpr float kPlacesTold = 0.2F;        // four clauses in a long text may be the story's formulas
constexpr float kRetold = 23;              // own bits told again, times the part of the heavier side they are
constexpr float kCopied = 0.75F;           // of the shorter text's words

}  // namespace

void keep_passages(Relation relation, const Text& a, const Text& b, Comparison& comparison) {
  if (relation == Relation::kExcerpt) {
    std::erase_if(comparison.segments, [](const Segment& segment) { return segment.reworded || segment.slight || !is_place(segment); });
  }
  const std::array<const Text*, 2> sides = {&a, &b};
  for (std::size_t side = 0; side < 2; ++side) {
    const std::vector<Token>& words = sides[side]->words;
    Cover covered(words.size());
    for (const Segment& segment : comparison.segments) covered.mark(side == 0 ? segment.a : segment.b);
    comparison.covered[side] = 0;
    for (std::uint32_t k = 0; k < words.size(); ++k) comparison.covered[side] += covered.has(k) && !words[k].furniture;
  }
}

std::optional<Relation> judge(const Comparison& comparison, Tie tie) {
  if (comparison.verbatim) return Relation::kCopy;
  const float ask = tie == Tie::kNone ? 1.0F : 0.5F;
  const float told = std::max(comparison.told[0], comparison.told[1]);
  float segment_bits = 0;
  for (const Segment& segment : comparison.segments) segment_bits += segment.reworded ? 0 : segment.weight;
  if (told >= kTold && segment_bits >= kToldBits) {
    const float copied = static_cast<float>(comparison.equal) / static_cast<float>(std::max<std::uint32_t>(1, std::min(comparison.words[0], comparison.words[1])));
    return copied >= kCopied ? Relation::kCopy : Relation::kRewrite;
  }
  if (comparison.places >= kPlaces && told >= kPlacesTold) return Relation::kRewrite;
  const float less = std::min(comparison.retold[0], comparison.retold[1]);
  if (comparison.retold_bits * less >= kRetold * ask && comparison.retold_sentences >= (tie == Tie::kNone ? 3 : 2)) {
    return tie == Tie::kSameHouse || tie == Tie::kSameAgency ? Relation::kUpdate : Relation::kRewrite;
  }
  if (comparison.block_words >= kBlockWords && comparison.block_bits >= kBlockBits) return Relation::kExcerpt;
  return std::nullopt;
}

}  // namespace tetrapla::reuse
