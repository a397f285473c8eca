// Tokens to vectors: against a slow, obvious program with small made-up weights, and against the specification's vectors with the model's.
#include "english/tok2vec.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "english/aligned_floats.h"
#include "english/lexemes_norms.h"
#include "english/model_file.h"
#include "english/parts.h"
#include "english/strings.h"
#include "english/tok2vec_weights.h"
#include "english/tok2vec_words.h"
#include "support/model.h"

namespace tetrapla::english {
namespace {

using Row = std::array<double, kVectorWidth>;

/// A network with few rows and random numbers in it, as the file holds it and as it is meant.
struct MadeUp {
  struct Layer {
    std::vector<float> weights;  // kSums x 3 * kVectorWidth
    std::vector<float> bias;
    std::vector<float> norm;
  };
  std::vector<ColumnOfFile> columns;
  std::vector<float> tables;
  std::vector<float> words;
  std::vector<float> mix_norm;
  std::vector<Layer> layers;

  MadeUp(std::vector<ColumnOfFile> of_file, std::size_t known_words, std::mt19937& random) : columns(std::move(of_file)) {
    std::normal_distribution<float> normal(0.0F, 0.3F);
    const auto numbers = [&](std::size_t n) {
      std::vector<float> result(n);
      std::ranges::generate(result, [&] { return normal(random); });
      return result;
    };
    std::size_t rows = 0;
    for (const ColumnOfFile& c : columns) rows += c.rows;
    tables = numbers(rows * kSums);
    words = numbers((known_words + 1) * kSums);
    mix_norm = numbers(2 * kVectorWidth);
    for (std::size_t i = 0; i < kEncoderLayers; ++i) {
      layers.push_back({numbers(kSums * 3 * kVectorWidth), numbers(kSums), numbers(2 * kVectorWidth)});
    }
  }

  void write(ModelWriter& writer, const std::string& network) const {
    const auto section = [&](const std::string& what) { return embedding_section(network, what); };
    writer.add(section("columns"), columns);
    writer.add(section("tables"), tables);
    writer.add(section("words"), words);
    writer.add(section("mix/norm"), mix_norm);
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const std::string name = section("layer" + std::to_string(i + 1));
      std::vector<float> bias = layers[i].bias;
      if (i == 0) {
        std::vector<float> parts;
        for (std::size_t part = 0; part < 3; ++part) {
          for (std::size_t s = 0; s < kSums; ++s) {
            const auto begin = layers[i].weights.begin() + static_cast<std::ptrdiff_t>((s * 3 + part) * kVectorWidth);
            parts.insert(parts.end(), begin, begin + kVectorWidth);
          }
        }
        bias.resize(kFirstLayerSums);
        writer.add(name + "/weights", pack_matrix(parts, kFirstLayerSums, kVectorWidth));
      } else {
        writer.add(name + "/weights", pack_matrix(layers[i].weights, kSums, 3 * kVectorWidth));
      }
      writer.add(name + "/bias", bias);
      writer.add(name + "/norm", layers[i].norm);
    }
  }
};

Row norm_of_maxout(const std::vector<double>& sums, const std::vector<float>& norm) {
  Row y{};
  double mean = 0.0;
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    y[o] = std::max({sums[sum_of(o, 0)], sums[sum_of(o, 1)], sums[sum_of(o, 2)]});
    mean += y[o] / kVectorWidth;
  }
  double variance = 0.0;
  for (const double v : y) variance += (v - mean) * (v - mean) / kVectorWidth;
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    y[o] = (y[o] - mean) / std::sqrt(variance + 1e-8) * norm[o] + norm[kVectorWidth + o];
  }
  return y;
}

