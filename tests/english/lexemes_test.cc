// What is known of a word: the ids that are embedded, by the specification's vectors and by cases of our own.
#include "english/lexemes.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <string>

#include "english/lexemes_norms.h"
#include "english/model_file.h"
#include "english/parts.h"
#include "english/strings.h"
#include "support/model.h"

namespace tetrapla::english {
namespace {

const ModelFile& file() { return test::model().parts().file; }

Lexeme lexeme_of(Lexemes& lexemes, std::string_view text, std::string_view norm = "") {
  return lexemes[lexemes.intern(text, norm)];
}

TEST(Lexemes, AWordIsKeptOnce) {
  Lexemes lexemes(file());
  const LexemeId ferry = lexemes.intern("ferry", "");
  const LexemeId given = lexemes.intern("ferry", "boat");
  EXPECT_NE(ferry, given);
  EXPECT_EQ(lexemes.intern("ferry", ""), ferry);
  EXPECT_EQ(lexemes.intern("ferry", "boat"), given);
  EXPECT_EQ(lexemes[given].norm, string_id("boat"));
  EXPECT_EQ(lexemes.size(), 2U);
  EXPECT_EQ(lexemes.bytes(), 3 * std::string("ferry").size() - 1);
}

TEST(Lexemes, ViewsStayWhileItGrows) {
  Lexemes lexemes(file());
  const std::string_view first = lexeme_of(lexemes, "Harbour").lower;
  for (int i = 0; i < 20000; ++i) ASSERT_EQ(lexemes.intern("word" + std::to_string(i), ""), static_cast<LexemeId>(i + 1));
  EXPECT_EQ(first, "harbour");
  for (int i = 0; i < 20000; ++i) ASSERT_EQ(lexemes.intern("word" + std::to_string(i), ""), static_cast<LexemeId>(i + 1));
  lexemes.clear();
  EXPECT_EQ(lexemes.size(), 0U);
  EXPECT_EQ(lexemes.bytes(), 0U);
  EXPECT_EQ(lexemes.intern("word7", ""), 0U);
}

TEST(Lexemes, Shapes) {
  Lexemes lexemes(file());
  for (const auto& [text, shape] : {std::pair{"Abu-Dhabi24", "Xxx-Xxxxxdd"},
                                    {"aaaaAAAA11111", "xxxxXXXXdddd"},
                                    {"km²", "xxd"},
                                    {"$$$$$", "$$$$"},
                                    {"Ⅷ", "Ⅷ"},
                                    {"МОСКВА", "XXXX"},
                                    {"東京", "xx"}}) {
    EXPECT_EQ(lexeme_of(lexemes, text).shape, string_id(shape)) << text;
  }
  EXPECT_EQ(lexeme_of(lexemes, std::string(99, 'a')).shape, string_id("xxxx"));
  EXPECT_EQ(lexeme_of(lexemes, std::string(100, 'a')).shape, string_id("LONG"));
}

TEST(Lexemes, PrefixesAndSuffixesAreCharacters) {
  Lexemes lexemes(file());
  const Lexeme word = lexeme_of(lexemes, "Ærøskøbing");
  EXPECT_EQ(word.prefix, string_id("Æ"));
  EXPECT_EQ(word.suffix, string_id("ing"));
  EXPECT_EQ(lexeme_of(lexemes, "øl").suffix, string_id("øl"));
}

TEST(Lexemes, NormsAreListedOrLowerCase) {
  Lexemes lexemes(file());
  for (const auto& [text, norm] :
       {std::pair{"Colour", "color"}, {"colour", "color"}, {"’s", "'s"}, {"“", "\""}, {"€", "$"}, {"—", "-"}, {"Quay", "quay"}}) {
    EXPECT_EQ(lexeme_of(lexemes, text).norm, string_id(norm)) << text;
  }
}

TEST(Lexemes, StrayBytesAreReplacementCharacters) {
  Lexemes lexemes(file());
  const LexemeId stray = lexemes.intern("a\xFF", "");
  EXPECT_EQ(lexemes[stray].text, "a\xEF\xBF\xBD");
  EXPECT_EQ(lexemes.intern("a\xFF", ""), stray);
  EXPECT_EQ(lexemes.intern("a\xEF\xBF\xBD", ""), stray);
}

TEST(Lexemes, SpaceAndLetters) {
  Lexemes lexemes(file());
  EXPECT_TRUE(lexeme_of(lexemes, "\n  ").is_space);
  EXPECT_TRUE(lexeme_of(lexemes, "\xC2\xA0").is_space);
  EXPECT_FALSE(lexeme_of(lexemes, "").is_space);
  EXPECT_TRUE(lexeme_of(lexemes, "Éclair").is_lower_alpha);
  EXPECT_FALSE(lexeme_of(lexemes, "e-mail").is_lower_alpha);
  EXPECT_FALSE(lexeme_of(lexemes, "İ").is_lower_alpha);  // its lower case has a combining dot
}

TEST(Lexemes, TheFirstOfTwoNormsCounts) {
  ModelWriter writer;
  add_norms(writer, {{7, 70}, {8, 80}, {7, 71}, {0, 1}});
  const auto path = std::filesystem::path(testing::TempDir()) / "tetrapla-norms.model";
  ASSERT_TRUE(writer.write(path, "made up"));
  const auto made = ModelFile::open(path);
  std::filesystem::remove(path);
  ASSERT_TRUE(made);
  ASSERT_EQ(NormTable::fault(*made), "");
  const NormTable norms(*made);
  EXPECT_EQ(norms.find(7), 70U);
  EXPECT_EQ(norms.find(8), 80U);
  EXPECT_EQ(norms.find(9), 0U);
  EXPECT_EQ(norms.find(0), 0U);
}

TEST(Lexemes, HaveTheSpecificationsIds) {
  const std::string path = "../shared/reference/test_vectors.json";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
  simdjson::dom::parser parser;
  simdjson::dom::element vectors;
  ASSERT_EQ(parser.load(path).get(vectors), simdjson::SUCCESS);
  Lexemes lexemes(file());
  std::size_t words = 0;
  for (simdjson::dom::element word : vectors["words"]) {
    const std::string text{std::string_view(word["text"])};
    if (text.empty()) continue;
    const Lexeme lexeme = lexeme_of(lexemes, text);
    const auto id = [&](const char* name) { return std::stoull(std::string{std::string_view(word["ids"][name])}); };
    EXPECT_EQ(lexeme.orth, id("ORTH")) << text;
    EXPECT_EQ(lexeme.norm, id("NORM")) << text;
    EXPECT_EQ(lexeme.prefix, id("PREFIX")) << text;
    EXPECT_EQ(lexeme.suffix, id("SUFFIX")) << text;
    EXPECT_EQ(lexeme.shape, id("SHAPE")) << text;
    EXPECT_EQ(lexeme.is_space, id("IS_SPACE") == 1) << text;
    ++words;
  }
  EXPECT_GT(words, 20U);
}

}  // namespace
}  // namespace tetrapla::english
