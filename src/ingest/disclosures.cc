#include "ingest/disclosures.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/table.h"
#include "ingest/collector.h"
#include "ingest/data/disclosures.h"
#include "ingest/datelines.h"
#include "ingest/furniture.h"

namespace tetrapla::ingest {
namespace {

using Range = TokenRange;

/// In one paragraph; what comes after is not looked at, so that the work stays linear.
constexpr std::size_t kMostMatches = 100;
/// A sentence that discloses has no more tokens before or after the words that do.
constexpr std::size_t kMostSentenceTokens = 60;
constexpr std::size_t kLeadParagraphs = 2;
constexpr std::size_t kOpeningParagraphs = 4;
/// Words inside paragraphs are looked for in so much of a text, about a megabyte: a report that is longer is a book.
constexpr std::size_t kMostSearchedTokens = 200'000;

std::optional<DisclosureKind> kind_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(DisclosureKind::kSponsored); ++i) {
    const auto kind = static_cast<DisclosureKind>(i);
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

/// Without an "and" or comma at its end that an optional name left behind.
Range without_joint(const Tokens& tokens, Range range) {
  while (range.second - range.first > 1 && (tokens[range.second - 1].folded == "and" || tokens[range.second - 1].folded == ","))
    --range.second;
  return range;
}

/// The sentence of a unit that holds a range of tokens; where none ends near (a transcript without stops), the range itself.
Range sentence_of(const Unit& unit, Range range) {
  const auto ends = [&](std::size_t i) {
    const Token& t = unit.tokens[i];
    const bool stop = t.folded == "." || t.folded == "!" || t.folded == "?";
    return stop && i + 1 < unit.tokens.size() && !unit.tokens[i + 1].glued && unit.tokens[i + 1].capital && i > 0 &&
           unit.tokens[i - 1].span.size() > 2;
  };
  std::size_t begin = range.first;
  while (begin > 0 && !ends(begin - 1)) --begin;
  while (begin < range.first && unit.tokens[begin].kind != Token::Kind::kWord && unit.tokens[begin].folded != "\"")
    ++begin;  // a cue's stamp
  if (range.first - begin > kMostSentenceTokens) begin = range.first;
  std::size_t end = range.second;
  while (end < unit.tokens.size() && !ends(end - 1)) ++end;
  if (end - range.second > kMostSentenceTokens) end = range.second;
  return {begin, end};
}

/// "(AFP)" or "- AFP" as the last words of a paragraph.
std::optional<Range> closing_credit(const Tokens& tokens, const Outlets& outlets) {
  const std::size_t n = tokens.size();
  if (n < 4) return std::nullopt;
  for (std::size_t length = 1; length <= 3 && length + 2 < n; ++length) {
    const bool brackets = tokens[n - 1].folded == ")" && tokens[n - length - 2].folded == "(";
    if (brackets && outlets.is_agency(std::span(tokens).subspan(n - length - 1, length))) return Range{n - length - 2, n};
    const Token& before = tokens[n - length - 1];
    const bool stop =
        tokens[n - length - 2].folded == "." || tokens[n - length - 2].folded == "\"" || tokens[n - length - 2].folded == "-";
    if (before.folded == "-" && stop && tokens[n - 1].capital && outlets.is_agency(std::span(tokens).subspan(n - length, length))) {
      return Range{n - length, n};
    }
  }
  return std::nullopt;
}

}  // namespace

DisclosureRules::DisclosureRules() {
  for (const auto& row : base::rows_of(data::disclosures())) {
    if (row.size() < 3) continue;
    if (row[0] == "aside" || row[0] == "source") {
      for (const std::string_view word : base::split(row[2], '/')) (row[0] == "aside" ? asides_ : sources_).emplace_back(word);
      continue;
    }
    const auto kind = kind_of(row[0]);
    if (!kind) continue;
    const Reach reach = row[1] == "line"       ? Reach::kLine
                        : row[1] == "note"     ? Reach::kNote
                        : row[1] == "edge"     ? Reach::kEdge
                        : row[1] == "sentence" ? Reach::kSentence
                        : row[1] == "beside"   ? Reach::kBeside
                        : row[1] == "opening"  ? Reach::kOpening
                        : row[1] == "first"    ? Reach::kFirst
                                               : Reach::kLead;
    const auto number = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back({*kind, reach, Pattern(row[2])});
    index_of(reach).add(rules_.back().pattern, number);
  }
}

RuleIndex& DisclosureRules::index_of(Reach reach) {
  switch (reach) {
    case Reach::kLine:
    case Reach::kNote: return lines_;
    case Reach::kEdge: return edges_;
    case Reach::kSentence: return sentences_;
    case Reach::kBeside: return besides_;
    case Reach::kLead:
    case Reach::kFirst:
    case Reach::kOpening: break;
  }
  return leads_;
}

/// Where the rules of an index match inside a paragraph, in the table's order, then by place; no two matches of one rule overlap.
std::vector<DisclosureRules::Found> DisclosureRules::matches(const RuleIndex& index, const Outlets& outlets,
                                                             const Tokens& tokens) const {
  std::vector<Found> found;
  for (std::size_t i = 0; i < tokens.size() && found.size() < kMostMatches; ++i) {
    index.candidates(tokens[i], [&](std::uint32_t number) {
      const auto same = std::find_if(found.rbegin(), found.rend(), [&](const Found& f) { return f.rule == number; });
      if (same != found.rend() && same->match.end > i) return false;
      if (auto match = rules_[number].pattern.match_at(tokens, outlets, i)) found.push_back({number, std::move(*match)});
      return found.size() >= kMostMatches;
    });
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rule < b.rule; });
  return found;
}

