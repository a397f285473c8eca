#include "ingest/datelines.h"

#include <algorithm>

#include "ingest/pattern.h"

namespace tetrapla::ingest {
namespace {

using Name = std::span<const Token>;

constexpr std::size_t kMostTokens = 20;
constexpr std::size_t kMostCreditTokens = 10;

bool is_dash(const Token& token) { return token.folded == "-" || token.folded == "_"; }

/// A dash inside a name: "Port-au-Prince".
bool joins(Name tokens, std::size_t at) {
  return tokens[at].folded == "-" && tokens[at].glued && at + 1 < tokens.size() && tokens[at + 1].glued;
}

/// Words and signs that places and dates are made of.
bool fits(Name tokens, std::size_t at) {
  const Token& t = tokens[at];
  if (t.capital || t.kind == Token::Kind::kNumber || joins(tokens, at)) return true;
  return t.folded == "," || t.folded == "." || t.folded == "/" || t.folded == "'" || t.folded == "th" || t.folded == "st" ||
         t.folded == "nd" || t.folded == "rd" || t.folded == "of" || t.folded == "the" || t.folded == "au" || t.folded == "de";
}

/// One past the ")" of an agency's name at `open`; 0 where other words stand in the brackets.
std::size_t credit_at(Name tokens, std::size_t open, const Outlets& outlets) {
  std::size_t close = open + 1;
  while (close < tokens.size() && close - open <= kMostCreditTokens && tokens[close].folded != ")") ++close;
  if (close >= tokens.size() || tokens[close].folded != ")" || close == open + 1) return 0;
  const Name name = tokens.subspan(open + 1, close - open - 1);
  Date date;
  if ((!name.front().capital && !outlets.is_agency(name)) || read_date(name, 0, date) > 0) return 0;
  const bool several = std::any_of(name.begin(), name.end(), [](const Token& t) { return t.folded == "/" || t.folded == ","; });
  if (name.size() > 1 && name.front().capital && !several && longest_name(tokens, open + 1) < name.size()) return 0;
  return close + 1;
}

/// What is no place in capitals: "LIVE — …", "AFP — …", "NATO's".
bool is_place(Name tokens, const Outlets& outlets) {
  if (tokens.empty() || !tokens.front().capitals || tokens.front().span.size() < 3) return false;
  return !outlets.is_section(tokens) && !outlets.is_outlet(tokens) && !outlets.is_label(tokens);
}

}  // namespace

std::optional<Dateline> read_dateline(std::span<const Token> tokens, const Outlets& outlets) {
  Dateline line;
  std::size_t at = 0;
  while (at < tokens.size() && at < kMostTokens && tokens[at].folded != "(" && fits(tokens, at)) ++at;
  if (at >= tokens.size()) return std::nullopt;
  const Name before = tokens.first(at);
  std::size_t place_end = 0;
  for (std::size_t i = 0; i < at && line.date.month == 0; ++i) {
    if (read_date(tokens.first(at), i, line.date) == 0) place_end = i + 1;
  }
  const bool dated = line.date.month != 0;
  const bool place = is_place(before.first(place_end), outlets);
  bool known = false;  // the agency
  if (tokens[at].folded == "(") {
    const std::size_t end = credit_at(tokens, at, outlets);
    if (end == 0) return std::nullopt;
    line.credit = {at, end};
    known = outlets.is_outlet(tokens.subspan(at + 1, end - at - 2));
    // Other brackets stand after names too: "Senator Ann Lee (R-Texas) - ".
    if (!(dated || place || known)) return std::nullopt;
    at = end;
  }
  if (at >= tokens.size()) return std::nullopt;
  const bool dash = is_dash(tokens[at]);
  if (dash || (tokens[at].folded == ":" && (dated || (line.credit && before.empty())))) {
    const bool comma = dated && place_end > 1 && before[place_end - 1].folded == ",";  // "On October 1 -" has none
    if (!line.credit && !place && !comma) return std::nullopt;
    while (at < tokens.size() && (is_dash(tokens[at]) || tokens[at].folded == ":")) ++at;
    const bool opens = at == tokens.size() ? line.credit.has_value() : tokens[at].kind != Token::Kind::kWord || tokens[at].capital;
    if (!line.credit && !opens) return std::nullopt;                                             // "NATO - the alliance"
  } else if (!(known && tokens[at].capital && (before.empty() || dated || tokens[at].glued))) {  // "(CNN)Three people …"
    return std::nullopt;
  }
  line.end = at;
  return line;
}

}  // namespace tetrapla::ingest
