#include "ingest/disclosures.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/table.h"
#include "ingest/data/disclosures.h"
#include "ingest/furniture.h"

namespace tetrapla::ingest {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::size_t kLeadParagraphs = 2;
/// An outlet to which a report attributes this much is where it comes from, not a source for one fact.
constexpr std::size_t kAttributionsThatCredit = 3;
constexpr std::size_t kMostDatelineTokens = 20;

std::optional<DisclosureKind> kind_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(DisclosureKind::kSponsored); ++i) {
    const auto kind = static_cast<DisclosureKind>(i);
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

Span span_of(const Tokens& tokens, Range range) { return {tokens[range.first].span.begin, tokens[range.second - 1].span.end}; }

/// Without "the" before it.
Range bare_name(const Tokens& tokens, Range name) {
  if (name.second - name.first > 1 && tokens[name.first].folded == "the") ++name.first;
  return name;
}

/// The sentence of a unit that holds a range of tokens.
Span sentence_of(const Unit& unit, Range range) {
  const auto ends = [&](std::size_t i) {
    const Token& t = unit.tokens[i];
    const bool stop = t.folded == "." || t.folded == "!" || t.folded == "?";
    return stop && i + 1 < unit.tokens.size() && !unit.tokens[i + 1].glued && unit.tokens[i + 1].capital && i > 0 && unit.tokens[i - 1].span.size() > 2;
  };
  std::size_t begin = range.first;
  while (begin > 0 && !ends(begin - 1)) --begin;
  std::size_t end = range.second;
  while (end < unit.tokens.size() && !ends(end - 1)) ++end;
  return span_of(unit.tokens, {begin, end});
}

/// "(Meridian Press)" in "SARYCHAN, March 13 (Meridian Press) -".
std::optional<Range> dateline_credit(const Tokens& tokens, const Outlets& outlets) {
  std::size_t i = 0;
  for (; i < tokens.size() && i < kMostDatelineTokens && tokens[i].folded != "("; ++i) {
    const Token& t = tokens[i];
    const bool sign = t.folded == "," || t.folded == "." || t.folded == "/" || t.folded == "-" || t.folded == "'";
    if (!t.capital && t.kind != Token::Kind::kNumber && !sign && t.folded != "th" && t.folded != "of" && t.folded != "the") return std::nullopt;
  }
  if (i >= tokens.size() || tokens[i].folded != "(") return std::nullopt;
  const std::size_t open = i++;
  const std::size_t begin = i;
  while (i < tokens.size() && i - begin <= 10 && tokens[i].folded != ")") ++i;
  if (i >= tokens.size() || tokens[i].folded != ")" || i == begin || i + 1 >= tokens.size()) return std::nullopt;
  const std::string& after = tokens[i + 1].folded;
  const bool dash = after == "-" || after == "_" || (open == 0 && after == ":");
  const std::span<const Token> name(tokens.data() + begin, i - begin);
  if (!dash || (!name.front().capital && !outlets.is_agency(name))) return std::nullopt;
  if (name.front().capital && longest_name(tokens, begin) < name.size() && name.size() > 1 &&
      std::none_of(name.begin(), name.end(), [](const Token& t) { return t.folded == "/" || t.folded == ","; })) {
    return std::nullopt;
  }
  return Range{open, i + 1};
}

/// "(AFP)" or "- AFP" as the last words of a paragraph.
std::optional<Range> closing_credit(const Tokens& tokens, const Outlets& outlets) {
  const std::size_t n = tokens.size();
  if (n < 4) return std::nullopt;
  for (std::size_t length = 1; length <= 3 && length + 2 < n; ++length) {
    const bool brackets = tokens[n - 1].folded == ")" && tokens[n - length - 2].folded == "(";
    if (brackets && outlets.is_agency(std::span(tokens).subspan(n - length - 1, length))) return Range{n - length - 2, n};
    const Token& before = tokens[n - length - 1];
    const bool stop = tokens[n - length - 2].folded == "." || tokens[n - length - 2].folded == "\"" || tokens[n - length - 2].folded == "-";
    if (before.folded == "-" && stop && tokens[n - 1].capital && outlets.is_agency(std::span(tokens).subspan(n - length, length))) {
      return Range{n - length, n};
    }
  }
  return std::nullopt;
}

/// Two names of one outlet: "Bloomberg" and "Bloomberg News".
bool same_outlet(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return longer == shorter || longer.starts_with(shorter + " ");
}

std::string plain_key(std::string_view name) {
  std::string key;
  for (const Token& token : tokens_of(name, {0, static_cast<std::uint32_t>(name.size())})) {
    if (token.kind == Token::Kind::kSign || token.folded == "the") continue;
    key += token.folded;
  }
  return key;
}

}  // namespace

DisclosureRules::DisclosureRules() {
  for (const auto& row : base::rows_of(data::disclosures())) {
    if (row.size() < 3) continue;
    const auto kind = kind_of(row[0]);
    if (!kind) continue;
    const Reach reach = row[1] == "line"       ? Reach::kLine
                        : row[1] == "edge"     ? Reach::kEdge
                        : row[1] == "sentence" ? Reach::kSentence
                        : row[1] == "beside"   ? Reach::kBeside
                                               : Reach::kLead;
    rules_.push_back({*kind, reach, Pattern(row[2])});
  }
}

