// Headings of sections between the paragraphs of a report: "International observers", "Putin's Unchanged Demands".
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/units.h"

namespace tetrapla::ingest {

/// The words of data/subheadings.tsv. Immutable; make one for many reports.
class Subheadings {
 public:
  Subheadings();

  /// Sets `why` of lines of two to eight words between two paragraphs of full sentences that state nothing: no verb, no number, no quoted speech, no
  /// stop; no name of a person alone (a speaker's), and none at all where one stands twice. When in doubt a line is kept. Call when all other furniture is
  /// marked. Linear.
  void mark(std::vector<Unit>& units) const;

 private:
  [[nodiscard]] bool is_heading(const Unit& unit) const;

  std::unordered_set<std::string> verbs_;  ///< looked up, never walked
  std::unordered_set<std::string> maybe_;
};

}  // namespace tetrapla::ingest
