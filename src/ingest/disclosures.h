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

  struct Found {
    std::vector<Disclosure> disclosures;  ///< in text order
    std::vector<bool> closes;             ///< for each unit: it says something about the whole report, so that the report ends here
  };

  /// `meta`: a report's own outlet (publisher, or id) is no credit. Linear.
  [[nodiscard]] Found find(std::string_view text, const Metadata& meta, const Outlets& outlets, const std::vector<Unit>& units) const;

 private:
  enum class Reach { kLine, kEdge, kSentence, kBeside, kLead };
  struct Rule {
    DisclosureKind kind;
    Reach reach;
    Pattern pattern;
  };
  std::vector<Rule> rules_;
};

}  // namespace tetrapla::ingest
