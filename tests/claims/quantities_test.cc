// Amounts and counts: the cases of tests/cases/quantities, numbers on their own, and what must hold for any text.
#include <gtest/gtest.h>

#include <string>

#include "claims/claims.h"
#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims_support.h"
#include "support/cases.h"
#include "support/model.h"
#include "token_soup.h"

namespace tetrapla::claims {
namespace {

std::string describe(const Quantity& quantity, const std::string& text) {
  const auto end = [](const std::optional<double>& value) { return value ? std::to_string(*value) : std::string("open"); };
  return '"' + std::string(slice(text, quantity.span)) + "\" low=" + end(quantity.low) + " high=" + end(quantity.high) +
         " bound=" + std::string(name_of(quantity.bound)) + " unit=" + quantity.unit + " counted=" + quantity.counted;
}

void expect_end(const std::optional<double>& found, const std::string& wanted, const std::string& where) {
  ASSERT_TRUE(found.has_value()) << where;
  EXPECT_NEAR(*found, std::stod(wanted), 1e-6) << where;
}

void check(const Quantity& quantity, const std::map<std::string, std::string>& values, const std::string& text,
           const std::string& where) {
  const auto value = [&](const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
  };
  if (values.contains("n") || values.contains("low"))
    expect_end(quantity.low, values.contains("n") ? value("n") : value("low"), where);
  if (values.contains("n") || values.contains("high"))
    expect_end(quantity.high, values.contains("n") ? value("n") : value("high"), where);
  if (!values.contains("n") && !values.contains("low")) {
    EXPECT_FALSE(quantity.low) << where;
  }
  if (!values.contains("n") && !values.contains("high")) {
    EXPECT_FALSE(quantity.high) << where;
  }
  EXPECT_EQ(name_of(quantity.bound), values.contains("bound") ? value("bound") : "exact") << where;
  EXPECT_EQ(quantity.unit, value("unit")) << where;
  EXPECT_EQ(quantity.ordinal, values.contains("ordinal")) << where;
  if (values.contains("counted")) {
    EXPECT_EQ(quantity.counted, value("counted")) << where;
  }
  if (values.contains("change")) {
    EXPECT_EQ(name_of(quantity.change), value("change") == "none" ? "" : value("change")) << where;
  }
  if (values.contains("concept")) {
    bool found = false;
    for (const Span& span : quantity.concept_spans) found = found || slice(text, span) == value("concept");
    EXPECT_TRUE(found) << where << ": concept " << value("concept");
  }
}

TEST(Quantities, Cases) {
  for (const test::Case& now : test::read_cases("tests/cases/quantities")) {
    const Report report = test::report_of(now);
    const auto annotation = language::annotate(report, test::analyser());
    std::vector<Diagnostic> diagnostics;
    const auto found = find_quantities(annotation, find_times(annotation, {}, diagnostics));
    const std::string where = now.file + ": " + now.name;
    for (const test::Expectation& expected : now.expectations) {
      const auto hit =
          std::find_if(found.begin(), found.end(), [&](const Quantity& q) { return q.span == expected.spans.front(); });
      const std::string place = where + ", line " + std::to_string(expected.line);
      if (hit == found.end()) {
        ADD_FAILURE() << place << ": \"" << slice(now.text, expected.spans.front()) << "\" was not found";
      } else {
        check(*hit, expected.values, now.text, place + ": " + describe(*hit, now.text));
      }
    }
    for (const Quantity& quantity : found) {
      const bool wanted = std::any_of(now.expectations.begin(), now.expectations.end(),
                                      [&](const test::Expectation& e) { return e.spans.front() == quantity.span; });
      EXPECT_TRUE(wanted) << where << ": " << describe(quantity, now.text) << " should not be there";
    }
  }
}

double number_in(const std::string& text) {
  const Report report = test::report_of(text);
  const auto annotation = language::annotate(report, test::analyser());
  const auto number = parse_number(annotation, 0);
  return number ? number->low : -1;
}

TEST(Numbers, DigitsAndWords) {
  EXPECT_DOUBLE_EQ(number_in("4,300"), 4300);
  EXPECT_DOUBLE_EQ(number_in("1.234.567"), 1234567);
  EXPECT_DOUBLE_EQ(number_in("5 1/2 miles"), 5.5);
  EXPECT_DOUBLE_EQ(number_in("2½ cups"), 2.5);
  EXPECT_DOUBLE_EQ(number_in("one hundred and two"), 102);
  EXPECT_DOUBLE_EQ(number_in("three million, two hundred and forty"), 3000240);
  EXPECT_DOUBLE_EQ(number_in("two thousand and nineteen"), 2019);
  EXPECT_DOUBLE_EQ(number_in("a quarter of a million people"), 250000);
  EXPECT_DOUBLE_EQ(number_in("minus twelve"), -12);
  EXPECT_DOUBLE_EQ(number_in("two thirds of it"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(number_in("a man"), -1);
}

TEST(Nouns, Singular) {
  EXPECT_EQ(singular("drones"), "drone");
  EXPECT_EQ(singular("people"), "person");
  EXPECT_EQ(singular("libraries"), "library");
  EXPECT_EQ(singular("churches"), "church");
  EXPECT_EQ(singular("firemen"), "fireman");
  EXPECT_EQ(singular("classes"), "class");
  EXPECT_EQ(singular("aircraft"), "aircraft");
  EXPECT_FALSE(is_plural("was"));
  EXPECT_FALSE(is_plural("glass"));
}

TEST(Quantities, AnyTextGivesSpansInOrder) {
  for (const char* text : {"",
                           " ",
                           "$",
                           "$.",
                           "-",
                           "1-",
                           "1/",
                           "a",
                           "half",
                           "half -",
                           "a quarter of",
                           "half of a",
                           "between 1 and",
                           "1 to 2 to 3 to 4",
                           "hundred hundred hundred",
                           "5 5 5 5 5 555 555",
                           "12,34,,5 $ 6 ½½ 3/0",
                           "million of millions of billions of",
                           "aged",
                           "R",
                           "R1",
                           "one",
                           "minus",
                           "\xEF\xBF\xBD 3 \xEF\xBF\xBD"}) {
    const Report report = test::report_of(text);
    const auto annotation = language::annotate(report, test::analyser());
    std::vector<Diagnostic> diagnostics;
    const auto times = find_times(annotation, {}, diagnostics);
    std::uint32_t last = 0;
    for (const Quantity& quantity : find_quantities(annotation, times)) {
      EXPECT_GE(quantity.span.begin, last) << text;
      EXPECT_LT(quantity.span.begin, quantity.span.end) << text;
      EXPECT_LE(quantity.span.end, report.text.size()) << text;
      EXPECT_TRUE(quantity.low || quantity.high) << text;
      last = quantity.span.begin;
    }
  }
}

TEST(Quantities, SpansOfAnySoupAreInOrderAndDisjoint) {
  EXPECT_TRUE(rc::check("quantities of token soup", [] {
    const Report report = test::report_of(test::token_soup());
    const auto annotation = language::annotate(report, test::analyser());
    std::vector<Diagnostic> diagnostics;
    const auto times = find_times(annotation, {}, diagnostics);
    std::uint32_t last = 0;
    for (const Quantity& quantity : find_quantities(annotation, times)) {
      RC_ASSERT(quantity.span.begin >= last);
      RC_ASSERT(quantity.span.begin < quantity.span.end);
      RC_ASSERT(quantity.span.end <= report.text.size());
      RC_ASSERT(quantity.low || quantity.high);
      RC_ASSERT(!quantity.low || !quantity.high || *quantity.low <= *quantity.high);
      last = quantity.span.end;
    }
  }));
}

}  // namespace
}  // namespace tetrapla::claims