/// The specification, word for word and in double.
std::vector<Row> slowly(const MadeUp& net, const std::vector<Piece>& pieces, const Lexemes& lexemes,
                        const std::map<std::uint64_t, std::uint32_t>& known) {
  std::vector<Row> x(pieces.size() + 2 * kEncoderLayers);
  for (std::size_t t = 0; t < pieces.size(); ++t) {
    const Lexeme& lexeme = lexemes[pieces[t].lexeme];
    const std::array<std::uint64_t, 6> ids = {lexeme.norm,  lexeme.prefix,         lexeme.suffix,
                                              lexeme.shape, pieces[t].space_after, lexeme.is_space};
    std::vector<double> sums(kSums);
    const auto add = [&](const float* row) {
      for (std::size_t s = 0; s < kSums; ++s) sums[s] += row[s];
    };
    const auto word = known.find(lexeme.orth);
    add(net.words.data() + (word != known.end() ? word->second * kSums : net.words.size() - kSums));
    const float* table = net.tables.data();
    for (const ColumnOfFile& c : net.columns) {
      for (const std::uint32_t row : embedding_rows(ids[c.column], c.seed, c.rows)) add(table + row * kSums);
      table += c.rows * kSums;
    }
    x[t + kEncoderLayers] = norm_of_maxout(sums, net.mix_norm);
  }
  for (const MadeUp::Layer& layer : net.layers) {
    std::vector<Row> y = x;
    for (std::size_t t = 0; t < x.size(); ++t) {
      std::vector<double> sums(layer.bias.begin(), layer.bias.end());
      for (std::size_t part = 0; part < 3; ++part) {
        if (t + part < 1 || t + part > x.size()) continue;
        const Row& neighbour = x[t + part - 1];
        for (std::size_t s = 0; s < kSums; ++s) {
          for (std::size_t i = 0; i < kVectorWidth; ++i) sums[s] += layer.weights[(s * 3 + part) * kVectorWidth + i] * neighbour[i];
        }
      }
      const Row added = norm_of_maxout(sums, layer.norm);
      for (std::size_t o = 0; o < kVectorWidth; ++o) y[t][o] += added[o];
    }
    x = std::move(y);
  }
  return {x.begin() + kEncoderLayers, x.end() - kEncoderLayers};
}

