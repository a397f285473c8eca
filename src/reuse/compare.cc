#include "reuse/compare.h"

#include <algorithm>
#include <span>

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kBlockWords = 12;  // about the shortest sentence worth copying
constexpr float kBlockEqual = 0.8F;
constexpr std::uint32_t kPlaceWords = 8;  // a clause
constexpr std::uint32_t kPlacePlain = 4;  // "the IBF, WBO and IBO heavyweight titles" has two plain words
constexpr float kPlaceBits = 30;
constexpr std::uint32_t kPlaceGap = 20;    // a sentence
constexpr float kRewordedBits = 12;        // own bits of a reworded sentence that is shown as a passage
constexpr float kDetailBits = 6;           // a word in one news text of 64
constexpr std::uint32_t kDetailTimes = 2;  // what comes more often in a text is what the text is about
constexpr std::uint32_t kLeadWords = 30;
constexpr std::uint16_t kKnownToFew = 2;  // other texts
constexpr std::uint32_t kTwoDetails = 2 * kPrivate;
constexpr std::uint32_t kNearCopyPlain = 12;
constexpr float kNearCopy = 0.5F;

float known_to(const Familiarity& familiarity, std::uint32_t word) {
  return static_cast<float>(std::max<std::uint16_t>(1, familiarity[word]));
}

std::uint32_t unquoted(const Text& text, WordRange range) {
  std::uint32_t count = 0;
  for (std::uint32_t k = range.begin; k < range.end; ++k) count += !text.words[k].quoted;
  return count;
}

void sort_unique(std::vector<Told>& content) {
  std::sort(content.begin(), content.end(), [](const Told& x, const Told& y) { return x.stem < y.stem; });
  content.erase(std::unique(content.begin(), content.end(), [](const Told& x, const Told& y) { return x.stem == y.stem; }),
                content.end());
}

/// By stem, each once. A run of several sentences is put together in `room`.
std::span<const Told> content_of(const View& view, WordRange words, std::vector<Told>& room) {
  const std::uint32_t first = view.text.words[words.begin].sentence;
  const std::uint32_t last = view.text.words[words.end - 1].sentence;
  const auto of = [&](std::uint32_t s) {
    return std::span(view.own.content).subspan(view.own.begins[s], view.own.begins[s + 1] - view.own.begins[s]);
  };
  if (first == last) return of(first);
  room.clear();
  for (std::uint32_t s = first; s <= last; ++s) room.insert(room.end(), of(s).begin(), of(s).end());
  sort_unique(room);
  return room;
}

/// Where the lead ends: whole sentences, about thirty words, at most a third of the text.
std::uint32_t end_of_lead(const Text& text) {
  const auto most = std::min<std::size_t>(kLeadWords, text.words.size() / 3);
  for (const WordRange sentence : text.sentences) {
    if (sentence.end >= most) return sentence.end;
  }
  return static_cast<std::uint32_t>(text.words.size());
}

/// A sentence, and what tells it again.
struct Retold {
  WordRange a;
  WordRange b;
};

/// The longest part of `pairs` (by place in a) that goes forward in b too. Each looks back at
/// a bounded number of others.
std::vector<Retold> in_one_order(const std::vector<Retold>& pairs) {
  std::vector<std::uint32_t> length(pairs.size(), 1);
  std::vector<std::size_t> before(pairs.size(), pairs.size());
  std::size_t last = pairs.size();
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    constexpr std::size_t kLookBack = 64;
    for (std::size_t p = k > kLookBack ? k - kLookBack : 0; p < k; ++p) {
      if (pairs[p].b.begin > pairs[k].b.begin || length[p] + 1 <= length[k]) continue;
      length[k] = length[p] + 1;
      before[k] = p;
    }
    if (last == pairs.size() || length[k] > length[last]) last = k;
  }
  std::vector<Retold> chain;
  for (; last != pairs.size(); last = before[last]) chain.push_back(pairs[last]);
  return chain;
}

std::uint32_t plain_in(const std::vector<Segment>& runs) {
  std::uint32_t plain = 0;
  for (const Segment& segment : runs) plain += segment.slight ? 0 : segment.plain;
  return plain;
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

}  // namespace

bool is_block(const Segment& segment) {
  const std::uint32_t size = std::max(segment.a.size(), segment.b.size());
  return segment.equal >= kBlockWords && static_cast<float>(segment.equal) >= kBlockEqual * static_cast<float>(size);
}

bool is_place(const Segment& segment) {
  return segment.equal >= kPlaceWords && segment.plain >= kPlacePlain && segment.weight >= kPlaceBits;
}

