// What the converter makes of spaCy's patterns and features.
#include "convert/morphology.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tetrapla::convert {
namespace {

using Strings = std::vector<std::string>;

TEST(StringsOfPatternTest, TellsAllStringsOfASimplePattern) {
  EXPECT_EQ(strings_of_pattern("^all$"), (Strings{"all"}));
  EXPECT_EQ(strings_of_pattern("^n'?t$"), (Strings{"nt", "n't"}));
  EXPECT_EQ(strings_of_pattern("^n[ou]w$"), (Strings{"now", "nuw"}));
  EXPECT_EQ(strings_of_pattern("^a[bc]?$"), (Strings{"a", "ab", "ac"}));
}

TEST(StringsOfPatternTest, KnowsWhatItDoesNotKnow) {
  for (const char* pattern : {"", "^", "all", "^al", "al$", "^a+$", "^a*$", "^a.c$", "^(a|b)$", "^[a-z]$", "^[^a]$", "^\\d$",
                              "^a{2}$", "^[ab$", "^[]$", "^?a$", "^a??$", "^[ab]?[ab]?[ab]?[ab]?[ab]?$"}) {
    EXPECT_EQ(strings_of_pattern(pattern), Strings{}) << pattern;
  }
}

TEST(MorphologiesTest, NumbersFeaturesInTheOrderTheyAreMet) {
  Morphologies morphologies;
  EXPECT_EQ(morphologies.number_of("_"), 0U);
  EXPECT_EQ(morphologies.number_of("Tense=Past|VerbForm=Fin"), 1U);
  EXPECT_EQ(morphologies.number_of("Number=Sing"), 2U);
  EXPECT_EQ(morphologies.number_of("VerbForm=Fin|Tense=Past"), 1U) << "features are sorted by name";
  EXPECT_EQ(morphologies.list(), (Strings{"", "Tense=Past|VerbForm=Fin", "Number=Sing"}));
}

}  // namespace
}  // namespace tetrapla::convert
