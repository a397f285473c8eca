#include "reuse/why.h"

#include <fmt/core.h>

#include <algorithm>

namespace tetrapla::reuse {
namespace {

constexpr float kTellingBits = 8;
constexpr float kTellingNumeralBits = 6;
constexpr std::size_t kTellingWords = 3;
constexpr float kMostlyEqual = 0.6F;  // of the words in passages

WordRange side_of(const Segment& segment, int side) { return side == 0 ? segment.a : segment.b; }

bool in_order(const Comparison& comparison) {
  for (std::size_t k = 1; k < comparison.segments.size(); ++k) {
    if (comparison.segments[k].b.begin < comparison.segments[k - 1].b.begin) return false;
  }
  return true;
}

/// Sentences of a side that are half inside segments.
std::uint32_t count_told(const View& view, const Comparison& comparison, int side) {
  std::vector<bool> inside(view.text.words.size());
  for (const Segment& segment : comparison.segments) {
    const WordRange range = side_of(segment, side);
    std::fill(inside.begin() + range.begin, inside.begin() + range.end, true);
  }
  std::uint32_t told = 0;
  for (const WordRange sentence : view.text.sentences) {
    told += 2 * std::count(inside.begin() + sentence.begin, inside.begin() + sentence.end, true) >= sentence.size();
  }
  return told;
}

/// The rarest words of the passages that both reports have, those apart that the story's other texts know.
std::vector<std::string> telling_words(const Report& from, const View& from_view, const View& to_view, const Comparison& comparison, int side) {
  std::vector<std::uint32_t> words;
  for (const Segment& segment : comparison.segments) {
    const WordRange range = side_of(segment, side);
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const Token& token = from_view.text.words[k];
      if (token.quoted || token.furniture || from_view.familiarity[k] > 1 || token.bits < (token.numeral ? kTellingNumeralBits : kTellingBits)) continue;
      const auto& places = to_view.content.places;
      const auto found = std::lower_bound(places.begin(), places.end(), Content::Place{token.stem, 0});
      if (found != places.end() && found->stem == token.stem) words.push_back(k);
    }
  }
  std::stable_sort(words.begin(), words.end(), [&](std::uint32_t x, std::uint32_t y) {
    return from_view.text.words[x].bits > from_view.text.words[y].bits;
  });
  std::vector<std::uint64_t> seen;
  std::vector<std::string> result;
  for (const std::uint32_t k : words) {
    if (result.size() == kTellingWords) break;
    const std::uint64_t stem = from_view.text.words[k].stem;
    if (std::find(seen.begin(), seen.end(), stem) != seen.end()) continue;
    seen.push_back(stem);
    result.emplace_back(slice(from.text, from_view.text.places[k]));
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

std::string counted(std::uint32_t count, std::string_view one, std::string_view many) { return fmt::format("{} {}", count, count == 1 ? one : many); }

}  // namespace

std::vector<std::string> labels_of(const std::vector<Report>& reports) {
  std::vector<std::uint32_t> order(reports.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) { return reports[x].meta.id < reports[y].meta.id; });
  const auto common = [&](std::size_t x, std::size_t y) {
    const std::string& a = reports[order[x]].meta.id;
    const std::string& b = reports[order[y]].meta.id;
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
  };
  std::vector<std::string> labels(reports.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    const Metadata& meta = reports[order[k]].meta;
    std::size_t length = 1;
    if (k > 0) length = std::max(length, common(k - 1, k) + 1);
    if (k + 1 < order.size()) length = std::max(length, common(k, k + 1) + 1);
    while (length < meta.id.size() && (static_cast<unsigned char>(meta.id[length]) & 0xC0U) == 0x80U) ++length;
    labels[order[k]] = meta.publisher.empty() ? meta.id.substr(0, length) : meta.publisher;
  }
  return labels;
}

std::string explain(const Report& from, const View& from_view, const View& to_view, const std::string& to_label, const Comparison& comparison,
                    int from_side, Relation relation, Tie tie) {
  const int to_side = 1 - from_side;
  const auto words = std::max<std::uint32_t>(1, comparison.words[from_side]);
  const auto percent = static_cast<std::uint32_t>(100.0F * static_cast<float>(comparison.covered[from_side]) / static_cast<float>(words) + 0.5F);
  const auto of_from = static_cast<std::uint32_t>(from_view.text.sentences.size());
  const auto of_to = static_cast<std::uint32_t>(to_view.text.sentences.size());
  const std::uint32_t told_from = count_told(from_view, comparison, from_side);
  const std::uint32_t told_to = count_told(to_view, comparison, to_side);
  const std::string order = in_order(comparison) ? ", in the same order" : "";
  std::string why;
  if (relation == Relation::kCopy) {
    why = fmt::format("{}% of its words stand in {}{}", percent, to_label, order);
    if (told_to < of_to) why += fmt::format("; {} dropped", counted(of_to - told_to, "sentence", "sentences"));
    if (told_from < of_from) why += fmt::format("; {} of its own", counted(of_from - told_from, "sentence", "sentences"));
  } else if (relation == Relation::kExcerpt) {
    why = fmt::format("{} ({} words, {}% of it) in {} too", counted(static_cast<std::uint32_t>(comparison.segments.size()), "passage stands", "passages stand"),
                      comparison.covered[from_side], percent, to_label);
  } else {
    const bool mostly_equal = static_cast<float>(comparison.equal) >= kMostlyEqual * static_cast<float>(comparison.covered[from_side]);
    why = fmt::format("tells {} of its {} as {} does, {}{}", told_from, counted(of_from, "sentence", "sentences"), to_label,
                      mostly_equal ? "mostly in the same words" : "in other words", order);
    const std::vector<std::string> telling = telling_words(from, from_view, to_view, comparison, from_side);
    if (!telling.empty()) why += fmt::format("; both have {}", listed(telling));
  }
  if (tie == Tie::kSameHouse) why += "; same publisher";
  if (tie == Tie::kSameAgency || tie == Tie::kCommonAgency) why += "; both credit one agency";
  if (tie == Tie::kNamesOther) why += "; one names the other";
  return why;
}

}  // namespace tetrapla::reuse
