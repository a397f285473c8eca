// Names (the cases of tests/cases/names) and what holds for every annotation of every text.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <thread>

#include "language/annotation.h"
#include "support/cases.h"
#include "support/model.h"
#include "text/reading.h"

namespace tetrapla::language {
namespace {

Report report_of(std::string text, std::vector<Exclusion> excluded = {}) {
  Report report;
  report.text = std::move(text);
  report.excluded = std::move(excluded);
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= report.text.size(); ++at) {
    if (at < report.text.size() && report.text[at] != '\n') continue;
    if (at > begin) report.paragraphs.push_back({begin, at});
    begin = at + 1;
  }
  return report;
}

std::string line_of(const Report& report, Span span, const std::string& label, const std::string& name) {
  return std::to_string(span.begin) + " " + std::string(slice(report.text, span)) + " [" + label + "] " + name;
}

/// Every span with its label and name; "> part: yes" lets the text hold other names too, "name=-" that the span is no name.
TEST(Names, Cases) {
  for (const test::Case& example : test::read_cases("tests/cases/names")) {
    const Report report = report_of(example.text);
    const Annotation annotation = annotate(report, test::analyser());
    std::map<Span, const Entity*> found;
    for (const Entity& entity : annotation.entities) found[entity.span] = &entity;
    std::vector<std::string> wanted, got;
    for (const test::Expectation& expectation : example.expectations) {
      const Span span = expectation.spans.front();
      const auto entity = found.find(span);
      if (expectation.values.contains("name") && expectation.values.at("name") == "-") {
        EXPECT_EQ(entity, found.end()) << example.file << ":" << expectation.line;
        continue;
      }
      const auto value = [&](const std::string& key, const std::string& otherwise) {
        const auto at = expectation.values.find(key);
        return at == expectation.values.end() ? otherwise : at->second;
      };
      const std::string label = value("label", entity == found.end() ? "?" : entity->second->label);
      wanted.push_back(line_of(report, span, label, value("name", std::string(slice(report.text, span)))));
      if (entity != found.end()) {
        got.push_back(line_of(report, span, entity->second->label, entity->second->name));
        found.erase(entity);
      }
    }
    if (!example.options.contains("part")) {
      for (const auto& [span, entity] : found) got.push_back(line_of(report, span, entity->label, entity->name));
    }
    EXPECT_EQ(got, wanted) << example.file << ":" << example.line << " " << example.name;
  }
}

TEST(Annotate, ASentenceGoesOnAcrossWhatIsExcluded) {
  const Report report = report_of("he said 0:28they never\n0:35 came back",
                                  {{{8, 12}, ExclusionReason::kTimestamp}, {{23, 27}, ExclusionReason::kTimestamp}});
  const Annotation annotation = annotate(report, test::analyser());
  std::vector<std::string> words;
  for (const Token& token : annotation.tokens) words.push_back(token.lower);
  EXPECT_EQ(words, (std::vector<std::string>{"he", "said", "they", "never", "came", "back"}));
  EXPECT_TRUE(annotation.tokens[2].space_before);
}

TEST(Annotate, SentencesKnowTheirParagraph) {
  const Report report = report_of("Title\n\nOne went. Two came.\nLast.", {{{0, 5}, ExclusionReason::kRepeatedHeadline}});
  const Annotation annotation = annotate(report, test::analyser());
  ASSERT_EQ(annotation.sentences.size(), 3U);
  EXPECT_EQ(annotation.sentences[0].paragraph, 1U);
  EXPECT_EQ(annotation.sentences[1].paragraph, 1U);
  EXPECT_EQ(annotation.sentences[2].paragraph, 2U);
  EXPECT_EQ(slice(report.text, annotation.sentences[1].span), "Two came.");
}

TEST(Annotate, NothingGivesNothing) {
  const Report report = report_of("");
  EXPECT_TRUE(annotate(report, test::analyser()).tokens.empty());
  const Report blank = report_of(" \n\t\n");
  EXPECT_TRUE(annotate(blank, test::analyser()).sentences.empty());
}

// ---- properties, over texts made of what breaks tokenisers and name finders

Report any_report() {
  static const std::vector<std::string> kPieces = {"The",
                                                   "ferry",
                                                   "Marat",
                                                   "Ospan",
                                                   "Mr",
                                                   "A.J.",
                                                   "Smith",
                                                   "U.S.",
                                                   "don't",
                                                   "’s",
                                                   "'",
                                                   "\"",
                                                   "“",
                                                   "”",
                                                   "``",
                                                   "''",
                                                   "$",
                                                   "2.",
                                                   "6",
                                                   "£35,",
                                                   "000",
                                                   "4:",
                                                   "30",
                                                   "a.",
                                                   "m.",
                                                   "of",
                                                   "de",
                                                   "al-",
                                                   "-",
                                                   "—",
                                                   "...",
                                                   ".",
                                                   ",",
                                                   "(",
                                                   ")",
                                                   "and",
                                                   "Inc",
                                                   "New",
                                                   "York",
                                                   "Ministry",
                                                   "港",
                                                   "👍🏽",
                                                   "é",
                                                   "@x",
                                                   "#y",
                                                   "http://a.b/c",
                                                   "IRAN",
                                                   "Kum-Aral",
                                                   "said",
                                                   "President",
                                                   "\xEF\xBF\xBD",
                                                   "\xC2\xA0",
                                                   "\n",
                                                   "\n\n",
                                                   "\t"};
  const auto parts = *rc::gen::container<std::vector<std::pair<int, bool>>>(
      rc::gen::pair(rc::gen::inRange(0, static_cast<int>(kPieces.size())), rc::gen::arbitrary<bool>()));
  std::string text;
  std::vector<Exclusion> excluded;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += kPieces[static_cast<std::size_t>(parts[i].first)];
    if (i % 7 == 6) excluded.push_back({{begin, static_cast<std::uint32_t>(text.size())}, ExclusionReason::kTimestamp});
    if (parts[i].second) text += ' ';
  }
  return report_of(std::move(text), std::move(excluded));
}

