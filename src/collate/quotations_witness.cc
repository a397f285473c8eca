#include "collate/quotations_witness.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "collate/quotations_words.h"
#include "collate/settle.h"

namespace tetrapla::collate {
namespace {

constexpr std::uint32_t kNearBegin = 2;  // words of a fragment among which its verb is
constexpr std::uint32_t kRepeated = 3;   // words of the base that two units of a report may share and still be two pieces of it

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t k = begin; k < end; ++k) result += (k > begin ? " " : "") + words[k];
  return result;
}

std::string in_marks(const std::string& words) { return "“" + words + "”"; }

/// A word and its short form: "'s" is "is" or "has", "'d" is "had" or "would".
bool one_word(std::string_view brief, std::string_view full) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrief = {
      {{"s", "is"}, {"s", "has"}, {"d", "had"}, {"d", "would"}, {"s", "us"}}};
  return std::find(kBrief.begin(), kBrief.end(), std::pair(brief, full)) != kBrief.end();
}

/// "regret" and "regrets", where it is the only change: "We regret", "the company 'regrets'".
bool other_person(std::string_view plain, std::string_view third) {
  if (plain.size() < 3) return false;
  return third.size() == plain.size() + 1 && third.starts_with(plain) && third.back() == 's';
}

class Reader {
 public:
  Reader(const Inputs& inputs, const Names& names, const QuoteGroups& all) : inputs_(inputs), names_(names), all_(all) {}

  [[nodiscard]] std::vector<Witness> read(const std::vector<Unit>& units) const {
    const Unit& base = base_of(inputs_, all_, units);
    const std::vector<std::uint32_t> base_ids = ids_of(base);
    std::map<std::vector<std::uint32_t>, Matches> aligned;  // equal wordings are aligned once
    std::vector<Witness> witnesses;
    for (const Unit& unit : units) {
      const Quote& quote = all_.quotes[unit.quote];
      const std::vector<std::uint32_t> ids = ids_of(unit);
      const auto [place, fresh] = aligned.emplace(ids, Matches{});
      if (fresh) place->second = align_words(base_ids, ids);
      Witness witness;
      witness.report = quote.report;
      witness.pieces = places(quote, unit);
      std::vector<bool> gaps;
      std::vector<bool> starts;
      for (std::uint32_t k = unit.begin; k < unit.end; ++k) {
        witness.words.push_back(quote.words[k].text);
        gaps.push_back(k > unit.begin && quote.words[k].gap_before);
        starts.push_back(k == unit.begin || quote.starts[k]);
      }
      compare(witness, base, ids, witness.words, gaps, starts, place->second);
      const claims::Quotation& from = quotation(quote);
      if (!quote.speaker_key.empty()) witness.speaker = from.speaker;  // "she" alone says nobody
      witness.person = quote.person;
      if (!witness.speaker.empty() && !from.source.empty()) {
        witness.sources.push_back({from.speaker, cite(inputs_, quote.report, hull(from.source.front(), from.source.back()))});
      }
      if (witnesses.empty() || !goes_on(witnesses.back(), witness)) {
        witnesses.push_back(std::move(witness));
        continue;
      }
      Witness& before = witnesses.back();
      before.cut_middle = before.cut_middle || witness.covered_begin > before.covered_end;
      before.cut_end = witness.cut_end;
      before.covered_end = witness.covered_end;
      before.pieces.insert(before.pieces.end(), witness.pieces.begin(), witness.pieces.end());
      before.words.insert(before.words.end(), witness.words.begin(), witness.words.end());
      before.changes.insert(before.changes.end(), witness.changes.begin(), witness.changes.end());
      before.sources.insert(before.sources.end(), witness.sources.begin(), witness.sources.end());
      if (before.speaker.empty() || (!before.person && witness.person)) {
        before.speaker = witness.speaker;
        before.person = witness.person;
      }
    }
    return witnesses;
  }

 private:
  [[nodiscard]] const claims::Quotation& quotation(const Quote& quote) const {
    return inputs_.claims[quote.report].quotations[quote.number];
  }

  /// The places of a unit: one for each piece of the quotation it meets.
  [[nodiscard]] std::vector<Span> places(const Quote& quote, const Unit& unit) const {
    const auto& tokens = inputs_.annotations[quote.report].tokens;
    std::vector<Span> spans;
    for (std::uint32_t k = unit.begin; k < unit.end;) {
      const std::uint32_t piece = quote.piece[k];
      std::uint32_t end = k;
      while (end < unit.end && quote.piece[end] == piece) ++end;
      const Span whole = quotation(quote).content[piece];
      Span span = whole;
      if (k > 0 && quote.piece[k - 1] == piece) span.begin = tokens[quote.words[k].tokens.begin].span.begin;
      if (end < quote.words.size() && quote.piece[end] == piece) {
        const std::uint32_t next = quote.words[end].tokens.begin;
        span.end = std::min(whole.end, tokens[next - 1].span.end);
      }
      spans.push_back(span);
      k = end;
    }
    return spans;
  }

