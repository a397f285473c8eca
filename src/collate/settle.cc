#include "collate/settle.h"

#include <algorithm>
#include <set>

namespace tetrapla::collate {

Citation cite(const Inputs& inputs, ReportIndex report, Span span, std::uint32_t part) {
  Citation citation{.report = report, .span = span, .borrowed = std::nullopt, .part = part};
  const LineIndex own = inputs.lines.line_of[report];
  for (const Evidence& borrowing : inputs.lines.borrowings) {
    if (borrowing.from != report && (borrowing.to != report || borrowing.direction_known)) continue;
    const LineIndex other = inputs.lines.line_of[borrowing.from == report ? borrowing.to : borrowing.from];
    // Where nothing tells who borrowed, the passage counts for the earlier line, on both sides: once.
    if (!borrowing.direction_known && own < other) continue;
    for (const Passage& passage : borrowing.passages) {
      if ((borrowing.from == report ? passage.from : passage.to).contains(span)) citation.borrowed = other;
    }
  }
  return citation;
}

void settle(const Inputs& inputs, Claim& claim) {
  std::set<LineIndex> stating;
  std::set<LineIndex> lending;
  claim.sources.clear();
  for (Reading& reading : claim.readings) {
    std::sort(reading.citations.begin(), reading.citations.end());
    reading.citations.erase(std::unique(reading.citations.begin(), reading.citations.end()), reading.citations.end());
    std::set<LineIndex> lines;
    for (const Citation& citation : reading.citations) {
      const LineIndex own = inputs.lines.line_of[citation.report];
      lines.insert(citation.borrowed.value_or(own));
      if (citation.borrowed) lending.insert(own);
    }
    reading.lines.assign(lines.begin(), lines.end());
    stating.insert(lines.begin(), lines.end());
    for (const Attribution& attribution : reading.attributed_to) {
      if (std::find(claim.sources.begin(), claim.sources.end(), attribution.name) == claim.sources.end()) {
        claim.sources.push_back(attribution.name);
      }
    }
  }
  claim.lines.assign(stating.begin(), stating.end());
  claim.silent.clear();
  for (LineIndex line = 0; line < inputs.lines.lines.size(); ++line) {
    if (!stating.contains(line) && !lending.contains(line)) claim.silent.push_back(line);
  }
}

}  // namespace tetrapla::collate
