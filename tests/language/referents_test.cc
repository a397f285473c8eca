// Whom pronouns and roles stand for: the cases of tests/cases/referents, on the model's own analysis of them.
#include "language/referents.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/entity_names.h"
#include "support/cases.h"
#include "support/model.h"

namespace tetrapla::language {
namespace {

TEST(Referents, Cases) {
  for (const test::Case& example : test::read_cases("tests/cases/referents")) {
    const EnglishDocument document = test::analyser().analyse(example.text);
    const std::vector<std::string> names = name_entities(document);
    const Referents referents(document, {document.entities, names});
    for (const test::Expectation& expectation : example.expectations) {
      const auto token = std::find_if(document.tokens.begin(), document.tokens.end(),
                                      [&](const EnglishToken& t) { return t.span == expectation.spans.front(); });
      ASSERT_NE(token, document.tokens.end()) << example.file << ":" << expectation.line;
      const auto entity = referents.of(static_cast<std::uint32_t>(token - document.tokens.begin()));
      EXPECT_EQ(entity ? names[*entity] : "-", expectation.values.at("is"))
          << example.file << ":" << expectation.line << " " << example.name;
    }
  }
}

TEST(Referents, NothingInNothing) {
  const EnglishDocument document;
  const Referents referents(document, {});
  EXPECT_FALSE(referents.of(0).has_value());
  EXPECT_TRUE(referents.bearers().all.empty());
}

}  // namespace
}  // namespace tetrapla::language
