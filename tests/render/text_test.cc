#include "render/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "render/display.h"
#include "render/reuse.h"
#include "render/sample.h"

namespace tetrapla::render {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string without_color(const std::string& text) { return std::regex_replace(text, std::regex("\x1b\\[[0-9;]*m"), ""); }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TextOptions about(std::string words) {
  TextOptions options;
  options.about = std::move(words);
  return options;
}

// GOLDEN_UPDATE=1 rewrites the file, to be read in the diff.
void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = "tests/render/golden/" + name;
  if (std::getenv("GOLDEN_UPDATE") != nullptr) std::ofstream(path) << actual;
  std::ifstream in(path);
  const std::string expected((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_EQ(expected, actual) << path;
}

TEST(Text, IsThePageThatWasLookedAt) {
  TextOptions options;
  for (const unsigned columns : {80U, 100U, 120U}) {
    options.columns = columns;
    expect_golden("ferry-" + std::to_string(columns) + ".txt", render::to_text(test::ferry_dossier(), options));
  }
}

TEST(Text, NoLineIsWiderThanThePage) {
  for (const unsigned columns : {20U, 80U, 93U, 100U, 120U, 400U}) {
    for (const bool full : {false, true}) {
      TextOptions options;
      options.columns = columns;
      options.full = full;
      for (const std::string& line : lines_of(render::to_text(test::ferry_dossier(), options))) {
        EXPECT_LE(width_of(line), std::clamp(columns, 80U, 120U)) << line;
      }
    }
  }
}

TEST(Text, ColorChangesNoWord) {
  TextOptions options;
  const std::string plain = render::to_text(test::ferry_dossier(), options);
  options.color = true;
  const std::string colored = render::to_text(test::ferry_dossier(), options);
  EXPECT_FALSE(holds(plain, "\x1b"));
  EXPECT_TRUE(holds(colored, "\x1b[31m≠"));
  EXPECT_EQ(without_color(colored), plain);
}

TEST(Text, NothingFromAReportReachesTheTerminalRaw) {
  Dossier dossier = test::lone_dossier();
  Report& report = dossier.reports[0];
  const Span cited = dossier.claims[0].readings[0].citations[0].span;
  const std::string evil = "\x1b]0;owned\a\x1b[2J\u202E\r\n";
  report.text.insert(cited.end, evil);
  for (Span& paragraph : report.paragraphs) {
    if (paragraph.begin > cited.begin) paragraph.begin += static_cast<std::uint32_t>(evil.size());
    if (paragraph.end > cited.begin) paragraph.end += static_cast<std::uint32_t>(evil.size());
  }
  report.meta.title += evil;
  report.meta.publisher += evil;
  dossier.claims[0].label += evil;
  dossier.claims[0].readings[0].text += evil;
  dossier.claims[0].sources = {evil};
  dossier.diagnostics = {{evil, "binary", evil}};
  TextOptions options = about("ferry" + evil);
  for (const std::string& text : {render::to_text(dossier, {}), render::to_text(dossier, options)}) {
    EXPECT_FALSE(holds(text, "\x1b"));
    EXPECT_FALSE(holds(text, "\a"));
    EXPECT_FALSE(holds(text, "\r"));
    EXPECT_FALSE(holds(text, "\u202E"));
  }
}

TEST(Text, AboutFindsANameInAllItsSpellings) {
  const Dossier dossier = test::ferry_dossier();
  const std::string text = render::to_text(dossier, about("nielsen"));
  EXPECT_TRUE(holds(text, "people discharged from hospital"));  // the label says nothing of him, a source and a sentence do
  EXPECT_TRUE(holds(text, "“…noon, 17 people"));                // where he is Nilsen
  EXPECT_FALSE(holds(text, "people injured"));
}

TEST(Text, AboutTakesWholeWordsOnly) {
  const Dossier dossier = test::ferry_dossier();
  EXPECT_TRUE(holds(render::to_text(dossier, about("HELICOPTERS")), "two helicopters"));
  EXPECT_TRUE(holds(render::to_text(dossier, about("helicop")), "No claim names “helicop”."));
}

TEST(Text, OneReportAlone) {
  const std::string text = render::to_text(test::lone_dossier(), {});
  EXPECT_TRUE(holds(text, "1 report · 1 line of reporting"));
  EXPECT_TRUE(holds(text, "nothing could be compared"));
  EXPECT_TRUE(holds(text, "more than 80"));
  EXPECT_FALSE(holds(text, "AGREED"));
}

TEST(Text, NothingAtAll) { EXPECT_TRUE(holds(render::to_text(Dossier{}, {}), "0 reports")); }

TEST(Text, LongListsAreCutWithACountAndWholeWithFull) {
  Dossier dossier = test::ferry_dossier();
  const Claim single = dossier.claims.back();
  for (int i = 0; i < 20; ++i) dossier.claims.push_back(single);
  const std::string cut = render::to_text(dossier, {});
  EXPECT_TRUE(holds(cut, "… 19 more"));
  EXPECT_TRUE(holds(cut, "--full: everything"));
  TextOptions options;
  options.full = true;
  const std::string full = render::to_text(dossier, options);
  EXPECT_FALSE(holds(full, " more\n"));
  EXPECT_FALSE(holds(full, "--full"));
}

TEST(ReuseText, GroupsWithTheReasonOfEach) {
  const Dossier dossier = test::ferry_dossier();
  const std::string text = render::to_text(test::ferry_reuse(dossier), dossier.reports, {});
  EXPECT_TRUE(holds(text, "6 reports · 2 groups"));
  EXPECT_TRUE(holds(text, "rewrites Harbour Gazette · 78% of its words"));
  EXPECT_TRUE(holds(text, "takes a part of Harbour Gazette"));
}

TEST(ReuseJson, ALineForEachReportThatShares) {
  const Dossier dossier = test::ferry_dossier();
  const ReuseResult reuse = test::ferry_reuse(dossier);
  const std::vector<std::string> lines = lines_of(render::to_jsonl(reuse, dossier.reports, false));
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0], R"({"format":"tetrapla.reuse/1","id":"coastline","group":"coastline",)"
                      R"("best":{"id":"harbour-gazette","relation":"rewrite","share":0.781,"direction":"known"}})");
  EXPECT_TRUE(holds(lines[3], R"("direction":"reverse")"));  // the gazette, from which the others derive
  EXPECT_EQ(lines_of(render::to_jsonl(reuse, dossier.reports, true)).size(), 10U);
}

TEST(ReuseJson, WhoSharesNothingHasNoLine) {
  const Dossier dossier = test::lone_dossier();
  EXPECT_EQ(render::to_jsonl({{}, {0}}, dossier.reports, true), "");
}

}  // namespace
}  // namespace tetrapla::render
