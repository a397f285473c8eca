// What of a page is no reporting.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/outlets.h"
#include "ingest/pattern.h"
#include "ingest/rule_index.h"
#include "ingest/stamps.h"
#include "ingest/units.h"
#include "tetrapla/report.h"
#include "text/cues.h"

namespace tetrapla::ingest {

/// The rules of data/furniture.tsv. Immutable; make one for many reports.
class Furniture {
 public:
  Furniture();

  /// Sets `why` of each unit that is furniture as a whole by its own words: patterns, stamp lines, bylines, addresses, hashtags, codes.
  /// When in doubt a unit is kept.
  void mark_lines(std::string_view text, const Outlets& outlets, std::vector<Unit>& units) const;

  /// Sets `why` of what is furniture by its place: teasers after "Related articles", section labels and sites above the title
  /// (`title`: its unit, or units.size()), its repetitions. Call after mark_lines and DisclosureRules::find.
  void mark_blocks(const Outlets& outlets, std::size_t title, std::string_view title_text, std::vector<Unit>& units) const;

 private:
  enum class Reach { kLine, kEdge, kBlock, kHead };
  struct Rule {
    ExclusionReason why;
    Reach reach;
    Pattern pattern;
  };
  /// The first rule of the index that matches the whole line; nullptr where none does.
  [[nodiscard]] const Rule* rule_of(const RuleIndex& index, const Tokens& tokens, const Outlets& outlets) const;

  std::vector<Rule> rules_;
  RuleIndex lines_;   ///< of kLine and kBlock
  RuleIndex edges_;   ///< of kEdge
  RuleIndex heads_;   ///< of kHead
  RuleIndex blocks_;  ///< of kBlock
};

/// Furniture inside paragraphs: time stamps of transcripts, "[music]", addresses, hashtags at the end.
[[nodiscard]] std::vector<Exclusion> find_inline_furniture(std::string_view text, const std::vector<Unit>& units,
                                                           const std::vector<text::CueStamp>& stamps);

/// A line that names the authors: "By Jane Doe and John Roe". Empty ranges where it is none.
struct Byline {
  std::vector<std::pair<std::size_t, std::size_t>> names;    ///< token ranges of persons and outlets
  std::optional<std::pair<std::size_t, std::size_t>> staff;  ///< "staff and agencies"
};
[[nodiscard]] std::optional<Byline> read_byline(std::span<const Token> tokens);

}  // namespace tetrapla::ingest
