#include "collate/settle.h"

#include <gtest/gtest.h>

namespace tetrapla::collate {
namespace {

/// Three reports, each a line of its own; the third borrows bytes 10 to 20 from the first.
struct World {
  std::vector<Report> reports = std::vector<Report>(3);
  std::vector<language::Annotation> annotations = std::vector<language::Annotation>(3);
  std::vector<claims::Claims> claims = std::vector<claims::Claims>(3);
  reuse::Lines lines;
  std::vector<Evidence> pairs;
  Inputs inputs{reports, annotations, claims, lines, pairs};

  World() {
    for (LineIndex line = 0; line < 3; ++line) {
      lines.lines.push_back({std::string(1, static_cast<char>('A' + line)), {line}, {}});
      lines.line_of.push_back(line);
    }
    lines.borrowings.push_back({.from = 2,
                                .to = 0,
                                .relation = Relation::kExcerpt,
                                .direction_known = true,
                                .share = .3,
                                .why = "",
                                .passages = {{{10, 20}, {40, 50}, false}}});
  }
};

Claim claim_of(std::vector<Citation> citations) {
  Claim claim;
  claim.readings.emplace_back();
  claim.readings.back().citations = std::move(citations);
  return claim;
}

TEST(Settle, CitationsCountForTheirLines) {
  World world;
  Claim claim = claim_of({cite(world.inputs, 1, {5, 9}), cite(world.inputs, 0, {1, 3}), cite(world.inputs, 1, {5, 9})});
  settle(world.inputs, claim);
  EXPECT_EQ(claim.lines, (std::vector<LineIndex>{0, 1}));
  EXPECT_EQ(claim.silent, (std::vector<LineIndex>{2}));
  EXPECT_EQ(claim.readings[0].citations.size(), 2U) << "the same citation twice is one";
  EXPECT_EQ(claim.readings[0].citations[0].report, 0U);
}

TEST(Settle, ABorrowedPassageCountsForTheLineItComesFrom) {
  World world;
  Claim claim = claim_of({cite(world.inputs, 2, {12, 14})});
  settle(world.inputs, claim);
  EXPECT_EQ(claim.lines, (std::vector<LineIndex>{0}));
  EXPECT_EQ(claim.silent, (std::vector<LineIndex>{1})) << "the borrower neither states it nor is silent";
}

TEST(Settle, OutsideThePassageTheBorrowerSpeaksForItself) {
  World world;
  Claim claim = claim_of({cite(world.inputs, 2, {12, 14}), cite(world.inputs, 2, {30, 32})});
  settle(world.inputs, claim);
  EXPECT_EQ(claim.lines, (std::vector<LineIndex>{0, 2}));
  EXPECT_EQ(claim.silent, (std::vector<LineIndex>{1}));
}

TEST(Settle, APassageOfUnknownDirectionCountsOnceForTheEarlierLine) {
  World world;
  world.lines.borrowings[0].direction_known = false;
  Claim claim = claim_of({cite(world.inputs, 2, {12, 14}), cite(world.inputs, 0, {42, 44})});
  settle(world.inputs, claim);
  EXPECT_EQ(claim.lines, (std::vector<LineIndex>{0}));
}

TEST(Settle, SourcesAreNamedOnce) {
  World world;
  Claim claim = claim_of({cite(world.inputs, 0, {1, 3})});
  claim.readings[0].attributed_to = {{"Governor Ada Hill", cite(world.inputs, 0, {4, 6})},
                                     {"Governor Ada Hill", cite(world.inputs, 0, {8, 9})}};
  settle(world.inputs, claim);
  EXPECT_EQ(claim.sources, (std::vector<std::string>{"Governor Ada Hill"}));
}

}  // namespace
}  // namespace tetrapla::collate
