// Runs of words that two texts share, put together into passages.
//
// How. Two texts can share a passage only where they share a rare word or a rare pair of neighbouring words. Each text keeps these anchors
// sorted (`Anchors`), so that a merge of two lists gives all places where the texts may meet. Each such place grows to both sides into a
// maximal run of equal words. Runs that follow one another in both texts at a short distance are chained: a chain gains what its words
// weigh and pays for every word it passes over, so that it ends where the texts part. This is Smith-Waterman alignment with affine-like
// costs, but over tens of runs instead of a table of all word pairs: each run looks back at a bounded number of others, and the cost is
// linear in the two texts. tests/reuse/align_test.cc checks it against the table.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "reuse/texts.h"

namespace tetrapla::reuse {

/// The places by which a text can be met: sorted by key.
struct Anchors {
  struct Place {
    std::uint64_t key;
    std::uint32_t word;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  std::vector<Place> places;
};
[[nodiscard]] Anchors find_anchors(const Text& text);

/// A stretch of one text told in another.
struct Segment {
  WordRange a;
  WordRange b;
  std::uint32_t equal = 0;  ///< words that are equal, quoted ones included
  std::uint32_t plain = 0;  ///< of them, the writer's own choice (is_plain), in rows of four and more
  float weight = 0;         ///< what the equal words outside quotation marks weigh, in bits
  bool altered = false;     ///< not word for word
  bool slight = false;      ///< quoted or common words and little else: no evidence, but a passage where there is other
  bool reworded = false;    ///< found by the sentence's content, not by runs of its words
  friend auto operator<=>(const Segment&, const Segment&) = default;
};

/// A word that the writer chose: no name, no number, nothing quoted. Two reporters share a match's names, titles and figures; that they share
/// the words between these is what a copy shows.
[[nodiscard]] inline bool is_plain(const Token& token) {
  return !token.quoted && !token.furniture && !token.capital && !token.numeral;
}

/// What `a` and `b` share in runs, by place in `a`; segments overlap neither in `a` nor in `b` by more than a few words.
[[nodiscard]] std::vector<Segment> align_runs(const Text& a, const Anchors& anchors_a, const Text& b, const Anchors& anchors_b);

/// What a word is worth to a run: as many bits as it is rare, up to a limit beyond which rarity says no more than "rare" (else a story's names
/// would outweigh its sentences), and a little for being a word, so that a run of common words counts for its length.
[[nodiscard]] inline float worth_of(const Token& token) {
  constexpr float kWordBits = 10;
  constexpr float kAnyWord = 0.4F;
  return token.furniture ? 0 : std::min(token.bits, kWordBits) + kAnyWord;
}

/// What a word says about where a text comes from: its worth, and a tenth of it inside quotation marks.
[[nodiscard]] inline float weight_of(const Token& token) {
  constexpr float kQuotedShare = 0.1F;
  return token.quoted ? worth_of(token) * kQuotedShare : worth_of(token);
}

}  // namespace tetrapla::reuse
