// How two texts are judged. tests/reuse/judge_test.cc holds the examples; bench/reuse_features prints the figures below for labelled stories.
//
// Four kinds of evidence, each against what the story's own reports all know (story.h):
//   told    what runs of equal words cover of the lighter side. Copies, shortened and expanded texts and light rewrites lie above .5; two
//           reporters on one event below .4, and above .3 only where one of the texts is a few sentences long.
//   places  at how many separate places runs of a clause or more stand. A borrower lifts one or two; whoever works from a text comes back to
//           it: on the labelled stories 4 and more in rewrites that keep clauses, 2 at most between lines.
//   retold  what sentences tell again in other words, outside verbatim blocks, so that two borrowed paragraphs prove no rewrite: the own bits
//           that both tell, times the part of the heavier text that they are. Labelled deep rewrites and digests have 25 to 109, reports of
//           different lines 21 at most (long reports on one event, or short ones full of one match's figures). Three sentences at least.
//   blocks  a sentence or more, word for word: an excerpt, however different the rest is.
// Where the reports themselves name one source, half of what is retold is enough.

#include "reuse/judge.h"

#include <algorithm>
#include <array>

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kBlockWords = 12;  // about the shortest sentence worth copying
constexpr float kBlockEqual = 0.8F;
constexpr float kBlockBits = 40;
constexpr std::uint32_t kPlaceWords = 8;   // a clause
constexpr float kPlaceBits = 30;
constexpr std::uint32_t kPlaceGap = 20;    // a sentence
constexpr float kTellingSentence = 8;      // own bits that make a sentence pair tell more than the story: one rare word
constexpr float kRewordedBits = 12;        // own bits of a reworded sentence that is shown as a passage

constexpr float kTold = 0.47F;
constexpr float kToldBits = 30;
constexpr float kRetold = 23;  // own bits told again, times the part of the heavier side they are
constexpr std::uint32_t kPlaces = 4;
constexpr float kPlacesTold = 0.2F;
constexpr float kCopied = 0.75F;

float known_to(const View& view, std::uint32_t word) { return static_cast<float>(std::max<std::uint16_t>(1, view.familiarity[word])); }

float own_weight(const View& view, std::uint32_t word) { return weight_of(view.text.words[word]) / known_to(view, word); }

/// Marks over the words of one side.
class Cover {
 public:
  explicit Cover(std::size_t words) : marked_(words) {}
  void mark(WordRange range) { std::fill(marked_.begin() + range.begin, marked_.begin() + range.end, true); }
  [[nodiscard]] bool has(std::uint32_t word) const { return marked_[word]; }
  [[nodiscard]] bool holds_half(WordRange range) const {
    return 2 * std::count(marked_.begin() + range.begin, marked_.begin() + range.end, true) >= range.size();
  }

 private:
  std::vector<bool> marked_;
};

bool is_block(const Segment& segment) {
  const std::uint32_t size = std::max(segment.a.size(), segment.b.size());
  return segment.equal >= kBlockWords && static_cast<float>(segment.equal) >= kBlockEqual * static_cast<float>(size);
}

bool is_place(const Segment& segment) { return segment.equal >= kPlaceWords && segment.weight >= kPlaceBits; }

std::uint32_t unquoted(const Text& text, WordRange range) {
  std::uint32_t count = 0;
  for (std::uint32_t k = range.begin; k < range.end; ++k) count += !text.words[k].quoted;
  return count;
}

