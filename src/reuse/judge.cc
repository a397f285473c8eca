// How two texts are judged. tests/cases/reuse holds the examples; the figures are from 21 labelled stories of 5 to 16 reports.
//
// Independent reports of one event share its names, titles and figures, its speakers' sentences and its lead. So none of these counts as such:
//   told, lifted  what runs of equal words cover of the lighter side: by weight over what the story knows, and of its plain words (no names, no
//                 figures, nothing quoted) in rows of four and more. Copies, shortened and expanded texts and light rewrites have more than .47
//                 and .39; two reporters on one event reach .9 of the one in two sentences on a match, but never .2 of the other. What lies
//                 between stands at one place (a borrowed paragraph) or is followed by most of the text.
//   places        at how many separate places runs of a clause or more stand. A borrower lifts one or two; whoever works from a text comes back
//                 to it: 4 and more in rewrites that keep clauses, 3 at most between lines (long reports with one press release before them).
//   details       rare words and figures that come once or twice, not in the lead, and that hardly another text of the story has, in sentences
//                 outside verbatim blocks: how many both tell, times the part of a text's details that they are. Labelled deep rewrites have 3.7
//                 to 9, and follow .45 to .6 of the text in its order; reports of different lines have 3 at most and follow less than .4, or
//                 have less than 2.
//   blocks        a sentence or more, word for word: an excerpt, however different the rest is.
// Where a report itself names the other, or both name one agency, that they tell the same details is enough.

#include "reuse/judge.h"

#include <algorithm>
#include <array>

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kBlockWords = 12;  // of all blocks, outside quotation marks
constexpr float kBlockBits = 40;
constexpr float kTold = 0.47F;
constexpr float kLifted = 0.3F;
constexpr std::uint32_t kLiftedWords = 14;  // less is a sentence of a flash
constexpr float kMostTold = 0.65F;
constexpr float kMostFollowed = 0.55F;
constexpr std::uint32_t kShortDetails = 3;  // in a few sentences in other words
constexpr float kMostLifted = 0.4F;
constexpr std::uint32_t kManyLifted = 30;
constexpr std::uint32_t kPlaces = 4;
constexpr float kPlacesLifted = 0.2F;
constexpr float kPlacesFollowed = 0.35F;
constexpr float kDetails = 3;
constexpr std::uint32_t kReturns = 3;
constexpr float kFollowed = 0.42F;
constexpr std::uint32_t kHouseReturns = 2;
constexpr float kCreditFollowed = 0.35F;
constexpr std::uint32_t kAgencyDetails = 2;
constexpr float kAgencyFollowed = 0.2F;
constexpr float kCopied = 0.75F;  // of the shorter text's words

}  // namespace

void keep_passages(Relation relation, const Text& a, const Text& b, Comparison& comparison) {
  if (relation == Relation::kExcerpt) {
    std::erase_if(comparison.segments,
                  [](const Segment& segment) { return segment.reworded || segment.slight || !is_place(segment); });
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
  const float followed = std::max(comparison.followed[0], comparison.followed[1]);
  const bool throughout = told >= kMostTold || followed >= kMostFollowed;
  if (told >= kTold && lifted >= kLifted && comparison.plain >= kLiftedWords && throughout) {
    const float copied = static_cast<float>(comparison.equal) /
                         static_cast<float>(std::max<std::uint32_t>(1, std::min(comparison.words[0], comparison.words[1])));
    return copied >= kCopied ? Relation::kCopy : Relation::kRewrite;
  }
  if (told >= kMostTold && followed >= kMostFollowed &&
      (comparison.details >= kShortDetails * kPrivate || comparison.plain >= kManyLifted)) {
    return Relation::kRewrite;
  }
  // What many reports of a story copy, the story knows; that it stands in the same rows of plain words still shows it.
  if (lifted >= kMostLifted && followed >= kMostFollowed && comparison.plain >= kManyLifted) return Relation::kRewrite;
  if (comparison.places >= kPlaces && lifted >= kPlacesLifted && followed >= kPlacesFollowed) return Relation::kRewrite;
  const std::uint32_t returns = comparison.places + comparison.retold;
  const float details =
      static_cast<float>(comparison.details) * std::max(comparison.detail_part[0], comparison.detail_part[1]) / kPrivate;
  if (details >= kDetails && returns >= kReturns && followed >= kFollowed) return Relation::kRewrite;
  switch (tie) {
    case Tie::kNone: break;
    case Tie::kSameHouse:
      if (returns >= kHouseReturns && followed >= kCreditFollowed) return Relation::kUpdate;
      break;
    case Tie::kNamesOther:
      if (comparison.details >= kPrivate && followed >= kCreditFollowed) return Relation::kCredit;
      break;
    case Tie::kSameAgency:
    case Tie::kCommonAgency:
      if (comparison.details + kPrivate * comparison.places >= kAgencyDetails * kPrivate && followed >= kAgencyFollowed) {
        return tie == Tie::kSameAgency ? Relation::kUpdate : Relation::kCommonSource;
      }
      break;
  }
  if (comparison.block_words >= kBlockWords && comparison.block_bits >= kBlockBits) return Relation::kExcerpt;
  return std::nullopt;
}

}  // namespace tetrapla::reuse
