#include "reuse/compare.h"

#include <algorithm>
#include <unordered_set>

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kBlockWords = 12;  // about the shortest sentence worth copying
constexpr float kBlockEqual = 0.8F;
constexpr std::uint32_t kPlaceWords = 8;   // a clause
constexpr float kPlaceBits = 30;
constexpr std::uint32_t kPlaceGap = 20;    // a sentence
constexpr float kTellingSentence = 8;      // own bits that make a sentence pair tell more than the story: one rare word
constexpr float kRewordedBits = 12;        // own bits of a reworded sentence that is shown as a passage

float known_to(const Familiarity& familiarity, std::uint32_t word) { return static_cast<float>(std::max<std::uint16_t>(1, familiarity[word])); }

std::uint32_t unquoted(const Text& text, WordRange range) {
  std::uint32_t count = 0;
  for (std::uint32_t k = range.begin; k < range.end; ++k) count += !text.words[k].quoted;
  return count;
}

/// Own weight of the content of one sentence: stem and weight, by stem, each once.
std::vector<std::pair<std::uint64_t, float>> content_of(const Text& text, const Familiarity& familiarity, WordRange sentence) {
  std::vector<std::pair<std::uint64_t, float>> content;
  for (std::uint32_t k = sentence.begin; k < sentence.end; ++k) {
    if (is_content(text.words[k])) content.emplace_back(text.words[k].stem, content_weight(text.words[k]) / known_to(familiarity, k));
  }
  std::sort(content.begin(), content.end());
  content.erase(std::unique(content.begin(), content.end(), [](const auto& x, const auto& y) { return x.first == y.first; }), content.end());
  return content;
}

float sum(const std::vector<std::pair<std::uint64_t, float>>& content) {
  float total = 0;
  for (const auto& [stem, weight] : content) total += weight;
  return total;
}

}  // namespace

bool is_block(const Segment& segment) {
  const std::uint32_t size = std::max(segment.a.size(), segment.b.size());
  return segment.equal >= kBlockWords && static_cast<float>(segment.equal) >= kBlockEqual * static_cast<float>(size);
}

bool is_place(const Segment& segment) { return segment.equal >= kPlaceWords && segment.weight >= kPlaceBits; }

OwnWeights weigh_words(const Text& text, const Familiarity& familiarity) {
  OwnWeights own;
  own.words.resize(text.words.size());
  for (std::uint32_t k = 0; k < text.words.size(); ++k) {
    own.words[k] = weight_of(text.words[k]) / known_to(familiarity, k);
    own.all += own.words[k];
  }
  for (const WordRange sentence : text.sentences) own.sentences.push_back(sum(content_of(text, familiarity, sentence)));
  return own;
}

Overlap find_overlap(const View& a, const View& b) {
  return {align_runs(a.text, a.anchors, b.text, b.anchors), match_sentences(a.text, a.content, b.text, b.content)};
}

std::array<float, 2> told_by_runs(const View& a, const View& b, const std::vector<Segment>& runs) {
  std::array<float, 2> told = {0, 0};
  for (std::size_t side = 0; side < 2; ++side) {
    const View& view = side == 0 ? a : b;
    Cover covered(view.text.words.size());
    for (const Segment& segment : runs) {
      if (!segment.slight) covered.mark(side == 0 ? segment.a : segment.b);
    }
    float inside = 0;
    for (std::uint32_t k = 0; k < view.text.words.size(); ++k) inside += covered.has(k) ? view.own.words[k] : 0;
    told[side] = view.own.all > 0 ? inside / view.own.all : 0;
  }
  return told;
}

Comparison compare(const View& a, const View& b, const Overlap& overlap) {
  Comparison result;
  result.segments = overlap.runs;
  const std::array<const View*, 2> sides = {&a, &b};
  std::array<Cover, 2> blocks = {Cover(a.text.words.size()), Cover(b.text.words.size())};
  std::array<Cover, 2> runs = blocks;
  const Segment* before = nullptr;
  for (const Segment& segment : result.segments) {
    if (segment.slight) continue;
    if (is_place(segment)) {
      const bool adjoins = before != nullptr && segment.a.begin <= before->a.end + kPlaceGap &&
                           segment.b.begin <= before->b.end + kPlaceGap && segment.b.end + kPlaceGap >= before->b.begin;
      result.places += !adjoins;
      before = &segment;
    }
    runs[0].mark(segment.a);
    runs[1].mark(segment.b);
    result.equal += segment.equal;
    if (!is_block(segment)) continue;
    blocks[0].mark(segment.a);
    blocks[1].mark(segment.b);
    result.block_words += unquoted(a.text, segment.a);
    for (std::uint32_t k = segment.a.begin; k < segment.a.end; ++k) result.block_bits += a.own.words[k];
  }

  // Sentences told again outside the blocks; each stem counts once, however many sentences repeat it.
  std::unordered_set<std::uint64_t> counted;
  for (const SentenceMatch& match : overlap.sentences) {
    const WordRange in_a = match.a;
    const WordRange in_b = match.b;
    const auto content_a = content_of(a.text, a.familiarity, in_a);
    const auto content_b = content_of(b.text, b.familiarity, in_b);
    float shared = 0;
    float fresh = 0;
    for (auto x = content_a.begin(), y = content_b.begin(); x != content_a.end() && y != content_b.end();) {
      if (x->first < y->first) {
        ++x;
      } else if (y->first < x->first) {
        ++y;
      } else {
        const float weight = std::min(x->second, y->second);
        shared += weight;
        if (counted.insert(x->first).second) fresh += weight;
        ++x, ++y;
      }
    }
    if (!blocks[0].holds_half(in_a) && !blocks[1].holds_half(in_b)) {
      result.retold_bits += fresh;
      result.retold_sentences += fresh >= kTellingSentence;
    }
    if (shared >= kRewordedBits && !(runs[0].holds_half(in_a) && runs[1].holds_half(in_b))) {
      result.segments.push_back({in_a, in_b, 0, shared, true, false, true});
    }
  }

  const std::array<float, 2> told = told_by_runs(a, b, overlap.runs);
  for (std::size_t side = 0; side < 2; ++side) {
    const View& view = *sides[side];
    float rest = 0;
    for (const Token& word : view.text.words) result.words[side] += !word.furniture;
    for (std::size_t s = 0; s < view.text.sentences.size(); ++s) {
      if (!blocks[side].holds_half(view.text.sentences[s])) rest += view.own.sentences[s];
    }
    result.told[side] = told[side];
    result.retold[side] = rest > 0 ? result.retold_bits / rest : 0;
  }
  std::sort(result.segments.begin(), result.segments.end());
  return result;
}

}  // namespace tetrapla::reuse
