// Names across reports: spellings of one bearer joined, two bearers kept apart, and no dependence on the order of reports.
#include "collate/names.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "collate/names_match.h"
#include "collate/names_sound.h"
#include "support/model.h"

namespace tetrapla::collate {
namespace {

Report report_of(const std::string& text) {
  Report report;
  report.text = text;
  report.paragraphs = {{0, static_cast<std::uint32_t>(text.size())}};
  return report;
}

struct Story {
  explicit Story(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) reports.push_back(report_of(text));
    for (const Report& report : reports) annotations.push_back(language::annotate(report, test::analyser()));
    names.emplace(reports, annotations);
  }
  /// The texts of the entry that holds `text`, sorted; empty where none does.
  [[nodiscard]] std::vector<std::string> beside(const std::string& text) const {
    for (const NameEntry& entry : names->entries()) {
      std::vector<std::string> texts;
      for (const auto& variant : entry.variants) texts.push_back(variant.text);
      if (std::find(texts.begin(), texts.end(), text) != texts.end()) return texts;
    }
    return {};
  }
  std::vector<Report> reports;
  std::vector<language::Annotation> annotations;
  std::optional<Names> names;
};

using Texts = std::vector<std::string>;

TEST(Sound, Distance) {
  EXPECT_EQ(sound_distance("dzhumagulov", "jumagulov"), 0);
  EXPECT_EQ(sound_distance("zelenko", "zelenko"), 0);
  EXPECT_TRUE(sounds_alike("orazoev", "orazoyev"));
  EXPECT_TRUE(sounds_alike("mohammed", "muhammad"));
  EXPECT_TRUE(sounds_alike("zhang", "chang"));
  EXPECT_FALSE(sounds_alike("ruslan", "temirlan"));
  EXPECT_FALSE(sounds_alike("smw4", "smw3"));
  EXPECT_FALSE(sounds_alike("ali", "alo"));
  EXPECT_EQ(plain_letters("Bénézat"), "benezat");
  EXPECT_EQ(plain_letters("A.J."), "aj");
  EXPECT_EQ(plain_letters("Wei-lan"), "weilan");
}

TEST(Sound, DistanceIsSymmetric) {
  EXPECT_TRUE(rc::check([] {
    const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
    const std::string a = *word;
    const std::string b = *word;
    RC_ASSERT(std::abs(sound_distance(a, b) - sound_distance(b, a)) < 1e-9);
    RC_ASSERT(sound_distance(a, a) == 0);
  }));
}

TEST(Names, RomanisationsAreOnePerson) {
  const Story story({"Minister Bektur Dzhumagulov spoke. Dzhumagulov left.", "Bektur Jumagulov, the minister, spoke.",
                     "\"No,\" said Mr Jumagulov."});
  EXPECT_EQ(story.beside("Bektur Jumagulov"), (Texts{"Bektur Dzhumagulov", "Bektur Jumagulov", "Dzhumagulov", "Mr Jumagulov"}));
}

TEST(Names, SiblingsAndNamesakesStayApart) {
  const Story story({"Director Greta Hallvik spoke.", "Her brother, Rolf Hallvik, spoke.", "Hallvik spoke again."});
  EXPECT_EQ(story.beside("Greta Hallvik"), (Texts{"Greta Hallvik"}));
  EXPECT_EQ(story.beside("Rolf Hallvik"), (Texts{"Rolf Hallvik"}));
  const Story initials(
      {"General manager B.K. Smith spoke.", "Manager BK Smith spoke.", "Coach Bruno Smith and guard B.K. Hunter spoke."});
  EXPECT_EQ(initials.beside("B.K. Smith"), (Texts{"B.K. Smith", "BK Smith"}));
  EXPECT_EQ(initials.beside("B.K. Hunter"), (Texts{"B.K. Hunter"}));
}

TEST(Names, WhatOneReportTellsApartIsNotJoined) {
  const Story story({"Rashid Omarov met Rashad Omarov.", "Rashid Omarov left."});
  EXPECT_EQ(story.beside("Rashad Omarov"), (Texts{"Rashad Omarov"}));
}

TEST(Names, OtherSexIsAnotherPerson) {
  const Story story({"Alexander Brodin spoke.", "Alexandra Brodin spoke."});
  EXPECT_EQ(story.beside("Alexander Brodin"), (Texts{"Alexander Brodin"}));
}

TEST(Names, GivenNamesLeftOut) {
  const Story story({"Deputies looked for Anders Milo Tarkwell Jr. on Monday. Tarkwell fled.", "Milo Tarkwell Jr., 44, fled.",
                     "Milo Tarkwell was caught, police said.", "His cousin Edda Tarkwell wept."});
  EXPECT_EQ(story.beside("Milo Tarkwell"), (Texts{"Anders Milo Tarkwell Jr.", "Milo Tarkwell", "Milo Tarkwell Jr.", "Tarkwell"}));
  EXPECT_EQ(story.beside("Edda Tarkwell"), (Texts{"Edda Tarkwell"}));
}

TEST(Names, FatherAndSonStayApart) {
  const Story story({"Milo Tarkwell Sr. spoke.", "Milo Tarkwell Jr. spoke.", "Milo Tarkwell spoke."});
  EXPECT_EQ(story.beside("Milo Tarkwell Jr."), (Texts{"Milo Tarkwell Jr."}));
  EXPECT_EQ(story.beside("Milo Tarkwell"), (Texts{"Milo Tarkwell", "Milo Tarkwell Sr."}));
}

TEST(Names, AReportWithTheSonMeansTheFatherByThePlainName) {
  const Story story({"A. Milo Tarkwell died. His son, Milo Tarkwell Jr., wept."});
  EXPECT_EQ(story.beside("Milo Tarkwell Jr."), (Texts{"Milo Tarkwell Jr."}));
}

TEST(Names, ShortFormsOfGivenNames) {
  const Story story({"Bill Sarnoway spoke.", "William Sarnoway spoke.", "Robert Sarnoway met Bob Sarnoway."});
  EXPECT_EQ(story.beside("Bill Sarnoway"), (Texts{"Bill Sarnoway", "William Sarnoway"}));
  EXPECT_EQ(story.beside("Bob Sarnoway"), (Texts{"Bob Sarnoway"}));
}

TEST(Names, PlacesInLetters) {
  const Story story({"The L.A. Herald reported it.", "The Los Angeles Herald reported it."});
  EXPECT_EQ(story.beside("L.A. Herald"), (Texts{"L.A. Herald", "Los Angeles Herald"}));
}

TEST(Names, WhatAReportSaysIsOne) {
  const Story story({"Divers cut the Umbra Deep cable, also known as LKU4, on Monday.", "The owner of LKU4 said LKU4 was dead."});
  EXPECT_EQ(story.beside("LKU4"), (Texts{"LKU4", "Umbra Deep"}));
}

TEST(Names, ALoneWordThatNothingExplainsHasNoEntry) {
  const Story one({"People spoke of Zhimdar again.", "Nothing else happened in Oslo."});
  EXPECT_EQ(one.beside("Zhimdar"), Texts{});
  EXPECT_EQ(one.beside("Oslo"), Texts{"Oslo"});
  const Story two({"People spoke of Zhimdar again.", "They feared Zhimdar."});
  EXPECT_EQ(two.beside("Zhimdar"), Texts{"Zhimdar"});
  const Story told({"The maker Zhimdar paid."});
  EXPECT_EQ(told.beside("Zhimdar"), Texts{"Zhimdar"});
}

TEST(Names, OrganisationsByShortFormSpellingAndAcronym) {
  const Story story({"The Organisation for Harbour Safety met.", "The Organization for Harbor Safety (OHS) met.",
                     "The OHS met again, and OHS envoys left.", "Brodal Energy pays. Brodal Energy Ltd said so.",
                     "The maker, Brodal, pays.", "France Cable and France Cable Marine pay."});
  EXPECT_EQ(story.beside("OHS"), (Texts{"OHS", "Organisation for Harbour Safety", "Organization for Harbor Safety"}));
  EXPECT_EQ(story.beside("Brodal"), (Texts{"Brodal", "Brodal Energy", "Brodal Energy Ltd"}));
  EXPECT_EQ(story.beside("France Cable"), (Texts{"France Cable"}));
}

TEST(Names, APlaceIsNoOrganisation) {
  const Story story({"Umbra Lines runs boats on Lake Umbra.", "Listeners of Radio Umbra heard it in Umbra."});
  EXPECT_EQ(story.beside("Umbra Lines"), (Texts{"Umbra Lines"}));
  EXPECT_EQ(story.beside("Lake Umbra"), (Texts{"Lake Umbra"}));
}

TEST(Names, SpellingsOfAPlace) {
  const Story story(
      {"The quake hit the town of Dargahen.", "It shook the town of Dargahan.", "It hit the villages of Kolvar and Tesk."});
  EXPECT_EQ(story.beside("Dargahan"), (Texts{"Dargahan", "Dargahen"}));
  EXPECT_EQ(story.beside("Kolvar"), (Texts{"Kolvar"}));
}

TEST(Names, Find) {
  const Story story({"President Ilse Varga spoke. Varga left.", "Ilse Varga spoke."});
  const auto entry = story.names->find(0, "Varga");
  ASSERT_TRUE(entry);
  EXPECT_EQ(story.names->entries()[*entry].name, "Ilse Varga");
  EXPECT_EQ(story.names->find(1, "Ilse Varga"), entry);
  EXPECT_FALSE(story.names->find(1, "Varga"));
  EXPECT_FALSE(story.names->find(7, "Ilse Varga"));
}

TEST(Names, OrderOfReportsChangesNothing) {
  static const Texts kTexts = {"Minister Bektur Dzhumagulov met Greta Hallvik of Brodal Energy in Oslo.",
                               "Bektur Jumagulov, 51, spoke to Brodal. Hallvik left.",
                               "Rolf Hallvik, who owns Brodal Energy Ltd, flew to Kiev.",
                               "The Organisation for Harbour Safety sent Mr Jumagulov to Kyiv.",
                               "OHS envoys, OHS said, met near the town of Dargahen.",
                               "The town of Dargahan shook. B.K. Smith saw it.",
                               "BK Smith and Umbra Lines on Lake Umbra."};
  const auto shape = [](const Names& names, const std::vector<std::size_t>& order) {
    std::vector<std::string> lines;
    for (const NameEntry& entry : names.entries()) {
      std::string line = entry.label;
      line += ' ';
      line += entry.name;
      for (const auto& variant : entry.variants) {
        std::vector<std::size_t> in;
        for (const ReportIndex report : variant.reports) in.push_back(order[report]);
        std::sort(in.begin(), in.end());
        line += '|';
        line += variant.text;
        for (const std::size_t report : in) {
          line += ' ';
          line += std::to_string(report);
        }
      }
      lines.push_back(line);
    }
    return lines;
  };
  std::vector<std::size_t> order(kTexts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto expected = shape(*Story(kTexts).names, order);
  EXPECT_TRUE(rc::check([&] {
    std::vector<std::size_t> shuffled = order;
    for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    Texts texts;
    for (const std::size_t i : shuffled) texts.push_back(kTexts[i]);
    RC_ASSERT(shape(*Story(texts).names, shuffled) == expected);
  }));
}

}  // namespace
}  // namespace tetrapla::collate