OwnWeights weigh_words(const Text& text, const Content& content, const Familiarity& familiarity) {
  OwnWeights own;
  own.words.resize(text.words.size());
  own.specifics.resize(text.words.size());
  for (std::uint32_t k = 0; k < text.words.size(); ++k) {
    own.words[k] = weight_of(text.words[k]) / known_to(familiarity, k);
    own.all += own.words[k];
    own.plain += is_plain(text.words[k]);
  }
  const std::uint32_t lead = end_of_lead(text);
  for (auto at = content.places.begin(); at != content.places.end();) {
    auto end = at;
    bool in_lead = false;
    for (; end != content.places.end() && end->stem == at->stem; ++end) in_lead = in_lead || end->word < lead;
    if (!in_lead && end - at <= kDetailTimes) {
      for (auto place = at; place != end; ++place) {
        const std::uint16_t others = familiarity[place->word];
        if (text.words[place->word].bits < kDetailBits || others > kKnownToFew) continue;
        own.specifics[place->word] = others < kKnownToFew ? kPrivate : kPrivate / 2;
        if (place == at) own.details += own.specifics[place->word];
      }
    }
    at = end;
  }
  std::vector<Told> content_of_sentence;
  for (const WordRange sentence : text.sentences) {
    own.begins.push_back(static_cast<std::uint32_t>(own.content.size()));
    content_of_sentence.clear();
    for (std::uint32_t k = sentence.begin; k < sentence.end; ++k) {
      const Token& token = text.words[k];
      if (is_content(token))
        content_of_sentence.push_back({token.stem, content_weight(token) / known_to(familiarity, k), own.specifics[k]});
    }
    sort_unique(content_of_sentence);
    own.content.insert(own.content.end(), content_of_sentence.begin(), content_of_sentence.end());
  }
  own.begins.push_back(static_cast<std::uint32_t>(own.content.size()));
  return own;
}

Overlap find_overlap(const View& a, const View& b) {
  return {align_runs(a.text, a.anchors, b.text, b.anchors), match_sentences(a.text, a.content, b.text, b.content)};
}

bool is_near_copy(const View& a, const View& b, const Overlap& overlap) {
  const std::uint32_t plain = plain_in(overlap.runs);
  return plain >= kNearCopyPlain && static_cast<float>(plain) >= kNearCopy * static_cast<float>(std::min(a.own.plain, b.own.plain));
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
  result.plain = plain_in(overlap.runs);

  // Sentences told again; each detail counts once, however many sentences repeat it.
  std::vector<Retold> retold;
  std::vector<Retold> alike;
  std::vector<std::uint64_t> counted;
  std::vector<Told> room_a;
  std::vector<Told> room_b;
  for (const SentenceMatch& match : overlap.sentences) {
    const std::span<const Told> content_a = content_of(a, match.a, room_a);
    const std::span<const Told> content_b = content_of(b, match.b, room_b);
    float shared = 0;
    std::uint32_t details = 0;  // not told before
    bool has_detail = false;
    for (auto x = content_a.begin(), y = content_b.begin(); x != content_a.end() && y != content_b.end();) {
      if (x->stem < y->stem) {
        ++x;
      } else if (y->stem < x->stem) {
        ++y;
      } else {
        shared += std::min(x->weight, y->weight);
        const std::uint8_t detail = std::min(x->detail, y->detail);
        has_detail = has_detail || detail > 0;
        if (detail > 0 && std::find(counted.begin(), counted.end(), x->stem) == counted.end()) {
          counted.push_back(x->stem);
          details += detail;
        }
        ++x, ++y;
      }
    }
    if (has_detail) alike.push_back({match.a, match.b});
    if (!blocks[0].holds_half(match.a) && !blocks[1].holds_half(match.b)) {
      result.details += details;
      if (details >= kTwoDetails) retold.push_back({match.a, match.b});
    }
    if (shared >= kRewordedBits && !(runs[0].holds_half(match.a) && runs[1].holds_half(match.b))) {
      result.segments.push_back({match.a, match.b, 0, 0, shared, true, false, true});
    }
  }
  result.retold = static_cast<std::uint32_t>(in_one_order(retold).size());
  const std::vector<Retold> followed = in_one_order(alike);

  const std::array<float, 2> told = told_by_runs(a, b, overlap.runs);
  for (std::size_t side = 0; side < 2; ++side) {
    const View& view = *sides[side];
    Cover again = runs[side];
    for (const Retold& pair : followed) again.mark(side == 0 ? pair.a : pair.b);
    std::uint32_t inside = 0;
    for (const Token& word : view.text.words) result.words[side] += !word.furniture;
    for (const WordRange sentence : view.text.sentences) {
      if (sentence.size() == 0 || view.text.words[sentence.begin].furniture) continue;
      ++result.sentences[side];
      if (again.holds_half(sentence)) inside += sentence.size();
    }
    result.told[side] = told[side];
    result.detail_part[side] = view.own.details > 0 ? static_cast<float>(result.details) / static_cast<float>(view.own.details) : 0;
    result.lifted[side] = view.own.plain > 0 ? static_cast<float>(result.plain) / static_cast<float>(view.own.plain) : 0;
    result.followed[side] = result.words[side] > 0 ? static_cast<float>(inside) / static_cast<float>(result.words[side]) : 0;
  }
  std::sort(result.segments.begin(), result.segments.end());
  return result;
}

}  // namespace tetrapla::reuse
