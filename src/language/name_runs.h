// Which capitals make a name, and how far it goes.
#pragma once

#include <cstdint>

#include "language/sentence_words.h"

namespace tetrapla::language {

constexpr std::uint32_t kLongestName = 12;  ///< words; a longer run of capitals is a headline, not a name

/// Runs of capitalised words in a sentence, with the small words that stand inside names ("Ministry of …", "de", "bin").
class NameRuns : private SentenceWords {
 public:
  using SentenceWords::SentenceWords;

  /// Whether the capital of this word makes it part of a name.
  [[nodiscard]] bool accepted(std::uint32_t t) const;
  [[nodiscard]] bool begins_name(std::uint32_t t) const;
  /// One past the last token of the run that begins at `b`. Linear in the run.
  [[nodiscard]] std::uint32_t run_end(std::uint32_t b) const;

 private:
  /// A known name of several words that begins here ("New York", "Human Rights Watch"): its end, else `t`.
  [[nodiscard]] std::uint32_t known_end(std::uint32_t t) const;
  /// Whether this word stood beside its neighbour with capitals elsewhere, where they tell something.
  [[nodiscard]] bool seen_in_pair(std::uint32_t t) const;
  /// A word in the middle of a run, which had its capital for certain before.
  [[nodiscard]] bool goes_on(std::uint32_t t) const;
  /// A lower-case word glued by a hyphen to a capital one, after a name: "Mehdi iran-Nejad".
  [[nodiscard]] bool particle_word(std::uint32_t e) const;
  /// "SEA-ME-WE 4", "Route 52", and what the report numbers more than once ("Swift 3").
  [[nodiscard]] bool numbered(std::uint32_t b, std::uint32_t e) const;
  [[nodiscard]] std::uint32_t over_particles(std::uint32_t e) const;
  [[nodiscard]] bool opens_complement(std::uint32_t b, std::uint32_t of) const;
};

}  // namespace tetrapla::language
