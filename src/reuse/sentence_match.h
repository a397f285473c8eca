// Sentences told again in other words.
//
// How. A rewriter changes the verbs, the order and the joints, but the names, numbers and rare nouns of a sentence stay. Two sentences are
// compared by the stems that only they need: what the rarer words weigh that both have, against what the lighter of the two has in all. Each
// sentence keeps its best partner, and only pairs that choose each other count, or that share one partner (a sentence split or merged).
#pragma once

#include <cstdint>
#include <vector>

#include "reuse/align.h"
#include "reuse/texts.h"

namespace tetrapla::reuse {

/// The content words of a text, sorted by stem: what sentences are compared by.
struct Content {
  struct Place {
    std::uint64_t stem;
    std::uint32_t word;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  std::vector<Place> places;
  std::vector<float> weights;  ///< of each sentence: its content words, each stem once
};
[[nodiscard]] Content find_content(const Text& text);
[[nodiscard]] bool is_content(const Token& token);

/// A sentence of `a` and one of `b` that tell the same.
struct SentencePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t stems = 0;  ///< content words both have
  float shared = 0;         ///< what they weigh, in bits
  float of_a = 0;           ///< shared, of what sentence a weighs
  float of_b = 0;
  friend auto operator<=>(const SentencePair&, const SentencePair&) = default;
};

/// Pairs of sentences, by (a, b). Linear in the meetings of content words, which are limited for each stem.
[[nodiscard]] std::vector<SentencePair> match_sentences(const Text& a, const Content& content_a, const Text& b, const Content& content_b);

}  // namespace tetrapla::reuse
