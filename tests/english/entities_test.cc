// The entity recogniser's moves, with a net that does what each token's vector says.
#include "english/entities.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "english/aligned_floats.h"
#include "english/made_up_net.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kPerson = 0;
constexpr std::size_t kOrg = 1;

/// Rows of the last layer that read one hidden unit each: B-PERSON 0, B-ORG 1, U-PERSON 2, U-ORG 3, O 4; I 5, 6; L 7, 8.
ModelFile obedient() {
  MadeUpNet net(EntityWeights::kFeatures);
  net.pass_first_feature();
  ModelWriter writer;
  net.write(writer, "entities");
  writer.add("entities/labels", std::vector<EntityLabel>{EntityLabel::kPerson, EntityLabel::kOrg});
  std::vector<float> outside(5 * kHiddenWidth);
  for (std::size_t i = 0; i < 5; ++i) outside[i * kHiddenWidth + i] = 1.0F;
  std::vector<float> inside(4 * kHiddenWidth);
  for (std::size_t i = 0; i < 4; ++i) inside[i * kHiddenWidth + 5 + i] = 1.0F;
  write_rows(writer, "entities/outside", outside, std::vector<float>(5));
  write_rows(writer, "entities/inside", inside, std::vector<float>(4));
  return written(writer);
}

/// What a token wants: scores of moves, by the hidden units above.
using Wish = std::vector<std::pair<std::size_t, float>>;
const Wish kBeginsPerson = {{0 + kPerson, 5.0F}, {2 + kPerson, 2.0F}};
const Wish kBeginsOrg = {{0 + kOrg, 5.0F}, {2 + kOrg, 2.0F}};
const Wish kGoesOn = {{5, 5.0F}, {6, 5.0F}, {4, 1.0F}};
const Wish kEnds = {{7, 5.0F}, {8, 5.0F}, {4, 1.0F}};
const Wish kNothing = {{4, 5.0F}};

struct Case {
  std::vector<Wish> wishes;
  std::vector<std::uint8_t> starts;
  std::vector<std::uint8_t> spaces;
};

std::vector<EnglishEntity> entities_of(const Case& c, std::string* moves = nullptr) {
  const ModelFile file = obedient();
  EXPECT_EQ(EntityWeights::fault(file), "");
  const EntityWeights weights(file);
  EntityFinder finder(weights);
  const Floats vectors(c.wishes.size() * kTokenWidth);
  for (std::size_t i = 0; i < c.wishes.size(); ++i) {
    for (const auto& [unit, score] : c.wishes[i]) vectors[i * kTokenWidth + unit] = score;
  }
  std::vector<EnglishEntity> found;
  std::vector<EntityStep> steps;
  finder.find(vectors.data(), c.starts, c.spaces, found, &steps);
  if (moves != nullptr) {
    for (const EntityStep& step : steps) *moves += step.move;
  }
  return found;
}

void expect_entity(const EnglishEntity& entity, std::uint32_t begin, std::uint32_t end, EntityLabel label) {
  EXPECT_EQ(entity.tokens, (EnglishSpan{begin, end}));
  EXPECT_EQ(entity.label, label);
}

TEST(EntitiesTest, BeginsGoesOnAndEndsWithOneLabel) {
  std::string moves;
  const auto found = entities_of({{kNothing, kBeginsOrg, kGoesOn, kEnds, kNothing}, {1, 0, 0, 0, 0}, {0, 0, 0, 0, 0}}, &moves);
  EXPECT_EQ(moves, "OBILO");
  ASSERT_EQ(found.size(), 1U);
  expect_entity(found[0], 1, 4, EntityLabel::kOrg);
}

TEST(EntitiesTest, TheTextsEndEndsAnEntity) {
  const auto found = entities_of({{kBeginsPerson, kGoesOn, kGoesOn}, {1, 0, 0}, {0, 0, 0}});
  ASSERT_EQ(found.size(), 1U);
  expect_entity(found[0], 0, 3, EntityLabel::kPerson);
}

TEST(EntitiesTest, TheLastTokenIsAnEntityOfOneOrNone) {
  const auto found = entities_of({{kNothing, kBeginsPerson}, {1, 0}, {0, 0}});
  ASSERT_EQ(found.size(), 1U);
  expect_entity(found[0], 1, 2, EntityLabel::kPerson);
}

TEST(EntitiesTest, NoneCrossesASentencesStart) {
  const auto found = entities_of({{kBeginsPerson, kGoesOn, kGoesOn, kBeginsOrg, kEnds}, {1, 0, 1, 0, 1}, {0, 0, 0, 0, 0}});
  ASSERT_EQ(found.size(), 2U);
  expect_entity(found[0], 0, 2, EntityLabel::kPerson);
  expect_entity(found[1], 3, 4, EntityLabel::kOrg);
}

TEST(EntitiesTest, WhiteSpaceBeginsNoneButMayEndOne) {
  std::string moves;
  const auto found = entities_of({{kBeginsPerson, kBeginsOrg, kEnds}, {1, 0, 0}, {1, 0, 1}}, &moves);
  EXPECT_EQ(moves, "OBL");
  ASSERT_EQ(found.size(), 1U);
  expect_entity(found[0], 1, 3, EntityLabel::kOrg);
}

TEST(EntitiesTest, AnEntityGoesOnOverTheEndOfABlock) {
  Case c{std::vector<Wish>(300, kNothing), std::vector<std::uint8_t>(300), std::vector<std::uint8_t>(300)};
  c.wishes[126] = kBeginsPerson;
  for (std::size_t i = 127; i < 260; ++i) c.wishes[i] = kGoesOn;
  c.wishes[260] = kEnds;
  const auto found = entities_of(c);
  ASSERT_EQ(found.size(), 1U);
  expect_entity(found[0], 126, 261, EntityLabel::kPerson);
}

TEST(EntitiesTest, NoTokensNoEntities) { EXPECT_TRUE(entities_of({}).empty()); }

}  // namespace
}  // namespace tetrapla::english