  void compare(Witness& witness, const Unit& base, const std::vector<std::uint32_t>& ids, const std::vector<std::string>& words,
               const std::vector<bool>& gaps, const std::vector<bool>& starts, const Matches& matches) const {
    const Quote& from = all_.quotes[base.quote];
    const auto base_word = [&](std::uint32_t k) -> const std::string& { return from.words[base.begin + k].text; };
    const auto base_words = [&](std::uint32_t begin, std::uint32_t end) {
      std::string result;
      for (std::uint32_t k = begin; k < end; ++k) result += (k > begin ? " " : "") + base_word(k);
      return result;
    };
    const std::uint32_t base_size = base.size();
    const auto size = static_cast<std::uint32_t>(ids.size());
    if (matches.empty()) return;
    const auto change = [&](std::uint32_t i, std::uint32_t i_end, std::uint32_t j, std::uint32_t j_end) {
      if (i == i_end && j == j_end) return;
      const auto gap_in = [&](std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t k = begin; k <= end && k < size; ++k) {
          if (gaps[k]) return true;
        }
        return false;
      };
      // "he 'regrets the loss'": a fragment told in the third person, its verb right behind what was cut off.
      const auto told_on = [&](std::uint32_t a, std::uint32_t a_end, std::uint32_t b, std::uint32_t b_end, const std::string& plain,
                               const std::string& third) {
        return a_end == a + 1 && b_end == b + 1 && b <= kNearBegin && base_word(0) != words[0] &&
               (other_person(plain, third) || other_person(third, plain));
      };
      const auto base_gap = [&] {
        for (std::uint32_t k = i; k <= i_end && k < base_size; ++k) {
          if (k > 0 && from.words[base.begin + k].gap_before) return true;
        }
        return false;
      };
      if (j == j_end && gap_in(j, j_end)) {
        witness.cut_middle = true;
        return;
      }
      if (i == i_end && base_gap()) return;
      // One word split in two ("co-operate", "any one") changes nothing.
      std::string left;
      std::string right;
      for (std::uint32_t k = i; k < i_end; ++k) left += base_word(k);
      for (std::uint32_t k = j; k < j_end; ++k) right += words[k];
      if (left == right) return;
      if (i_end == i + 1 && j_end == j + 1 && (one_word(left, right) || one_word(right, left))) return;
      if (told_on(i, i_end, j, j_end, left, right)) return;
      if (j == j_end) {
        witness.changes.emplace_back(i, "leaves out " + in_marks(base_words(i, i_end)));
      } else if (i == i_end) {
        witness.changes.emplace_back(i, "adds " + in_marks(join(words, j, j_end)));
      } else {
        witness.changes.emplace_back(i, in_marks(join(words, j, j_end)) + " for " + in_marks(base_words(i, i_end)));
      }
    };
    // The begin: words of the same sentence on both sides are a change, on one side a cut.
    const auto [i0, j0] = matches.front();
    std::uint32_t base_first = i0;
    while (base_first > 0 && !from.starts[base.begin + base_first]) --base_first;
    std::uint32_t own_first = j0;
    while (own_first > 0 && !starts[own_first]) --own_first;
    if (base_first < i0 && own_first < j0) change(base_first, i0, own_first, j0);
    witness.cut_begin = (j0 == 0 && i0 > 0) || base_first > 0;
    for (std::size_t k = 1; k < matches.size(); ++k) {
      change(matches[k - 1].first + 1, matches[k].first, matches[k - 1].second + 1, matches[k].second);
    }
    const auto [i1, j1] = matches.back();
    std::uint32_t base_end = i1 + 1;
    while (base_end < base_size && !from.starts[base.begin + base_end]) ++base_end;
    std::uint32_t own_end = j1 + 1;
    while (own_end < size && !starts[own_end]) ++own_end;
    if (base_end > i1 + 1 && own_end > j1 + 1) change(i1 + 1, base_end, j1 + 1, own_end);
    witness.cut_end = (own_end == j1 + 1 && i1 + 1 < base_size) || base_end < base_size;
    witness.covered_begin = i0;
    witness.covered_end = i1 + 1;
  }

  [[nodiscard]] std::vector<std::uint32_t> ids_of(const Unit& unit) const {
    const auto& ids = all_.quotes[unit.quote].ids;
    return {ids.begin() + unit.begin, ids.begin() + unit.end};
  }

  [[nodiscard]] bool goes_on(const Witness& before, const Witness& next) const {
    return before.report == next.report && next.covered_begin + kRepeated > before.covered_end &&
           next.covered_end > before.covered_end && next.covered_begin > before.covered_begin &&
           !two_persons(names_, before.person, next.person);
  }

  const Inputs& inputs_;
  const Names& names_;
  const QuoteGroups& all_;
};

}  // namespace

std::vector<Witness> read_witnesses(const Inputs& inputs, const Names& names, const QuoteGroups& all,
                                    const std::vector<Unit>& units) {
  return Reader(inputs, names, all).read(units);
}

Witness echo_witness(const QuoteGroups& all, const Echo& echo, const Unit& base) {
  Witness witness;
  witness.report = echo.report;
  witness.quoted = false;
  witness.pieces = {echo.span};
  for (const SpokenWord& word : echo.words) witness.words.push_back(word.text);
  const Quote& from = all.quotes[base.quote];
  witness.cut_begin = from.words[base.begin].text != witness.words.front();
  witness.cut_end = from.words[base.end - 1].text != witness.words.back();
  return witness;
}

}  // namespace tetrapla::collate
