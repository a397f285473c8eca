#include "collate/label_of_amount.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tetrapla::collate {
namespace {

using language::Token;

/// "long" → "length": what an amount before an adjective measures.
std::string_view dimension_of(std::string_view adjective) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNames = {{{"long", "length"},
                                                                                           {"wide", "width"},
                                                                                           {"high", "height"},
                                                                                           {"tall", "height"},
                                                                                           {"deep", "depth"},
                                                                                           {"thick", "thickness"},
                                                                                           {"old", "age"},
                                                                                           {"heavy", "weight"}}};
  for (const auto& [name, dimension] : kNames) {
    if (name == adjective) return dimension;
  }
  return {};
}

}  // namespace

Label LabelOfAmount::from_tree(std::uint32_t figure) const {
  if (const auto noun = counted_node()) return of_noun(*noun, phrases_.noun(*noun));
  if (quantity_.counted == "child" && quantity_.counted_span.empty()) return children(figure);
  return amount(figure);
}

std::optional<std::uint32_t> LabelOfAmount::counted_node() const {
  if (quantity_.counted_span.empty()) return std::nullopt;
  const auto token = std::lower_bound(annotation_.tokens.begin(), annotation_.tokens.end(), quantity_.counted_span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  if (token == annotation_.tokens.end()) return std::nullopt;
  return tree_.node(static_cast<std::uint32_t>(token - annotation_.tokens.begin()));
}

Label LabelOfAmount::amount(std::uint32_t figure, int depth) const {
  const std::uint32_t head = phrases_.head(figure);
  const Dep dep = phrases_.dep(figure);
  for (const std::uint32_t child : phrases_.children(figure)) {
    if (child < figure || phrases_.dep(child) != Dep::kPrep || !is_whole(child)) continue;
    const auto whole = phrases_.child(child, {Dep::kPobj});
    const std::string noun = whole && phrases_.is_noun(*whole) ? phrases_.noun(*whole) : "";
    if (noun.empty()) continue;
    std::string base = is_share(quantity_) ? "share of " + phrases_.noun_with_article(*whole)
                                           : noun;  // "20% of the region", "billions in taxpayer funds"
    const std::string told = role(figure, base, kMostNouns);
    return told.empty() && is_share(quantity_) ? Label{base, Told::kPhrase} : made(base, told);
  }
  if (quantity_.unit.empty() && !quantity_.ordinal && counts_somebody()) {
    if (const std::string own = phrases_.behind_noun(figure, true); !own.empty()) return {"those " + own, Told::kPhrase};
  }
  const bool modifies = dep == Dep::kNummod || dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod ||
                        dep == Dep::kPoss || dep == Dep::kQuantmod;
  if (modifies && depth > 0 && !phrases_.in_figure(head) && phrases_.is_amount(head)) return amount(head, depth - 1);
  if (modifies && tree_.lemma(head) == "worth") return of_worth(head);
  if (modifies && phrases_.is_noun(head)) return of_noun(head, phrases_.noun(head));  // "an eight-year offer"
  if (dep == Dep::kNpadvmod && tree_[head].pos == Pos::kAdj) return dimension(head);
  if (dep == Dep::kNpadvmod && tree_[head].pos == Pos::kAdv) return adverbial(head);
  if (dep == Dep::kNpadvmod && (tree_[head].pos == Pos::kAdp || tree_[head].pos == Pos::kSconj)) {  // "23 kilometres from the port"
    const std::string from = tells_from_where(head) ? phrases_.prepositional(head) : "";
    return from.empty() ? Label{} : Label{std::string(noun_for(mention_.measure, quantity_)) + " " + from, Told::kPhrase};
  }
  if (dep == Dep::kPobj) return after(head);
  if (tree_.lemma(head) == "worth") return of_worth(head);
  const bool people = dep == Dep::kDobj && quantity_.unit.empty() && counts_somebody();
  if (!people && (dep == Dep::kDobj || dep == Dep::kAttr || dep == Dep::kNpadvmod) && phrases_.is_verb(head))
    return doing(head, "");
  if (dep == Dep::kConj && depth > 0 && !phrases_.in_figure(head))
    return amount(head, depth - 1);  // "160 million and perhaps 180 million"
  if (dep == Dep::kNsubj || dep == Dep::kNsubjpass || people) {
    std::string base(noun_for(mention_.measure, quantity_));
    const std::string told = role(figure, base, kMostNouns);
    return told.empty() ? Label{} : Label{joined(base, told), Told::kPhrase};
  }
  return {};
}

bool LabelOfAmount::tells_from_where(std::uint32_t preposition) const {
  static constexpr std::array<std::string_view, 9> kFrom = {"from",  "off",   "after",  "before", "beyond",
                                                            "above", "below", "behind", "past"};
  return std::find(kFrom.begin(), kFrom.end(), tree_.lemma(preposition)) != kFrom.end();
}

Label LabelOfAmount::of_worth(std::uint32_t worth) const {
  if (const auto of = phrases_.child(worth, {Dep::kPrep}); of && *of > worth) {
    const auto goods = phrases_.child(*of, {Dep::kPobj});
    if (goods && phrases_.is_noun(*goods)) {
      std::string base = phrases_.noun(*goods);
      const std::string told = base.empty() ? base : role(worth, base, kMostNouns);
      return made(base, told);
    }
  }
  const std::uint32_t goods = phrases_.head(worth);
  if (!phrases_.is_noun(goods)) return {};
  std::string base = phrases_.noun(goods);
  const std::string told = base.empty() ? base : role(goods, base, kMostNouns);
  return made(base, told);
}

bool LabelOfAmount::is_whole(std::uint32_t preposition) const {
  if (tree_.lemma(preposition) == "of") return true;
  if (tree_.lemma(preposition) != "in" || quantity_.bound != Bound::kBetween) return false;
  const auto object = phrases_.child(preposition, {Dep::kPobj});
  return object && (tree_[*object].tag == Tag::kNns || quantity_.low.value_or(0) >= kMoney);
}

Label LabelOfAmount::dimension(std::uint32_t adjective) const {
  const std::string_view name = dimension_of(tree_.lemma(adjective));
  const std::uint32_t head = phrases_.head(adjective);
  if (name.empty()) return adverbial(adjective);
  std::optional<std::uint32_t> owner;
  if (phrases_.is_noun(head)) owner = head;
  if (phrases_.is_verb(head)) owner = phrases_.subject(head);
  const std::string noun = owner ? phrases_.noun_with_article(*owner) : "";
  return noun.empty() ? Label{std::string(name), Told::kNoun} : Label{std::string(name) + " of " + noun, Told::kPhrase};
}

Label LabelOfAmount::adverbial(std::uint32_t adverb) const {
  const std::uint32_t head = phrases_.head(adverb);
  const std::string what(noun_for(mention_.measure, quantity_));
  if (const auto of = phrases_.child(adverb, {Dep::kPrep});
      what == "distance" && of && *of > adverb) {  // "64 kilometres north of the town"
    const auto place = phrases_.child(*of, {Dep::kPobj});
    const std::string name = place ? phrases_.noun_with_article(*place) : "";
    if (!name.empty()) return {what + " from " + name, Told::kPhrase};
  }
  return phrases_.is_verb(head) ? doing(head, "") : Label{};
}

Label LabelOfAmount::after(std::uint32_t preposition) const {
  const std::uint32_t head = phrases_.head(preposition);
  if (phrases_.is_verb(head)) return doing(head, word(preposition));
  if (phrases_.is_noun(head) && !phrases_.in_figure(head)) return of_noun(head, phrases_.noun(head));  // "an offer of eight years"
  const Pos pos = tree_[head].pos;
  if ((pos == Pos::kAdp || pos == Pos::kAdv || pos == Pos::kAdj || pos == Pos::kSconj) &&
      phrases_.head(head) != head) {  // "as low as -21"
    const std::uint32_t above = phrases_.head(head);
    if (phrases_.is_verb(above)) return doing(above, word(head));
    if (phrases_.is_noun(above) && !phrases_.in_figure(above)) return of_noun(above, phrases_.noun(above));
  }
  return {};
}

Label LabelOfAmount::doing(std::uint32_t verb, const std::string& last) const {
  const auto subject = phrases_.subject(verb);
  if (!subject || phrases_.in_figure(*subject)) return done_without_actor(verb, last);
  const std::string what(noun_for(mention_.measure, quantity_));
  const std::uint32_t next = phrases_.figure().value_or(verb) + 1;
  if (last.empty() && what == "distance" && next < tree_.size() && tells_from_where(next)) {  // "landed 12 miles from the coast"
    if (const std::string from = phrases_.prepositional(next); !from.empty()) return {what + " " + from, Told::kPhrase};
  }
  const std::string actor = joined(phrases_.noun(*subject), phrases_.place_of(*subject));
  if (actor.empty()) return {};
  if (tree_.lemma(verb) == "be") return being(*subject, last);
  return {joined(joined(joined(actor, group(verb)), phrases_.behind_verb(verb)), last), Told::kClause};
}

Label LabelOfAmount::done_without_actor(std::uint32_t verb, const std::string& last) const {
  const auto object = phrases_.child(verb, {Dep::kDobj});
  const std::string done = phrases_.done(verb);
  if (done.empty() || !object) return {};
  if (phrases_.in_figure(*object)) {
    const bool counts =
        mention_.measure.dimension.empty() || noun_for(mention_.measure, quantity_) == "amount" || is_share(quantity_);
    if (!counts) return {std::string(noun_for(mention_.measure, quantity_)), Told::kNoun};  // "they heated it to 60 degrees"
    return {joined(std::string(noun_for(mention_.measure, quantity_)) + " " + done, phrases_.behind_verb(verb)), Told::kPhrase};
  }
  if (last.empty()) return {};
  const std::string noun = phrases_.is_noun(*object) && !phrases_.holds_figure(*object) ? phrases_.noun(*object) : "";
  return noun.empty() ? Label{} : Label{joined(noun + " " + done, last), Told::kPhrase};
}

Label LabelOfAmount::being(std::uint32_t subject, const std::string& last) const {
  const std::string_view what = noun_for(mention_.measure, quantity_);
  const bool named = what == "temperature" || what == "speed";
  if (last.empty() && named && tree_.lemma(subject) != what)
    return {std::string(what) + " of " + phrases_.noun_with_article(subject), Told::kPhrase};
  return of_noun_alone(subject, phrases_.noun(subject));
}

Label LabelOfAmount::of_noun_alone(std::uint32_t noun, const std::string& base) const {
  return made(base, phrases_.behind_noun(noun, false));
}

Label LabelOfAmount::children(std::uint32_t figure) const {
  const std::uint32_t of = phrases_.head(figure);
  if (phrases_.dep(figure) != Dep::kPobj || !phrases_.is_noun(phrases_.head(of))) return {};
  const std::uint32_t parent = phrases_.head(of);
  std::uint32_t named = parent;
  if (phrases_.dep(parent) == Dep::kAppos && phrases_.is_noun(phrases_.head(parent))) named = phrases_.head(parent);
  if (phrases_.dep(parent) == Dep::kAttr) named = phrases_.subject(phrases_.head(parent)).value_or(parent);
  if (const auto name = phrases_.child(parent, {Dep::kAppos}); name && tree_[*name].pos == Pos::kPropn) named = *name;
  const std::string noun = phrases_.noun_with_article(named);
  return noun.empty() ? Label{} : Label{"children of " + noun, Told::kPhrase};
}

}  // namespace tetrapla::collate
