// A figure's label is made from the tree. The noun counted (or what has the amount: "gusts", "bill of the recall") comes first, then what is
// told of it: a noun that something is done to takes a participle ("drones unleashed by Putin"), one that acts "who" or "that", any other
// what its own phrase goes on with. Where the tree gives nothing, the words that lead up to the number.
#include "collate/figure_label.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "claims/context_words.h"
#include "claims/tree.h"
#include "collate/phrases.h"
#include "text/words.h"

namespace tetrapla::collate {
namespace {

using claims::Quantity;
using language::Annotation;
using language::Token;
using language::TokenKind;
using language::TokenRange;

constexpr int kMostNouns = 4;              // from noun to noun upwards: "one of the owners of the fleet"
constexpr std::uint32_t kNameReach = 8;    // bytes between a name and an age: "Aigul Satova, 34", "34-year-old Aigul Satova"
constexpr std::uint32_t kWordsBefore = 8;  // of a figure that the tree says nothing of
constexpr std::uint32_t kWordsBehind = 5;
constexpr std::uint32_t kEnoughWords = 2;  // content words that tell what a number is about
constexpr double kMoney = 1e9;             // "billions" without a unit are no people
constexpr std::size_t kGoodLength = 30;    // bytes of a label
constexpr float kContentBits = 3.0F;       // a word in more than one report of eight tells nothing

/// What happened, where the members say so and count people or name no other thing.
std::optional<std::uint32_t> common_predicate(const Inputs& inputs, const Mentions& mentions,
                                              const std::vector<std::uint32_t>& members) {
  std::optional<std::uint32_t> found;
  for (const std::uint32_t m : members) {
    const Mention& mention = mentions.all[m];
    if (!mention.counted.empty() && mention.counted_group != "person") return std::nullopt;
    if (inputs.claims[mention.report].quantities[mention.quantity].ordinal) return std::nullopt;
    if (mention.predicate && mention.measure.dimension.empty()) found = mention.predicate;
  }
  return found;
}

/// How much a label tells.
enum class Told { kNothing, kWords, kNoun, kClause, kPhrase };

struct Label {
  std::string text;
  Told told = Told::kNothing;
};

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

bool is_share(const Quantity& quantity) {
  return quantity.unit == "percent" || (quantity.unit.empty() && quantity.low.value_or(1) < 1 && quantity.low.value_or(1) > 0);
}

/// The noun for an amount that no noun of its sentence names.
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

class Labeller {
 public:
  Labeller(const Inputs& inputs, const Mention& mention)
      : inputs_(inputs),
        mention_(mention),
        quantity_(inputs.claims[mention.report].quantities[mention.quantity]),
        annotation_(inputs.annotations[mention.report]),
        phrases_(annotation_, inputs.claims[mention.report].quantities, quantity_.tokens),
        tree_(phrases_.tree()) {}

  [[nodiscard]] Label label() const {
    if (quantity_.unit == "year of age") return age();
    if (const auto converted = before_bracket()) return Labeller(inputs_, *converted).label();
    Label label;
    if (phrases_.figure()) label = from_tree(*phrases_.figure());
    return label.told == Told::kNothing ? clause() : label;
  }

 private:
  /// The amount that this one converts: "2 million tengri ($4,300)".
  [[nodiscard]] std::optional<Mention> before_bracket() const {
    const std::uint32_t begin = quantity_.tokens.begin;
    if (begin < 2 || mention_.quantity == 0 || annotation_.tokens[begin - 1].lower != "(" || quantity_.unit.empty())
      return std::nullopt;
    const Quantity& before = inputs_.claims[mention_.report].quantities[mention_.quantity - 1];
    if (before.tokens.end + 1 != begin || before.unit.empty()) return std::nullopt;
    Mention other = mention_;
    --other.quantity;
    return other;
  }

  [[nodiscard]] Label from_tree(std::uint32_t figure) const {
    if (const auto noun = counted_node()) return of_noun(*noun, phrases_.noun(*noun));
    if (quantity_.counted == "child" && quantity_.counted_span.empty()) return children(figure);
    return amount(figure);
  }

