// What find_pairs and find_lines promise whatever the reports are.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "reuse/reuse.h"
#include "reuse/sample.h"

namespace tetrapla::reuse {
namespace {

// Two stories, told sentence by sentence in two ways: reports made of any of these are copies, rewrites, excerpts, or nothing of each other.
const std::vector<std::string> kSentences = {
    "Part of the fish market roof at Elmside came down on Tuesday, minutes before the first auction, harbour master Ines Okafor "
    "said.",
    "Elmside's fish hall lost part of its covering shortly before bidding was to open, according to Ines Okafor, master of the "
    "harbour.",
    "Two porters were cut by falling glass, and nobody stood under the section that fell, which is 40 metres long.",
    "Glass injured a pair of porters, but the forty metres that collapsed hit no one.",
    "The iron trusses were put up in 1911 by the Tarrant foundry and had been repainted last autumn for 90,000 crowns.",
    "It was the Tarrant foundry that made the trusses, in 1911; fresh paint cost 90,000 crowns only last autumn.",
    "“I had gone out for coffee when I heard the whole thing crack like a frozen pond,” said Bram Sutter, who sells hake.",
    "Auctions move to a shed on the north quay, where some 30 boats were waiting with mackerel.",
    "The trawler Marguerite sank off Cape Sorrel on Sunday night with five people on board, the coastguard said.",
    "Captain Anders Vey, 52, was found in a raft at first light and flown to hospital with broken ribs.",
    "A helicopter and three lifeboats searched an area of 60 square kilometres, where the water was 7 degrees cold.",
    "Its owner, a bank, bought the ship at an auction without seeing it, papers show.",
};

rc::Gen<std::string> text_gen() {
  return rc::gen::map(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kSentences.size())),
                      [](const std::vector<std::size_t>& chosen) {
                        std::string text;
                        for (const std::size_t k : chosen) text += (text.empty() ? "" : "\n") + kSentences[k];
                        return text.empty() ? kSentences[0] : text;
                      });
}

std::vector<Report> some_reports() {
  const auto texts = *rc::gen::resize(6, rc::gen::container<std::vector<std::string>>(text_gen()));
  std::vector<Report> reports;
  for (std::size_t k = 0; k < texts.size(); ++k) reports.push_back(test::report_of("r" + std::to_string(k), texts[k]));
  return reports;
}

using Partition = std::set<std::set<std::string>>;

Partition lines_of(const std::vector<Report>& reports, unsigned threads = 1) {
  base::Workers workers(threads);
  Partition partition;
  for (const Line& line : find_lines(reports, find_pairs(reports, workers)).lines) {
    std::set<std::string> names;
    for (const ReportIndex report : line.reports) names.insert(reports[report].meta.id);
    partition.insert(names);
  }
  return partition;
}

/// Everything a pair says, by ids.
std::set<std::string> said_of(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  std::set<std::string> said;
  for (const Evidence& pair : pairs) {
    std::string text = reports[pair.from].meta.id + " " + reports[pair.to].meta.id + " " + std::string(name_of(pair.relation)) +
                       (pair.direction_known ? " known " : " ") + std::to_string(pair.share) + " " + pair.why;
    for (const Passage& p : pair.passages) {
      for (const std::uint32_t at : {p.from.begin, p.from.end, p.to.begin, p.to.end}) text += " " + std::to_string(at);
    }
    said.insert(text);
  }
  return said;
}

RC_GTEST_PROP(Reuse, OrderNeverMatters, ()) {
  const std::vector<Report> reports = some_reports();
  std::vector<Report> shuffled = reports;
  std::reverse(shuffled.begin(), shuffled.end());
  base::Workers one(1);
  base::Workers many(4);
  const auto pairs = find_pairs(reports, one);
  RC_ASSERT(said_of(reports, pairs) == said_of(shuffled, find_pairs(shuffled, many)));
  RC_ASSERT(lines_of(reports) == lines_of(shuffled, 4));
}

RC_GTEST_PROP(Reuse, ACopyNeverAddsALine, ()) {
  std::vector<Report> reports = some_reports();
  RC_PRE(!reports.empty());
  const Partition before = lines_of(reports);
  const std::size_t which = *rc::gen::inRange<std::size_t>(0, reports.size());
  reports.push_back(test::report_of("copy", reports[which].text));
  Partition after;
  for (std::set<std::string> line : lines_of(reports)) {
    if (line.erase("copy") > 0) RC_ASSERT(line.contains(reports[which].meta.id));
    after.insert(line);
  }
  RC_ASSERT(before == after);
}

