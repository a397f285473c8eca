// The lemmatiser, with a few rules and words of our own.
#include "english/lemmatizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "english/made_up_net.h"

namespace tetrapla::english {
namespace {

constexpr std::uint8_t kNoFeatures = 0;
constexpr std::uint8_t kSingular = 1;

ModelFile small_file() {
  ModelWriter writer;
  add_strings(writer, "morphologies", {"", "Number=Sing"});
  std::vector<LemmaTable> tables(kPosCount);
  tables[static_cast<std::size_t>(Pos::kNoun)] = {.first_rule = 0, .rules = 3, .in_use = 1};
  tables[static_cast<std::size_t>(Pos::kPunct)] = {.first_rule = 3, .rules = 1, .in_use = 1};
  writer.add("lemmatizer/tables", tables);
  add_strings(writer, "lemmatizer/rules", {"s", "", "ies", "y", "es", "", "“", "\""});
  std::vector<std::uint64_t> index;
  for (const char* word : {"ferry", "axis", "quay", "quai", "lens"}) index.push_back(lemma_key(Pos::kNoun, word));
  writer.add("lemmatizer/index", make_key_table(index));
  const std::vector<std::uint64_t> words = {lemma_key(Pos::kNoun, "axes"), lemma_key(Pos::kNoun, "quais")};
  const std::vector<LemmaForms> runs = {{0, 2}, {2, 1}};
  const std::vector<std::uint64_t> slots = make_key_table(words);
  std::vector<LemmaForms> by_slot(slots.size());
  for (std::size_t i = 0; i < words.size(); ++i) by_slot[slot_of(slots, words[i])] = runs[i];
  writer.add("lemmatizer/exceptions", slots);
  writer.add("lemmatizer/exception_runs", by_slot);
  add_strings(writer, "lemmatizer/exception_forms", {"ax", "axis", "quay"});
  writer.add("lemmatizer/base_forms", std::vector<std::uint32_t>{0, 1U << static_cast<unsigned>(Pos::kNoun)});
  return written(writer);
}

class LemmatizerTest : public testing::Test {
 protected:
  LemmatizerTest() { EXPECT_EQ(LemmaTables::fault(file_), ""); }

  std::string lemma(const std::string& text, const std::string& lower, Pos pos, std::uint8_t morph = kNoFeatures) {
    Lexeme word;
    word.text = text;
    word.lower = lower;
    word.is_lower_alpha = lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    return std::string(lemmatizer_.lemma(next_++, word, pos, morph));
  }

  ModelFile file_ = small_file();
  LemmaTables tables_{file_};
  Lemmatizer lemmatizer_{tables_};
  LexemeId next_ = 0;
};

TEST_F(LemmatizerTest, RulesLeadToKnownWords) {
  EXPECT_EQ(lemma("Ferries", "ferries", Pos::kNoun), "ferry") << "not `ferrie`, which the first rule makes";
  EXPECT_EQ(lemma("Lens", "lens", Pos::kNoun), "len") << "no rule leads to a known word: the first rule's form";
}

TEST_F(LemmatizerTest, ExceptionsComeFirst) {
  EXPECT_EQ(lemma("axes", "axes", Pos::kNoun), "axis") << "of two the last";
  EXPECT_EQ(lemma("quais", "quais", Pos::kNoun), "quay") << "though the rules lead to `quai`, which is known";
}

TEST_F(LemmatizerTest, AFormThatIsNoWordGoesBeforeUnknownWords) {
  EXPECT_EQ(lemma("C-130s", "c-130s", Pos::kNoun), "c-130");
  EXPECT_EQ(lemma("“", "“", Pos::kPunct), "\"");
}

TEST_F(LemmatizerTest, WithoutAFormTheWordStands) {
  EXPECT_EQ(lemma("NATO", "nato", Pos::kNoun), "NATO");
  EXPECT_EQ(lemma("S", "s", Pos::kNoun), "S") << "nothing would be left";
}

TEST_F(LemmatizerTest, BaseFormsAndPartsOfSpeechWithoutTablesAreLowerCased) {
  EXPECT_EQ(lemma("Axes", "axes", Pos::kNoun, kSingular), "axes");
  EXPECT_EQ(lemma("Whose", "whose", Pos::kPron), "whose");
  EXPECT_EQ(lemma("Köln", "köln", Pos::kPropn), "Köln");
  EXPECT_EQ(lemma("\n", "\n", Pos::kSpace), "\n");
}

TEST_F(LemmatizerTest, LongWordsToo) {
  const std::string word(Lemmatizer::kMaxKept * 3, 'a');
  EXPECT_EQ(lemma(word + "ies", word + "ies", Pos::kNoun), word + "ie");
}

TEST_F(LemmatizerTest, KeepsALemmaForEachPartOfSpeech) {
  Lexeme word;
  word.text = word.lower = "ferries";
  word.is_lower_alpha = true;
  EXPECT_EQ(lemmatizer_.lemma(5, word, Pos::kNoun, kNoFeatures), "ferry");
  EXPECT_EQ(lemmatizer_.lemma(5, word, Pos::kPunct, kNoFeatures), "ferries");
  EXPECT_EQ(lemmatizer_.lemma(5, word, Pos::kNoun, kNoFeatures), "ferry");
  lemmatizer_.forget();
  word.text = word.lower = "axes";
  EXPECT_EQ(lemmatizer_.lemma(5, word, Pos::kNoun, kNoFeatures), "axis");
}

}  // namespace
}  // namespace tetrapla::english
