#include "language/short_forms.h"

#include <algorithm>

#include "language/is_one_of.h"
#include "language/lexicon.h"

namespace tetrapla::language {
namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) result += ' ';
    result += words[i];
  }
  return result;
}

bool legal(const std::string& word) {
  return is_one_of(word, {"inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp",    "corp.",       "co",      "co.",   "gmbh",    "ag",
                          "sa",  "s.a.", "nv",  "ab",   "asa", "oyj", "limited", "corporation", "company", "group", "holdings"});
}

bool generic(const std::string& word) {
  const Lexicon& lex = lexicon();
  return !lex.name_word(word, "last").empty() || !lex.name_word(word, "head").empty();
}

bool names_place(const std::string& words) { return lexicon().sure_place(words); }

}  // namespace

bool shortens(const Words& brief, const Words& full, std::string_view full_name, const WordsHere& here) {
  if (brief.empty() || brief.size() >= full.size()) return false;
  const Lexicon& lex = lexicon();
  const bool one = brief.size() == 1;
  const bool telling = !one || !(generic(brief[0]) || !lex.name_word(brief[0], "first").empty());
  if (one && (here.place(brief[0]) || !lex.known(brief[0]).empty() || !lex.title(brief[0]).empty())) return false;
  if (!telling && !here.one_report) return false;
  const bool of = full_name.find(" of ") != std::string_view::npos;
  const bool pair = full_name.find(" & ") != std::string_view::npos || full_name.find(" and ") != std::string_view::npos;
  const bool chamber = one && is_one_of(brief[0], {"house", "senate"});  // "the House" is no short form of "White House"
  for (std::size_t at = 0; at + brief.size() <= full.size(); ++at) {
    if (!std::equal(brief.begin(), brief.end(), full.begin() + static_cast<std::ptrdiff_t>(at))) continue;
    const auto after = full.begin() + static_cast<std::ptrdiff_t>(at + brief.size());
    const std::string front = joined(full, 0, at);
    const std::string tail = joined(full, at + brief.size(), full.size());
    const bool begins = one && at == 0 && full.size() <= 3 && !of && !pair && telling && here.name(brief[0]) &&
                        lex.name_word(full[1], "public").empty() && lex.no_name(full.back()) == WordRole::kNone;
    const bool tail_fits = std::all_of(after, full.end(), legal) || (of && names_place(tail)) || begins;
    const bool front_fits = at == 0 || names_place(front) || lex.demonym(front) || lex.name_word(front, "first") == "PRODUCT" ||
                            (here.one_report && (here.place(full[0]) || (!telling && !chamber && tail.empty())));
    if (tail_fits && front_fits && (telling || at > 0)) return true;
  }
  return !one && full.size() == brief.size() + 1 && brief.front() == full.front() && brief.back() == full.back() &&
         !lex.common(brief.front()) && generic(brief.back());
}

}  // namespace tetrapla::language