Report unrelated() {
  return test::report_of("unrelated",
                         "Pear growers in the Vale expect their best crop since the frost of 2019.\nLadders have been sold out for "
                         "a week, and pickers "
                         "come by bus. Children eat the small ones, distillers take the bruised ones, and wasps the rest.");
}

RC_GTEST_PROP(Reuse, AnUnrelatedReportChangesNothing, ()) {
  std::vector<Report> reports = some_reports();
  base::Workers workers(1);
  const std::set<std::string> before = said_of(reports, find_pairs(reports, workers));
  reports.push_back(unrelated());
  RC_ASSERT(before == said_of(reports, find_pairs(reports, workers)));
}

/// The reports of examples/kessen-dam, as they stand there.
std::vector<Report> example_story() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator("examples/kessen-dam")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Report> reports;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    reports.push_back(test::report_of(file.stem().string(), std::string(std::istreambuf_iterator<char>(in), {})));
  }
  return reports;
}

/// Some of a real story's reports; one more copy, or a report of something else, leaves every line and every reason as it was.
RC_GTEST_PROP(Reuse, ACopyAndAnUnrelatedReportChangeNoLineOfAStory, ()) {
  static const std::vector<Report> story = example_story();
  std::vector<Report> reports;
  for (const Report& report : story) {
    if (*rc::gen::arbitrary<bool>()) reports.push_back(report);
  }
  RC_PRE(!reports.empty());
  base::Workers workers(1);
  const std::vector<Evidence> pairs = find_pairs(reports, workers);
  const Partition before = lines_of(reports);
  const std::set<std::string> said = said_of(reports, pairs);

  std::vector<Report> with_copy = reports;
  with_copy.push_back(test::report_of("zz-copy", reports[*rc::gen::inRange<std::size_t>(0, reports.size())].text));
  Partition lines;
  for (std::set<std::string> line : lines_of(with_copy)) {
    RC_ASSERT(line.erase("zz-copy") == 0 || !line.empty());
    lines.insert(line);
  }
  RC_ASSERT(lines == before);
  const std::set<std::string> said_with_copy = said_of(with_copy, find_pairs(with_copy, workers));
  RC_ASSERT(std::includes(said_with_copy.begin(), said_with_copy.end(), said.begin(), said.end()));

  std::vector<Report> with_unrelated = reports;
  with_unrelated.push_back(unrelated());
  RC_ASSERT(said_of(with_unrelated, find_pairs(with_unrelated, workers)) == said);
  lines = lines_of(with_unrelated);
  RC_ASSERT(lines.erase({"unrelated"}) == 1);
  RC_ASSERT(lines == before);
}

RC_GTEST_PROP(Reuse, PairsAreSound, ()) {
  const std::vector<Report> reports = some_reports();
  base::Workers workers(1);
  const std::vector<Evidence> pairs = find_pairs(reports, workers);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const Evidence& pair = pairs[k];
    RC_ASSERT(pair.from != pair.to);
    RC_ASSERT(pair.share >= 0 && pair.share <= 1);
    RC_ASSERT(!pair.passages.empty());
    RC_ASSERT(!pair.why.empty());
    RC_ASSERT(std::is_sorted(pair.passages.begin(), pair.passages.end()));
    if (!pair.direction_known) RC_ASSERT(reports[pair.from].meta.id > reports[pair.to].meta.id);
    if (k > 0) RC_ASSERT(std::tie(pairs[k - 1].from, pairs[k - 1].to) < std::tie(pair.from, pair.to));
    for (const Passage& passage : pair.passages) {
      RC_ASSERT(!passage.from.empty() && passage.from.end <= reports[pair.from].text.size());
      RC_ASSERT(!passage.to.empty() && passage.to.end <= reports[pair.to].text.size());
      if (!passage.altered && passage.from.size() == passage.to.size()) {
        RC_ASSERT(slice(reports[pair.from].text, passage.from) == slice(reports[pair.to].text, passage.to));
      }
    }
  }
}

TEST(Reuse, NoReportsNoText) {
  base::Workers workers(1);
  EXPECT_TRUE(find_pairs({}, workers).empty());
  const std::vector<Report> reports = {test::report_of("a", ""), test::report_of("b", "")};
  EXPECT_TRUE(find_pairs(reports, workers).empty());
  EXPECT_EQ(find_lines(reports, {}).lines.size(), 2U);
}

}  // namespace
}  // namespace tetrapla::reuse