DisclosureRules::Found DisclosureRules::find(std::string_view text, const Metadata& meta, const Outlets& outlets,
                                             const std::vector<Unit>& units) const {
  Found found;
  found.closes.assign(units.size(), false);
  const std::string own_publisher = plain_key(meta.publisher);
  const std::string own_id = plain_key(meta.id);
  const auto is_own = [&](std::string_view name) {
    const std::string key = plain_key(name);
    return !key.empty() && (own_id == key || own_publisher == key || (key.size() >= 5 && own_publisher.ends_with(key)));
  };
  const auto put = [&](DisclosureKind kind, Span span, const Tokens& tokens, const std::vector<Range>& names) {
    Disclosure one{kind, {}, span};
    for (const Range& range : names) {
      const Range name = bare_name(tokens, range);
      one.names.emplace_back(slice(text, span_of(tokens, name)));
    }
    const bool credits = kind == DisclosureKind::kCredit || kind == DisclosureKind::kSyndicated;
    if (credits && !one.names.empty() && std::all_of(one.names.begin(), one.names.end(), is_own)) return false;
    for (const Disclosure& other : found.disclosures) {
      if (other.kind == kind && other.span.overlaps(span)) return false;
    }
    found.disclosures.push_back(std::move(one));
    return true;
  };

  const Body body = body_of(units);
  std::size_t bodies = 0;
  struct Mention {
    std::string key;
    std::size_t count = 0;
    std::size_t unit = 0;
    Range range;
    std::vector<Range> names;
  };
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const Tokens& tokens = unit.tokens;
    if (tokens.empty()) continue;
    if (const auto byline = body.at_edge(i) ? read_byline(tokens) : std::nullopt) {
      if (byline->staff && std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
            return t.folded == "agencies" || t.folded == "agency" || t.folded == "wires" || t.folded == "wire";
          })) {
        put(DisclosureKind::kCredit, span_of(tokens, *byline->staff), tokens, {});
      }
      for (const Range& name : byline->names) {
        if (outlets.is_agency(std::span(tokens).subspan(name.first, name.second - name.first))) put(DisclosureKind::kCredit, span_of(tokens, name), tokens, {name});
      }
      continue;
    }
    if (const auto range = dateline_credit(tokens, outlets)) {
      put(DisclosureKind::kCredit, span_of(tokens, *range), tokens, {{range->first + 1, range->second - 1}});
    }
    const bool last_body = i + 1 == body.tail_begin;
    if (const auto range = last_body || body.at_edge(i) ? closing_credit(tokens, outlets) : std::nullopt) {
      const bool brackets = tokens[range->first].folded == "(";
      put(DisclosureKind::kCredit, span_of(tokens, *range), tokens, {brackets ? Range{range->first + 1, range->second - 1} : *range});
    }
    bool machine = false;
    const bool is_body = unit.is_body();
    bodies += is_body ? 1 : 0;
    const bool lead = is_body && bodies <= kLeadParagraphs;
    for (const Rule& rule : rules_) {
      if (rule.reach == Reach::kLine || rule.reach == Reach::kEdge) {
        if (tokens.size() > kMostLineTokens || (rule.reach == Reach::kEdge && !body.at_edge(i))) continue;
        if (const auto match = rule.pattern.match(tokens, outlets)) {
          if (put(rule.kind, unit.span, tokens, match->names)) found.closes[i] = i >= body.head_end;
          machine = machine || rule.kind == DisclosureKind::kAiMade;
        }
      } else if (rule.reach == Reach::kSentence) {
        if (const auto match = rule.pattern.find(tokens, outlets)) {
          if (put(rule.kind, sentence_of(unit, {match->begin, match->end}), tokens, match->names)) found.closes[i] = i >= body.head_end;
          machine = machine || rule.kind == DisclosureKind::kAiMade;
        }
      } else if (rule.reach == Reach::kBeside) {
        if (!machine) continue;
        if (const auto match = rule.pattern.find(tokens, outlets)) put(rule.kind, span_of(tokens, {match->begin, match->end}), tokens, match->names);
      } else {
        for (auto match = rule.pattern.find(tokens, outlets); match; match = rule.pattern.find(tokens, outlets, match->end)) {
          if (match->names.empty()) continue;
          const Range range{match->begin, match->end};
          const std::vector<Range> name{match->names.back()};
          if (lead) {
            put(rule.kind, span_of(tokens, range), tokens, name);
            continue;
          }
          const Range bare = bare_name(tokens, name[0]);
          const std::string key = key_of(std::span(tokens).subspan(bare.first, bare.second - bare.first));
          auto mention = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return same_outlet(m.key, key); });
          if (mention == mentions.end()) mention = mentions.insert(mentions.end(), {key, 0, i, range, name});
          ++mention->count;
        }
      }
    }
  }
  for (const Mention& m : mentions) {
    if (m.count >= kAttributionsThatCredit) put(DisclosureKind::kCredit, span_of(units[m.unit].tokens, m.range), units[m.unit].tokens, m.names);
  }
  std::stable_sort(found.disclosures.begin(), found.disclosures.end(), [](const Disclosure& a, const Disclosure& b) { return a.span < b.span; });
  return found;
}

}  // namespace tetrapla::ingest
