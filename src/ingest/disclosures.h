// What a report says about its own making.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/outlets.h"
#include "ingest/pattern.h"
#include "ingest/units.h"
#include "tetrapla/report.h"

namespace tetrapla::ingest {

/// The rules of data/disclosures.tsv. Immutable; make one for many reports.
class DisclosureRules {
 public:
  DisclosureRules();

  /// The disclosures in text order; a report's own outlet (publisher, or id) is no credit. Sets `disclosure` of each unit that does nothing
  /// but disclose (a correction, "written by AI"; not a dateline, byline or lead). Linear.
  [[nodiscard]] std::vector<Disclosure> find(std::string_view text, const Metadata& meta, const Outlets& outlets, std::vector<Unit>& units) const;

 private:
  enum class Reach { kLine, kNote, kEdge, kSentence, kBeside, kLead, kOpening };
  struct Rule {
    DisclosureKind kind;
    Reach reach;
    Pattern pattern;
  };
  std::vector<Rule> rules_;
};

}  // namespace tetrapla::ingest