class Tok2VecTest : public testing::Test {
 protected:
  Tok2VecTest() {
    ModelWriter writer;
    const std::vector<std::string> words = {"ferry", "harbour", "the", "ORG", "Köln"};
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < words.size(); ++i) known_.emplace(string_id(words[i]), static_cast<std::uint32_t>(i % kVectors));
    for (const auto& [key, row] : known_) keys.push_back(key);
    std::vector<std::uint32_t> rows;
    for (const auto& [key, row] : known_) rows.push_back(row);
    const std::size_t groups = 4;
    std::vector<std::uint32_t> at(groups + 1);
    for (const std::uint64_t key : keys) ++at[key_group(key, groups) + 1];
    for (std::size_t g = 0; g < groups; ++g) at[g + 1] += at[g];
    writer.add("embedding/keys/at", at);
    writer.add("embedding/keys", keys);
    writer.add("embedding/keys/row", rows);
    tagging_.write(writer, "tok2vec");
    entities_.write(writer, "ner");
    add_norms(writer, {});
    const auto file = std::filesystem::path(testing::TempDir()) /
                      (std::string("tetrapla-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".model");
    EXPECT_TRUE(writer.write(file, "made up"));
    auto opened = ModelFile::open(file);
    std::filesystem::remove(file);
    file_ = std::make_unique<ModelFile>(std::move(opened).value());
    EXPECT_EQ(Tok2VecWeights::fault(*file_, "tok2vec"), "");
    EXPECT_EQ(Tok2VecWeights::fault(*file_, "ner"), "");
    lexemes_ = std::make_unique<Lexemes>(*file_);
  }

  /// `count` words of a vocabulary of `different`, some with a blank after them.
  std::vector<Piece> text_of(std::size_t count, std::size_t different) {
    std::vector<Piece> pieces(count);
    for (Piece& piece : pieces) {
      const std::size_t n = random_() % different;
      const char* const fixed[] = {"ferry", "the", "\n", "ORG", ""};
      piece.lexeme = lexemes_->intern(n < 4 ? std::string(fixed[n]) : "word" + std::to_string(n), n == 7 ? "norm" : "");
      piece.space_after = random_() % 4 != 0;
    }
    return pieces;
  }

  static std::vector<float> encode(Tok2Vec& tok2vec, const std::vector<Piece>& pieces) {
    const Floats out(pieces.size() * kVectorWidth);
    tok2vec.encode(pieces, out.data());
    return {out.data(), out.data() + out.size()};
  }

  static constexpr std::uint32_t kVectors = 3;
  std::mt19937 random_{7};
  std::map<std::uint64_t, std::uint32_t> known_;
  MadeUp tagging_{{{0, 8, 50}, {1, 9, 10}, {2, 10, 25}, {3, 11, 25}, {4, 12, 5}, {5, 13, 5}}, kVectors, random_};
  MadeUp entities_{{{0, 8, 40}, {1, 9, 11}, {2, 10, 22}, {3, 11, 21}}, kVectors, random_};
  std::unique_ptr<ModelFile> file_;
  std::unique_ptr<Lexemes> lexemes_;
};

TEST_F(Tok2VecTest, IsWhatTheSlowProgramSays) {
  const Tok2VecWeights tagging(*file_, "tok2vec");
  const Tok2VecWeights entities(*file_, "ner");
  for (const std::size_t count : {0, 1, 2, 3, 4, 5, 9, 40, 255, 256, 257, 300}) {
    const std::vector<Piece> pieces = text_of(count, 60);
    for (const auto& [net, weights] : {std::pair{&tagging_, &tagging}, {&entities_, &entities}}) {
      Tok2Vec tok2vec(*weights, *lexemes_);
      const std::vector<float> got = encode(tok2vec, pieces);
      const std::vector<Row> wanted = slowly(*net, pieces, *lexemes_, known_);
      double largest = 0.0;
      for (std::size_t i = 0; i < got.size(); ++i) {
        largest = std::max(largest, std::abs(got[i] - wanted[i / kVectorWidth][i % kVectorWidth]));
      }
      EXPECT_LT(largest, 1e-4) << count << " tokens";
    }
  }
}

TEST_F(Tok2VecTest, DoesNotDependOnWhatWasReadBefore) {
  const Tok2VecWeights weights(*file_, "tok2vec");
  const std::vector<Piece> many = text_of(5 * WordRows::kCapacity, 2 * WordRows::kCapacity);  // more words than are kept
  const std::vector<Piece> few = text_of(500, 3 * WordRows::kCapacity);
  Tok2Vec fresh(weights, *lexemes_);
  const std::vector<float> wanted = encode(fresh, few);
  Tok2Vec used(weights, *lexemes_);
  EXPECT_EQ(encode(used, few), wanted);
  const std::vector<float> first = encode(used, many);
  EXPECT_EQ(encode(used, few), wanted);
  EXPECT_EQ(encode(used, many), first);
  used.forget();
  EXPECT_EQ(encode(used, few), wanted);
}

TEST_F(Tok2VecTest, ATokenSeesFourToEachSide) {
  const Tok2VecWeights weights(*file_, "ner");
  Tok2Vec tok2vec(weights, *lexemes_);
  const std::vector<Piece> whole = text_of(700, 100);
  const std::vector<float> all = encode(tok2vec, whole);
  for (const auto& [begin, end] : {std::pair<std::ptrdiff_t, std::ptrdiff_t>{0, 30}, {100, 360}, {250, 700}, {690, 700}}) {
    const std::vector<float> part = encode(tok2vec, {whole.begin() + begin, whole.begin() + end});
    for (std::ptrdiff_t t = begin == 0 ? 0 : begin + 4; t < (end == 700 ? end : end - 4); ++t) {
      const auto width = static_cast<std::ptrdiff_t>(kVectorWidth);
      ASSERT_EQ(std::memcmp(&all[t * width], &part[(t - begin) * width], kVectorWidth * sizeof(float)), 0) << "token " << t;
    }
  }
}

TEST_F(Tok2VecTest, SaysWhichSectionIsNotSound) {
  ModelWriter writer;
  tagging_.write(writer, "tok2vec");
  const auto path = std::filesystem::path(testing::TempDir()) / "tetrapla-unsound.model";
  ASSERT_TRUE(writer.write(path, "made up"));
  const auto file = ModelFile::open(path);
  std::filesystem::remove(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(Tok2VecWeights::fault(*file, "tok2vec"), "the section embedding/keys is missing or of another size");
}

/// The specification's own numbers, made by a program that reads spaCy's files.
class Specification : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = "../shared/reference/test_vectors.json";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here";
    ASSERT_EQ(parser_.load(file).get(vectors_), simdjson::SUCCESS);
  }

