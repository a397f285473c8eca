#include "reuse/sentence_match.h"

#include <algorithm>
#include <tuple>

namespace tetrapla::reuse {
namespace {

constexpr float kContentBits = 4.5F;     // a word in more than one news text of 23 says nothing about a sentence
constexpr float kNumeralBits = 6;        // numbers stay in a rewrite, and two that count different things are seldom equal
constexpr std::uint32_t kMeetings = 64;  // of one stem; a name in every sentence of both texts tells none of them apart
constexpr float kSharedBits = 18;        // two rare words and a half
constexpr std::uint32_t kSharedStems = 3;
constexpr float kSharePart = 0.4F;  // of what the lighter sentence weighs
constexpr float kRunPart = 0.35F;   // of what a sentence and a run weigh together
constexpr std::uint32_t kRunSentences = 3;
constexpr std::size_t kMostStems = 200;  // of one run; a text without stops is one sentence, and would cost its square
constexpr float kRunCost = 6;            // bits that each further sentence of a run must add: half a rare word

/// A stem that a sentence of one text and one of the other both have.
struct Meeting {
  std::uint32_t one = 0;
  std::uint32_t other = 0;
  std::uint64_t stem = 0;
  float weight = 0;
};

std::vector<Meeting> find_meetings(const Text& a, const Content& content_a, const Text& b, const Content& content_b) {
  std::vector<Meeting> meetings;
  auto at_a = content_a.places.begin();
  auto at_b = content_b.places.begin();
  while (at_a != content_a.places.end() && at_b != content_b.places.end()) {
    if (at_a->stem < at_b->stem) {
      ++at_a;
      continue;
    }
    if (at_b->stem < at_a->stem) {
      ++at_b;
      continue;
    }
    auto end_a = at_a;
    auto end_b = at_b;
    while (end_a != content_a.places.end() && end_a->stem == at_a->stem) ++end_a;
    while (end_b != content_b.places.end() && end_b->stem == at_b->stem) ++end_b;
    if ((end_a - at_a) * (end_b - at_b) <= kMeetings) {
      for (auto x = at_a; x != end_a; ++x) {
        const Token& one = a.words[x->word];
        if (x != at_a && a.words[(x - 1)->word].sentence == one.sentence) continue;
        for (auto y = at_b; y != end_b; ++y) {
          const Token& two = b.words[y->word];
          if (y != at_b && b.words[(y - 1)->word].sentence == two.sentence) continue;
          meetings.push_back({one.sentence, two.sentence, at_a->stem, std::min(content_weight(one), content_weight(two))});
        }
      }
    }
    at_a = end_a;
    at_b = end_b;
  }
  return meetings;
}

/// For each sentence of `one` the best run of sentences of `other`: calls keep(its words, the run's words, stems, shared).
template <typename Keep>
void best_partners(const Text& one, const Content& content, const Text& other, const Content& content_other,
                   std::vector<Meeting>& meetings, const Keep& keep) {
  std::sort(meetings.begin(), meetings.end(),
            [](const Meeting& x, const Meeting& y) { return std::tie(x.one, x.other, x.stem) < std::tie(y.one, y.other, y.stem); });
  std::vector<std::uint64_t> seen;
  for (std::size_t begin = 0; begin < meetings.size();) {
    const std::uint32_t sentence = meetings[begin].one;
    std::size_t end = begin;
    while (end < meetings.size() && meetings[end].one == sentence) ++end;
    float best = 0;
    SentenceMatch match;
    for (std::size_t first = begin; first < end; ++first) {
      if (first > begin && meetings[first - 1].other == meetings[first].other)
        continue;  // a run begins with all stems of its first sentence
      seen.clear();
      float shared = 0;
      for (std::size_t k = first; k < end && meetings[k].other < meetings[first].other + kRunSentences && seen.size() < kMostStems;
           ++k) {
        if (std::find(seen.begin(), seen.end(), meetings[k].stem) == seen.end()) {
          seen.push_back(meetings[k].stem);
          shared += meetings[k].weight;
        }
        if (k + 1 < end && meetings[k + 1].other == meetings[k].other) continue;  // the sentence goes on
        const std::uint32_t further = meetings[k].other - meetings[first].other;
        const float worth = shared - kRunCost * static_cast<float>(further);
        if (worth <= best || seen.size() < kSharedStems || shared < kSharedBits) continue;
        float theirs = 0;
        for (std::uint32_t s = meetings[first].other; s <= meetings[k].other; ++s) theirs += content_other.weights[s];
        const float ours = content.weights[sentence];
        if (further == 0 ? shared >= kSharePart * std::min(ours, theirs) : 2 * shared >= kRunPart * (ours + theirs)) {
          best = worth;
          match = {one.sentences[sentence],
                   {other.sentences[meetings[first].other].begin, other.sentences[meetings[k].other].end},
                   static_cast<std::uint32_t>(seen.size()),
                   shared};
        }
      }
    }
    if (match.stems > 0) keep(match.a, match.b, match.stems, match.shared);
    begin = end;
  }
}

}  // namespace

float content_weight(const Token& token) {
  const float weight = weight_of(token);
  return token.numeral ? std::max(weight, kNumeralBits) : weight;
}

bool is_content(const Token& token) { return !token.quoted && !token.furniture && (token.bits >= kContentBits || token.numeral); }

Content find_content(const Text& text) {
  Content content;
  for (std::uint32_t k = 0; k < text.words.size(); ++k) {
    if (is_content(text.words[k])) content.places.push_back({text.words[k].stem, k});
  }
  std::sort(content.places.begin(), content.places.end());
  content.weights.resize(text.sentences.size());
  for (std::size_t k = 0; k < content.places.size(); ++k) {
    const Token& token = text.words[content.places[k].word];
    const bool repeated = k > 0 && content.places[k - 1].stem == content.places[k].stem &&
                          text.words[content.places[k - 1].word].sentence == token.sentence;
    if (!repeated) content.weights[token.sentence] += content_weight(token);
  }
  return content;
}

std::vector<SentenceMatch> match_sentences(const Text& a, const Content& content_a, const Text& b, const Content& content_b) {
  std::vector<Meeting> meetings = find_meetings(a, content_a, b, content_b);
  std::vector<SentenceMatch> matches;
  best_partners(a, content_a, b, content_b, meetings, [&](WordRange one, WordRange other, std::uint32_t stems, float shared) {
    matches.push_back({one, other, stems, shared});
  });
  for (Meeting& meeting : meetings) std::swap(meeting.one, meeting.other);
  best_partners(b, content_b, a, content_a, meetings, [&](WordRange one, WordRange other, std::uint32_t stems, float shared) {
    matches.push_back({other, one, stems, shared});
  });
  std::sort(matches.begin(), matches.end());
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  return matches;
}

}  // namespace tetrapla::reuse
