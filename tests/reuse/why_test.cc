// The words that a reason quotes stand in both reports, wherever furniture has moved them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reuse/reuse.h"

namespace tetrapla::reuse {
namespace {

const std::string kOrigin =
    "Harvesters found the sluice keeper Odo Brandvik asleep in his hut at Lower Tamsel on Thursday, an hour after "
    "the weir had jammed. \"I was told to wait for the engineer,\" he said. The water stood 14 centimetres above the "
    "mark that the parish council had painted in 1931. Eel traps, a punt and the landing stage of the rowing club "
    "were carried off towards Pellworth. The council's clerk, Sunniva Grote, said that the telegraph bell had been "
    "ordered in March and paid for in June, yet nobody had fitted it. Two heifers were lifted from the meadow by a "
    "crane of the brickworks. Brandvik will keep his post until the autumn audit.";
const std::string kRewrite =
    "Odo Brandvik, who minds the sluice at Lower Tamsel, was sleeping in his hut when harvesters came by on "
    "Thursday; the weir had been stuck for an hour. He explained that he had orders to wait until an engineer "
    "arrived. By then the river was 14 centimetres higher than the line painted for the parish council in 1931. It "
    "took the rowing club's landing stage, a punt and eel traps down to Pellworth. A telegraph bell, according to "
    "the clerk Sunniva Grote, was ordered in March, paid in June and never fitted. With the brickworks' crane two "
    "heifers were hoisted out of the meadow. Until the audit in autumn Brandvik stays in office.";

/// `text` behind `furniture` bytes that are excluded.
Report report_of(std::string id, const std::string& text, std::uint32_t furniture) {
  Report report;
  report.meta.id = std::move(id);
  report.text = std::string(furniture, '#') + "\n" + text;
  report.excluded.push_back({{0, furniture}, ExclusionReason::kNavigation});
  report.paragraphs = {{0, furniture}, {furniture + 1, static_cast<std::uint32_t>(report.text.size())}};
  return report;
}

std::vector<std::string> quoted_in(const std::string& why) {
  std::vector<std::string> words;
  for (std::size_t at = why.find("“"); at != std::string::npos; at = why.find("“", at)) {
    at += std::string("“").size();
    words.push_back(why.substr(at, why.find("”", at) - at));
  }
  return words;
}

TEST(Why, QuotesWordsOfBothReports) {
  const std::vector<Report> reports = {report_of("a", kOrigin, 2000), report_of("m", kRewrite, 1), report_of("z", kOrigin, 1)};
  base::Workers workers(1);
  bool any = false;
  for (const Evidence& evidence : find_pairs(reports, workers)) {
    for (const std::string& word : quoted_in(evidence.why)) {
      any = true;
      EXPECT_NE(reports[evidence.from].text.find(word), std::string::npos) << evidence.why;
      EXPECT_NE(reports[evidence.to].text.find(word), std::string::npos) << evidence.why;
    }
  }
  EXPECT_TRUE(any) << "the rewrite is found, and its reason names what both have";
}

}  // namespace
}  // namespace tetrapla::reuse
