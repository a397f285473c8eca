// The texts of a set of reports, and every comparison that is worth making between them.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "reuse/judge.h"
#include "reuse/texts.h"
#include "tetrapla/report.h"
#include "tetrapla/reuse.h"

namespace tetrapla::reuse {

using TextPair = std::pair<std::uint32_t, std::uint32_t>;  ///< the smaller first

/// The different texts of a set, each with the reports that have it, and how they compare.
struct Survey {
  std::vector<Text> texts;                             ///< by the smallest id among their reports
  std::vector<std::vector<ReportIndex>> reports;       ///< of each text, by id
  std::vector<std::vector<std::vector<Span>>> places;  ///< of each report of each text: its words, in Report::text
  std::vector<Anchors> anchors;
  std::vector<Content> contents;
  std::vector<Familiarity> familiarity;
  std::vector<OwnWeights> own;
  std::vector<TextPair> pairs;          ///< those that share enough to be compared, ascending
  std::vector<Comparison> comparisons;  ///< of each pair

  [[nodiscard]] View view(std::uint32_t text) const {
    return {texts[text], anchors[text], contents[text], familiarity[text], own[text]};
  }
};

/// Near-linear: see pairs.cc. The same for any order of `reports` and any number of threads.
[[nodiscard]] Survey survey(const std::vector<Report>& reports, base::Workers& workers);

}  // namespace tetrapla::reuse
