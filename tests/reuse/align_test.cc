// The fast aligner against a slow obvious one: the table of Smith and Waterman over all pairs of words.

#include "reuse/align.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "reuse/sample.h"

namespace tetrapla::reuse {
namespace {

constexpr float kSkipped = 1.5F;  // bits for a word that only one of the two has

/// What the best local alignment of two texts is worth where equal words gain their weight and each word passed over costs what a chain
/// pays for it.
float best_by_table(const Text& a, const Text& b) {
  std::vector<float> row(b.words.size() + 1);
  float best = 0;
  for (const Token& word : a.words) {
    float diagonal = 0;
    for (std::size_t j = 1; j <= b.words.size(); ++j) {
      const float above = row[j];
      const float match = word.key == b.words[j - 1].key ? diagonal + weight_of(word) : 0;
      row[j] = std::max({0.0F, match, above - kSkipped, row[j - 1] - kSkipped});
      best = std::max(best, row[j]);
      diagonal = above;
    }
  }
  return best;
}

float all_segments(const std::vector<Segment>& segments) {
  float weight = 0;
  for (const Segment& segment : segments) weight += segment.weight;
  return weight;
}

const char* const kSource =
    "Part of the fish market roof at Elmside came down on Tuesday morning, minutes before the first auction, the harbour master "
    "said. Two "
    "porters were cut by glass and treated in an ambulance. Nobody was under the forty metre section that fell. The iron trusses "
    "were put up "
    "long ago and had been repainted last autumn. An engineer from the county will inspect the rest today.";

Text text_of(const std::string& text) { return read_text(test::report_of("r", text), text::Rarity::in_news()); }

std::vector<Segment> align(const Text& a, const Text& b) { return align_runs(a, find_anchors(a), b, find_anchors(b)); }

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

TEST(Align, ACopyIsOneRun) {
  const Text text = text_of(kSource);
  const std::vector<Segment> segments = align(text, text);
  ASSERT_EQ(segments.size(), 1U);
  EXPECT_EQ(segments[0].a.size(), text.words.size());
  EXPECT_FALSE(segments[0].altered);
}

TEST(Align, AChangedWordIsPassedOver) {
  const Text a = text_of(kSource);
  std::string changed = kSource;
  changed.replace(changed.find("ambulance"), 9, "hospital");
  const std::vector<Segment> segments = align(a, text_of(changed));
  ASSERT_EQ(segments.size(), 1U);
  EXPECT_TRUE(segments[0].altered);
  EXPECT_EQ(segments[0].equal, segments[0].a.size() - 1);
}

TEST(Align, NothingInCommon) {
  EXPECT_TRUE(align(text_of(kSource), text_of("Pear growers in the Vale expect their best crop since the frost.")).empty());
  EXPECT_TRUE(align(text_of(""), text_of(kSource)).empty());
}

TEST(Align, QuotedWordsAreNoEvidence) {
  const std::string speech = "“I have counted every crown that this town ever gave me, and I would count them all again tomorrow,”";
  const std::vector<Segment> segments =
      align(text_of(speech + " the treasurer told the chamber."), text_of("Halina Brecht stood up. " + speech));
  ASSERT_EQ(segments.size(), 1U);
  EXPECT_TRUE(segments[0].slight);
}

/// Words of the source dropped, changed and put in: what the chains find, in one piece or several, is worth what the
/// table finds, but for runs without a rare word or pair, which open no chain.
RC_GTEST_PROP(Align, FindsWhatTheTableFinds, ()) {
  constexpr float kChance = 16;  // what a chain must weigh at least
  std::vector<std::string> words = test::words_of(kSource);
  constexpr std::size_t kEdits = 8;  // where most words are changed, only the table finds the few that are left
  auto edits = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 3 * words.size()));
  edits.resize(std::min(edits.size(), kEdits));
  for (const std::size_t edit : edits) {
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(edit / 3 % words.size());
    if (edit % 3 == 0) words.erase(at);
    if (edit % 3 == 1) *at = "something";
    if (edit % 3 == 2) words.insert(at, "indeed");
  }
  const Text a = text_of(kSource);
  const Text b = text_of(joined(words));
  const float fast = all_segments(align(a, b));
  const float slow = best_by_table(a, b);
  RC_ASSERT(fast >= 0.75F * slow - kChance);
}

/// Segments lie in their texts, in order of a, and hold as many equal words as they say.
RC_GTEST_PROP(Align, SegmentsAreSound, ()) {
  const std::vector<std::string> source = test::words_of(kSource);
  const auto some = rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, source.size()));
  const auto pick = [&](const std::vector<std::size_t>& chosen) {
    std::vector<std::string> words;
    for (const std::size_t k : chosen) {
      for (std::size_t n = k; n < std::min(k + 5, source.size()); ++n) words.push_back(source[n]);
    }
    return text_of(joined(words));
  };
  const Text a = pick(*some);
  const Text b = pick(*some);
  const std::vector<Segment> segments = align(a, b);
  RC_ASSERT(std::is_sorted(segments.begin(), segments.end()));
  for (const Segment& segment : segments) {
    RC_ASSERT(segment.a.begin < segment.a.end);
    RC_ASSERT(segment.a.end <= a.words.size());
    RC_ASSERT(segment.b.begin < segment.b.end);
    RC_ASSERT(segment.b.end <= b.words.size());
    RC_ASSERT(segment.equal <= std::min(segment.a.size(), segment.b.size()));
    RC_ASSERT(a.words[segment.a.begin].key == b.words[segment.b.begin].key);
    RC_ASSERT(a.words[segment.a.end - 1].key == b.words[segment.b.end - 1].key);
  }
}

}  // namespace
}  // namespace tetrapla::reuse