/// Own weight of the content of one sentence: stem and weight, by stem, each once.
std::vector<std::pair<std::uint64_t, float>> content_of(const View& view, WordRange sentence) {
  std::vector<std::pair<std::uint64_t, float>> content;
  for (std::uint32_t k = sentence.begin; k < sentence.end; ++k) {
    if (is_content(view.text.words[k])) content.emplace_back(view.text.words[k].stem, content_weight(view.text.words[k]) / known_to(view, k));
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

Comparison compare(const View& a, const View& b) {
  Comparison result;
  result.segments = align_runs(a.text, a.anchors, b.text, b.anchors);
  const std::array<const View*, 2> sides = {&a, &b};
  std::array<Cover, 2> blocks = {Cover(a.text.words.size()), Cover(b.text.words.size())};
  std::array<Cover, 2> runs = blocks;
  const Segment* before = nullptr;
  for (const Segment& segment : result.segments) {
    if (segment.quoted) continue;
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
    for (std::uint32_t k = segment.a.begin; k < segment.a.end; ++k) result.block_bits += own_weight(a, k);
  }

  // Sentences told again outside the blocks; each stem counts once, however many sentences repeat it.
  const std::vector<SentenceMatch> matches = match_sentences(a.text, a.content, b.text, b.content);
  std::vector<std::uint64_t> counted;
  for (const SentenceMatch& match : matches) {
    const WordRange in_a = match.a;
    const WordRange in_b = match.b;
    const auto content_a = content_of(a, in_a);
    const auto content_b = content_of(b, in_b);
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
        if (std::find(counted.begin(), counted.end(), x->first) == counted.end()) {
          fresh += weight;
          counted.push_back(x->first);
        }
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

  for (std::size_t side = 0; side < 2; ++side) {
    const View& view = *sides[side];
    float all = 0;
    float inside = 0;
    float rest = 0;
    for (std::uint32_t k = 0; k < view.text.words.size(); ++k) {
      const float weight = own_weight(view, k);
      all += weight;
      if (runs[side].has(k)) inside += weight;
      result.words[side] += !view.text.words[k].furniture;
    }
    for (const WordRange sentence : view.text.sentences) {
      if (!blocks[side].holds_half(sentence)) rest += sum(content_of(view, sentence));
    }
    result.told[side] = all > 0 ? inside / all : 0;
    result.retold[side] = rest > 0 ? result.retold_bits / rest : 0;
  }
  std::sort(result.segments.begin(), result.segments.end());
  return result;
}

void keep_passages(Relation relation, const Text& a, const Text& b, Comparison& comparison) {
  if (relation == Relation::kExcerpt) {
    std::erase_if(comparison.segments, [](const Segment& segment) { return segment.reworded || segment.quoted || !is_place(segment); });
  }
  const std::array<const Text*, 2> sides = {&a, &b};
  for (std::size_t side = 0; side < 2; ++side) {
    const std::vector<Token>& words = sides[side]->words;
    Cover covered(words.size());
    for (const Segment& segment : comparison.segments) covered.mark(side == 0 ? segment.a : segment.b);
    comparison.covered[side] = 0;
    for (std::uint32_t k = 0; k < words.size(); ++k) comparison.covered[side] += covered.has(k) && !words[k].furniture;
  }
}

std::optional<Relation> judge(const Comparison& comparison, Tie tie) {
  if (comparison.verbatim) return Relation::kCopy;
  const float ask = tie == Tie::kNone ? 1.0F : 0.5F;
  const float told = std::max(comparison.told[0], comparison.told[1]);
  float segment_bits = 0;
  for (const Segment& segment : comparison.segments) segment_bits += segment.reworded ? 0 : segment.weight;
  if (told >= kTold && segment_bits >= kToldBits) {
    const float copied = static_cast<float>(comparison.equal) / static_cast<float>(std::max<std::uint32_t>(1, std::min(comparison.words[0], comparison.words[1])));
    return copied >= kCopied ? Relation::kCopy : Relation::kRewrite;
  }
  if (comparison.places >= kPlaces && told >= kPlacesTold) return Relation::kRewrite;
  const float less = std::min(comparison.retold[0], comparison.retold[1]);
  if (comparison.retold_bits * less >= kRetold * ask && comparison.retold_sentences >= (tie == Tie::kNone ? 3 : 2)) {
    return tie == Tie::kSameHouse || tie == Tie::kSameAgency ? Relation::kUpdate : Relation::kRewrite;
  }
  if (comparison.block_words >= kBlockWords && comparison.block_bits >= kBlockBits) return Relation::kExcerpt;
  return std::nullopt;
}

}  // namespace tetrapla::reuse
