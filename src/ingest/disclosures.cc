#include "ingest/disclosures.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/table.h"
#include "ingest/data/disclosures.h"
#include "ingest/furniture.h"
#include "ingest/stamps.h"

namespace tetrapla::ingest {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::size_t kLeadParagraphs = 2;
constexpr std::size_t kOpeningParagraphs = 4;
/// An outlet to which a report attributes this much is where it comes from, not a source for one fact.
constexpr std::size_t kAttributionsThatCredit = 3;
constexpr std::size_t kMostDatelineTokens = 20;
/// No report says more about itself, and none rests on more outlets; what comes after is not looked at, so that the work stays linear.
constexpr std::size_t kMostDisclosures = 200;
constexpr std::size_t kMostOutlets = 100;
/// Words inside paragraphs are looked for in so much of a text, about a megabyte: a report that is longer is a book.
constexpr std::size_t kMostSearchedTokens = 200'000;

std::optional<DisclosureKind> kind_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(DisclosureKind::kSponsored); ++i) {
    const auto kind = static_cast<DisclosureKind>(i);
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

Span span_of(const Tokens& tokens, Range range) { return {tokens[range.first].span.begin, tokens[range.second - 1].span.end}; }

/// Without an "and" or comma at its end that an optional name left behind.
Range without_joint(const Tokens& tokens, Range range) {
  while (range.second - range.first > 1 && (tokens[range.second - 1].folded == "and" || tokens[range.second - 1].folded == ",")) --range.second;
  return range;
}

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
  while (begin < range.first && unit.tokens[begin].kind != Token::Kind::kWord && unit.tokens[begin].folded != "\"") ++begin;  // a cue's stamp
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
  // Other brackets stand after names too: "Senator Ann Lee (R-Texas) - ". A place in capitals or a date makes a dateline.
  const auto before = std::span(tokens).first(open);
  const bool dated = std::any_of(before.begin(), before.end(), [](const Token& t) { return t.kind == Token::Kind::kNumber; });
  const bool place = !before.empty() && before.front().capitals && before.front().span.size() >= 3;
  Date date;
  if (read_date(name, 0, date) > 0 || !(dated || place || outlets.is_outlet(name))) return std::nullopt;
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

/// The disclosures of one report while they are being found.
class Finder {
 public:
  Finder(std::string_view text, const Metadata& meta, const Outlets& outlets)
      : text_(text), outlets_(outlets), own_publisher_(plain_key(meta.publisher)), own_id_(plain_key(meta.id)) {}

  /// False where the same is known already, or the report only names itself.
  bool put(DisclosureKind kind, Span span, const Tokens& tokens, const std::vector<Range>& names) {
    if (found_.size() >= kMostDisclosures) return false;
    Disclosure one{kind, {}, span};
    for (const Range& name : names) one.names.emplace_back(slice(text_, span_of(tokens, bare_name(tokens, name))));
    const bool credits = kind == DisclosureKind::kCredit || kind == DisclosureKind::kSyndicated;
    if (credits && !one.names.empty() && std::all_of(one.names.begin(), one.names.end(), [&](const std::string& n) { return is_own(n); })) return false;
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Disclosure& d) { return d.kind == kind && d.span.overlaps(span); });
    if (!known) found_.push_back(std::move(one));
    return !known;
  }

  /// An outlet named in the text: a credit in the lead, counted elsewhere.
  void mention(const Tokens& tokens, std::size_t unit, const Pattern::Match& match, bool lead) {
    if (match.names.empty()) return;
    const Range name = bare_name(tokens, match.names.back());
    const std::string key = key_of(std::span(tokens).subspan(name.first, name.second - name.first));
    auto known = std::find_if(mentions_.begin(), mentions_.end(), [&](const Mention& m) { return same_outlet(m.key, key); });
    if (known == mentions_.end() && mentions_.size() >= kMostOutlets) return;
    if (known == mentions_.end()) known = mentions_.insert(mentions_.end(), Mention{key, 0, unit, {match.begin, match.end}, name, false});
    ++known->count;
    if (lead && !known->put) {
      put(DisclosureKind::kCredit, span_of(tokens, {match.begin, match.end}), tokens, {name});
      known->put = true;
    }
  }

  void find_in_byline(const Tokens& tokens, const Byline& byline) {
    const bool agencies = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
      return t.folded == "agencies" || t.folded == "agency" || t.folded == "wires" || t.folded == "wire";
    });
    if (byline.staff && agencies) put(DisclosureKind::kCredit, span_of(tokens, *byline.staff), tokens, {});
    for (const Range& name : byline.names) {
      const auto words = std::span(tokens).subspan(name.first, name.second - name.first);
      if (outlets_.is_agency(words)) put(DisclosureKind::kCredit, span_of(tokens, name), tokens, {name});
    }
  }

  std::vector<Disclosure> finish(const std::vector<Unit>& units) && {
    for (const Mention& m : mentions_) {
      const Tokens& tokens = units[m.unit].tokens;
      if (m.count >= kAttributionsThatCredit && !m.put) put(DisclosureKind::kCredit, span_of(tokens, m.range), tokens, {m.name});
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Disclosure& a, const Disclosure& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  struct Mention {
    std::string key;
    std::size_t count = 0;
    std::size_t unit = 0;
    Range range;
    Range name;
    bool put = false;
  };

  [[nodiscard]] bool is_own(std::string_view name) const {
    const std::string key = plain_key(name);
    return !key.empty() && (own_id_ == key || own_publisher_ == key || (key.size() >= 5 && own_publisher_.ends_with(key)));
  }

  std::string_view text_;
  const Outlets& outlets_;
  std::string own_publisher_;
  std::string own_id_;
  std::vector<Disclosure> found_;
  std::vector<Mention> mentions_;
};

}  // namespace

