#include <algorithm>
#include <array>

#include "ingest/furniture.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kMostBylineTokens = 24;

/// Words in lower case that a byline may hold beside names.
bool is_role(const Token& token) {
  static constexpr std::array<std::string_view, 41> kRoles = {
      "and",       "in",       "for",       "with",          "at",
      "of",        "the",      "our",       "staff",         "agencies",
      "agency",    "reporter", "reporters", "correspondent", "correspondents",
      "writer",    "writers",  "editor",    "editors",       "desk",
      "newsroom",  "team",     "wire",      "wires",         "services",
      "service",   "reports",  "report",    "special",       "to",
      "political", "business", "science",   "chief",         "senior",
      "foreign",   "world",    "news",      "contributor",   "web",
      "data"};
  return std::find(kRoles.begin(), kRoles.end(), token.folded) != kRoles.end();
}

bool is_byline_sign(const Token& token) {
  return token.folded == "," || token.folded == "|" || token.folded == "&" || token.folded == "/" || token.folded == "\u2022" ||
         token.folded == "-" || token.folded == "." || token.folded == "(" || token.folded == ")" || token.folded == "@" ||
         token.folded == ";";
}

bool is_staff_word(const Token& token) {
  static constexpr std::array<std::string_view, 9> kStaff = {"staff", "agencies", "agency", "reporters",     "wires",
                                                             "wire",  "newsroom", "desk",   "correspondents"};
  return std::find(kStaff.begin(), kStaff.end(), token.folded) != kStaff.end();
}

bool is_agency_word(const Token& token) { return token.folded == "agency" || token.folded == "wire"; }

}  // namespace

std::optional<Byline> read_byline(std::span<const Token> tokens) {
  if (tokens.size() < 2 || tokens.size() > kMostBylineTokens || tokens[0].folded != "by") return std::nullopt;
  std::size_t at = 1;
  if (tokens[at].folded == ":") ++at;
  if (at >= tokens.size() || (!tokens[at].capital && tokens[at].folded != "our" && tokens[at].folded != "staff"))
    return std::nullopt;
  if (tokens.back().folded == "." && tokens.size() > 4) return std::nullopt;
  Byline byline;
  bool place = false;   // after "in"
  bool closed = false;  // after a bar: a place, a desk
  while (at < tokens.size()) {
    const Token& token = tokens[at];
    if (token.capital) {
      std::size_t end = at;  // one name: capitals, small joints between them, no "and"
      for (std::size_t i = at; i < tokens.size(); ++i) {
        const bool joint = tokens[i].folded == "de" || tokens[i].folded == "van" || tokens[i].folded == "von" ||
                           tokens[i].folded == "al" || tokens[i].folded == "la" || tokens[i].folded == "bin" ||
                           tokens[i].folded == "der" || tokens[i].folded == "el" || (tokens[i].folded == "-" && tokens[i].glued) ||
                           (tokens[i].folded == "." && tokens[i].glued && tokens[i - 1].span.size() <= 2);
        if (tokens[i].capital)
          end = i + 1;
        else if (!joint)
          break;
      }
      const bool staff_follows = end < tokens.size() && is_staff_word(tokens[end]);
      const bool staff =
          is_staff_word(tokens[end - 1]) && !is_agency_word(tokens[end - 1]);  // "Courier Staff"; "Norden News Agency" is a name
      if (staff && !byline.staff) byline.staff = {end - 1, end};
      if (!place && !closed && !staff_follows && !staff) byline.names.emplace_back(at, end);
      at = end;
      continue;
    }
    if (token.kind == Token::Kind::kNumber || (!is_role(token) && !is_byline_sign(token))) return std::nullopt;
    if (is_staff_word(token)) {
      if (!byline.staff) byline.staff = {at, at + 1};
      byline.staff->second = at + 1;
    }
    place = token.folded == "in" || token.folded == "at" || token.folded == "for" || (place && token.folded == "the");
    closed = closed || token.folded == "|" || token.folded == "-" || token.folded == "\u2022" || token.folded == "@";
    ++at;
  }
  if (byline.names.empty() && !byline.staff) return std::nullopt;
  return byline;
}

}  // namespace tetrapla::ingest