TEST(Annotate, Properties) {
  EXPECT_TRUE(rc::check("tokens hold the reading's characters in order, and nothing excluded", [] {
    const Report report = any_report();
    const Annotation annotation = annotate(report, test::analyser());
    std::string from_tokens, from_reading;
    std::uint32_t last = 0;
    for (const Token& token : annotation.tokens) {
      RC_ASSERT(token.span.begin >= last);
      last = token.span.end;
      for (const Exclusion& exclusion : report.excluded) RC_ASSERT(!token.span.overlaps(exclusion.span));
      for (const char c : annotation.text_of(token)) {
        if (c != ' ' && c != '\t' && c != '\n') from_tokens += c;
      }
    }
    const text::Reading reading(report);
    for (const char c : reading.text()) {
      if (c != ' ' && c != '\t' && c != '\n') from_reading += c;
    }
    const auto without_nbsp = [](std::string text) {
      for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0")) text.erase(at, 2);
      return text;
    };
    RC_ASSERT(without_nbsp(from_tokens) == without_nbsp(from_reading));
  }));
  EXPECT_TRUE(rc::check("sentences partition the tokens, and names are disjoint runs inside a sentence", [] {
    const Report report = any_report();
    const Annotation annotation = annotate(report, test::analyser());
    std::uint32_t next = 0;
    for (std::uint32_t s = 0; s < annotation.sentences.size(); ++s) {
      const Sentence& sentence = annotation.sentences[s];
      RC_ASSERT(sentence.tokens.begin == next);
      RC_ASSERT(sentence.tokens.size() > 0);
      next = sentence.tokens.end;
      RC_ASSERT(sentence.span == annotation.span_of(sentence.tokens));
      RC_ASSERT(report.paragraphs[sentence.paragraph].contains(sentence.span));
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) RC_ASSERT(annotation.tokens[t].sentence == s);
    }
    RC_ASSERT(next == annotation.tokens.size());
    std::uint32_t last = 0;
    for (const Entity& entity : annotation.entities) {
      RC_ASSERT(entity.tokens.begin >= last);
      RC_ASSERT(entity.tokens.size() > 0);
      last = entity.tokens.end;
      RC_ASSERT(entity.span == annotation.span_of(entity.tokens));
      RC_ASSERT(annotation.tokens[entity.tokens.begin].sentence == annotation.tokens[entity.tokens.end - 1].sentence);
      RC_ASSERT(!entity.name.empty());
      RC_ASSERT(!entity.label.empty());
    }
  }));
  EXPECT_TRUE(rc::check("the same on every thread", [] {
    const Report report = any_report();
    const Annotation here = annotate(report, test::analyser());
    Annotation there;
    std::thread([&] { there = annotate(report, test::analyser()); }).join();
    RC_ASSERT(here.tokens.size() == there.tokens.size());
    RC_ASSERT(here.entities.size() == there.entities.size());
    for (std::size_t i = 0; i < here.entities.size(); ++i) {
      RC_ASSERT(here.entities[i].span == there.entities[i].span);
      RC_ASSERT(here.entities[i].name == there.entities[i].name);
    }
  }));
}

}  // namespace
}  // namespace tetrapla::language
