#include "collate/label_of_noun.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tetrapla::collate {
namespace {

using claims::Quantity;

}  // namespace

bool is_share(const Quantity& quantity) {
  return quantity.unit == "percent" || (quantity.unit.empty() && quantity.low.value_or(1) < 1 && quantity.low.value_or(1) > 0);
}

std::string_view noun_for(const Measure& measure, const Quantity& quantity) {
  if (is_share(quantity)) return "share";
  for (const auto& [dimension, noun] : {std::pair<std::string_view, std::string_view>{"duration", "time"},
                                        {"length", "distance"},
                                        {"temperature", "temperature"},
                                        {"speed", "speed"}}) {
    if (measure.dimension == dimension) return noun;
  }
  return measure.dimension.empty() ? "those" : "amount";
}

LabelOfNoun::LabelOfNoun(const Inputs& inputs, const Mention& mention)
    : inputs_(inputs),
      mention_(mention),
      quantity_(inputs.claims[mention.report].quantities[mention.quantity]),
      annotation_(inputs.annotations[mention.report]),
      phrases_(annotation_, inputs.claims[mention.report].quantities, quantity_.tokens),
      tree_(phrases_.tree()) {}

std::string LabelOfNoun::joined(std::string left, const std::string& right) {
  if (!left.empty() && !right.empty()) left += ' ';
  return left + right;
}

Label LabelOfNoun::made(const std::string& base, const std::string& told) {
  if (base.empty()) return {};
  if (told.empty()) return {base, Told::kNoun};
  return {joined(base, told), ends_open(told) ? Told::kClause : Told::kPhrase};
}

bool LabelOfNoun::ends_open(std::string_view told) {
  static constexpr std::array<std::string_view, 14> kOpen = {"in", "on",   "to",    "for",    "with", "at",   "by",
                                                             "of", "from", "after", "within", "into", "over", "about"};
  const std::string_view last = told.substr(told.rfind(' ') == std::string_view::npos ? 0 : told.rfind(' ') + 1);
  return std::find(kOpen.begin(), kOpen.end(), last) != kOpen.end();
}

Label LabelOfNoun::of_noun(std::uint32_t noun, std::string base, int depth) const {
  if (base.empty()) return {};
  const bool part = base.find(" of ") != std::string::npos;
  std::string told = phrases_.behind_noun(noun, counts_people());
  if (told.empty()) told = role(noun, base, depth);
  if (told.empty() && part) return {base, Told::kPhrase};
  return made(base, told);
}

std::string LabelOfNoun::role(std::uint32_t noun, std::string& base, int depth) const {
  const std::uint32_t head = phrases_.head(noun);
  if (depth == 0) return {};
  switch (phrases_.dep(noun)) {
    case Dep::kConj:
    case Dep::kAppos: {
      if (phrases_.is_noun(head)) return role(head, base, depth - 1);
      return {};
    }
    case Dep::kNsubjpass: return joined(phrases_.done(head), phrases_.behind_verb(head));
    case Dep::kNsubj: return acting(head, base);
    case Dep::kDobj: return object(head);
    case Dep::kAttr: return phrases_.behind_verb(head);
    case Dep::kNummod:
    case Dep::kCompound:
    case Dep::kNmod:
    case Dep::kAmod:
    case Dep::kNpadvmod: {  // "a 20-point plan"
      if (!phrases_.is_noun(head) || head < noun) return {};
      base = phrases_.noun(head);
      const std::string told = phrases_.behind_noun(head, false);
      return told.empty() ? role(head, base, depth - 1) : told;
    }
    case Dep::kPobj: return after_preposition(head, base, depth);
    default: return {};
  }
}

