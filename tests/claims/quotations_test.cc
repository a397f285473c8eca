#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "claims/claims.h"
#include "claims/claims_support.h"
#include "language/annotation.h"
#include "support/model.h"

namespace tetrapla::claims {
namespace {

std::string quoted(const std::string& text, const std::vector<Span>& spans) {
  std::string result;
  for (const Span& span : spans) result += (result.empty() ? "[" : " … [") + std::string(slice(text, span)) + "]";
  return result;
}

std::string_view name_of_kind(QuotationKind kind) {
  return kind == QuotationKind::kDirect ? "direct" : kind == QuotationKind::kMixed ? "mixed" : "indirect";
}

TEST(Quotations, Cases) {
  const auto cases = test::read_cases("tests/cases/quotations");
  ASSERT_FALSE(cases.empty());
  for (const test::Case& item : cases) {
    SCOPED_TRACE(item.file + ":" + std::to_string(item.line) + ": " + item.name);
    const Report report = test::report_of(item);
    const language::Annotation annotation = language::annotate(report, test::analyser());
    const auto found = find_quotations(annotation);
    std::string wanted_text;
    std::string found_text;
    for (const auto& expected : item.expectations) {
      const bool whole = expected.values.contains("whole");
      wanted_text +=
          quoted(item.text, whole ? std::vector{hull(expected.spans.front(), expected.spans.back())} : expected.spans) + "\n";
    }
    for (const Quotation& quotation : found) found_text += quoted(item.text, quotation.content) + "\n";
    EXPECT_EQ(found_text, wanted_text);
    if (found.size() != item.expectations.size()) continue;
    for (std::size_t k = 0; k < found.size(); ++k) {
      SCOPED_TRACE("line " + std::to_string(item.expectations[k].line));
      for (const auto& [key, value] : item.expectations[k].values) {
        const auto words = [&](const std::vector<Span>& spans) {
          return spans.empty() ? "" : std::string(slice(item.text, spans.front()));
        };
        if (key == "speaker") {
          EXPECT_EQ(found[k].speaker, value == "-" ? "" : value);
        }
        if (key == "kind") {
          EXPECT_EQ(name_of_kind(found[k].kind), value);
        }
        if (key == "source") {
          EXPECT_EQ(words(found[k].source), value);
        }
        if (key == "cue") {
          EXPECT_EQ(words(found[k].cue), value);
        }
      }
    }
  }
}

RC_GTEST_PROP(Quotations, AreTotalAndInTextOrder, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("\"", "'", "“", "”", "‘", "’", "``", "''", " ", " ", "\n", ",", ".", ":", "said", "he",
                                    "Peter Holm", "according to", "the", "who", "calling", "it", "good", "é", "-"));
  std::string text;
  for (const auto& word : words) text += word + (word == "Peter Holm" || word == "said" ? " " : "");
  const Report report = test::report_of(text);
  const language::Annotation annotation = language::annotate(report, test::analyser());
  std::uint32_t last = 0;
  for (const Quotation& quotation : find_quotations(annotation)) {
    RC_ASSERT(!quotation.content.empty());
    for (const Span& piece : quotation.content) {
      RC_ASSERT(piece.begin >= last);
      RC_ASSERT(piece.begin < piece.end);
      RC_ASSERT(piece.end <= text.size());
      last = piece.end;
    }
    for (const Span& span : quotation.source) RC_ASSERT(span.begin < span.end);
    for (const Span& span : quotation.cue) RC_ASSERT(span.begin < span.end);
  }
}

}  // namespace
}  // namespace tetrapla::claims
