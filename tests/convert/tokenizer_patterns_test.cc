// Patterns of the expected form become tables; of any other form they are refused by name.
#include "convert/tokenizer_patterns.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>

namespace tetrapla::convert {
namespace {

using english::CharacterClass;

/// Made-up patterns of the form that the matchers were written for, with classes large enough to be taken out.
struct Patterns {
  std::string signs = "[\\u00A6\\U0001F600-\\U0001F64F" + std::string(70, '~') + "]";
  std::string lower = "[a-z\\u00DF-\\u00F6" + std::string(70, 'q') + "\\]\\-|]";
  std::string upper = "[A-Z\\u00C0-\\u00D6" + std::string(70, 'Q') + "]";
  std::string prefix = R"(^§|^\+(?![0-9])|^…|^……|^\.\.+|^\[|^US\$|^)" + signs;
  std::string suffix = R"(…$|……$|\.\.+$|)" + signs + R"($|'s$|(?<=[0-9])\+$|(?<=°[FfCcKk])\.$|(?<=[0-9])(?:\$|km/h)$|(?<=)" +
                       lower + R"()\.$|(?<=)" + upper + upper + R"()\.$)";
  std::string infix = R"(\.\.+|…|)" + signs + R"(|(?<=[0-9])[+\-\*^](?=[0-9-])|(?<=)" + lower + R"()\.(?=)" + upper + R"()|(?<=)" +
                      lower + "),(?=" + lower + ")|(?<=" + upper + ")(?:-|–|—|--|---|——|~)(?=" + lower + ")|(?<=" + upper +
                      ")[:<>=/](?=" + lower + ")";
  std::string url =
      R"((?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2}))"
      R"((?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2})"
      R"((?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?)"
      R"([A-Za-z0-9\u00a1-\uffff]\.)+(?:)" +
      lower + R"({2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$)";

  [[nodiscard]] Result<AffixTables> read() const { return read_patterns({prefix, suffix, infix, url}); }
  [[nodiscard]] std::string refusal() const {
    const auto tables = read();
    return tables ? "" : tables.error().message.substr(4, tables.error().message.find(" is") - 4);
  }
};

bool has(const AffixTables& tables, CharacterClass c, char32_t wanted) {
  for (const english::CharacterRange& range :
       tables.classes[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(c)))]) {
    if (range.first <= wanted && wanted <= range.last) return true;
  }
  return false;
}

TEST(TokenizerPatterns, BecomeTables) {
  const auto tables = Patterns().read();
  ASSERT_TRUE(tables) << tables.error().message;
  EXPECT_EQ(tables->lists.prefixes, (std::vector<std::string>{"US$"}));  // "……" stands behind "…", which always matches first
  EXPECT_EQ(tables->lists.suffixes, (std::vector<std::string>{"……", "'s"}));
  EXPECT_EQ(tables->lists.units, (std::vector<std::string>{"$", "km/h"}));
  for (const char32_t sign : {U'§', U'…', U'[', U'¦', U'😀', U'~'}) EXPECT_TRUE(has(*tables, english::kPrefixSign, sign));
  EXPECT_FALSE(has(*tables, english::kSuffixSign, U'§'));
  EXPECT_TRUE(has(*tables, english::kSuffixSign, U'…'));
  for (const char32_t c : {U'a', U'ö', U']', U'-', U'|'}) EXPECT_TRUE(has(*tables, english::kBeforeLastStop, c));
  EXPECT_TRUE(has(*tables, english::kCapital, U'Z'));
  EXPECT_TRUE(has(*tables, english::kDomainEnd, U'z'));
}

TEST(TokenizerPatterns, OfAnotherFormAreRefused) {
  EXPECT_EQ(Patterns().refusal(), "");
  Patterns changed;
  changed.prefix += "|^x+";
  EXPECT_EQ(changed.refusal(), "prefix_search");
  changed = {};
  changed.prefix += "|^\\.";
  EXPECT_EQ(changed.refusal(), "prefix_search");
  changed = {};
  changed.suffix += "|(?<=x)y$";
  EXPECT_EQ(changed.refusal(), "suffix_search");
  changed = {};
  changed.suffix += "|a\\.$";
  EXPECT_EQ(changed.refusal(), "suffix_search");
  changed = {};
  changed.infix += "|_";
  EXPECT_EQ(changed.refusal(), "infix_finditer");
  changed = {};
  changed.url.insert(4, "x");
  EXPECT_EQ(changed.refusal(), "url_match");
  changed = {};
  changed.prefix += "|^\\u3000";  // an escape that is not known outside classes
  EXPECT_EQ(changed.refusal(), "prefix_search");
  changed = {};
  changed.prefix += "|^[\\U00110000" + std::string(70, 'x') + "]";  // no such character
  EXPECT_EQ(changed.refusal(), "prefix_search");
  changed = {};
  changed.infix.clear();
  EXPECT_EQ(changed.refusal(), "infix_finditer");
}

TEST(TokenizerPatterns, SpaceIsNoSign) {
  Patterns changed;
  changed.prefix += "|^\xE3\x80\x80";
  EXPECT_FALSE(changed.read());
}

TEST(TokenizerPatterns, BrokenOnesAreRefused) {
  const Patterns whole;
  for (std::size_t cut = 0; cut < whole.suffix.size(); ++cut) {
    Patterns broken;
    broken.suffix.resize(cut);
    EXPECT_EQ(broken.refusal(), "suffix_search") << cut;
  }
}

}  // namespace
}  // namespace tetrapla::convert
