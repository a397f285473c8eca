#include "text/sentences.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "support/cases.h"
#include "text/random_text.h"

namespace tetrapla::text {
namespace {

std::vector<Span> lines_as_paragraphs(std::string_view text) {
  std::vector<Span> lines;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    if (end > at) lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

std::string shown(std::string_view text, const std::vector<Span>& spans) {
  std::string result;
  for (const Span span : spans) result += "[" + std::string(slice(text, span)) + "]\n";
  return result;
}

TEST(Sentences, Cases) {
  const auto cases = test::read_cases("tests/cases/sentences");
  ASSERT_FALSE(cases.empty());
  for (const test::Case& item : cases) {
    std::vector<Span> wanted;
    for (const test::Expectation& x : item.expectations) wanted.push_back(x.spans.front());
    EXPECT_EQ(shown(item.text, wanted), shown(item.text, find_sentences(item.text, lines_as_paragraphs(item.text)))) << item.name;
  }
}

RC_GTEST_PROP(Sentences, HoldAllThatIsNoWhiteSpace, ()) {
  const std::string text = *test::text_gen();
  const std::vector<Span> paragraphs = lines_as_paragraphs(text);
  const std::vector<Span> sentences = find_sentences(text, paragraphs);
  std::uint32_t last = 0;
  std::vector<bool> held(text.size());
  for (const Span sentence : sentences) {
    RC_ASSERT(!sentence.empty());
    RC_ASSERT(sentence.begin >= last);
    last = sentence.end;
    RC_ASSERT(std::count_if(paragraphs.begin(), paragraphs.end(), [&](Span p) { return p.contains(sentence); }) == 1);
    for (std::uint32_t k = sentence.begin; k < sentence.end; ++k) held[k] = true;
  }
  for (std::size_t k = 0; k < text.size(); ++k) {
    RC_ASSERT(held[k] || text[k] == ' ' || text[k] == '\n' || text[k] == '\r' || text[k] == '\t');
  }
}

}  // namespace
}  // namespace tetrapla::text
