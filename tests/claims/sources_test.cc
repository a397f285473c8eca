#include "claims/sources.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "claims/claims_support.h"
#include "language/annotation.h"
#include "support/model.h"

namespace tetrapla::claims {
namespace {

/// Those whose clauses hold a place, the shortest clause first.
std::vector<SentenceSource> over(const std::vector<SentenceSource>& all, Span place) {
  std::vector<SentenceSource> found;
  for (const SentenceSource& source : all) {
    if (source.clause.contains(place)) found.push_back(source);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.clause.size() < b.clause.size(); });
  return found;
}

TEST(Sources, Cases) {
  const auto cases = test::read_cases("tests/cases/sources");
  ASSERT_FALSE(cases.empty());
  for (const test::Case& item : cases) {
    const Report report = test::report_of(item);
    const language::Annotation annotation = language::annotate(report, test::analyser());
    const auto all = find_sources(annotation, find_quotations(annotation));
    for (const auto& expected : item.expectations) {
      SCOPED_TRACE(item.file + ":" + std::to_string(expected.line) + ": " + item.name);
      const auto found = over(all, expected.spans.front());
      std::string names;
      for (const SentenceSource& source : found) names += (names.empty() ? "" : "|") + source.name;
      EXPECT_EQ(names.empty() ? "-" : names, expected.values.at("by"));
      const auto act = expected.values.find("act");
      if (act != expected.values.end() && !found.empty()) {
        EXPECT_EQ(found.front().act, act->second);
      }
    }
  }
}

RC_GTEST_PROP(Sources, AreTotalAndInTextOrder, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "said", "according", "to", "by", "the", "account", "of", "police", "Peter Holm", "he", "it", ",", ";", ":", "-", ".", "\"",
      "but", "while", "that", "12", "adding", "reported", "counted", "who", "\n"));
  std::string text;
  for (const auto& word : words) text += word + " ";
  const Report report = test::report_of(text);
  const language::Annotation annotation = language::annotate(report, test::analyser());
  Span last;
  for (const SentenceSource& source : find_sources(annotation, find_quotations(annotation))) {
    RC_ASSERT(!source.clause.empty());
    RC_ASSERT(!source.source.empty());
    RC_ASSERT(!source.cue.empty());
    RC_ASSERT(!source.name.empty());
    RC_ASSERT(source.clause.end <= text.size());
    RC_ASSERT(last <= source.clause);
    RC_ASSERT(annotation.sentences[source.sentence].span.contains(source.clause));
    last = source.clause;
  }
}

}  // namespace
}  // namespace tetrapla::claims
