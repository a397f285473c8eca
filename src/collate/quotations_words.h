// Words as they were spoken: what is left of a wording when its spelling is taken away.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "language/annotation.h"

namespace tetrapla::collate {

struct SpokenWord {
  std::string text;             ///< "twenty nineteen" and "2019" are "2019", "U.S." is "us", "can't" is "can not"
  language::TokenRange tokens;  ///< that it stands in
  bool gap_before = false;      ///< an ellipsis or an editor's remark in brackets stands before it
};

/// Punctuation, case, hesitations ("uh") and remarks in brackets left out, British and American spelling made one. Linear.
[[nodiscard]] std::vector<SpokenWord> spoken_words(const language::Annotation& annotation, language::TokenRange range);

/// The best local alignment of two word sequences: pairs of equal words, ascending in both. Gaps may be long (an ellipsis, a sentence left
/// out) but cost something. O(|a|·|b|); longer sequences than kMaxAligned are cut to that length.
inline constexpr std::size_t kMaxAligned = 1500;
using Matches = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
[[nodiscard]] Matches align_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace tetrapla::collate
