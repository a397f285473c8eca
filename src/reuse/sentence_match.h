// Sentences told again in other words.
//
// How. A rewriter changes the verbs, the order and the joints, but the names, numbers and rare nouns of a sentence stay. A sentence is
// compared with each run of up to three sentences of the other text (it may have been split or merged) by the stems that only few news texts
// have: what those weigh that both have, against what the sentence has in all. Each sentence of both texts keeps its best partner.

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
[[nodiscard]] float content_weight(const Token& token);  ///< as weight_of, but a number never weighs little

/// A sentence of one text and one to three neighbouring sentences of the other that tell the same.
struct SentenceMatch {
  WordRange a;
  WordRange b;
  std::uint32_t stems = 0;  ///< content words both have
  float shared = 0;         ///< what they weigh, in bits
  friend auto operator<=>(const SentenceMatch&, const SentenceMatch&) = default;
};

/// The best partner of each sentence of `a` and of `b`, where it has one, by (a, b). Linear in the meetings of content words, which are
/// limited for each stem.
[[nodiscard]] std::vector<SentenceMatch> match_sentences(const Text& a, const Content& content_a, const Text& b,
                                                         const Content& content_b);

}  // namespace tetrapla::reuse
