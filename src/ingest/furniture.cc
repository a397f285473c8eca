#include "ingest/furniture.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "ingest/data/furniture.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kMostTeasers = 12;
constexpr std::size_t kMostTeaserWords = 25;
/// After the end of a page's report ("This text was made by a machine"), teasers may be whole sentences; so many, so long.
constexpr std::size_t kMostClosingTeasers = 10;
constexpr std::size_t kMostClosingWords = 60;
constexpr std::size_t kLeastBodies = 2;
constexpr std::size_t kMostSubheadingWords = 7;

std::optional<ExclusionReason> reason_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(ExclusionReason::kUrl); ++i) {
    const auto why = static_cast<ExclusionReason>(i);
    if (name_of(why) == name) return why;
  }
  return std::nullopt;
}

bool is_sign(const Token& token) { return token.kind == Token::Kind::kSign; }

/// "http://…", "www.…", also "http: / / news. example. com / …"; nothing else on the line.
bool is_address(const Tokens& tokens) {
  if (tokens.size() < 4) return false;
  const bool scheme = (tokens[0].folded == "http" || tokens[0].folded == "https") && tokens[1].folded == ":" &&
                      tokens[2].folded == "/" && tokens[3].folded == "/";
  const bool www = tokens[0].folded == "www" && tokens[1].folded == ".";
  if (!scheme && !www) return false;
  // Words follow each other without a sign only in prose; a slug's words have "-" or "_" between them.
  std::size_t pairs = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i)
    pairs += !is_sign(tokens[i]) && !is_sign(tokens[i - 1]) && !tokens[i].glued ? 1U : 0U;
  return pairs <= 1;
}

/// "#LakeTengra #AkBulut": all words are hashtags.
bool is_hashtags(const Tokens& tokens) {
  std::size_t tags = 0;
  bool inside = false;
  for (const Token& token : tokens) {
    if (token.folded == "#") {
      ++tags;
      inside = true;
    } else if (token.folded == ",") {
      inside = false;
    } else if (!inside || !token.glued) {
      return false;
    }
  }
  return tags > 0;
}

/// No word at all ("* * *"), or the codes of a page's machinery ("~HT.318~ED.194~").
bool is_code(std::string_view text, const Unit& unit) {
  if (unit.words == 0) return true;
  const std::string_view line = slice(text, unit.span);
  return line.find_first_of("~^{}") != std::string_view::npos && line.find(' ') == std::string_view::npos &&
         line.find_first_of("0123456789") != std::string_view::npos;
}

bool is_date_alone(const Tokens& tokens) {
  Date date;
  return !tokens.empty() && read_date(tokens, 0, date) == tokens.size();
}

std::string line_key(const Tokens& tokens) {
  std::string key;
  for (const Token& token : tokens) {
    if (!is_sign(token)) key += token.folded + ' ';
  }
  return key;
}

bool begins_with_bullet(const Tokens& tokens) {
  return tokens.size() > 1 && is_sign(tokens[0]) &&
         (tokens[0].folded == "-" || tokens[0].folded == "\u2022" || tokens[0].folded == "*" || tokens[0].folded == ">");
}

bool is_teaser(const Unit& unit) {
  if (unit.why) return true;
  if (unit.words > kMostTeaserWords || unit.tokens.empty()) return false;
  const Token& last = unit.tokens.back();
  if (begins_with_bullet(unit.tokens)) return true;
  return last.folded != "." && last.folded != "\"" && last.folded != ":" && unit.tokens.front().folded != "\"";
}

}  // namespace

Furniture::Furniture() {
  for (const auto& row : base::rows_of(data::furniture())) {
    if (row.size() < 3) continue;
    const auto why = reason_of(row[0]);
    if (!why) continue;
    const Reach reach = row[1] == "block"  ? Reach::kBlock
                        : row[1] == "edge" ? Reach::kEdge
                        : row[1] == "head" ? Reach::kHead
                                           : Reach::kLine;
    const auto number = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back({*why, reach, Pattern(row[2])});
    (reach == Reach::kEdge ? edges_ : reach == Reach::kHead ? heads_ : lines_).add(rules_.back().pattern, number);
    if (reach == Reach::kBlock) blocks_.add(rules_.back().pattern, number);
  }
}

const Furniture::Rule* Furniture::rule_of(const RuleIndex& index, const Tokens& tokens, const Outlets& outlets) const {
  if (tokens.empty() || tokens.size() > kMostLineTokens) return nullptr;
  const Rule* found = nullptr;
  index.candidates(tokens.front(), [&](std::uint32_t number) {
    if (rules_[number].pattern.match(tokens, outlets)) found = &rules_[number];
    return found != nullptr;
  });
  return found;
}

