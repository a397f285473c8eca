// The JSON of an annotated report, character for character.
#include "render/annotation.h"

#include <gtest/gtest.h>

#include <string>

namespace tetrapla::render {
namespace {

AnnotatedReport sample() {
  AnnotatedReport annotated;
  annotated.report.meta.id = "a \"b\"";
  annotated.report.meta.published = "2026-03-14";
  annotated.report.text = "Zoë left.\nShare";
  annotated.report.paragraphs = {{0, 10}, {11, 16}};
  annotated.report.excluded = {{{11, 16}, ExclusionReason::kShareLine}};
  annotated.report.diagnostics = {{"a \"b\"", "bad-date", "x"}};
  annotated.sentences = {{0, 10}};
  annotated.lemmas = "Zoëleave.";
  annotated.tokens = {{{0, 4}, 1, {0, 4}, Pos::kPropn, Tag::kNnp, Dep::kNsubj},
                      {{5, 9}, 1, {4, 9}, Pos::kVerb, Tag::kVbd, Dep::kRoot},
                      {{9, 10}, 1, {9, 10}, Pos::kPunct, Tag::kPeriod, Dep::kPunct}};
  annotated.entities = {{{0, 4}, EntityLabel::kPerson, "Zoë Kern"}};
  return annotated;
}

TEST(AnnotationJson, AllLayers) {
  EXPECT_EQ(render::to_jsonl(sample()),
            R"({"format":"tetrapla.annotation/1","id":"a \"b\"","text":"Zoë left.\nShare","title":null,"published":"2026-03-14",)"
            R"("language":null,"paragraphs":[[0,9],[10,15]],"sentences":[[0,9]],)"
            R"("tokens":[{"span":[0,3],"pos":"PROPN","tag":"NNP","lemma":"Zoë","head":1,"dep":"nsubj"},)"
            R"({"span":[4,8],"pos":"VERB","tag":"VBD","lemma":"leave","head":1,"dep":"ROOT"},)"
            R"({"span":[8,9],"pos":"PUNCT","tag":".","lemma":".","head":1,"dep":"punct"}],)"
            R"("entities":[{"span":[0,3],"label":"PERSON","name":"Zoë Kern"}],)"
            R"("excluded":[{"span":[10,15],"why":"share-line"}],"diagnostics":[{"code":"bad-date","message":"x"}]})"
            "\n");
}

TEST(AnnotationJson, LayersThatWereNotAskedForAreAbsent) {
  AnnotatedReport annotated = sample();
  annotated.layers = {false, true, false, false, false};
  EXPECT_EQ(render::to_jsonl(annotated),
            R"({"format":"tetrapla.annotation/1","id":"a \"b\"","text":"Zoë left.\nShare","title":null,"published":"2026-03-14",)"
            R"("language":null,"sentences":[[0,9]],"diagnostics":[{"code":"bad-date","message":"x"}]})"
            "\n");
}

}  // namespace
}  // namespace tetrapla::render
