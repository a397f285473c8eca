// tests/cases/furniture, disclosures, titles: spans must be found exactly, and nothing else.
#include "support/cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace tetrapla::ingest {
namespace {

using test::Case;

std::string place(const Case& one) { return one.file + ":" + std::to_string(one.line) + ": " + one.name; }

std::string option(const Case& one, const std::string& key) {
  const auto found = one.options.find(key);
  return found == one.options.end() ? std::string() : found->second;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : between) + part;
  return result;
}

/// One line a finding, so that a failure reads like a diff.
using Findings = std::multiset<std::string>;

std::string finding(const Case& one, Span span, const std::string& what) {
  return what + ": " + std::string(slice(one.text, span));
}

TEST(Cases, Furniture) {
  for (const Case& one : test::read_cases("tests/cases/furniture")) {
    SCOPED_TRACE(place(one));
    const Report report = ingest::make_report(one.text, {});
    ASSERT_EQ(report.text, one.text);
    Findings wanted;
    Findings found;
    for (const auto& expectation : one.expectations)
      wanted.insert(finding(one, expectation.spans[0], expectation.values.at("why")));
    for (const Exclusion& x : report.excluded) found.insert(finding(one, x.span, std::string(name_of(x.why))));
    EXPECT_EQ(found, wanted);
  }
}

TEST(Cases, Disclosures) {
  for (const Case& one : test::read_cases("tests/cases/disclosures")) {
    SCOPED_TRACE(place(one));
    Metadata meta;
    meta.id = option(one, "id");
    meta.publisher = option(one, "publisher");
    const Report report = ingest::make_report(one.text, meta);
    Findings wanted;
    Findings found;
    for (const auto& expectation : one.expectations) {
      const auto names = expectation.values.find("names");
      wanted.insert(finding(one, expectation.spans[0],
                            expectation.values.at("kind") + " [" + (names == expectation.values.end() ? "" : names->second) + "]"));
    }
    for (const Disclosure& d : report.disclosures)
      found.insert(finding(one, d.span, std::string(name_of(d.kind)) + " [" + joined(d.names, "|") + "]"));
    EXPECT_EQ(found, wanted);
  }
}

TEST(Cases, TitlesAndDetails) {
  for (const Case& one : test::read_cases("tests/cases/titles")) {
    SCOPED_TRACE(place(one));
    const Report report = ingest::make_report(one.text, {});
    if (one.expectations.empty()) {
      EXPECT_FALSE(report.title_span.has_value()) << report.meta.title;
    } else {
      ASSERT_TRUE(report.title_span.has_value());
      EXPECT_EQ(slice(one.text, *report.title_span), slice(one.text, one.expectations[0].spans[0]));
      EXPECT_EQ(report.meta.title, slice(one.text, one.expectations[0].spans[0]));
      for (const Exclusion& x : report.excluded) EXPECT_FALSE(x.span.overlaps(*report.title_span)) << "a title is not excluded";
    }
    EXPECT_EQ(report.meta.published, option(one, "published"));
    EXPECT_EQ(report.meta.publisher, option(one, "publisher"));
    EXPECT_EQ(report.meta.url, option(one, "url"));
    EXPECT_EQ(joined(report.meta.authors, "; "), option(one, "authors"));
    const std::string dateline = report.dateline ? std::string(slice(one.text, *report.dateline)) : std::string();
    EXPECT_EQ(dateline, option(one, "dateline"));
    const std::string kind = option(one, "kind");
    EXPECT_EQ(name_of(report.kind), kind.empty() ? "article" : kind);
  }
}

}  // namespace
}  // namespace tetrapla::ingest