void Furniture::mark_lines(std::string_view text, const Outlets& outlets, std::vector<Unit>& units) const {
  for (Unit& unit : units) {
    if (is_address(unit.tokens))
      unit.why = ExclusionReason::kUrl;
    else if (is_hashtags(unit.tokens))
      unit.why = ExclusionReason::kHashtags;
    else if (is_code(text, unit))
      unit.why = ExclusionReason::kNavigation;
    else if (const Rule* rule = rule_of(lines_, unit.tokens, outlets))
      unit.why = rule->why;
  }
  const Body body = body_of(units);
  const auto dates_alone =
      std::count_if(units.begin(), units.end(), [](const Unit& unit) { return !unit.why && is_date_alone(unit.tokens); });
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    if (unit.why) continue;
    if (const auto stamp = read_stamp_line(unit.tokens)) {
      const bool labelled = std::any_of(stamp->moments.begin(), stamp->moments.end(), [](const StampLine::Moment& m) {
        return m.label != StampLine::Label::kNone || (m.date.year != 0 && m.time);
      });
      // A date alone in the middle of a text heads a part of a chronology.
      const bool chronology = i > body.begin && dates_alone > 1 && is_date_alone(unit.tokens);
      if ((body.at_edge(i) && !chronology) || labelled || stamp->reading_time || stamp->comments)
        unit.why = ExclusionReason::kTimestamp;
      continue;
    }
    if (!body.at_edge(i)) continue;
    if (read_byline(unit.tokens))
      unit.why = ExclusionReason::kByline;
    else if (const Rule* rule = rule_of(edges_, unit.tokens, outlets))
      unit.why = rule->why;
  }
}

void Furniture::mark_blocks(const Outlets& outlets, std::size_t title, std::string_view title_text,
                            std::vector<Unit>& units) const {
  std::vector<bool> heads(units.size(), false);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Tokens& tokens = units[i].tokens;
    if (!units[i].why || tokens.empty() || tokens.size() > kMostTeaserWords) continue;
    heads[i] = rule_of(blocks_, tokens, outlets) != nullptr;
  }
  std::size_t bodies = 0;
  bool ended = false;  // what a page says about the report stands after it
  for (std::size_t i = 0; i < units.size(); ++i) {
    bodies += units[i].is_body() ? 1 : 0;
    ended = ended || (units[i].disclosure && bodies >= kLeastBodies);
    if (!heads[i]) continue;
    std::size_t end = i + 1;
    while (end < units.size() && end - i <= kMostTeasers && end != title && is_teaser(units[end])) ++end;
    if (end < units.size() && ended && units.size() - end <= kMostClosingTeasers &&
        std::all_of(units.begin() + static_cast<std::ptrdiff_t>(end), units.end(),
                    [](const Unit& u) { return u.words <= kMostClosingWords; })) {
      end = units.size();
    } else if (end < units.size() && end - i > 2 && units[end - 1].words <= kMostSubheadingWords) {
      --end;  // the report goes on: perhaps under a subheading
    }
    for (std::size_t k = i + 1; k < end; ++k) {
      if (!units[k].why && !units[k].disclosure) units[k].why = ExclusionReason::kRelatedLinks;
    }
  }
  const std::string title_key = line_key(tokens_of(title_text, {0, static_cast<std::uint32_t>(title_text.size())}));
  const Body body = body_of(units);
  const std::size_t above = title < units.size() ? title : 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    if (unit.why || i == title) continue;
    const bool beside = (i > 0 && units[i - 1].why) || (i + 1 < units.size() && units[i + 1].why);
    if (!title_key.empty() && unit.words >= 2 && line_key(unit.tokens) == title_key) {
      unit.why = ExclusionReason::kRepeatedHeadline;
    } else if (outlets.is_section(unit.tokens) && (i < above || body.at_edge(i) || beside)) {
      unit.why = ExclusionReason::kSectionLabel;
    } else if (i < above && unit.masthead) {
      unit.why = ExclusionReason::kSectionLabel;
    } else if (title < units.size() && i > title && i < body.begin) {
      if (const Rule* rule = rule_of(heads_, unit.tokens, outlets))
        unit.why = rule->why;
      else if (i + 1 < units.size() && units[i + 1].why == ExclusionReason::kTimestamp && unit.tokens.size() <= 4 &&
               is_person(unit.tokens))
        unit.why = ExclusionReason::kByline;
    }
  }
}

}  // namespace tetrapla::ingest
