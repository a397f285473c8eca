// One name a bearer among entities (the cases of tests/cases/entity_names): a document is made of the case's tokens, and the spans under
// carets are its entities, so no model is needed.
#include "language/entity_names.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/known_aliases.h"
#include "language/tokens.h"
#include "support/cases.h"
#include "text/paragraphs.h"
#include "text/sentences.h"

namespace tetrapla::language {
namespace {

EntityLabel label_named(std::string_view name) {
  for (int value = 0; value <= static_cast<int>(EntityLabel::kWorkOfArt); ++value) {
    if (name_of(static_cast<EntityLabel>(value)) == name) return static_cast<EntityLabel>(value);
  }
  return EntityLabel::kNone;
}

/// Tokens and sentences without a model; no tags, no trees.
EnglishDocument document_of(std::string_view text) {
  EnglishDocument document;
  document.text = text;
  const std::vector<Span> sentences = text::find_sentences(text, text::find_paragraphs(text));
  std::size_t next = 0;
  for (const Cut& cut : cut_tokens(text)) {
    EnglishToken token;
    token.span = cut.span;
    token.head = static_cast<std::uint32_t>(document.tokens.size());
    token.pos = Pos::kX;
    token.space_after = cut.span.end < text.size() && text[cut.span.end] == ' ';
    token.starts_sentence = next < sentences.size() && sentences[next].begin <= cut.span.begin;
    while (next < sentences.size() && sentences[next].begin <= cut.span.begin) ++next;
    document.tokens.push_back(token);
  }
  return document;
}

void add_entity(EnglishDocument& document, Span span, EntityLabel label) {
  const auto& tokens = document.tokens;
  const auto at = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(
        std::partition_point(tokens.begin(), tokens.end(), [&](const EnglishToken& token) { return token.span.end <= byte; }) -
        tokens.begin());
  };
  document.entities.push_back({{at(span.begin), at(span.end)}, label});
}

TEST(EntityNames, Cases) {
  for (const test::Case& example : test::read_cases("tests/cases/entity_names")) {
    EnglishDocument document = document_of(example.text);
    for (const test::Expectation& expectation : example.expectations)
      add_entity(document, expectation.spans.front(), label_named(expectation.values.at("label")));
    const std::vector<std::string> names = name_entities(document);
    ASSERT_EQ(names.size(), example.expectations.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      const test::Expectation& expectation = example.expectations[i];
      const std::string own(slice(example.text, expectation.spans.front()));
      const auto wanted = expectation.values.find("name");
      EXPECT_EQ(names[i], wanted == expectation.values.end() ? own : wanted->second)
          << example.file << ":" << expectation.line << " " << example.name;
    }
  }
}

TEST(EntityNames, EveryEntityHasAName) {
  EnglishDocument document = document_of("\"'s the - ; Mr. (");
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) document.entities.push_back({{t, t + 1}, EntityLabel::kPerson});
  for (const std::string& name : name_entities(document)) EXPECT_FALSE(name.empty());
  EXPECT_TRUE(name_entities(EnglishDocument{}).empty());
}

TEST(KnownAliases, PeoplesAndCountries) {
  EXPECT_EQ(country_of("Britons"), "United Kingdom");
  EXPECT_EQ(country_of("North Korean"), "North Korea");
  EXPECT_EQ(country_of("Catholic"), "");
  EXPECT_EQ(country_of("Norway"), "");
  EXPECT_EQ(people_of("turks"), "Turkish");
  EXPECT_EQ(name_behind("U.K."), "United Kingdom");
  EXPECT_EQ(name_behind("us"), "");
  EXPECT_EQ(name_behind("Us"), "");
}

}  // namespace
}  // namespace tetrapla::language
