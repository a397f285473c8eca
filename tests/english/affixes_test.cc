// The matchers against the regular expressions that they stand for, run by ICU: slow, and obvious.
#include "english/affixes.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/regex.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "english/parts.h"
#include "english/tokenizer_rules.h"
#include "english/url.h"
#include "support/model.h"

namespace tetrapla::english {
namespace {

const Affixes& affixes() { return test::model().parts().tokenizer.rules().affixes; }

/// A class as ICU writes sets.
std::string set_of(CharacterClass c) {
  std::string out;
  const auto add = [&out](char32_t value) {
    char hexadecimal[16];
    std::snprintf(hexadecimal, sizeof(hexadecimal), "\\U%08X", static_cast<unsigned>(value));
    out += hexadecimal;
  };
  const CharacterTable& characters = affixes().characters();
  for (char32_t first = 0; first <= 0x10FFFF; ++first) {
    if (!characters.is(first, c)) continue;
    char32_t last = first;
    while (last < 0x10FFFF && characters.is(last + 1, c)) ++last;
    add(first);
    out += '-';
    add(last);
    first = last;
  }
  return '[' + out + ']';
}

/// The strings of a list, each quoted, as alternatives.
std::string listed(const char* name) {
  const StringList list(test::model().parts().file, name);
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) out += (i > 0 ? "|\\Q" : "\\Q") + std::string(list[i]) + "\\E";
  return out;
}

class Slow {
 public:
  explicit Slow(const std::string& pattern) {
    UErrorCode failed = U_ZERO_ERROR;
    matcher_ = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(pattern), 0U, failed);
    EXPECT_TRUE(U_SUCCESS(failed)) << u_errorName(failed);
  }

  /// Begin and end of each match, in bytes.
  std::vector<std::pair<std::size_t, std::size_t>> find_all(const std::string& text) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    const auto bytes = [&units](std::int32_t end) {
      std::string front;
      units.tempSubString(0, end).toUTF8String(front);
      return front.size();
    };
    std::vector<std::pair<std::size_t, std::size_t>> matches;
    matcher_->reset(units);
    UErrorCode failed = U_ZERO_ERROR;
    while (matcher_->find(failed)) matches.emplace_back(bytes(matcher_->start(failed)), bytes(matcher_->end(failed)));
    EXPECT_TRUE(U_SUCCESS(failed)) << u_errorName(failed);
    return matches;
  }
  std::size_t first_length(const std::string& text) {
    const auto matches = find_all(text);
    return matches.empty() ? 0 : matches.front().second - matches.front().first;
  }

 private:
  std::unique_ptr<icu::RegexMatcher> matcher_;
};

rc::Gen<std::string> texts_of(const std::vector<std::string>& pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

const std::vector<std::string> kWordPieces = {"a",  "B",  "é", "Ω",  "中", "5",  "0",  ".", ".",   "..", "…", ",",  "'",
                                              "’s", "'S", "-", "--", "–",  "—",  "——", "~", ":",   "<",  ">", "=",  "/",
                                              "+",  "*",  "^", "(",  ")",  "\"", "“",  "$", "US$", "C$", "€", "km", "m²",
                                              "°C", "°",  "F", "%",  "😀", "©",  "³",  "_", "@",   "К",  "тб"};

TEST(Affixes, AreThePatterns) {
  Slow prefix("\\A(?:" + listed("tokenizer/prefixes") + "|\\+(?![0-9])|\\.\\.+|" + set_of(kPrefixSign) + ")");
  Slow suffix("(?:" + listed("tokenizer/suffixes") + "|" + set_of(kSuffixSign) +
              R"(|\.\.+|(?<=[0-9])\+|(?<=°[FfCcKk])\.|(?<=[0-9])(?:)" + listed("tokenizer/units") +
              ")|(?<=" + set_of(kBeforeLastStop) + ")\\.|(?<=" + set_of(kCapital) + set_of(kCapital) + ")\\.)\\z");
  Slow infix("\\.\\.+|…|" + set_of(kInfixSign) + "|(?<=[0-9])[+\\-*\\^](?=[0-9\\-])|(?<=" + set_of(kBeforeInnerStop) +
             ")\\.(?=" + set_of(kAfterInnerStop) + ")|(?<=" + set_of(kLetter) + "),(?=" + set_of(kLetter) +
             ")|(?<=" + set_of(kLetterOrDigit) + ")(?:-|–|—|--|---|——|~)(?=" + set_of(kLetter) + ")|(?<=" + set_of(kLetterOrDigit) +
             ")[\\:<>=/](?=" + set_of(kLetter) + ")");
  EXPECT_TRUE(rc::check("lengths and places are those of the patterns", [&] {
    const std::string text = *texts_of(kWordPieces);
    RC_ASSERT(affixes().prefix(text) == prefix.first_length(text));
    RC_ASSERT(affixes().suffix(text) == suffix.first_length(text));
    std::vector<std::pair<std::size_t, std::size_t>> cuts;
    for (auto match = affixes().infix(text, 0); match.begin < match.end; match = affixes().infix(text, match.end)) {
      cuts.emplace_back(match.begin, match.end);
    }
    RC_ASSERT(cuts == infix.find_all(text));
  }));
}

/// url_match as the model has it, with Python's \w and \d in ICU's words.
std::string url_pattern() {
  std::string pattern =
      R"(\A(?:(?:[\p{L}\p{N}_+\-.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2}))"
      R"((?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2})"
      R"((?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_\-]{0,62})?)"
      R"([A-Za-z0-9\u00a1-\uffff]\.)+(?:DOMAIN_END{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?\z)";
  const std::string mark = "DOMAIN_END";
  return pattern.replace(pattern.find(mark), mark.size(), set_of(kDomainEnd));
}

const std::vector<std::string> kAddressPieces = {
    "http", "://",      ":",       "/",   "?",   "#",   "@",    "@",       ".",     ".", ".",  "-",   "_",       "a",    "b.co",
    "www.", "com",      "org",     "A",   "é",   "中",  "٣",    "0",       "1",     "2", "25", "10.", "127",     "172.", "16.",
    "31",   "192.168.", "169.254", "223", "224", "255", "8080", "1.2.3.4", "9.9.9", "+", "😀", "𝐀",   "\xC2\xA1"};

TEST(Affixes, AddressesAreThePattern) {
  Slow slow(url_pattern());
  std::size_t addresses = 0;
  const auto same = [&](const std::string& text) {
    const bool wanted = !slow.find_all(text).empty();
    addresses += wanted ? 1 : 0;
    return is_address(text, affixes().characters()) == wanted;
  };
  EXPECT_TRUE(rc::check("the same texts are addresses", [&] {
    const std::string text = *texts_of(kAddressPieces);
    RC_ASSERT(same(text));
    for (const std::string whole : {"a.", "x.com", "8.8.8.8", "x.com:80", "10.1."})
      RC_ASSERT(same(whole + text) && same(text + whole));
  }));
  EXPECT_GT(addresses, 20U);  // some 100 among the random texts: the comparison is no empty one
}

TEST(Affixes, LabelsAndEndsHaveLimits) {
  Slow slow(url_pattern());
  for (const std::size_t length : {1, 2, 62, 63, 64, 65, 66}) {
    const std::string run(length, 'a');
    for (const std::string& text :
         {run + ".com", "x." + run, "x." + run + "/b", "x.com:" + std::string(length, '1'), "é" + run + ".com"}) {
      EXPECT_EQ(is_address(text, affixes().characters()), !slow.find_all(text).empty()) << text;
    }
  }
}

}  // namespace
}  // namespace tetrapla::english
