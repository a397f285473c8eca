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

/// Whether the words that look like a bound say something else before the article that follows them: a preposition ("over the three days"),
/// or a comparison with a figure that is known exactly ("less than the $184 million reported", "topping a 35 million accord").
bool is_no_bound(const Annotation& annotation, const Hedge& hedge, std::uint32_t article) {
  const std::string_view last = annotation.tokens[hedge.tokens.end - 1].lower;
  const bool the = annotation.tokens[article].lower == "the";
  if (last == "than") return the;
  if (hedge.tokens.size() != 1) return false;
  return in_list("spatial", last) || in_list("outdo", last) || (the && in_list("near_the", last));
}

/// "will not go beyond", "none of them is thought to be more than", "never exceeded": a negation that reaches the bound over such words alone
/// as carry a length or a sum. "Nobody has lived there for more than 30 years" denies no length.
bool is_denied(const Annotation& annotation, std::uint32_t bound) {
  constexpr std::uint32_t kVerbTokens = 6;
  constexpr std::uint32_t kSubjectTokens = 5;
  const auto& tokens = annotation.tokens;
  const auto lower = [&](std::uint32_t at) { return std::string_view(tokens[at].lower); };
  const auto inside = [&](std::uint32_t at) {
    return at > 0 && tokens[at - 1].sentence == tokens[bound].sentence && !in_list("clause_end", lower(at - 1));
  };
  std::uint32_t at = bound;
  bool verb = in_list("amounting", lower(bound));  // "exceeded" carries its own
  for (std::uint32_t step = 0; step < kVerbTokens && inside(at); ++step, --at) {
    if (in_list("denial", lower(at - 1))) return verb || at == bound;
    if (in_list("amounting", lower(at - 1))) {
      verb = true;
    } else if (!in_list("before_amount", lower(at - 1))) {
      break;
    }
  }
  for (std::uint32_t step = 0; verb && step < kSubjectTokens && inside(at); ++step, --at) {
    if (in_list("no_subject", lower(at - 1))) return true;
    if (in_list("before_subject", lower(at - 1))) return lower(at - 1) == "that" && inside(at - 1) && lower(at - 2) == "unlikely";
  }
  return false;
}

Bound denied(Bound bound) {
  if (bound == Bound::kMoreThan) return Bound::kAtMost;
  return bound == Bound::kLessThan ? Bound::kAtLeast : bound;
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
        if (const auto found = hedges("before").find(joined); found != hedges("before").end())
          best = {found->second, {last - count, last}};
      }
      if (best.tokens.size() > 0) {
        if (last == begin || !is_no_bound(annotation, best, last)) {
          if (is_denied(annotation, best.tokens.begin)) best.bound = denied(best.bound);
          return best;
        }
        best = {};
        break;
      }
      const std::string_view between = tokens[last - 1].lower;
      if (between != "a" && between != "an" && between != "another" && between != "the") break;
      --last;
    }
  }
  std::string joined;
  for (std::uint32_t at = end; at < tokens.size() && at < end + kLongestHedge && tokens[at].sentence == tokens[begin].sentence;
       ++at) {
    if (at > end) joined += ' ';
    joined += tokens[at].lower;
    if (const auto found = hedges("after").find(joined); found != hedges("after").end()) best = {found->second, {end, at + 1}};
  }
  return best;
}

Change find_change(const Annotation& annotation, std::uint32_t begin, std::uint32_t end, Measured measured) {
  const auto& tokens = annotation.tokens;
  const auto changes = [](std::string_view word) {
    return in_list("up", word) ? Change::kUp : in_list("down", word) ? Change::kDown : Change::kNone;
  };
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
    if (token.lower != "by" && token.lower != "to" && token.lower != "a" && token.lower != "another" && token.lower != "of" &&
        token.lower != "further")
      break;
  }
  if (end < tokens.size() && tokens[end].sentence == tokens[begin].sentence && in_list("change_noun", tokens[end].lower))
    return changes(tokens[end].lower);
  return Change::kNone;
}

}  // namespace tetrapla::claims