DisclosureRules::DisclosureRules() {
  for (const auto& row : base::rows_of(data::disclosures())) {
    if (row.size() < 3) continue;
    const auto kind = kind_of(row[0]);
    if (!kind) continue;
    const Reach reach = row[1] == "line"       ? Reach::kLine
                        : row[1] == "note"     ? Reach::kNote
                        : row[1] == "edge"     ? Reach::kEdge
                        : row[1] == "sentence" ? Reach::kSentence
                        : row[1] == "beside"   ? Reach::kBeside
                        : row[1] == "opening"  ? Reach::kOpening
                                               : Reach::kLead;
    rules_.push_back({*kind, reach, Pattern(row[2])});
  }
}

std::vector<Disclosure> DisclosureRules::find(std::string_view text, const Metadata& meta, const Outlets& outlets, std::vector<Unit>& units) const {
  Finder finder(text, meta, outlets);
  // What says it is a disclosure by its words alone; the body of the report is what is left.
  std::size_t searched = 0;
  std::vector<bool> search(units.size(), false);
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    searched += unit.tokens.size();
    search[i] = searched <= kMostSearchedTokens;
    for (const Rule& rule : rules_) {
      const bool whole = rule.reach == Reach::kLine || rule.reach == Reach::kNote;
      if (!whole && (rule.reach != Reach::kSentence || !search[i])) continue;
      if (whole && (unit.title || unit.tokens.size() > kMostLineTokens)) continue;
      const auto match = whole ? rule.pattern.match(unit.tokens, outlets) : rule.pattern.find(unit.tokens, outlets);
      if (!match) continue;
      const Span span = whole ? unit.span : sentence_of(unit, {match->begin, match->end});
      if (!finder.put(rule.kind, span, unit.tokens, match->names)) continue;
      if (rule.reach == Reach::kNote) continue;
      unit.disclosure = true;
      if (rule.kind != DisclosureKind::kAiMade) continue;
      for (const Rule& beside : rules_) {
        if (beside.reach != Reach::kBeside) continue;
        if (const auto credit = beside.pattern.find(unit.tokens, outlets)) {
          finder.put(beside.kind, span_of(unit.tokens, without_joint(unit.tokens, {credit->begin, credit->end})), unit.tokens, credit->names);
        }
      }
    }
  }
  const Body body = body_of(units);
  std::size_t bodies = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    const Tokens& tokens = unit.tokens;
    if (tokens.empty() || unit.disclosure) continue;
    if (body.at_edge(i)) {
      if (const auto byline = read_byline(tokens)) {
        finder.find_in_byline(tokens, *byline);
        continue;
      }
    }
    if (const auto range = dateline_credit(tokens, outlets)) {
      finder.put(DisclosureKind::kCredit, span_of(tokens, *range), tokens, {{range->first + 1, range->second - 1}});
    }
    if (const auto range = i + 1 >= body.tail_begin ? closing_credit(tokens, outlets) : std::nullopt) {
      const bool brackets = tokens[range->first].folded == "(";
      finder.put(DisclosureKind::kCredit, span_of(tokens, *range), tokens, {brackets ? Range{range->first + 1, range->second - 1} : *range});
    }
    const bool is_body = unit.is_body();
    bodies += is_body ? 1 : 0;
    for (const Rule& rule : rules_) {
      if (rule.reach == Reach::kEdge && body.at_edge(i) && !unit.title && tokens.size() <= kMostLineTokens) {
        const auto match = rule.pattern.match(tokens, outlets);
        if (match && finder.put(rule.kind, unit.span, tokens, match->names)) unit.disclosure = true;
      } else if (search[i] && (rule.reach == Reach::kLead || rule.reach == Reach::kOpening)) {
        const bool lead = is_body && bodies <= (rule.reach == Reach::kLead ? kLeadParagraphs : kOpeningParagraphs);
        for (auto match = rule.pattern.find(tokens, outlets); match; match = rule.pattern.find(tokens, outlets, match->end)) {
          finder.mention(tokens, i, *match, lead);
        }
      }
    }
  }
  return std::move(finder).finish(units);
}

}  // namespace tetrapla::ingest
