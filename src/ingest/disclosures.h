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
  [[nodiscard]] std::vector<Disclosure> find(std::string_view text, const Metadata& meta, const Outlets& outlets, std::vector<Unit>& units) const;

 private:
  enum class Reach { kLine, kNote, kEdge, kSentence, kBeside, kLead, kOpening };
  [[nodiscard]] RuleIndex& index_of(Reach reach);
  struct Found {
    std::uint32_t rule;
    Pattern::Match match;
  };
  [[nodiscard]] std::vector<Found> matches(const RuleIndex& index, const Outlets& outlets, const Tokens& tokens) const;
  void find_whole(const RuleIndex& index, const Outlets& outlets, Unit& unit, DisclosureCollector& found) const;
  void find_sentences(const Outlets& outlets, Unit& unit, DisclosureCollector& found) const;
  void find_beside(const Outlets& outlets, const Unit& unit, DisclosureCollector& found) const;

  struct Rule {
    DisclosureKind kind;
    Reach reach;
    Pattern pattern;
  };
  std::vector<Rule> rules_;
  RuleIndex lines_;      ///< of kLine and kNote
  RuleIndex edges_;      ///< of kEdge
  RuleIndex sentences_;  ///< of kSentence
  RuleIndex besides_;    ///< of kBeside
  RuleIndex leads_;      ///< of kLead and kOpening
};

}  // namespace tetrapla::ingest
