// tests/cases/figures: each line of a case's text is a report of its own, "id: text", and each a line of reporting of its own. Spans with
// the same claim=NAME must be one claim, spans with different names must not; status=… and label=… are those of the claim.
#include "collate/figures.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "support/cases.h"
#include "support/model.h"

namespace tetrapla::collate {
namespace {

struct Story {
  std::vector<Report> reports;
  std::vector<std::uint32_t> begins;  // of each report's text in the case's text
};

Story story_of(const test::Case& c) {
  Story story;
  std::uint32_t begin = 0;
  while (begin < c.text.size()) {
    const std::size_t end = std::min(c.text.find('\n', begin), c.text.size());
    const std::size_t colon = c.text.find(": ", begin);
    Report report;
    report.meta.id = c.text.substr(begin, colon - begin);
    if (const auto at = c.options.find("published"); at != c.options.end()) report.meta.published = at->second;
    report.text = c.text.substr(colon + 2, end - colon - 2);
    report.paragraphs = {{0, static_cast<std::uint32_t>(report.text.size())}};
    story.begins.push_back(static_cast<std::uint32_t>(colon + 2));
    story.reports.push_back(std::move(report));
    begin = static_cast<std::uint32_t>(end + 1);
  }
  return story;
}

std::vector<Claim> claims_of(const std::vector<Report>& reports) {
  std::vector<language::Annotation> annotations;
  std::vector<claims::Claims> claims;
  reuse::Lines lines;
  annotations.reserve(reports.size());
  for (const Report& report : reports) {
    annotations.push_back(language::annotate(report, test::analyser()));
    claims.push_back(claims::find_claims(annotations.back()));
    const auto line = static_cast<LineIndex>(lines.lines.size());
    lines.lines.push_back({std::string(1, static_cast<char>('A' + line)), {line}, {}});
    lines.line_of.push_back(line);
  }
  const Names names(reports, annotations);
  return collate_figures({reports, annotations, claims, lines, {}}, names);
}

/// The claim that cites a place of a report.
std::optional<std::size_t> claim_at(const std::vector<Claim>& claims, ReportIndex report, Span span) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const Reading& reading : claims[i].readings) {
      for (const Citation& citation : reading.citations) {
        if (citation.report == report && citation.span.overlaps(span)) return i;
      }
    }
  }
  return std::nullopt;
}

TEST(Figures, Cases) {
  for (const test::Case& c : test::read_cases("tests/cases/figures")) {
    SCOPED_TRACE(c.file + ":" + std::to_string(c.line) + ": " + c.name);
    const Story story = story_of(c);
    const auto claims = claims_of(story.reports);
    std::map<std::string, std::size_t> claim_named;
    std::map<std::size_t, std::string> name_of_claim;
    for (const test::Expectation& expected : c.expectations) {
      ReportIndex report = 0;
      while (report + 1 < story.begins.size() && story.begins[report + 1] <= expected.spans[0].begin) ++report;
      const Span span{expected.spans[0].begin - story.begins[report], expected.spans[0].end - story.begins[report]};
      const auto found = claim_at(claims, report, span);
      ASSERT_TRUE(found) << "line " << expected.line << ": no claim cites it";
      const std::string& name = expected.values.at("claim");
      const auto [at, first] = claim_named.emplace(name, *found);
      EXPECT_EQ(at->second, *found) << "line " << expected.line << ": not in one claim with the others of " << name;
      const auto [back, fresh] = name_of_claim.emplace(*found, name);
      EXPECT_EQ(back->second, name) << "line " << expected.line << ": two claims made one";
      if (const auto status = expected.values.find("status"); status != expected.values.end()) {
        EXPECT_EQ(name_of(claims[*found].status), status->second) << "line " << expected.line;
      }
      if (const auto label = expected.values.find("label"); label != expected.values.end()) {
        EXPECT_EQ(claims[*found].label, label->second) << "line " << expected.line;
      }
    }
  }
}

TEST(Figures, TheOrderOfReportsChangesNothing) {
  for (const test::Case& c : test::read_cases("tests/cases/figures")) {
    SCOPED_TRACE(c.file + ":" + std::to_string(c.line) + ": " + c.name);
    Story story = story_of(c);
    const auto forward = claims_of(story.reports);
    std::reverse(story.reports.begin(), story.reports.end());
    const auto backward = claims_of(story.reports);
    ASSERT_EQ(forward.size(), backward.size());
    std::multimap<std::string, std::size_t> a;
    std::multimap<std::string, std::size_t> b;
    for (const Claim& claim : forward) a.emplace(std::string(name_of(claim.status)), claim.readings.size());
    for (const Claim& claim : backward) b.emplace(std::string(name_of(claim.status)), claim.readings.size());
    EXPECT_EQ(std::vector(a.begin(), a.end()).size(), std::vector(b.begin(), b.end()).size());
  }
}

}  // namespace
}  // namespace tetrapla::collate
