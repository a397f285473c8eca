#include "claims/quantities_bounds.h"

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/table.h"
#include "claims/context_words.h"
#include "claims/data/hedges.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using HedgeTable = std::unordered_map<std::string_view, Bound>;

constexpr std::uint32_t kLongestHedge = 5;  // tokens

Bound bound_of(std::string_view name) {
  for (const Bound bound : {Bound::kAbout, Bound::kNearly, Bound::kAtLeast, Bound::kAtMost, Bound::kMoreThan, Bound::kLessThan}) {
    if (name_of(bound) == name) return bound;
  }
  return Bound::kExact;
}

const HedgeTable& hedges(std::string_view side) {
  static const auto kTables = [] {
    std::pair<HedgeTable, HedgeTable> tables;
    for (const auto& row : base::rows_of(data::hedges())) {
      if (row.size() >= 3) (row[1] == "before" ? tables.first : tables.second).emplace(row[0], bound_of(row[2]));
    }
    return tables;
  }();
  return side == "before" ? kTables.first : kTables.second;
}

/// Whether a bound of one word is a preposition before the article that follows it.
bool is_preposition(const Annotation& annotation, const Hedge& hedge, std::uint32_t article) {
  if (hedge.tokens.size() != 1) return false;
  const std::string_view word = annotation.tokens[hedge.tokens.begin].lower;
  return in_list("spatial", word) || (annotation.tokens[article].lower == "the" && in_list("near_the", word));
}

}  // namespace

Hedge find_hedge(const Annotation& annotation, std::uint32_t begin, std::uint32_t end) {
  const auto& tokens = annotation.tokens;
  Hedge best;
  if (begin > 0) {
    std::uint32_t last = begin;  // the hedge ends before this token; "the", "a further", "another" may stand between
    for (std::uint32_t skipped = 0; skipped < 2 && last > 0; ++skipped) {
      std::string joined;
      for (std::uint32_t count = 1; count <= kLongestHedge && count <= last; ++count) {
        const auto& token = tokens[last - count];
        if (token.sentence != tokens[begin].sentence) break;
        std::string longer = token.lower;
        if (count > 1) longer += ' ';
        joined = longer += joined;
        if (const auto found = hedges("before").find(joined); found != hedges("before").end()) best = {found->second, {last - count, last}};
      }
      if (best.tokens.size() > 0) {
        if (last == begin || !is_preposition(annotation, best, last)) return best;
        best = {};
        break;
      }
      const std::string_view between = tokens[last - 1].lower;
      if (between != "a" && between != "an" && between != "another" && between != "the") break;
      --last;
    }
  }
  std::string joined;
  for (std::uint32_t at = end; at < tokens.size() && at < end + kLongestHedge && tokens[at].sentence == tokens[begin].sentence; ++at) {
    if (at > end) joined += ' ';
    joined += tokens[at].lower;
    if (const auto found = hedges("after").find(joined); found != hedges("after").end()) best = {found->second, {end, at + 1}};
  }
  return best;
}

Change find_change(const Annotation& annotation, std::uint32_t begin, std::uint32_t end, Measured measured) {
  const auto& tokens = annotation.tokens;
  const auto changes = [](std::string_view word) { return in_list("up", word) ? Change::kUp : in_list("down", word) ? Change::kDown : Change::kNone; };
  bool by = false;
  std::uint32_t at = begin;
  for (int back = 0; back < 2 && at > 0; ++back) {
    const auto& token = tokens[--at];
    if (token.sentence != tokens[begin].sentence) break;
    if (const Change change = changes(token.lower); change != Change::kNone) {
      const bool particle = (token.lower == "up" || token.lower == "down") && at > 0 && in_list("particle", tokens[at - 1].lower);
      const bool name = at > 0 && tokens[at - 1].lower == "the";  // "the Lower 48"
      const bool moves = !by && measured == Measured::kLength && in_list("motion", token.lower);
      const bool trades = !by && measured != Measured::kShare && in_list("traded", token.lower);
      const bool lasts = !by && measured == Measured::kTime;  // "lost ten minutes"
      return particle || name || moves || trades || lasts ? Change::kNone : change;
    }
    by = by || token.lower == "by";
    if (token.lower != "by" && token.lower != "to" && token.lower != "a" && token.lower != "another" && token.lower != "of" && token.lower != "further") break;
  }
  if (end < tokens.size() && tokens[end].sentence == tokens[begin].sentence && in_list("change_noun", tokens[end].lower)) return changes(tokens[end].lower);
  return Change::kNone;
}

}  // namespace tetrapla::claims