  /// Where the counted noun stands in the tree.
  [[nodiscard]] std::optional<std::uint32_t> counted_node() const {
    if (quantity_.counted_span.empty()) return std::nullopt;
    const auto token = std::lower_bound(annotation_.tokens.begin(), annotation_.tokens.end(), quantity_.counted_span.begin,
                                        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    if (token == annotation_.tokens.end()) return std::nullopt;
    return tree_.node(static_cast<std::uint32_t>(token - annotation_.tokens.begin()));
  }

  static std::string joined(std::string left, const std::string& right) {
    if (!left.empty() && !right.empty()) left += ' ';
    return left + right;
  }

  /// "games the striker scored in": as good a label as any, but harder to read than one that closes.
  static bool ends_open(std::string_view told) {
    static constexpr std::array<std::string_view, 14> kOpen = {"in", "on",   "to",    "for",    "with", "at",   "by",
                                                               "of", "from", "after", "within", "into", "over", "about"};
    const std::string_view last = told.substr(told.rfind(' ') == std::string_view::npos ? 0 : told.rfind(' ') + 1);
    return std::find(kOpen.begin(), kOpen.end(), last) != kOpen.end();
  }

  [[nodiscard]] static Label made(const std::string& base, const std::string& told) {
    if (base.empty()) return {};
    if (told.empty()) return {base, Told::kNoun};
    return {joined(base, told), ends_open(told) ? Told::kClause : Told::kPhrase};
  }

  /// A noun phrase, `base`, with what is told of the noun that heads it.
  [[nodiscard]] Label of_noun(std::uint32_t noun, std::string base, int depth = kMostNouns) const {
    if (base.empty()) return {};
    const bool part = base.find(" of ") != std::string::npos;
    std::string told = phrases_.behind_noun(noun, counts_people());
    if (told.empty()) told = role(noun, base, depth);
    if (told.empty() && part) return {base, Told::kPhrase};
    return made(base, told);
  }

  /// What the sentence says of a noun by its place in it. May put another noun before `base` ("barrage of drones").
  [[nodiscard]] std::string role(std::uint32_t noun, std::string& base, int depth) const {
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

  [[nodiscard]] std::string acting(std::uint32_t verb, const std::string& base) const {
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

  /// Whether the label speaks of "those".
  static bool is_those(const std::string& base) { return base == "those"; }

  [[nodiscard]] bool counts_people() const { return mention_.counts_people || claims::in_list("people", quantity_.counted); }

  [[nodiscard]] std::string object(std::uint32_t verb) const {
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

  [[nodiscard]] std::string after_preposition(std::uint32_t preposition, std::string& base, int depth) const {
    const std::uint32_t head = phrases_.head(preposition);
    const std::string name = word(preposition);
    if (phrases_.in_figure(head))
      return phrases_.figure() ? role(*phrases_.figure(), base, depth - 1) : "";  // "23 of the survivors"
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

  /// With the verb that another hangs on: "has failed to capture".
  [[nodiscard]] std::string group(std::uint32_t verb) const {
    const std::uint32_t head = phrases_.head(verb);
    const bool chained = phrases_.dep(verb) == Dep::kXcomp && phrases_.is_verb(head);
    return chained ? phrases_.verb_group(head) + " " + phrases_.verb_group(verb) : phrases_.verb_group(verb);
  }

  // Amounts: what has them.

  [[nodiscard]] Label amount(std::uint32_t figure, int depth = kMostNouns) const {
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
    if (dep == Dep::kNpadvmod &&
        (tree_[head].pos == Pos::kAdp || tree_[head].pos == Pos::kSconj)) {  // "23 kilometres from the port"
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

  [[nodiscard]] bool tells_from_where(std::uint32_t preposition) const {
    static constexpr std::array<std::string_view, 9> kFrom = {"from",  "off",   "after",  "before", "beyond",
                                                              "above", "below", "behind", "past"};
    return std::find(kFrom.begin(), kFrom.end(), tree_.lemma(preposition)) != kFrom.end();
  }

  /// "jewellery worth £88m", "£35,000 worth of jewellery".
  [[nodiscard]] Label of_worth(std::uint32_t worth) const {
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

  [[nodiscard]] bool counts_somebody() const {
    const double low = quantity_.low.value_or(quantity_.high.value_or(0));
    return low == std::floor(low) && low < kMoney;
  }

  /// "of" behind an amount, and "in" where it stands for it: "billions in taxpayer funds".
  [[nodiscard]] bool is_whole(std::uint32_t preposition) const {
    if (tree_.lemma(preposition) == "of") return true;
    if (tree_.lemma(preposition) != "in" || quantity_.bound != Bound::kBetween) return false;
    const auto object = phrases_.child(preposition, {Dep::kPobj});
    return object && (tree_[*object].tag == Tag::kNns || quantity_.low.value_or(0) >= kMoney);
  }

  /// "190 kilometres long".
  [[nodiscard]] Label dimension(std::uint32_t adjective) const {
    const std::string_view name = dimension_of(tree_.lemma(adjective));
    const std::uint32_t head = phrases_.head(adjective);
    if (name.empty()) return adverbial(adjective);
    std::optional<std::uint32_t> owner;
    if (phrases_.is_noun(head)) owner = head;
    if (phrases_.is_verb(head)) owner = phrases_.subject(head);
    const std::string noun = owner ? phrases_.noun_with_article(*owner) : "";
    return noun.empty() ? Label{std::string(name), Told::kNoun} : Label{std::string(name) + " of " + noun, Told::kPhrase};
  }

  /// "14 miles out", "20 minutes later": what happened there or then.
  [[nodiscard]] Label adverbial(std::uint32_t adverb) const {
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

  [[nodiscard]] Label after(std::uint32_t preposition) const {
    const std::uint32_t head = phrases_.head(preposition);
    if (phrases_.is_verb(head)) return doing(head, word(preposition));
    if (phrases_.is_noun(head) && !phrases_.in_figure(head))
      return of_noun(head, phrases_.noun(head));  // "an offer of eight years"
    const Pos pos = tree_[head].pos;
    if ((pos == Pos::kAdp || pos == Pos::kAdv || pos == Pos::kAdj || pos == Pos::kSconj) &&
        phrases_.head(head) != head) {  // "as low as -21"
      const std::uint32_t above = phrases_.head(head);
      if (phrases_.is_verb(above)) return doing(above, word(head));
      if (phrases_.is_noun(above) && !phrases_.in_figure(above)) return of_noun(above, phrases_.noun(above));
    }
    return {};
  }

  /// Subject, verb and object of the clause that gives the amount: "Voltara sued Lanqi for".
  [[nodiscard]] Label doing(std::uint32_t verb, const std::string& last) const {
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

  /// "number of seats raised from", "amount paid to each family".
  [[nodiscard]] Label done_without_actor(std::uint32_t verb, const std::string& last) const {
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

  /// "the water was 4 degrees": the temperature of the water.
  [[nodiscard]] Label being(std::uint32_t subject, const std::string& last) const {
    const std::string_view what = noun_for(mention_.measure, quantity_);
    const bool named = what == "temperature" || what == "speed";
    if (last.empty() && named && tree_.lemma(subject) != what)
      return {std::string(what) + " of " + phrases_.noun_with_article(subject), Told::kPhrase};
    return of_noun_alone(subject, phrases_.noun(subject));
  }

  [[nodiscard]] Label of_noun_alone(std::uint32_t noun, const std::string& base) const {
    return made(base, phrases_.behind_noun(noun, false));
  }

  /// "a mother of two": of whom.
  [[nodiscard]] Label children(std::uint32_t figure) const {
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

  [[nodiscard]] std::string word(std::uint32_t node) const {
    const auto token = tree_.token(node);
    return token ? annotation_.tokens[*token].lower : std::string();
  }

  [[nodiscard]] Label age() const {
    std::uint32_t nearest = kNameReach + 1;
    std::string name;
    for (const auto& entity : annotation_.entities) {
      if (!mention_.bearer || entity.label != "PERSON") continue;
      const bool before = entity.span.end <= quantity_.span.begin;
      const std::uint32_t distance = before                                    ? quantity_.span.begin - entity.span.end
                                     : entity.span.begin >= quantity_.span.end ? entity.span.begin - quantity_.span.end
                                                                               : nearest;
      if (distance >= nearest) continue;
      nearest = distance;
      name = entity.name;
    }
    if (!name.empty()) return {"age of " + name, Told::kPhrase};
    if (!phrases_.figure()) return {"age", Told::kNoun};
    std::uint32_t node = *phrases_.figure();
    for (int steps = 0; steps < kMostNouns && phrases_.head(node) != node; ++steps) {
      node = phrases_.head(node);
      if (phrases_.is_verb(node)) break;
      const std::string_view lemma = tree_.lemma(node);
      if (!phrases_.is_noun(node) || phrases_.in_figure(node) || lemma == "age" || lemma == "year") continue;
      const std::string noun = phrases_.noun(node);
      if (!noun.empty()) return {noun + (noun.ends_with("s") ? "' age" : "'s age"), Told::kPhrase};
    }
    return {"age", Told::kNoun};
  }

  // Where the tree says nothing.

  [[nodiscard]] std::string words(TokenRange range) const {
    while (range.size() > 0 && !opens(range.begin)) ++range.begin;
    while (range.size() > 0 && !closes(range.end - 1)) --range.end;
    std::string text;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!text.empty() && annotation_.tokens[t].space_before) text += ' ';
      text += annotation_.text_of(annotation_.tokens[t]);
    }
    return text;
  }

  /// Whether a label may begin with a word: no mark, adverb, conjunction, preposition, article or pronoun.
  [[nodiscard]] bool opens(std::uint32_t token) const {
    if (annotation_.tokens[token].kind == TokenKind::kPunctuation || annotation_.tokens[token].kind == TokenKind::kSymbol)
      return false;
    const auto node = tree_.node(token);
    if (!node) return true;
    const Pos pos = tree_[*node].pos;
    return pos == Pos::kNoun || pos == Pos::kPropn || pos == Pos::kAdj;
  }

  /// Nor end with one: no article, preposition, auxiliary, conjunction.
  [[nodiscard]] bool closes(std::uint32_t token) const {
    if (annotation_.tokens[token].kind == TokenKind::kPunctuation || annotation_.tokens[token].kind == TokenKind::kSymbol)
      return false;
    const auto node = tree_.node(token);
    if (!node) return true;
    const Pos pos = tree_[*node].pos;
    return pos != Pos::kDet && pos != Pos::kAdp && pos != Pos::kAux && pos != Pos::kCconj && pos != Pos::kSconj &&
           pos != Pos::kPron && pos != Pos::kAdv && pos != Pos::kPart;
  }

  [[nodiscard]] bool is_content(const Token& token) const {
    return token.kind == TokenKind::kWord && text::Rarity::in_news().bits(text::key_of(text::fold(token.lower))) >= kContentBits;
  }

  [[nodiscard]] static bool ends_clause(const Token& token) {
    return token.lower == ";" || token.lower == ":" || token.lower == "(" || token.lower == ")" || token.lower == "\"" ||
           token.lower == "/";
  }

  /// The words that lead up to the number, and where they tell too little, those behind it.
  [[nodiscard]] Label clause() const {
    const TokenRange sentence = annotation_.sentences[quantity_.sentence].tokens;
    const std::vector<Token>& tokens = annotation_.tokens;
    std::uint32_t end = quantity_.tokens.begin;
    while (end > sentence.begin && !is_content(tokens[end - 1]) && !ends_clause(tokens[end - 1])) --end;
    std::uint32_t begin = end;
    std::uint32_t content = 0;
    while (begin > sentence.begin && end - begin < kWordsBefore && !ends_clause(tokens[begin - 1])) {
      if ((tokens[begin - 1].lower == "," || tokens[begin - 1].kind == TokenKind::kNumber) && content > 0) break;
      --begin;
      if (is_content(tokens[begin])) ++content;
    }
    Label label{words({begin, end}), Told::kWords};
    if (content >= kEnoughWords && !label.text.empty()) return label;
    std::uint32_t last = quantity_.tokens.end;
    for (std::uint32_t t = last;
         t < std::min(sentence.end, quantity_.tokens.end + kWordsBehind) && !ends_clause(tokens[t]) && tokens[t].lower != ",";
         ++t) {
      if (is_content(tokens[t])) last = t + 1;
    }
    const std::string behind = words({quantity_.tokens.end, last});
    if (!behind.empty()) label.text += (label.text.empty() ? "" : " … ") + behind;
    if (label.text.empty() && mention_.owner && begin > sentence.begin + 1) {  // in brackets behind a name
      if (const auto node = tree_.node(begin - 2)) label.text = phrases_.noun(*node);
    }
    if (label.text.empty()) {  // a sentence of nothing but small words
      std::uint32_t stop = sentence.begin;
      while (stop < std::min(sentence.end, sentence.begin + kWordsBefore) && !ends_clause(tokens[stop])) ++stop;
      label.text = words({sentence.begin, stop});
    }
    return label;
  }

  const Inputs& inputs_;
  const Mention& mention_;
  const Quantity& quantity_;
  const Annotation& annotation_;
  Phrases phrases_;
  const claims::Tree& tree_;
};

}  // namespace

std::string figure_label(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members) {
  if (const auto happened = common_predicate(inputs, mentions, members)) return mentions.predicates[*happened].label;
  // The label that tells most, in about as many letters as a reader takes in at once.
  const auto excess = [](const Label& label) {
    return label.text.size() > kGoodLength ? label.text.size() - kGoodLength : kGoodLength - label.text.size();
  };
  Label best;
  for (const std::uint32_t m : members) {
    Label label = Labeller(inputs, mentions.all[m]).label();
    const bool more = label.told > best.told || (label.told == best.told && excess(label) < excess(best));
    if (!label.text.empty() && (best.text.empty() || more)) best = std::move(label);
  }
  return best.text.empty() ? "figure" : best.text;
}

}  // namespace tetrapla::collate
