#include "text/quote_marks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

#include "support/cases.h"

namespace tetrapla::text {
namespace {

/// Every line a paragraph; empty lines none.
std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    if (end > at) lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

std::string shown(std::string_view text, const std::vector<QuotedRun>& runs) {
  std::string result;
  for (const QuotedRun& run : runs) {
    result += "[" + std::string(slice(text, run.inner)) + "] depth=" + std::to_string(run.depth) +
              (run.continues ? " continues" : "") + "\n";
  }
  return result;
}

TEST(QuoteMarks, Cases) {
  const auto cases = test::read_cases("tests/cases/quote_marks");
  ASSERT_FALSE(cases.empty());
  for (const test::Case& item : cases) {
    std::vector<QuotedRun> wanted;
    for (const test::Expectation& x : item.expectations) {
      QuotedRun run;
      run.inner = hull(x.spans.front(), x.spans.back());
      run.depth = x.values.contains("depth") ? static_cast<unsigned>(std::stoul(x.values.at("depth"))) : 0U;
      run.continues = x.values.contains("continues");
      wanted.push_back(run);
    }
    const auto found = find_quoted_runs(item.text, lines_of(item.text));
    EXPECT_EQ(shown(item.text, found), shown(item.text, wanted)) << item.file << ":" << item.line << " " << item.name;
  }
}

RC_GTEST_PROP(QuoteMarks, RunsAreSortedNestedAndInsideTheText, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "\"", "'", "“", "”", "‘", "’", "``", "''", "«", "»", "„", "a", "workers", " ", " ", "\n", ",", ".", "5", "é"));
  std::string text;
  for (const auto& word : words) text += word;
  const auto runs = find_quoted_runs(text, lines_of(text));
  std::vector<Span> around;
  std::uint32_t last = 0;
  for (const QuotedRun& run : runs) {
    RC_ASSERT(run.outer.contains(run.inner));
    RC_ASSERT(!run.inner.empty());
    RC_ASSERT(run.outer.end <= text.size());
    RC_ASSERT(run.outer.begin >= last);
    last = run.outer.begin;
    while (!around.empty() && around.back().end <= run.outer.begin) around.pop_back();
    RC_ASSERT(run.depth == around.size());
    if (!around.empty()) RC_ASSERT(around.back().contains(run.outer));
    around.push_back(run.outer);
  }
}

TEST(QuoteMarks, IsLinear) {
  // Every mark here is an opening one that nothing closes, or a closing one that closes nothing: the worst for a search.
  std::string text;
  for (int k = 0; k < 400000; ++k) text += k % 3 == 0 ? " \"a" : k % 3 == 1 ? " ‘b" : " «c";
  const auto begin = std::chrono::steady_clock::now();
  const auto runs = find_quoted_runs(text, lines_of(text));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
  EXPECT_LT(runs.size(), 400000U);
}

}  // namespace
}  // namespace tetrapla::text
