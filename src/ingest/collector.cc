#include "ingest/collector.h"

#include <algorithm>

namespace tetrapla::ingest {
namespace {

/// An outlet to which a report attributes this much is where it comes from, not a source for one fact.
constexpr std::size_t kAttributionsThatCredit = 3;
/// No report says more about itself, and none rests on more outlets; what comes after is not looked at, so that the work stays linear.
constexpr std::size_t kMostDisclosures = 200;
constexpr std::size_t kMostOutlets = 100;

/// Without the small words before it: "the", and the "By" of a line that a pattern took whole.
TokenRange bare_name(const Tokens& tokens, TokenRange name) {
  const auto leads = [](const Token& t) {
    return t.folded == "the" || t.folded == "by" || t.folded == "with" || t.folded == "from" || t.folded == "via";
  };
  while (name.second - name.first > 1 && leads(tokens[name.first])) ++name.first;
  return name;
}

/// Two names of one outlet: "Bloomberg" and "Bloomberg News".
bool same_outlet(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return longer == shorter || longer.starts_with(shorter + " ");
}

}  // namespace

Span span_of(const Tokens& tokens, TokenRange range) { return {tokens[range.first].span.begin, tokens[range.second - 1].span.end}; }

DisclosureCollector::DisclosureCollector(std::string_view text, const Metadata& meta, const Outlets& outlets)
    : text_(text), outlets_(outlets), own_publisher_(letters_of(meta.publisher)), own_id_(letters_of(meta.id)) {}

bool DisclosureCollector::put(DisclosureKind kind, Span span, const Tokens& tokens, const std::vector<TokenRange>& names) {
  Disclosure one{kind, {}, span};
  for (const TokenRange& name : names) one.names.emplace_back(slice(text_, span_of(tokens, bare_name(tokens, name))));
  const bool credits = kind == DisclosureKind::kCredit || kind == DisclosureKind::kSyndicated;
  if (credits && !one.names.empty() &&
      std::all_of(one.names.begin(), one.names.end(), [&](const std::string& n) { return is_own(n); }))
    return false;
  return add(std::move(one));
}

void DisclosureCollector::name_origin(const Tokens& tokens, TokenRange cited, TokenRange name) {
  add({DisclosureKind::kCredit, {std::string(slice(text_, span_of(tokens, bare_name(tokens, name))))}, span_of(tokens, cited)});
}

bool DisclosureCollector::add(Disclosure one) {
  if (found_.size() >= kMostDisclosures) return false;
  const bool known = std::any_of(found_.begin(), found_.end(),
                                 [&](const Disclosure& d) { return d.kind == one.kind && d.span.overlaps(one.span); });
  if (!known) found_.push_back(std::move(one));
  return !known;
}

void DisclosureCollector::mention(const Tokens& tokens, std::size_t unit, const Pattern::Match& match, bool origin) {
  if (match.names.empty()) return;
  const TokenRange name = bare_name(tokens, match.names.back());
  const std::string key = key_of(std::span(tokens).subspan(name.first, name.second - name.first));
  auto known = std::find_if(mentions_.begin(), mentions_.end(), [&](const Mention& m) { return same_outlet(m.key, key); });
  if (known == mentions_.end() && mentions_.size() >= kMostOutlets) return;
  if (known == mentions_.end())
    known = mentions_.insert(mentions_.end(), Mention{key, 0, unit, {match.begin, match.end}, name, false});
  ++known->count;
  if (origin && !known->put) {
    put(DisclosureKind::kCredit, span_of(tokens, {match.begin, match.end}), tokens, {name});
    known->put = true;
  }
}

bool DisclosureCollector::has_credit() const {
  return std::any_of(found_.begin(), found_.end(), [](const Disclosure& d) { return d.kind == DisclosureKind::kCredit; });
}

void DisclosureCollector::find_in_byline(const Tokens& tokens, const Byline& byline) {
  const bool agencies = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
    return t.folded == "agencies" || t.folded == "agency" || t.folded == "wires" || t.folded == "wire";
  });
  const auto is_agency = [&](TokenRange name) {
    return outlets_.is_agency(std::span(tokens).subspan(name.first, name.second - name.first));
  };
  const bool named = std::any_of(byline.names.begin(), byline.names.end(), is_agency);
  if (byline.staff && agencies && !named) put(DisclosureKind::kCredit, span_of(tokens, *byline.staff), tokens, {});
  for (const TokenRange& name : byline.names) {
    if (is_agency(name)) name_origin(tokens, name, name);
  }
}

std::vector<Disclosure> DisclosureCollector::finish(const std::vector<Unit>& units) && {
  for (const Mention& m : mentions_) {
    const Tokens& tokens = units[m.unit].tokens;
    if (m.count >= kAttributionsThatCredit && !m.put) put(DisclosureKind::kCredit, span_of(tokens, m.range), tokens, {m.name});
  }
  std::stable_sort(found_.begin(), found_.end(), [](const Disclosure& a, const Disclosure& b) { return a.span < b.span; });
  return std::move(found_);
}

bool DisclosureCollector::is_own(std::string_view name) const {
  const std::string key = letters_of(name);
  return !key.empty() && (own_id_ == key || own_publisher_ == key || (key.size() >= 5 && own_publisher_.ends_with(key)));
}

}  // namespace tetrapla::ingest
