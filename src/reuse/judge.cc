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
constexpr float kLifted = 0.3F;
constexpr std::uint32_t kLiftedWords = 14;
constexpr std::uint32_t kPlaces = 4;
constexpr float kPlacesLifted = 0.2F;
constexpr float kPlacesFollowed = 0.35F;
constexpr float kDetails = 3;
constexpr std::uint32_t kReturns = 3;
constexpr float kFollowed = 0.45F;
constexpr std::uint32_t kReturnsTied = 2;
constexpr float kFollowedTied = 0.25F;
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
  const float told = std::max(comparison.told[0], comparison.told[1]);
  const float lifted = std::max(comparison.lifted[0], comparison.lifted[1]);
  if (told >= kTold && lifted >= kLifted && comparison.plain >= kLiftedWords) {
    const float copied = static_cast<float>(comparison.equal) / static_cast<float>(std::max<std::uint32_t>(1, std::min(comparison.words[0], comparison.words[1])));
    return copied >= kCopied ? Relation::kCopy : Relation::kRewrite;
  }
  const float followed = std::max(comparison.followed[0], comparison.followed[1]);
  if (comparison.places >= kPlaces && lifted >= kPlacesLifted && followed >= kPlacesFollowed) return Relation::kRewrite;
  const std::uint32_t returns = comparison.places + comparison.retold;
  const float details = static_cast<float>(comparison.details) * std::max(comparison.detail_part[0], comparison.detail_part[1]) / kPrivate;
  if (tie == Tie::kNone) {
    if (details >= kDetails && returns >= kReturns && followed >= kFollowed) return Relation::kRewrite;
  } else if (returns >= kReturnsTied && followed >= kFollowedTied) {
    return tie == Tie::kNamesOther ? Relation::kRewrite : Relation::kUpdate;
  }
  if (comparison.block_words >= kBlockWords && comparison.block_bits >= kBlockBits) return Relation::kExcerpt;
  return std::nullopt;
}

}  // namespace tetrapla::reuse