std::string LabelOfNoun::acting(std::uint32_t verb, const std::string& base) const {
  if (!phrases_.is_verb(verb)) return {};
  if (const auto it = phrases_.child(verb, {Dep::kDobj}); it && tree_[*it].pos == Pos::kPron) return {};  // "took it up"
  const std::string behind = phrases_.behind_verb(verb);
  if (tree_.lemma(verb) == "be")
    return behind.empty() || !is_those(base) ? behind : "who " + phrases_.verb_group(verb) + " " + behind;
  const bool bare =
      tree_[verb].tag == Tag::kVbg || (mention_.in_title && tree_[verb].tag == Tag::kVbd && !phrases_.child(verb, {Dep::kDobj}));
  if (bare) return joined(phrases_.with_particle(verb), behind);  // "running for seats"; a headline's "recalled"
  return joined(joined(counts_people() || is_those(base) ? "who" : "that", phrases_.verb_group(verb)), behind);
}

std::string LabelOfNoun::object(std::uint32_t verb) const {
  if (!phrases_.is_verb(verb)) return {};
  const auto subject = phrases_.subject(verb);
  const std::string actor = subject && !phrases_.in_figure(*subject) ? phrases_.noun_with_article(*subject) : "";
  const std::string_view lemma = tree_.lemma(verb);
  if (quantity_.ordinal) return actor.empty() ? "" : actor + " " + phrases_.verb_group(verb);  // "year the war enters"
  if (lemma == "have" || lemma == "include" || lemma == "involve" || lemma == "contain" || lemma == "comprise") {
    return actor.empty() ? "" : (lemma == "have" ? "of " : "in ") + actor;
  }
  const auto it = phrases_.child(verb, {Dep::kNsubj});
  if (lemma == "take" && it && tree_.lemma(*it) == "it") return {};  // "it took the jury a day"
  const std::string done = phrases_.done(verb);
  if (done.empty()) return {};
  const std::string behind = phrases_.behind_verb(verb);
  if (lemma == "leave" && !behind.empty()) return done + " " + behind;
  return joined(done, actor.empty() ? behind : "by " + actor);
}

std::string LabelOfNoun::after_preposition(std::uint32_t preposition, std::string& base, int depth) const {
  const std::uint32_t head = phrases_.head(preposition);
  const std::string name = word(preposition);
  if (phrases_.in_figure(head)) return phrases_.figure() ? role(*phrases_.figure(), base, depth - 1) : "";  // "23 of the survivors"
  if (phrases_.is_noun(head)) {
    const std::string other = phrases_.noun(head);
    if (other.empty() || phrases_.is_amount(head) || tree_.lemma(head) == "percent") return {};
    base = other + " " + name + " " + base;
    std::string ignored;
    return depth > 1 && phrases_.dep(head) != Dep::kPobj ? role(head, ignored, 1) : "";
  }
  if (!phrases_.is_verb(head)) return {};
  const auto subject = phrases_.subject(head);
  const std::string actor = subject && !phrases_.in_figure(*subject) ? phrases_.noun_with_article(*subject) : "";
  const bool finite =
      (tree_[head].tag != Tag::kVbg && tree_[head].tag != Tag::kVbn) || phrases_.child(head, {Dep::kAux, Dep::kAuxpass});
  if (actor.empty() || !finite) return {};
  if (tree_.lemma(head) == "be") {  // "the certificate was for 90 passengers"
    base = phrases_.noun(*subject) + " " + name + " " + base;
    return {};
  }
  return joined(joined(actor, group(head)), name);  // "games Sabathia pitched in"
}

std::string LabelOfNoun::group(std::uint32_t verb) const {
  const std::uint32_t head = phrases_.head(verb);
  const bool chained = phrases_.dep(verb) == Dep::kXcomp && phrases_.is_verb(head);
  return chained ? phrases_.verb_group(head) + " " + phrases_.verb_group(verb) : phrases_.verb_group(verb);
}

bool LabelOfNoun::counts_somebody() const {
  const double low = quantity_.low.value_or(quantity_.high.value_or(0));
  return low == std::floor(low) && low < kMoney;
}

std::string LabelOfNoun::word(std::uint32_t node) const {
  const auto token = tree_.token(node);
  return token ? annotation_.tokens[*token].lower : std::string();
}

}  // namespace tetrapla::collate