  static const Tok2VecWeights& weights_of(std::string_view network) {
    const auto& parts = test::model().parts();
    return network == "ner" ? parts.entity_vectors : parts.tagging_vectors;
  }

  static void expect_near(simdjson::dom::element wanted, const float* got, const std::string& what) {
    std::size_t i = 0;
    for (const double value : wanted.get_array()) {
      EXPECT_NEAR(got[i], value, 1e-5) << what << ", value " << i;
      ++i;
    }
    EXPECT_EQ(i, kVectorWidth);
  }

  simdjson::dom::parser parser_;
  simdjson::dom::element vectors_;
};

TEST_F(Specification, HasTheseRowsAndVectorsOfWords) {
  Lexemes lexemes(test::model().parts().file);
  for (simdjson::dom::element word : vectors_["embed"]) {
    const std::string text{std::string_view(word["text"])};
    const Piece piece{{}, lexemes.intern(text, ""), false};
    const Lexeme& lexeme = lexemes[piece.lexeme];
    const Tok2VecWeights::Weights& weights = weights_of(std::string_view(word["net"])).weights();
    const std::array<std::uint64_t, 6> ids = {lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape, 0, lexeme.is_space};
    for (const auto& table : weights.tables) {
      const auto column = static_cast<std::size_t>(table.column);
      const auto rows = embedding_rows(ids[column], table.seed, table.rows);
      std::size_t i = 0;
      for (const std::uint64_t row : word["rows"][kColumnNames[column]].get_array()) EXPECT_EQ(rows.at(i++), row) << text;
    }
    WordRows words(weights, lexemes);
    std::vector<std::uint32_t> slots;
    words.look_up({&piece, 1}, slots);
    expect_near(word["mixed"], words.vector(slots[0]), text);
  }
}

TEST_F(Specification, HasTheseVectorsInContext) {
  const auto& parts = test::model().parts();
  Lexemes lexemes(parts.file);
  Tokenizer tokenizer(parts.tokenizer, lexemes);
  for (simdjson::dom::element sentence : vectors_["sentences"]) {
    const std::string text{std::string_view(sentence["text"])};
    Pieces pieces;
    tokenizer.cut(text, pieces);
    for (const auto& [network, key] : {std::pair{"tok2vec", "tok2vec"}, {"ner", "ner_tok2vec"}}) {
      Tok2Vec tok2vec(weights_of(network), lexemes);
      const Floats out(pieces.pieces.size() * kVectorWidth);
      tok2vec.encode(pieces.pieces, out.data());
      std::size_t t = 0;
      for (simdjson::dom::element row : sentence[key]) {
        expect_near(row, out.data() + t * kVectorWidth, text + ", token " + std::to_string(t));
        ++t;
      }
    }
  }
}

}  // namespace
}  // namespace tetrapla::english
