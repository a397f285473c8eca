// Every move of parser and entity recogniser on the specification's sentences, with the state it was chosen in and its score; and features.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "english/aligned_floats.h"
#include "english/parts.h"
#include "support/model.h"

namespace tetrapla::english {
namespace {

const std::string kVectors = "../shared/reference/test_vectors.json";
constexpr double kTolerance = 1e-4;

std::string name_of_move(const ParseMove& move) {
  std::string name(1, "SDLRB"[static_cast<std::size_t>(move.action)]);
  if (move.action == Action::kBreak) return name + "-ROOT";
  if (move.label != Dep::kNone) name += "-" + std::string(name_of(move.label));
  if (move.head_label != Dep::kNone) name += "||" + std::string(name_of(move.head_label));
  return name;
}
std::string name_of_move(const EntityStep& step) {
  return std::string(1, step.move) + (step.label == EntityLabel::kNone ? "" : "-" + std::string(name_of(step.label)));
}
std::string name_of_move(const ParseStep& step) { return name_of_move(step.move); }

template <typename Step>
void expect_moves(const std::vector<Step>& steps, simdjson::dom::array expected) {
  ASSERT_EQ(steps.size(), expected.size());
  std::size_t at = 0;
  for (simdjson::dom::element wanted : expected) {
    const Step& step = steps[at++];
    EXPECT_EQ(name_of_move(step), std::string_view(wanted["move"])) << "move " << at;
    EXPECT_NEAR(step.score, double(wanted["score"]), kTolerance) << "move " << at;
    std::vector<std::int64_t> features;
    for (const simdjson::dom::element feature : wanted["features"]) features.push_back(feature);
    EXPECT_EQ(std::vector<std::int64_t>(step.features.begin(), step.features.end()), features) << "move " << at;
  }
}

class MovesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kVectors)) GTEST_SKIP() << kVectors << " is not here";
    ASSERT_EQ(json_.load(kVectors).get(vectors_), simdjson::SUCCESS);
  }

  simdjson::dom::parser json_;
  simdjson::dom::element vectors_;
  const EnglishModel::Parts& parts_ = test::model().parts();
};

TEST_F(MovesTest, AreThoseOfTheSpecification) {
  Lexemes lexemes(parts_.file);
  Tokenizer tokenizer(parts_.tokenizer, lexemes);
  Tok2Vec tagging(parts_.tagging_vectors, lexemes);
  Tok2Vec entities(parts_.entity_vectors, lexemes);
  Parser parser(parts_.syntax.parser);
  EntityFinder finder(parts_.syntax.entities);
  Trees trees;
  for (simdjson::dom::element sentence : vectors_["sentences"]) {
    const std::string_view text = sentence["text"];
    SCOPED_TRACE(text);
    Pieces pieces;
    tokenizer.cut(text, pieces);
    const std::size_t n = pieces.pieces.size();
    const Floats tagging_rows(n * kTokenWidth);
    const Floats entity_rows(n * kTokenWidth);
    tagging.encode(pieces.pieces, tagging_rows.data());
    entities.encode(pieces.pieces, entity_rows.data());

    Arcs arcs;
    std::vector<ParseStep> parse_steps;
    parser.parse(tagging_rows.data(), n, pieces.first_is_marked_start, arcs, &parse_steps);
    expect_moves(parse_steps, sentence["parser"]);

    const std::vector<std::uint8_t> no_space(n);
    std::vector<std::uint8_t> starts;
    trees.deprojectivise(arcs, no_space);
    trees.find_sentences(arcs.head, starts);
    std::vector<EnglishEntity> found;
    std::vector<EntityStep> entity_steps;
    finder.find(entity_rows.data(), starts, no_space, found, &entity_steps);
    expect_moves(entity_steps, sentence["ner"]);
  }
}

TEST_F(MovesTest, FeaturesAreThoseOfTheSpecification) {
  for (simdjson::dom::element sentence : vectors_["sentences"]) {
    const std::string_view text = sentence["text"];
    SCOPED_TRACE(text);
    const EnglishDocument document = test::analyser().analyse(text);
    std::vector<std::string> found;
    for (const EnglishToken& token : document.tokens) found.push_back(test::model().morphologies()[token.morph]);
    std::vector<std::string> expected;
    for (simdjson::dom::element features : sentence["morph"]) expected.emplace_back(std::string_view(features));
    EXPECT_EQ(found, expected);
  }
}

}  // namespace
}  // namespace tetrapla::english
