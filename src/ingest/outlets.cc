#include "ingest/outlets.h"

#include <algorithm>

#include "base/table.h"
#include "ingest/data/outlets.h"

namespace tetrapla::ingest {
namespace {

/// "Middle East and Africa", "U.S. News": no section's name has more tokens.
constexpr std::size_t kMostSectionTokens = 6;

/// Call signs of American stations: three or four capitals, the first K or W.
bool is_call_sign(const Token& token) {
  return token.capitals && token.span.size() >= 3 && token.span.size() <= 4 && token.folded.size() == token.span.size() &&
         (token.folded[0] == 'k' || token.folded[0] == 'w');
}

}  // namespace

std::string key_of(std::span<const Token> tokens) {
  std::string key;
  for (const Token& token : tokens) {
    if (!key.empty()) key += ' ';
    key += token.folded;
  }
  return key;
}

Outlets::Outlets() {
  for (const auto& row : base::rows_of(data::outlets())) {
    if (row.size() < 2) continue;
    auto& set = row[0] == "agency"        ? agencies_
                : row[0] == "outlet"      ? outlets_
                : row[0] == "agency-tail" ? agency_tails_
                : row[0] == "outlet-tail" ? outlet_tails_
                : row[0] == "site-head"   ? site_heads_
                : row[0] == "label"       ? labels_
                                          : sections_;
    for (const std::string_view name : base::split(row[1], '|')) {
      set.insert(key_of(tokens_of(name, {0, static_cast<std::uint32_t>(name.size())})));
    }
  }
}

namespace {

/// "Bill O'Reilly of Fox News", "July's Washington Post": an outlet with something before it.
bool holds_more(std::span<const Token> name) {
  const std::string& first = name.front().folded;
  if (first == "by" || first == "with" || first == "from" || first == "via") return true;
  return std::any_of(name.begin(), name.end() - 1,
                     [](const Token& t) { return t.folded == "of" || t.folded == "for" || t.folded.ends_with("'s"); });
}

}  // namespace

bool Outlets::is_agency(std::span<const Token> name) const {
  if (name.empty()) return false;
  if (name.front().folded == "the") name = name.subspan(1);
  return agencies_.contains(key_of(name)) || (name.size() >= 2 && !holds_more(name) && agency_tails_.contains(name.back().folded));
}

bool Outlets::is_outlet(std::span<const Token> name) const {
  if (name.empty()) return false;
  if (name.size() > 1 && name.front().folded == "the") name = name.subspan(1);
  return is_agency(name) || outlets_.contains(key_of(name)) ||
         (name.size() >= 2 && !holds_more(name) && outlet_tails_.contains(name.back().folded));
}

bool Outlets::is_section(std::span<const Token> name) const {
  return name.size() <= kMostSectionTokens && sections_.contains(key_of(name));
}

bool Outlets::is_label(std::span<const Token> name) const {
  return name.size() <= kMostSectionTokens && labels_.contains(key_of(name));
}

bool Outlets::is_site(std::span<const Token> name) const {
  if (name.empty() || name.size() > 6) return false;
  const bool capitals = std::all_of(name.begin(), name.end(), [](const Token& t) {
    return t.capital || t.kind != Token::Kind::kWord || t.folded == "of" || t.folded == "the" || t.folded == "and";
  });
  if (capitals && (is_outlet(name) || site_heads_.contains(name.front().folded))) return true;
  if (name.size() >= 3 && name[name.size() - 2].folded == "." && name.back().glued && !name.back().capital)
    return true;  // a domain
  return capitals && name.size() <= 4 && is_call_sign(name.front()) && name.size() >= 2 && !is_call_sign(name[1]);
}

}  // namespace tetrapla::ingest
