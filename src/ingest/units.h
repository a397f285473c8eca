// A report's paragraphs as the finders of furniture, titles and disclosures see them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/tokens.h"
#include "tetrapla/report.h"
#include "tetrapla/span.h"

namespace tetrapla::ingest {

/// Only the first tokens of a paragraph are looked at for patterns of whole lines; no furniture is longer.
constexpr std::size_t kMostLineTokens = 120;

struct Unit {
  Span span;
  Tokens tokens;
  std::size_t words = 0;
  bool sentence = false;               ///< ends as a sentence ends
  std::optional<ExclusionReason> why;  ///< set where the whole paragraph is furniture

  bool masthead = false;  ///< names the outlet: "Lunde Herald", "DAILY CURRENT"
  bool title = false;
  bool disclosure = false;  ///< says how the report was made

  /// A paragraph of reporting by its look: a sentence of some length.
  [[nodiscard]] bool is_body() const { return !why && !disclosure && words >= 12 && sentence; }
};

[[nodiscard]] std::vector<Unit> units_of(std::string_view text, const std::vector<Span>& paragraphs);

/// Where the body of a report begins and ends: `begin` is the index of its first paragraph, `head_end` of its second, `tail_begin` one past
/// its last; units.size(), units.size() and 0 where there is none. Stamps, bylines and labels stand before the one or after the other.
struct Body {
  std::size_t begin = 0;
  std::size_t head_end = 0;
  std::size_t tail_begin = 0;

  [[nodiscard]] bool at_edge(std::size_t unit) const { return unit < head_end || unit >= tail_begin; }
};
[[nodiscard]] Body body_of(const std::vector<Unit>& units);

}  // namespace tetrapla::ingest
