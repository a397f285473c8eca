// tests/cases/reuse: reports, and the lines, borrowings, directions and passages they must give.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "reuse/reuse.h"
#include "reuse/sample.h"
#include "support/cases.h"

namespace tetrapla::reuse {
namespace {

struct Story {
  std::vector<Report> reports;
  std::vector<std::uint32_t> begins;  // of each report's text in the case's text
};

void set(Report& report, const std::string& key, const std::string& value) {
  if (key == "published") report.meta.published = value;
  if (key == "publisher") report.meta.publisher = value;
  if (key == "names") report.disclosures.push_back({DisclosureKind::kCredit, {value}, {}});
  if (key == "kind" && value == "digest") report.kind = ReportKind::kDigest;
}

/// A line "[id key=value …]" begins a report.
Story story_of(const test::Case& item) {
  Story story;
  std::string head;
  std::string body;
  std::uint32_t begin = 0;
  const auto finish = [&] {
    if (head.empty()) return;
    const std::vector<std::string> words = test::words_of(head);
    Report report = test::report_of(words.front(), body);
    for (std::size_t k = 1; k < words.size(); ++k) {
      const std::size_t equals = words[k].find('=');
      set(report, words[k].substr(0, equals), words[k].substr(equals + 1));
    }
    story.reports.push_back(std::move(report));
    story.begins.push_back(begin);
  };
  for (std::uint32_t at = 0; at < item.text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(item.text.find('\n', at), item.text.size()));
    const std::string line = item.text.substr(at, end - at);
    if (line.starts_with('[')) {
      finish();
      head = line.substr(1, line.size() - 2);
      body.clear();
      begin = end + 1;
    } else {
      body += (body.empty() ? "" : "\n") + line;
    }
    at = end + 1;
  }
  finish();
  return story;
}

using Names = std::set<std::string>;

std::set<Names> lines_wanted(const std::string& option) {
  std::set<Names> lines;
  Names line;
  for (const std::string& word : test::words_of(option + " |")) {
    if (word == "|") {
      lines.insert(std::exchange(line, {}));
    } else {
      line.insert(word);
    }
  }
  return lines;
}

std::set<std::pair<std::string, std::string>> pairs_wanted(const std::map<std::string, std::string>& options,
                                                           const std::string& key) {
  std::set<std::pair<std::string, std::string>> pairs;
  if (!options.contains(key)) return pairs;
  const std::vector<std::string> words = test::words_of(options.at(key));
  for (std::size_t k = 0; k + 1 < words.size(); k += 2) pairs.insert({words[k], words[k + 1]});
  return pairs;
}

std::string shown(const std::vector<Report>& reports, const std::vector<Evidence>& pairs) {
  std::string text;
  for (const Evidence& pair : pairs) {
    text += reports[pair.from].meta.id + " → " + reports[pair.to].meta.id + " " + std::string(name_of(pair.relation)) +
            (pair.direction_known ? " known " : " unknown ") + pair.why + "\n";
  }
  return text;
}

TEST(Lines, Cases) {
  const auto cases = test::read_cases("tests/cases/reuse");
  ASSERT_FALSE(cases.empty());
  base::Workers workers(1);
  for (const test::Case& item : cases) {
    SCOPED_TRACE(item.name);
    const Story story = story_of(item);
    const std::vector<Evidence> pairs = find_pairs(story.reports, workers);
    const Lines lines = find_lines(story.reports, pairs);
    std::set<Names> found;
    for (const Line& line : lines.lines) {
      Names names;
      for (const ReportIndex report : line.reports) names.insert(story.reports[report].meta.id);
      found.insert(names);
    }
    EXPECT_EQ(found, lines_wanted(item.options.at("lines"))) << shown(story.reports, pairs);

    std::set<std::pair<std::string, std::string>> borrowings;
    for (const Evidence& pair : lines.borrowings)
      borrowings.insert({story.reports[pair.from].meta.id, story.reports[pair.to].meta.id});
    EXPECT_EQ(borrowings, pairs_wanted(item.options, "borrows")) << shown(story.reports, pairs);

    std::set<std::pair<std::string, std::string>> derived;
    for (const Evidence& pair : pairs) {
      if (pair.direction_known) derived.insert({story.reports[pair.from].meta.id, story.reports[pair.to].meta.id});
    }
    for (const auto& wanted : pairs_wanted(item.options, "derives"))
      EXPECT_TRUE(derived.contains(wanted)) << shown(story.reports, pairs);

    std::set<std::pair<std::string, std::string>> credited;
    for (const Evidence& pair : pairs) {
      if (pair.relation == Relation::kCredit) credited.insert({story.reports[pair.from].meta.id, story.reports[pair.to].meta.id});
    }
    EXPECT_EQ(credited, pairs_wanted(item.options, "credits")) << shown(story.reports, pairs);

    for (const test::Expectation& x : item.expectations) {
      std::size_t r = story.reports.size() - 1;
      while (story.begins[r] > x.spans.front().begin) --r;
      const Span wanted{x.spans.front().begin - story.begins[r], x.spans.front().end - story.begins[r]};
      std::vector<bool> covered(wanted.size());
      for (const Evidence& pair : pairs) {
        const bool is_from = pair.from == r && story.reports[pair.to].meta.id == x.values.at("with");
        const bool is_to = pair.to == r && story.reports[pair.from].meta.id == x.values.at("with");
        if (!is_from && !is_to) continue;
        for (const Passage& passage : pair.passages) {
          const Span part = intersection(is_from ? passage.from : passage.to, wanted);
          for (std::uint32_t k = part.begin; k < part.end; ++k) covered[k - wanted.begin] = true;
        }
      }
      EXPECT_GE(2 * std::count(covered.begin(), covered.end(), true), wanted.size()) << item.file << ":" << x.line;
    }
  }
}

TEST(Lines, NamesGoOnAfterZ) {
  std::vector<Report> reports;
  for (int k = 0; k < 30; ++k) {
    std::string number = std::to_string(k);
    reports.push_back(test::report_of("r" + std::string(2 - number.size(), '0') + number, "Nothing to share."));
  }
  const Lines lines = find_lines(reports, {});
  EXPECT_EQ(lines.lines[25].id, "Z");
  EXPECT_EQ(lines.lines[26].id, "AA");
  EXPECT_EQ(lines.lines[29].id, "AD");
}

TEST(Lines, ComeByEarliestPublicationThenId) {
  std::vector<Report> reports = {test::report_of("a", "One."), test::report_of("b", "Two."), test::report_of("c", "Three.")};
  reports[1].meta.published = "2031-02-01";
  reports[2].meta.published = "2031-01-01T10:00:00Z";
  const Lines lines = find_lines(reports, {});
  EXPECT_EQ(lines.lines[0].reports, std::vector<ReportIndex>{2});
  EXPECT_EQ(lines.lines[1].reports, std::vector<ReportIndex>{1});
  EXPECT_EQ(lines.lines[2].reports, std::vector<ReportIndex>{0});  // undated last
}

TEST(Lines, ManyCopiesAreConnectedByATree) {
  const std::string text =
      "Part of the fish market roof at Elmside came down on Tuesday, minutes before the first auction, the harbour master said.";
  std::vector<Report> reports;
  for (int k = 100; k < 160; ++k) reports.push_back(test::report_of("r" + std::to_string(k), text));
  base::Workers workers(1);
  const Lines lines = find_lines(reports, find_pairs(reports, workers));
  ASSERT_EQ(lines.lines.size(), 1U);
  EXPECT_EQ(lines.lines[0].evidence.size(), 59U);
}

}  // namespace
}  // namespace tetrapla::reuse