void DisclosureRules::find_whole(const RuleIndex& index, const Outlets& outlets, Unit& unit, DisclosureCollector& found) const {
  if (unit.title || unit.tokens.empty() || unit.tokens.size() > kMostLineTokens) return;
  index.candidates(unit.tokens.front(), [&](std::uint32_t number) {
    const Rule& rule = rules_[number];
    const auto match = rule.pattern.match(unit.tokens, outlets);
    if (match && found.put(rule.kind, unit.span, unit.tokens, match->names) && rule.reach != Reach::kNote) {
      unit.disclosure = true;
      if (rule.kind == DisclosureKind::kAiMade) find_beside(outlets, unit, found);
    }
    return false;
  });
}

void DisclosureRules::find_sentences(const Outlets& outlets, Unit& unit, DisclosureCollector& found) const {
  for (const auto& [number, match] : matches(sentences_, outlets, unit.tokens)) {
    const Rule& rule = rules_[number];
    const Range sentence = sentence_of(unit, {match.begin, match.end});
    if (!found.put(rule.kind, span_of(unit.tokens, sentence), unit.tokens, match.names)) continue;
    // A paragraph that goes on with the report is none that only discloses.
    unit.disclosure =
        unit.disclosure || 2 * (sentence.second - sentence.first) >= unit.tokens.size() || unit.tokens.size() <= kMostLineTokens;
    if (rule.kind == DisclosureKind::kAiMade) find_beside(outlets, unit, found);
  }
}

void DisclosureRules::find_beside(const Outlets& outlets, const Unit& unit, DisclosureCollector& found) const {
  for (const auto& [number, credit] : matches(besides_, outlets, unit.tokens)) {
    found.put(rules_[number].kind, span_of(unit.tokens, without_joint(unit.tokens, {credit.begin, credit.end})), unit.tokens,
              credit.names);
  }
}

bool DisclosureRules::is_origin(const Rule& rule, const Pattern::Match& match, const Unit& unit, const Lead& lead) const {
  const Range sentence = sentence_of(unit, {match.begin, match.end});
  const bool aside = std::find(asides_.begin(), asides_.end(), unit.tokens[sentence.first].folded) != asides_.end();
  if (lead.credited || aside) return false;
  switch (rule.reach) {
    case Reach::kFirst: return lead.bodies == 1;
    case Reach::kLead: return lead.bodies == 1 || (lead.bodies == kLeadParagraphs && !lead.first_sourced);
    case Reach::kOpening: return lead.bodies <= kOpeningParagraphs;
    default: return false;
  }
}

std::vector<Disclosure> DisclosureRules::find(std::string_view text, const Metadata& meta, const Outlets& outlets,
                                              std::vector<Unit>& units) const {
  DisclosureCollector found(text, meta, outlets);
  // What says it is a disclosure by its words alone; the body of the report is what is left.
  std::size_t searched = 0;
  std::vector<bool> search(units.size(), false);
  for (std::size_t i = 0; i < units.size(); ++i) {
    searched += units[i].tokens.size();
    search[i] = searched <= kMostSearchedTokens;
    find_whole(lines_, outlets, units[i], found);
    if (search[i]) find_sentences(outlets, units[i], found);
  }
  const Body body = body_of(units);
  Lead lead;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    const Tokens& tokens = unit.tokens;
    if (tokens.empty() || unit.disclosure) continue;
    if (body.at_edge(i)) {
      if (const auto byline = read_byline(tokens)) {
        found.find_in_byline(tokens, *byline);
        continue;
      }
    }
    if (const auto dateline = read_dateline(tokens, outlets); dateline && dateline->credit) {
      found.name_origin(tokens, *dateline->credit, {dateline->credit->first + 1, dateline->credit->second - 1});
    }
    if (const auto range = i + 1 >= body.tail_begin ? closing_credit(tokens, outlets) : std::nullopt) {
      const bool brackets = tokens[range->first].folded == "(";
      found.put(DisclosureKind::kCredit, span_of(tokens, *range), tokens,
                {brackets ? Range{range->first + 1, range->second - 1} : *range});
    }
    const bool is_body = unit.is_body();
    if (body.at_edge(i)) find_whole(edges_, outlets, unit, found);
    if (!search[i]) continue;
    if (is_body) {
      ++lead.bodies;
      lead.credited = found.has_credit();
    }
    for (const auto& [number, match] : matches(leads_, outlets, tokens)) {
      found.mention(tokens, i, match, is_body && is_origin(rules_[number], match, unit, lead));
    }
    if (is_body && lead.bodies == 1) {
      lead.first_sourced = std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) {
        return std::find(sources_.begin(), sources_.end(), t.folded) != sources_.end();
      });
    }
  }
  return std::move(found).finish(units);
}

}  // namespace tetrapla::ingest
