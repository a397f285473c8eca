// tests/cases/quotation_claims, and what must hold whatever the reports are.
#include "collate/quotations.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "claims/sources.h"
#include "support/cases.h"
#include "support/model.h"

namespace tetrapla::collate {
namespace {

Report report_of(const std::string& id, const std::string& text) {
  Report report;
  report.meta.id = id;
  report.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) report.paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return report;
}

/// `line_of` none: each report a line of its own.
std::vector<Claim> claims_of(const std::vector<Report>& reports, std::vector<LineIndex> line_of = {}) {
  std::vector<language::Annotation> annotations;
  std::vector<claims::Claims> claims(reports.size());
  annotations.reserve(reports.size());
  for (std::size_t k = 0; k < reports.size(); ++k) {
    annotations.push_back(language::annotate(reports[k], test::analyser()));
    claims[k].quotations = claims::find_quotations(annotations.back());
    claims[k].sources = claims::find_sources(annotations.back(), claims[k].quotations);
  }
  reuse::Lines lines;
  if (line_of.empty()) {
    line_of.resize(reports.size());
    std::iota(line_of.begin(), line_of.end(), 0U);
  }
  lines.line_of = line_of;
  lines.lines.resize(line_of.empty() ? 0 : *std::max_element(line_of.begin(), line_of.end()) + 1);
  for (ReportIndex k = 0; k < reports.size(); ++k) lines.lines[line_of[k]].reports.push_back(k);
  const Names names(reports, annotations);
  return collate_quotations({reports, annotations, claims, lines, {}}, names);
}

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

TEST(QuotationClaims, Cases) {
  const auto cases = test::read_cases("tests/cases/quotation_claims");
  ASSERT_FALSE(cases.empty());
  for (const test::Case& item : cases) {
    SCOPED_TRACE(item.file + ":" + std::to_string(item.line) + ": " + item.name);
    std::vector<Report> reports;
    std::vector<std::uint32_t> begins;
    for (std::size_t begin = 0; begin < item.text.size();) {
      const std::size_t end = std::min(item.text.find('\n', begin), item.text.size());
      const std::size_t colon = item.text.find(": ", begin);
      reports.push_back(report_of(item.text.substr(begin, colon - begin), item.text.substr(colon + 2, end - colon - 2)));
      begins.push_back(static_cast<std::uint32_t>(colon + 2));
      begin = end + 1;
    }
    const auto claims = claims_of(reports);
    std::map<std::string, std::size_t> claim_named;
    std::map<std::size_t, std::string> name_of_claim;
    for (const test::Expectation& expected : item.expectations) {
      SCOPED_TRACE("line " + std::to_string(expected.line));
      ReportIndex report = 0;
      while (report + 1 < begins.size() && begins[report + 1] <= expected.spans[0].begin) ++report;
      const Span span{expected.spans[0].begin - begins[report], expected.spans[0].end - begins[report]};
      const auto found = claim_at(claims, report, span);
      if (!found) {
        ADD_FAILURE() << "no claim cites " << slice(reports[report].text, span);
        continue;
      }
      const std::string& name = expected.values.at("claim");
      EXPECT_EQ(claim_named.emplace(name, *found).first->second, *found) << name << " is two claims";
      EXPECT_EQ(name_of_claim.emplace(*found, name).first->second, name) << "two are one claim";
      const Claim& claim = claims[*found];
      if (const auto status = expected.values.find("status"); status != expected.values.end()) {
        EXPECT_EQ(name_of(claim.status), status->second) << claim.why;
      }
      if (const auto count = expected.values.find("readings"); count != expected.values.end()) {
        EXPECT_EQ(std::to_string(claim.readings.size()), count->second);
      }
      if (const auto why = expected.values.find("why"); why != expected.values.end()) {
        EXPECT_NE(claim.why.find(why->second), std::string::npos) << claim.why;
      }
    }
  }
}

TEST(QuotationClaims, PiecesAreNumberedAndJoined) {
  const auto claims = claims_of({report_of("a", "\"We asked for a boat,\" Peter Holm said, \"and it never came.\"")});
  ASSERT_EQ(claims.size(), 1U);
  const Reading& reading = claims[0].readings.at(0);
  EXPECT_EQ(reading.text, "We asked for a boat, … and it never came.");
  EXPECT_EQ(reading.speaker, "Peter Holm");
  ASSERT_EQ(reading.citations.size(), 2U);
  EXPECT_EQ(reading.citations[0].part, 1U);
  EXPECT_EQ(reading.citations[1].part, 2U);
  ASSERT_EQ(reading.attributed_to.size(), 1U);
  EXPECT_EQ(claims[0].label, "Peter Holm: “We asked for a boat, … and it never …”");
}

// Stories made of a few sentences, so that reports share some and alter some.
std::vector<std::string> some_texts() {
  const auto sentence = rc::gen::element<std::string>(
      "\"The dam will hold, and nobody needs to leave the valley tonight,\" Peter Holm said. ",
      "\"The dam will hold,\" Peter Holm said. ",
      "\"The dam will hold, and no one needs to leave the valley tonight,\" Peter Holm said. ",
      "\"The dam will hold, and nobody needs to leave the valley tonight. We have checked every stone of it,\" Irina Voss said. ",
      "\"We have checked every stone of it,\" said Irina Voss. ", "Irina Voss called it \"constructive\". ",
      "Rain fell in the valley. ", "The dam will hold and nobody needs to leave the valley tonight they said. ");
  return *rc::gen::resize(
      6, rc::gen::container<std::vector<std::string>>(rc::gen::map(
             rc::gen::resize(4, rc::gen::container<std::vector<std::string>>(sentence)), [](const std::vector<std::string>& parts) {
               std::string text;
               for (const auto& part : parts) text += part;
               return text + "The end came at noon.";
             })));
}

/// What a claim says, apart from the order of reports: its status and, for each reading, its words with the ids of its reports.
std::multiset<std::string> content_of(const std::vector<Claim>& claims, const std::vector<Report>& reports) {
  std::multiset<std::string> all;
  for (const Claim& claim : claims) {
    std::multiset<std::string> places;
    for (const Reading& reading : claim.readings) {
      for (const Citation& citation : reading.citations) {
        places.insert(reports[citation.report].meta.id + ":" + std::to_string(citation.span.begin) + "-" +
                      std::to_string(citation.span.end));
      }
    }
    std::string text(name_of(claim.status));
    text += " " + std::to_string(claim.readings.size());
    for (const auto& place : places) text += " " + place;
    all.insert(text);
  }
  return all;
}

RC_GTEST_PROP(QuotationClaims, TheOrderOfReportsDoesNotMatter, ()) {
  const auto texts = some_texts();
  std::vector<Report> reports;
  for (std::size_t k = 0; k < texts.size(); ++k) reports.push_back(report_of("r" + std::to_string(k), texts[k]));
  std::vector<Report> turned(reports.rbegin(), reports.rend());
  const auto forward = content_of(claims_of(reports), reports);
  const auto backward = content_of(claims_of(turned), turned);
  RC_ASSERT(forward == backward);
}

RC_GTEST_PROP(QuotationClaims, ACopyAddsNoReadingAndNoClaim, ()) {
  const auto texts = some_texts();
  RC_PRE(!texts.empty());
  std::vector<Report> reports;
  std::vector<LineIndex> lines;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    reports.push_back(report_of("r" + std::to_string(k), texts[k]));
    lines.push_back(static_cast<LineIndex>(k));
  }
  const auto before = claims_of(reports, lines);
  reports.push_back(report_of("s", texts.back()));
  lines.push_back(static_cast<LineIndex>(texts.size() - 1));
  const auto after = claims_of(reports, lines);
  RC_ASSERT(before.size() == after.size());
  for (std::size_t k = 0; k < before.size(); ++k) {
    RC_ASSERT(before[k].readings.size() == after[k].readings.size());
    RC_ASSERT(name_of(before[k].status) == name_of(after[k].status));
  }
}

RC_GTEST_PROP(QuotationClaims, EveryQuotationIsCitedOnceAndExactly, ()) {
  const auto texts = some_texts();
  std::vector<Report> reports;
  for (std::size_t k = 0; k < texts.size(); ++k) reports.push_back(report_of("r" + std::to_string(k), texts[k]));
  for (const Claim& claim : claims_of(reports)) {
    RC_ASSERT(!claim.readings.empty());
    RC_ASSERT(claim.status != ClaimStatus::kDiffers || claim.readings.size() > 1);
    RC_ASSERT(claim.status != ClaimStatus::kAgreed || claim.lines.size() > 1);
    RC_ASSERT(claim.status != ClaimStatus::kSingleLine || claim.lines.size() == 1);
    for (const Reading& reading : claim.readings) {
      RC_ASSERT(!reading.citations.empty());
      for (const Citation& citation : reading.citations) RC_ASSERT(citation.span.end <= reports[citation.report].text.size());
    }
  }
}

}  // namespace
}  // namespace tetrapla::collate
