// The index of patterns leaves out none that matches, and few others come through.
#include "ingest/rule_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/table.h"
#include "ingest/data/furniture.h"
#include "support/cases.h"

namespace tetrapla::ingest {
namespace {

struct Rules {
  std::vector<Pattern> patterns;
  RuleIndex index;

  Rules() {
    for (const auto& row : base::rows_of(data::furniture())) patterns.emplace_back(row.at(2));
    for (std::size_t i = 0; i < patterns.size(); ++i) index.add(patterns[i], static_cast<std::uint32_t>(i));
  }

  [[nodiscard]] std::vector<std::uint32_t> candidates(const Token& first) const {
    std::vector<std::uint32_t> found;
    index.candidates(first, [&](std::uint32_t number) {
      found.push_back(number);
      return false;
    });
    return found;
  }
};

std::vector<Tokens> lines_of(std::string_view text) {
  std::vector<Tokens> lines;
  for (const std::string_view line : base::split(text, '\n')) {
    Tokens tokens = tokens_of(line, {0, static_cast<std::uint32_t>(line.size())});
    if (!tokens.empty()) lines.push_back(std::move(tokens));
  }
  return lines;
}

TEST(RuleIndex, NoneThatMatchesIsLeftOut) {
  const Rules rules;
  const Outlets outlets;
  std::size_t matches = 0;
  for (const test::Case& one : test::read_cases("tests/cases/furniture")) {
    for (const Tokens& tokens : lines_of(one.text)) {
      const std::vector<std::uint32_t> candidates = rules.candidates(tokens.front());
      EXPECT_TRUE(std::is_sorted(candidates.begin(), candidates.end()));
      for (std::size_t i = 0; i < rules.patterns.size(); ++i) {
        if (!rules.patterns[i].match(tokens, outlets)) continue;
        ++matches;
        EXPECT_TRUE(std::binary_search(candidates.begin(), candidates.end(), i)) << one.name << ": rule " << i;
      }
    }
  }
  EXPECT_GT(matches, 50U);
}

TEST(RuleIndex, ALineIsComparedWithFewRules) {
  const Rules rules;
  std::size_t lines = 0;
  std::size_t compared = 0;
  for (const test::Case& one : test::read_cases("tests/cases/titles")) {
    for (const Tokens& tokens : lines_of(one.text)) {
      ++lines;
      compared += rules.candidates(tokens.front()).size();
    }
  }
  // Of some 380 rules; what makes 400,000 tiny lines take well under a second.
  EXPECT_LT(compared, 40 * lines);
  const Tokens plain = tokens_of("ab", {0, 2});
  EXPECT_LT(rules.candidates(plain.front()).size(), 10U);
}

}  // namespace
}  // namespace tetrapla::ingest
