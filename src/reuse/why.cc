#include "reuse/why.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace tetrapla::reuse {
namespace {

constexpr float kTellingBits = 8;
constexpr float kTellingNumeralBits = 6;
constexpr std::size_t kTellingWords = 3;
constexpr std::uint32_t kHalf = 50;   // percent
constexpr float kMostlyEqual = 0.6F;  // of the words in passages

WordRange side_of(const Segment& segment, int side) { return side == 0 ? segment.a : segment.b; }

bool in_order(const Comparison& comparison) {
  for (std::size_t k = 1; k < comparison.segments.size(); ++k) {
    if (comparison.segments[k].b.begin < comparison.segments[k - 1].b.begin) return false;
  }
  return true;
}

struct Count {
  std::uint32_t told = 0;  ///< sentences half inside segments
  std::uint32_t all = 0;   ///< sentences, furniture apart

  [[nodiscard]] std::uint32_t other() const { return all - told; }
};

Count count_sentences(const View& view, const Comparison& comparison, int side) {
  Cover inside(view.text.words.size());
  for (const Segment& segment : comparison.segments) inside.mark(side_of(segment, side));
  Count count;
  for (const WordRange sentence : view.text.sentences) {
    if (sentence.size() == 0 || view.text.words[sentence.begin].furniture) continue;
    ++count.all;
    count.told += inside.holds_half(sentence);
  }
  return count;
}

/// What each word of the passages tells about the two: 2 for a detail that hardly another text of the story has, 1 for another rare word that
/// no other has, 0 for the event's names and what every report has.
int telling(const View& view, std::uint32_t k) {
  const Token& token = view.text.words[k];
  if (token.quoted || token.furniture || token.bits < (token.numeral ? kTellingNumeralBits : kTellingBits)) return 0;
  if (view.own.specifics[k] == kPrivate) return 2;
  return view.familiarity[k] <= 1 ? 1 : 0;
}

/// The rarest words of the passages that both have, details first.
std::vector<std::string> telling_words(const Report& from, const std::vector<Span>& from_places, const View& from_view,
                                       const View& to_view, const Comparison& comparison, int side) {
  struct Word {
    int telling;
    float bits;
    std::uint32_t place;
  };
  std::vector<Word> words;
  for (const Segment& segment : comparison.segments) {
    const WordRange range = side_of(segment, side);
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const auto& places = to_view.content.places;
      const auto found = std::lower_bound(places.begin(), places.end(), Content::Place{from_view.text.words[k].stem, 0});
      if (found == places.end() || found->stem != from_view.text.words[k].stem) continue;
      const int both = std::min(telling(from_view, k), telling(to_view, found->word));
      if (both > 0) words.push_back({both, from_view.text.words[k].bits, k});
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& x, const Word& y) { return x.telling != y.telling ? x.telling > y.telling : x.bits > y.bits; });
  std::vector<std::uint64_t> seen;
  std::vector<std::string> result;
  for (const Word& word : words) {
    if (result.size() == kTellingWords) break;
    const std::uint64_t stem = from_view.text.words[word.place].stem;
    if (std::find(seen.begin(), seen.end(), stem) != seen.end()) continue;
    seen.push_back(stem);
    result.emplace_back(slice(from.text, from_places[word.place]));
  }
  return result;
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k > 0) list += k + 1 == words.size() ? " and " : ", ";
    list += fmt::format("“{}”", words[k]);
  }
  return list;
}

std::string counted(std::uint32_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string explain(const Report& from, const std::vector<Span>& from_places, const Report& to, const View& from_view,
                    const View& to_view, const Comparison& comparison, int from_side, Relation relation, Tie tie, bool derives) {
  const std::string& other = to.meta.id;
  const auto words = std::max<std::uint32_t>(1, comparison.words[from_side]);
  const auto percent =
      static_cast<std::uint32_t>(100.0F * static_cast<float>(comparison.covered[from_side]) / static_cast<float>(words) + 0.5F);
  const Count mine = count_sentences(from_view, comparison, from_side);
  const Count theirs = count_sentences(to_view, comparison, 1 - from_side);
  const std::string order = comparison.segments.size() > 1 && in_order(comparison) ? ", in the same order" : "";
  std::string why;
  if (relation == Relation::kCopy) {
    if (percent < kHalf && theirs.other() == 0) {
      why = fmt::format("all of {} stands in it, {}% of its words{}", other, percent, order);
    } else {
      why = fmt::format("{}% of its words stand in {}{}", percent, other, order);
    }
    if (theirs.other() > 0 && derives) why += fmt::format("; {} dropped", counted(theirs.other(), "sentence", "sentences"));
    if (theirs.other() > 0 && !derives)
      why += fmt::format("; {} there", counted(theirs.other(), "more sentence", "more sentences"));
    if (mine.other() > 0) why += fmt::format("; {} of its own", counted(mine.other(), "sentence", "sentences"));
  } else if (relation == Relation::kExcerpt) {
    why = fmt::format("{} ({} words, {}% of it) in {} too",
                      counted(static_cast<std::uint32_t>(comparison.segments.size()), "passage stands", "passages stand"),
                      comparison.covered[from_side], percent, other);
  } else {
    const bool mostly_equal =
        static_cast<float>(comparison.equal) >= kMostlyEqual * static_cast<float>(comparison.covered[from_side]);
    const std::string_view manner = mostly_equal ? "mostly in the same words" : "in other words";
    if (mine.all <= 1) {
      why = fmt::format("{} tells the same, {}", other, manner);
    } else if (mine.told == mine.all) {
      why = fmt::format("tells all its {} sentences as {} does, {}{}", mine.all, other, manner, order);
    } else {
      why = fmt::format("tells {} of its {} sentences as {} does, {}{}", mine.told, mine.all, other, manner, order);
      if (2 * mine.told < mine.all && 2 * theirs.told >= theirs.all)
        why += fmt::format("; {} of the {} there", theirs.told, theirs.all);
    }
    const std::vector<std::string> telling = telling_words(from, from_places, from_view, to_view, comparison, from_side);
    if (telling.size() > 1) why += fmt::format("; both have {}", listed(telling));
  }
  if (tie == Tie::kSameHouse) why += "; same publisher";
  if (tie == Tie::kSameAgency || tie == Tie::kCommonAgency) why += "; both credit one agency";
  if (tie == Tie::kNamesOther) why += derives ? "; it names its source" : "; one names the other";
  return why;
}

}  // namespace tetrapla::reuse
