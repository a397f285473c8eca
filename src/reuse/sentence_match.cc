#include "reuse/sentence_match.h"

#include <algorithm>

namespace tetrapla::reuse {
namespace {

constexpr float kContentBits = 4.5F;     // a word in more than one news text of 23 says nothing about a sentence
constexpr std::uint32_t kMeetings = 64;  // of one stem; a name in every sentence of both texts tells none of them apart
constexpr float kSharedBits = 18;        // two rare words and a half
constexpr std::uint32_t kSharedStems = 3;
constexpr float kSharePart = 0.4F;       // of the lighter sentence

}  // namespace

bool is_content(const Token& token) { return !token.quoted && !token.furniture && (token.bits >= kContentBits || token.number); }

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
    if (!repeated) content.weights[token.sentence] += weight_of(token);
  }
  return content;
}

std::vector<SentencePair> match_sentences(const Text& a, const Content& content_a, const Text& b, const Content& content_b) {
  struct Shared {
    std::uint32_t a, b;
    float weight;
  };
  std::vector<Shared> shared;
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
      std::uint32_t last_a = 0xFFFFFFFF;
      for (auto x = at_a; x != end_a; ++x) {
        const Token& one = a.words[x->word];
        if (one.sentence == last_a) continue;
        last_a = one.sentence;
        std::uint32_t last_b = 0xFFFFFFFF;
        for (auto y = at_b; y != end_b; ++y) {
          const Token& two = b.words[y->word];
          if (two.sentence == last_b) continue;
          last_b = two.sentence;
          shared.push_back({one.sentence, two.sentence, std::min(weight_of(one), weight_of(two))});
        }
      }
    }
    at_a = end_a;
    at_b = end_b;
  }
  std::stable_sort(shared.begin(), shared.end(), [](const Shared& x, const Shared& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  std::vector<SentencePair> pairs;
  std::vector<float> best_a(a.sentences.size());
  std::vector<float> best_b(b.sentences.size());
  for (std::size_t k = 0; k < shared.size();) {
    SentencePair pair{shared[k].a, shared[k].b, 0, 0, 0, 0};
    for (; k < shared.size() && shared[k].a == pair.a && shared[k].b == pair.b; ++k) {
      ++pair.stems;
      pair.shared += shared[k].weight;
    }
    pair.of_a = pair.shared / std::max(content_a.weights[pair.a], 1.0F);
    pair.of_b = pair.shared / std::max(content_b.weights[pair.b], 1.0F);
    if (pair.stems < kSharedStems || pair.shared < kSharedBits || std::max(pair.of_a, pair.of_b) < kSharePart) continue;
    best_a[pair.a] = std::max(best_a[pair.a], pair.shared);
    best_b[pair.b] = std::max(best_b[pair.b], pair.shared);
    pairs.push_back(pair);
  }
  std::erase_if(pairs, [&](const SentencePair& pair) { return pair.shared < best_a[pair.a] && pair.shared < best_b[pair.b]; });
  return pairs;
}

}  // namespace tetrapla::reuse
