// Reports with the model's analysis, over the text as it stands and over what is not excluded.
#include "tetrapla/annotate.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/model.h"

namespace tetrapla {
namespace {

using Strings = std::vector<std::string>;

constexpr Layers kRaw{true, true, true, true, false};

Strings slices(const AnnotatedReport& annotated, const std::vector<Span>& spans) {
  Strings result;
  for (const Span span : spans) result.emplace_back(slice(annotated.report.text, span));
  return result;
}

Strings words(const AnnotatedReport& annotated) {
  Strings result;
  for (const AnnotatedToken& token : annotated.tokens) result.emplace_back(slice(annotated.report.text, token.span));
  return result;
}

AnnotatedReport annotated(const std::string& text, const Layers& layers = {}) {
  return annotate(make_report(text, {}), layers, &test::analyser());
}

TEST(LayersNamed, ListsAndFaults) {
  const auto some = layers_named("entities,sentences");
  ASSERT_TRUE(some.ok());
  EXPECT_TRUE(some->entities && some->sentences);
  EXPECT_FALSE(some->tokens || some->paragraphs || some->excluded);
  EXPECT_FALSE(layers_named("paragraphs,excluded")->need_model());
  EXPECT_EQ(layers_named("words").error().message, "no layer 'words'; there are paragraphs, sentences, tokens, entities, excluded");
  EXPECT_EQ(layers_named("tokens,events").error().message.substr(0, 45), "the layer 'events' is not made by this versio");
  EXPECT_FALSE(layers_named("").ok());
  EXPECT_FALSE(layers_named("tokens,").ok());
}

TEST(Annotate, WordsHeadsAndLemmas) {
  const AnnotatedReport a = annotated("Ana Prado left the old port.");
  EXPECT_EQ(words(a), (Strings{"Ana", "Prado", "left", "the", "old", "port", "."}));
  EXPECT_EQ(a.tokens[2].dep, Dep::kRoot);
  EXPECT_EQ(a.tokens[2].head, 2U);
  EXPECT_EQ(a.tokens[5].head, 2U);
  EXPECT_EQ(slice(a.lemmas, a.tokens[2].lemma), "leave");
  ASSERT_EQ(a.entities.size(), 1U);
  EXPECT_EQ(a.entities[0].label, EntityLabel::kPerson);
  EXPECT_EQ(a.entities[0].name, "Ana Prado");
}

TEST(Annotate, WhiteSpaceHasNoTokensAndIsNobodysHead) {
  const AnnotatedReport a = annotated("  Ana Prado left\n\n\n the   port.\n", kRaw);
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    EXPECT_EQ(slice(a.report.text, a.tokens[i].span).find_first_of(" \n"), std::string_view::npos);
    EXPECT_LT(a.tokens[i].head, a.tokens.size());
  }
  EXPECT_EQ(words(a), (Strings{"Ana", "Prado", "left", "the", "port", "."}));
}

TEST(Annotate, ASentenceGoesAcrossWhatIsExcluded) {
  const std::string text = "0:01 The crane fell into\n0:05 the basin on Tuesday.\n0:09 Nobody was hurt.";
  const AnnotatedReport a = annotated(text);
  ASSERT_EQ(a.report.excluded.size(), 3U);
  EXPECT_EQ(slices(a, a.sentences), (Strings{"The crane fell into\n0:05 the basin on Tuesday.", "Nobody was hurt."}));
  EXPECT_EQ(words(a),
            (Strings{"The", "crane", "fell", "into", "the", "basin", "on", "Tuesday", ".", "Nobody", "was", "hurt", "."}));
  const AnnotatedReport raw = annotated(text, kRaw);
  EXPECT_EQ(words(raw).front(), "0:01") << "without the layer nothing is excluded";
}

TEST(Annotate, AParagraphBeginsASentence) {
  const AnnotatedReport a = annotated("Crane falls in harbour\n\nThe crane fell into the basin on Tuesday.");
  EXPECT_EQ(slices(a, a.sentences).front(), "Crane falls in harbour");
}

TEST(Annotate, WithoutAModelTheOtherLayers) {
  const AnnotatedReport a = annotate(make_report("One.\n\nTwo.", {}), {true, false, false, false, true}, nullptr);
  EXPECT_EQ(slices(a, a.report.paragraphs), (Strings{"One.", "Two."}));
  EXPECT_TRUE(a.tokens.empty());
}

TEST(Annotate, NothingAtAll) {
  for (const std::string text : {"", " ", "\n\n", "\t \n"}) {
    const AnnotatedReport a = annotated(text);
    EXPECT_TRUE(a.tokens.empty() && a.sentences.empty() && a.entities.empty());
  }
}

}  // namespace
}  // namespace tetrapla
