// What a report says about its own making.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/outlets.h"
#include "ingest/pattern.h"
#include "ingest/rule_index.h"
#include "ingest/units.h"
#include "tetrapla/report.h"

namespace tetrapla::ingest {

class DisclosureCollector;

/// The rules of data/disclosures.tsv. Immutable; make one for many reports.
class DisclosureRules {
 public:
  DisclosureRules();

  /// The disclosures in text order; a report's own outlet (publisher, or id) is no credit outside its dateline and byline. Sets `disclosure` of each unit that does nothing
  /// but disclose (a correction, "written by AI"; not a dateline, byline or lead). Linear.
  [[nodiscard]] std::vector<Disclosure> find(std::string_view text, const Metadata& meta, const Outlets& outlets,
                                             std::vector<Unit>& units) const;

 private:
  enum class Reach { kLine, kNote, kEdge, kSentence, kBeside, kLead, kFirst, kOpening };
  struct Rule {
    DisclosureKind kind;
    Reach reach;
    Pattern pattern;
  };
  [[nodiscard]] RuleIndex& index_of(Reach reach);
  /// The paragraphs of the body up to one of them.
  struct Lead {
    std::size_t bodies = 0;      ///< this one too
    bool first_sourced = false;  ///< the first names a source
    bool credited = false;       ///< something above this one names the origin
  };
  struct Found {
    std::uint32_t rule;
    Pattern::Match match;
  };
  [[nodiscard]] std::vector<Found> matches(const RuleIndex& index, const Outlets& outlets, const Tokens& tokens) const;
  void find_whole(const RuleIndex& index, const Outlets& outlets, Unit& unit, DisclosureCollector& found) const;
  void find_sentences(const Outlets& outlets, Unit& unit, DisclosureCollector& found) const;
  void find_beside(const Outlets& outlets, const Unit& unit, DisclosureCollector& found) const;

  /// Whether an outlet that a rule found in a paragraph of the body is where the report comes from.
  [[nodiscard]] bool is_origin(const Rule& rule, const Pattern::Match& match, const Unit& unit, const Lead& lead) const;

  std::vector<Rule> rules_;
  RuleIndex lines_;      ///< of kLine and kNote
  RuleIndex edges_;      ///< of kEdge
  RuleIndex sentences_;  ///< of kSentence
  std::vector<std::string> asides_;
  std::vector<std::string> sources_;
  RuleIndex besides_;  ///< of kBeside
  RuleIndex leads_;    ///< of kLead, kFirst and kOpening
};

}  // namespace tetrapla::ingest
