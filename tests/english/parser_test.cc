// The parser against a slow, obvious one, with small made-up nets; and the specification's moves with the model's.
#include "english/parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include "english/aligned_floats.h"
#include "english/made_up_net.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kFeatures = std::tuple_size_v<ParseState::Features>;

/// A net with seven moves and random numbers in it.
struct MadeUpParser {
  MadeUpNet net{kFeatures};
  std::vector<ParseMove> moves = {{.action = Action::kShift},
                                  {.action = Action::kReduce},
                                  {.action = Action::kLeft, .label = Dep::kNsubj},
                                  {.action = Action::kLeft, .label = Dep::kDet},
                                  {.action = Action::kRight, .label = Dep::kDobj},
                                  {.action = Action::kRight, .label = Dep::kRelcl, .head_label = Dep::kPobj},
                                  {.action = Action::kBreak}};
  std::vector<float> upper = std::vector<float>(7 * kHiddenWidth);
  std::vector<float> bias = std::vector<float>(7);

  /// `eager`: how much it likes to shift.
  explicit MadeUpParser(unsigned seed, float eager = 1.0F) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0.0F, 0.3F);
    net.fill(random);
    std::ranges::generate(upper, [&] { return normal(random); });
    std::ranges::generate(bias, [&] { return normal(random); });
    bias[0] += eager;
  }

  [[nodiscard]] ModelFile file() const {
    ModelWriter writer;
    net.write(writer, "parser");
    writer.add("parser/moves", moves);
    write_rows(writer, "parser/scores", upper, bias);
    std::vector<float> plain_rows;
    for (const std::size_t row : {0, 1, 6}) {
      plain_rows.insert(plain_rows.end(), upper.begin() + static_cast<std::ptrdiff_t>(row * kHiddenWidth),
                        upper.begin() + static_cast<std::ptrdiff_t>((row + 1) * kHiddenWidth));
    }
    write_rows(writer, "parser/scores_plain", plain_rows, {bias[0], bias[1], bias[6]});
    return written(writer);
  }

  /// Scores of all moves in a state, by the book.
  [[nodiscard]] std::vector<double> scores(const Floats& vectors, const ParseState::Features& features) const {
    std::vector<double> sums(net.lower_bias.begin(), net.lower_bias.end());
    for (std::size_t f = 0; f < kFeatures; ++f) {
      if (features[f] == kNoWord) {
        for (std::size_t o = 0; o < kLowerWidth; ++o) sums[o] += net.pad[f * kLowerWidth + o];
        continue;
      }
      std::vector<double> reduced(net.reduce_bias.begin(), net.reduce_bias.end());
      for (std::size_t r = 0; r < kReducedWidth; ++r) {
        for (std::size_t i = 0; i < kTokenWidth; ++i) {
          reduced[r] +=
              double{net.reduce[r * kTokenWidth + i]} * double{vectors[static_cast<std::size_t>(features[f]) * kTokenWidth + i]};
        }
      }
      for (std::size_t o = 0; o < kLowerWidth; ++o) {
        for (std::size_t i = 0; i < kReducedWidth; ++i)
          sums[o] += double{net.lower[(f * kLowerWidth + o) * kReducedWidth + i]} * reduced[i];
      }
    }
    std::vector<double> result(bias.begin(), bias.end());
    for (std::size_t m = 0; m < result.size(); ++m) {
      for (std::size_t h = 0; h < kHiddenWidth; ++h) {
        result[m] += double{upper[m * kHiddenWidth + h]} * std::max(sums[h], sums[h + kHiddenWidth]);
      }
    }
    return result;
  }
};

bool same(const ParseMove& a, const ParseMove& b) {
  return a.action == b.action && a.label == b.label && a.head_label == b.head_label;
}

TEST(ParserTest, ChoosesTheBestValidMoveOfEachState) {
  std::ptrdiff_t furthest_back = 0;
  for (const unsigned seed : {1U, 2U, 3U}) {
    const MadeUpParser made_up(seed, seed == 3 ? 100.0F : 1.0F);  // the third one has all words on its stack
    const ModelFile file = made_up.file();
    ASSERT_EQ(ParserWeights::fault(file), "");
    const ParserWeights weights(file);
    Parser parser(weights);
    std::mt19937 random(seed + 100);
    const std::size_t words = 700;  // more than FeatureRows keeps
    const Floats vectors(words * kTokenWidth, random);
    std::vector<ParseStep> steps;
    Arcs arcs;
    parser.parse(vectors.data(), words, true, arcs, &steps);

    ParseState state;
    state.reset(words, true);
    WordIndex last_word = 0;
    for (const ParseStep& step : steps) {
      ASSERT_FALSE(state.done());
      ASSERT_EQ(step.features, state.features());
      const std::vector<double> scores = made_up.scores(vectors, step.features);
      double best = -std::numeric_limits<double>::infinity();
      std::size_t label = 0;
      for (std::size_t m = 0; m < scores.size(); ++m) {
        if ((state.valid() & set_of(made_up.moves[m].action)) != 0) best = std::max(best, scores[m]);
        if (same(made_up.moves[m], step.move)) label = m;
      }
      ASSERT_NE(state.valid() & set_of(step.move.action), 0);
      ASSERT_NEAR(scores[label], best, 1e-3);
      ASSERT_NEAR(step.score, scores[label], 1e-3);
      last_word = std::max(last_word, step.features[0]);
      if (step.features[2] != kNoWord) furthest_back = std::max<std::ptrdiff_t>(furthest_back, last_word - step.features[2]);
      state.apply(step.move.action, static_cast<std::uint8_t>(label));
    }
    EXPECT_TRUE(state.done());

    Arcs untraced;
    parser.parse(vectors.data(), words, true, untraced);
    EXPECT_EQ(untraced.head, arcs.head);
    EXPECT_EQ(untraced.label, arcs.label);
    EXPECT_EQ(untraced.head_label, arcs.head_label);
  }
  EXPECT_GT(furthest_back, static_cast<std::ptrdiff_t>(FeatureRows::kKept)) << "words that are no longer kept are not met";
}

TEST(ParserTest, ADocumentsArcsDoNotDependOnTheOneBefore) {
  const MadeUpParser made_up(4);
  const ModelFile file = made_up.file();
  const ParserWeights weights(file);
  std::mt19937 random(7);
  const Floats one(300 * kTokenWidth, random);
  const Floats other(40 * kTokenWidth, random);
  Parser used(weights);
  Parser fresh(weights);
  Arcs arcs;
  Arcs wanted;
  used.parse(one.data(), 300, true, arcs);
  used.parse(other.data(), 40, false, arcs);
  fresh.parse(other.data(), 40, false, wanted);
  EXPECT_EQ(arcs.head, wanted.head);
  EXPECT_EQ(arcs.label, wanted.label);
  used.parse(other.data(), 0, true, arcs);
  EXPECT_TRUE(arcs.head.empty());
}

TEST(ParserTest, RefusesAFileWithoutItsSections) {
  ModelWriter writer;
  writer.add("parser/moves", MadeUpParser(1).moves);
  EXPECT_NE(ParserWeights::fault(written(writer)), "");
}

}  // namespace
}  // namespace tetrapla::english
