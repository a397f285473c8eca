#include "ingest/subheadings.h"

#include <algorithm>
#include <map>

#include "base/table.h"
#include "ingest/data/subheadings.h"
#include "ingest/outlets.h"
#include "ingest/pattern.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kLeastWords = 2;
constexpr std::size_t kMostWords = 8;
constexpr std::size_t kLeastBodies = 3;

bool fits(const Token& token) {
  if (token.kind == Token::Kind::kNumber) return false;
  return token.kind == Token::Kind::kWord || token.folded == "'" || token.folded == "-" || token.folded == "&";
}

}  // namespace

Subheadings::Subheadings() {
  for (const auto& row : base::rows_of(data::subheadings())) {
    if (row.size() < 2) continue;
    for (const std::string_view word : base::split(row[1], '|')) (row[0] == "maybe" ? maybe_ : verbs_).emplace(word);
  }
}

bool Subheadings::is_heading(const Unit& unit) const {
  const Tokens& tokens = unit.tokens;
  if (unit.words < kLeastWords || unit.words > kMostWords || !std::all_of(tokens.begin(), tokens.end(), fits)) return false;
  const bool quoted = tokens.front().folded == "'" && tokens.back().folded == "'";
  if (!(quoted ? tokens[1] : tokens.front()).capital || tokens.back().folded == "-") return false;
  if (std::all_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.capital; }) && is_person(tokens)) return false;
  std::size_t word = 0;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::kWord) continue;
    ++word;
    if (word > 1 && verbs_.contains(token.folded)) return false;
    if (word > 1 && word < unit.words && maybe_.contains(token.folded)) return false;
    if (token.folded == "i" || token.folded == "we" || token.folded == "you" || token.folded == "he" || token.folded == "she" ||
        token.folded == "they")
      return false;
  }
  return true;
}

void Subheadings::mark(std::vector<Unit>& units) const {
  std::vector<std::size_t> kept;
  std::size_t bodies = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].why) kept.push_back(i);
    bodies += units[i].is_body() ? 1 : 0;
  }
  if (bodies < kLeastBodies) return;
  std::map<std::string, std::vector<std::size_t>> headings;
  for (std::size_t k = 1; k + 1 < kept.size(); ++k) {
    const Unit& unit = units[kept[k]];
    if (unit.title || unit.disclosure || !units[kept[k - 1]].is_body() || !units[kept[k + 1]].is_body() || !is_heading(unit))
      continue;
    headings[key_of(unit.tokens)].push_back(kept[k]);
  }
  const bool labels = std::any_of(headings.begin(), headings.end(), [](const auto& heading) { return heading.second.size() > 1; });
  if (labels) return;  // speakers in an interview, one of whom may speak once
  for (const auto& [key, places] : headings) units[places.front()].why = ExclusionReason::kSubheading;
}

}  // namespace tetrapla::ingest
