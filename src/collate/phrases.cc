#include "collate/phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/context_words.h"
#include "collate/word_forms.h"

namespace tetrapla::collate {
namespace {

using language::Annotation;
using language::TokenRange;

constexpr std::size_t kMostWords = 6;     // of a noun phrase: the last ones tell what it is
constexpr std::size_t kLongestWord = 40;  // bytes; anything longer is an address
constexpr std::size_t kMostBehind = 7;    // words behind a noun or a verb
constexpr std::size_t kMostPlace = 4;     // words that tell where a subject is
constexpr int kMostSteps = 64;            // up the tree
constexpr int kSubjectSteps = 4;          // from verb to verb in search of a subject

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_lower(c) || is_upper(c) || static_cast<unsigned char>(c) >= 0x80; });
}

/// "a" + "b" → "a b"; an empty one adds nothing.
std::string joined(std::string left, const std::string& right) {
  if (!left.empty() && !right.empty()) left += ' ';
  return left + right;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

Phrases::Phrases(const Annotation& annotation, const std::vector<claims::Quantity>& amounts, TokenRange figure)
    : annotation_(annotation), amounts_(amounts), tree_(annotation) {
  const auto first = tree_.node(figure.begin);
  const auto last = tree_.node(figure.end - 1);
  if (!first || !last) return;
  const auto next = tree_.node(figure.end);
  figure_begin_ = *first;
  figure_end_ = std::max(*last + 1, next.value_or(0));
  std::uint32_t node = *last;
  for (int steps = 0; steps < kMostSteps && in_figure(tree_.head(node)) && !tree_.is_root(node); ++steps) node = tree_.head(node);
  figure_ = node;
  const TokenRange sentence = annotation.sentences[annotation.tokens[figure.begin].sentence].tokens;
  begin_ = tree_.node(sentence.begin).value_or(*first);
  end_ = sentence.end < annotation.tokens.size() ? tree_.node(sentence.end).value_or(tree_.size()) : tree_.size();
  for (int steps = 0; steps < kMostSteps && !tree_.is_root(node); ++steps) {
    node = tree_.head(node);
    above_.push_back(node);
  }
}

std::uint32_t Phrases::head(std::uint32_t node) const { return inside(tree_.head(node)) ? tree_.head(node) : node; }

Dep Phrases::dep(std::uint32_t node) const { return inside(tree_.head(node)) ? tree_[node].dep : Dep::kRoot; }

std::vector<std::uint32_t> Phrases::children(std::uint32_t node) const {
  std::vector<std::uint32_t> result = tree_.children(node);
  std::erase_if(result, [&](std::uint32_t at) { return !inside(at); });
  return result;
}

std::optional<std::uint32_t> Phrases::child(std::uint32_t node, std::initializer_list<Dep> labels) const {
  for (const std::uint32_t at : children(node)) {
    if (std::find(labels.begin(), labels.end(), tree_[at].dep) != labels.end()) return at;
  }
  return std::nullopt;
}

bool Phrases::is_noun(std::uint32_t node) const { return tree_[node].pos == Pos::kNoun || tree_[node].pos == Pos::kPropn; }

bool Phrases::is_verb(std::uint32_t node) const { return tree_[node].pos == Pos::kVerb || tree_[node].pos == Pos::kAux; }

bool Phrases::holds_figure(std::uint32_t node) const {
  return in_figure(node) || std::find(above_.begin(), above_.end(), node) != above_.end();
}

EntityLabel Phrases::label_at(std::uint32_t node) const {
  const auto& entities = annotation_.document.entities;
  const auto found = std::upper_bound(entities.begin(), entities.end(), node,
                                      [](std::uint32_t at, const EnglishEntity& e) { return at < e.tokens.end; });
  return found != entities.end() && found->tokens.begin <= node ? found->label : EntityLabel::kNone;
}

bool Phrases::is_amount(std::uint32_t node) const {
  const std::uint32_t token = tree_.token(node).value_or(language::kNoToken);
  const auto amount = std::upper_bound(amounts_.begin(), amounts_.end(), token,
                                       [](std::uint32_t at, const claims::Quantity& q) { return at < q.tokens.end; });
  if (amount != amounts_.end() && amount->tokens.begin <= token && !amount->unit.empty()) return true;
  switch (label_at(node)) {
    case EntityLabel::kDate:
    case EntityLabel::kTime:
    case EntityLabel::kPercent:
    case EntityLabel::kMoney:
    case EntityLabel::kQuantity: return true;
    default: return false;
  }
}

std::string Phrases::word(std::uint32_t node) const {
  const auto token = tree_.token(node);
  if (!token) return {};
  std::string text(annotation_.text_of(annotation_.tokens[*token]));
  if (text.size() > kLongestWord) return {};
  const language::Token& own = annotation_.tokens[*token];
  const bool opens = *token == 0 || annotation_.tokens[*token - 1].sentence != own.sentence || tree_[node].starts_sentence;
  const bool capital = text.size() > 1 && is_upper(text[0]) && is_lower(text[1]);
  if (opens && capital && tree_[node].pos != Pos::kPropn && label_at(node) == EntityLabel::kNone && own.lower.size() == text.size())
    return own.lower;
  return text;
}

std::string Phrases::words(std::vector<std::uint32_t> nodes) const {
  std::sort(nodes.begin(), nodes.end());
  if (nodes.size() > kMostWords) nodes.erase(nodes.begin(), nodes.end() - kMostWords);
  std::string text;
  std::uint32_t last = 0;
  for (const std::uint32_t node : nodes) {
    const std::string next = word(node);
    if (next.empty() || (text.empty() && tree_[node].pos == Pos::kPunct)) continue;
    const bool hyphened =
        last + 1 == node && (tree_[node].tag == Tag::kHyph || tree_[last].tag == Tag::kHyph);  // torn: "half - brothers"
    const bool glued = hyphened || (last + 1 == node && !tree_[last].space_after);
    if (!text.empty() && !glued) text += ' ';
    text += next;
    last = node;
  }
  return has_letter(text) ? text : std::string();
}

void Phrases::collect(std::uint32_t node, bool top, int depth, std::vector<std::uint32_t>& nodes) const {
  nodes.push_back(node);
  if (depth == 0) return;
  for (const std::uint32_t below : children(node)) {
    if (below > node && tree_[below].dep != Dep::kCase && tree_[below].dep != Dep::kNummod) continue;
    if (holds_figure(below) || is_amount(below)) continue;
    const EnglishToken& token = tree_[below];
    switch (token.dep) {
      case Dep::kAmod: {
        const auto at = tree_.token(below);
        if (at && claims::in_list("closed", annotation_.tokens[*at].lower)) break;
        if (token.tag != Tag::kCd) collect(below, false, depth - 1, nodes);
        break;
      }
      case Dep::kNummod:
        if (!top || below > node) nodes.push_back(below);  // "Swift 3"
        break;
      case Dep::kPoss:
        if (token.pos != Pos::kPron && token.tag != Tag::kWpPossessive) collect(below, false, depth - 1, nodes);
        break;
      case Dep::kAdvmod:
        if (!top) nodes.push_back(below);  // "so-called", "newly built"
        break;
      case Dep::kNpadvmod:
      case Dep::kCompound:
      case Dep::kNmod: collect(below, false, depth - 1, nodes); break;
      case Dep::kCase: nodes.push_back(below); break;
      case Dep::kPunct:
        if (token.tag == Tag::kHyph) nodes.push_back(below);
        break;
      default: break;
    }
  }
}

std::string Phrases::article_of(std::uint32_t node) const {
  for (const std::uint32_t below : children(node)) {
    if (below > node) break;
    const EnglishToken& token = tree_[below];
    if (token.dep == Dep::kPoss)
      return token.pos == Pos::kPron ? "the " : article_of(below);  // "its offices", "the country's missions"
    if (token.dep != Dep::kDet) continue;
    const std::string_view lemma = tree_.lemma(below);
    const bool kept = lemma == "a" || lemma == "an" || lemma == "no" || lemma == "every" || lemma == "all" || lemma == "each";
    if (!kept) return "the ";
    const auto at = tree_.token(below);
    return at ? annotation_.tokens[*at].lower + " " : std::string();
  }
  return {};
}

std::string Phrases::noun_phrase(std::uint32_t node, bool article, int depth) const {
  if (tree_[node].pos == Pos::kPron || in_figure(node)) return {};
  std::vector<std::uint32_t> nodes;
  collect(node, true, kDepth, nodes);
  std::erase_if(nodes, [&](std::uint32_t at) { return at > node && tree_[at].dep == Dep::kCase; });  // its own "'s"
  std::string text = words(nodes);
  if (text.empty()) return text;
  if (article) {
    std::string before = article_of(node);
    if (before == "a " || before == "an ") before = is_vowel(static_cast<char>(text[0] | ' ')) ? "an " : "a ";
    text = before + text;
  }
  if (depth > 1) {
    for (const std::uint32_t below : children(node)) {
      if (below > node && tree_[below].dep == Dep::kPrep && tree_.lemma(below) == "of" && !holds_figure(below)) {
        text = joined(std::move(text), prepositional(below, depth - 2));
        break;
      }
    }
  }
  return text;
}

std::string Phrases::prepositional(std::uint32_t preposition, int depth) const {
  for (const std::uint32_t below : children(preposition)) {
    if (below < preposition || holds_figure(below) || is_amount(below)) continue;
    if (tree_[below].dep == Dep::kPobj && is_noun(below)) {
      const std::string object = noun_phrase(below, true, std::max(depth, 1));
      if (object.empty()) return object;
      std::string text = word(preposition) + " " + object;
      if (tree_.lemma(preposition) == "between") {
        const auto other = child(below, {Dep::kConj});
        if (!other || !is_noun(*other)) return {};
        text += " and " + noun_phrase(*other, true, 1);
      }
      return text;
    }
    if (tree_[below].dep == Dep::kPcomp && tree_[below].tag == Tag::kVbg && depth > 0)
      return joined(word(preposition) + " " + with_particle(below), behind(below, depth - 1));
  }
  return {};
}

std::string Phrases::behind(std::uint32_t verb, int depth) const {
  std::string text;
  bool object = false;
  bool place = false;
  for (const std::uint32_t below : children(verb)) {
    if (below < verb || holds_figure(below) || is_amount(below)) continue;
    std::string next;
    switch (tree_[below].dep) {
      case Dep::kAdvmod: {
        const auto at = tree_.token(below);
        if (at && claims::in_list("verb", annotation_.tokens[*at].lower)) next = word(below);  // "aboard"
        break;
      }
      case Dep::kDobj:
      case Dep::kAttr:
        if (!object && is_noun(below)) next = noun_phrase(below, true, std::max(depth, 1));
        object = object || !next.empty();
        break;
      case Dep::kAcomp:
      case Dep::kOprd:
        if (!object) next = joined(word(below), depth > 0 ? behind(below, 0) : "");
        object = true;
        break;
      case Dep::kAgent:
      case Dep::kPrep:
      case Dep::kDative:
        if (!place) next = prepositional(below, depth);
        place = place || !next.empty();
        break;
      case Dep::kXcomp:
        if (!object && depth > 0 && child(below, {Dep::kAux})) next = joined(verb_group(below), behind(below, depth - 1));
        object = object || !next.empty();
        break;
      default: break;
    }
    if (!text.empty() && count_words(text) + count_words(next) > kMostBehind) break;
    text = joined(std::move(text), next);
  }
  return text;
}

std::string Phrases::place_of(std::uint32_t node) const {
  for (const std::uint32_t below : children(node)) {
    if (below < node || tree_[below].dep != Dep::kPrep || holds_figure(below) || tree_.lemma(below) == "of") continue;
    if (std::string text = prepositional(below, 1); !text.empty() && count_words(text) <= kMostPlace) return text;
  }
  return {};
}

std::string Phrases::behind_noun(std::uint32_t node, bool person) const {
  for (const std::uint32_t below : children(node)) {
    if (below < node || holds_figure(below) || tree_.lemma(below) == "include") continue;  // "including" begins an aside
    const EnglishToken& token = tree_[below];
    if (token.dep == Dep::kPrep && token.tag == Tag::kIn && tree_.lemma(below) != "of") {  // "of" is in the noun's phrase
      if (std::string text = prepositional(below, kDepth - 1); !text.empty()) return text;
    }
    if (token.dep == Dep::kAcl && (token.tag == Tag::kVbn || token.tag == Tag::kVbg || token.tag == Tag::kVbd))
      return joined(with_particle(below), behind(below, kDepth - 1));
    if (token.dep == Dep::kAcl && token.tag == Tag::kVb) return joined("to " + with_particle(below), behind(below, kDepth - 1));
    if (const auto who = child(below, {Dep::kNsubj, Dep::kNsubjpass}); token.dep == Dep::kRelcl && who) {
      const Tag tag = tree_[*who].tag;
      if (tag == Tag::kWp || tag == Tag::kWdt)
        return joined(joined(person ? "who" : "that", verb_group(below)), behind(below, kDepth - 1));
      const std::string actor = is_noun(*who) ? noun_with_article(*who) : "";
      if (!actor.empty()) return actor + " " + verb_group(below);  // "the deal Hunter got"
    }
    if (token.dep == Dep::kAmod || token.dep == Dep::kAcomp)
      return joined(word(below), behind(below, 1));  // "people unaccounted for"
  }
  return {};
}

std::string Phrases::verb_group(std::uint32_t verb) const {
  std::string text;
  for (const std::uint32_t below : children(verb)) {
    if (below > verb) break;
    const Dep dep = tree_[below].dep;
    if (dep != Dep::kAux && dep != Dep::kAuxpass && dep != Dep::kNeg) continue;
    const auto at = tree_.token(below);
    if (at) text = joined(std::move(text), std::string(in_full(annotation_.tokens[*at].lower)));
  }
  return joined(std::move(text), with_particle(verb));
}

std::string Phrases::with_particle(std::uint32_t verb) const {
  const auto particle = child(verb, {Dep::kPrt});
  return joined(word(verb), particle && *particle > verb ? word(*particle) : "");
}

std::string Phrases::done(std::uint32_t verb) const {
  const std::string_view lemma = tree_.lemma(verb);
  if (has_no_passive(lemma) || lemma.empty() || lemma.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos)
    return {};
  bool denied = false;
  bool perfect = false;
  bool ahead = false;
  std::string modal;
  std::string particle;
  for (const std::uint32_t at : children(verb)) {
    const std::string_view auxiliary = tree_.lemma(at);
    denied = denied || tree_[at].dep == Dep::kNeg;
    if (tree_[at].dep == Dep::kPrt) particle = word(at);
    if (tree_[at].dep != Dep::kAux) continue;
    perfect = perfect || auxiliary == "have";
    if (auxiliary == "will" || auxiliary == "shall" || auxiliary == "to") {
      ahead = true;
    } else if (tree_[at].tag == Tag::kMd) {
      modal = in_full(word(at));
    }
  }
  std::string text = denied ? "not" : "";
  if (!modal.empty()) {
    text = "that " + modal + (denied ? " not be" : " be");
  } else if (ahead && !perfect) {
    text = joined(std::move(text), "to be");
  }
  text = joined(std::move(text), tree_[verb].tag == Tag::kVbn ? word(verb) : participle_of(lemma));
  return joined(std::move(text), particle);
}

std::optional<std::uint32_t> Phrases::subject(std::uint32_t verb) const {
  for (int steps = 0; steps < kSubjectSteps; ++steps) {
    std::optional<std::uint32_t> found;
    for (const std::uint32_t at : children(verb)) {
      if (at < verb && (tree_[at].dep == Dep::kNsubj || tree_[at].dep == Dep::kNsubjpass)) found = at;  // the nearest
    }
    if (found) {
      if (is_noun(*found)) return found;
      const Tag tag = tree_[*found].tag;
      const bool relative = tag == Tag::kWp || tag == Tag::kWdt;
      if (relative && dep(verb) == Dep::kRelcl && is_noun(head(verb)) && !in_figure(head(verb))) return head(verb);
      return std::nullopt;
    }
    const Dep role = dep(verb);
    // "The water was cold and gusts reached …": a noun that the tree has hung on the clause before
    if (role == Dep::kConj && verb > begin_ && tree_[verb].tag == Tag::kVbd && is_noun(verb - 1) && !in_figure(verb - 1))
      return verb - 1;
    if (role == Dep::kAcl && is_noun(head(verb)) && tree_[verb].tag == Tag::kVbg) return head(verb);
    if ((role != Dep::kConj && role != Dep::kXcomp && role != Dep::kAdvcl) || !is_verb(head(verb))) return std::nullopt;
    verb = head(verb);
  }
  return std::nullopt;
}

}  // namespace tetrapla::collate
