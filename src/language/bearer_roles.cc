#include "language/bearer_roles.h"

#include <algorithm>

#include "base/table.h"
#include "language/data/person_nouns.h"
#include "language/is_one_of.h"
#include "language/known_aliases.h"
#include "language/lexicon.h"
#include "language/tokens.h"

namespace tetrapla::language {
namespace {

using PersonNouns = std::map<std::string_view, std::string_view>;

const PersonNouns& person_nouns() {
  static const PersonNouns result = [] {  // immutable once made
    PersonNouns nouns;
    for (const auto& row : base::rows_of(data::person_nouns())) nouns.emplace(row[0], row.size() > 1 ? row[1] : std::string_view{});
    return nouns;
  }();
  return result;
}

/// Words beside a role that make another one of it.
bool tells_apart(std::string_view word) {
  return is_one_of(word, {"former",  "ex",        "vice",    "deputy", "acting",  "interim",  "assistant", "first",
                          "second",  "other",     "another", "next",   "new",     "old",      "late",      "prime",
                          "foreign", "associate", "senior",  "junior", "retired", "longtime", "fellow"});
}

BearerKind kind_of(EntityLabel label) {
  switch (label) {
    case EntityLabel::kPerson: return BearerKind::kPerson;
    case EntityLabel::kOrg:
    case EntityLabel::kGpe:
    case EntityLabel::kFac: return BearerKind::kBody;
    default: return BearerKind::kOther;
  }
}

class RoleReader {
 public:
  RoleReader(const EnglishDocument& document, const NamedEntities& named, const std::vector<std::uint32_t>& entity_at)
      : d_(document), named_(named), entity_at_(entity_at) {}

  [[nodiscard]] std::string lower(std::uint32_t t) const { return fold(d_.text_of(d_.tokens[t])); }
  [[nodiscard]] std::string noun(std::uint32_t t) const {
    const Tag tag = d_.tokens[t].tag;
    return tag == Tag::kNns ? fold(d_.lemma(d_.tokens[t])) : lower(t);
  }
  [[nodiscard]] bool role_noun(std::uint32_t t) const {
    const Pos pos = d_.tokens[t].pos;
    if (pos != Pos::kNoun && pos != Pos::kPropn) return false;
    const std::string word = noun(t);
    return person_noun(word) || body_noun(word);
  }

  [[nodiscard]] Role role(std::uint32_t t) const {
    Role result;
    result.noun = t;
    result.lemma = noun(t);
    for (std::uint32_t k = t; k-- > 0 && t - k <= kMostModifiers && !d_.tokens[k + 1].starts_sentence;) {
      const EnglishToken& token = d_.tokens[k];
      if (token.head != t && !(token.head > k && token.head < t)) break;  // no part of the phrase
      if (token.dep == Dep::kDet) break;
      add_mark(result, k);
    }
    for (std::uint32_t k = t + 1; k < d_.tokens.size() && k <= t + 2 && !d_.tokens[k].starts_sentence; ++k) {
      if (d_.tokens[k].head != t || d_.tokens[k].dep != Dep::kPrep || lower(k) != "of") continue;
      for (std::uint32_t of = k + 1; of < d_.tokens.size() && of <= k + kMostModifiers; ++of) {
        if (d_.tokens[of].head != k || d_.tokens[of].dep != Dep::kPobj) continue;
        add_mark(result, of);
        if (entity_at_[of] == UINT32_MAX) result.marks.insert("of " + noun(of));  // the host of the show
      }
    }
    return result;
  }

 private:
  static constexpr std::uint32_t kMostModifiers = 5;

  void add_mark(Role& role, std::uint32_t k) const {
    const std::uint32_t entity = entity_at_[k];
    if (entity != UINT32_MAX) {
      const EntityLabel label = named_.entities[entity].label;
      if (label == EntityLabel::kNorp) {
        const std::string_view country = country_of(named_.names[entity]);
        role.marks.insert(country.empty() ? named_.names[entity] : std::string(country));
      } else if (label == EntityLabel::kGpe || label == EntityLabel::kOrg || label == EntityLabel::kLoc ||
                 label == EntityLabel::kPerson) {
        role.marks.insert(named_.names[entity]);
      }
      return;
    }
    const std::string word = lower(k);
    if (tells_apart(word) || d_.tokens[k].pos == Pos::kPropn) role.marks.insert(word);
  }

  const EnglishDocument& d_;
  const NamedEntities& named_;
  const std::vector<std::uint32_t>& entity_at_;
};

/// The token of an entity that the rest of it depends on.
std::uint32_t root_of(const EnglishDocument& document, EnglishSpan run) {
  for (std::uint32_t t = run.begin; t < run.end; ++t) {
    const std::uint32_t head = document.tokens[t].head;
    if (head < run.begin || head >= run.end || head == t) return t;
  }
  return run.begin;
}

/// What stands beside each entity, and what names and nouns tell of its bearer's sex.
class Describer {
 public:
  Describer(const EnglishDocument& document, const NamedEntities& named, Bearers& bearers)
      : d_(document), named_(named), bearers_(bearers), roles_(document, named, bearers.entity_at), sexes_(bearers.all.size()) {
    for (std::uint32_t i = 0; i < named_.entities.size(); ++i) root_entity_[root_of(d_, named_.entities[i].tokens)] = i;
  }

  void describe() {
    for (std::uint32_t i = 0; i < named_.entities.size(); ++i) before_name(i);
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t) {
      if (!roles_.role_noun(t) || bearers_.entity_at[t] != UINT32_MAX) continue;
      if (const std::uint32_t entity = described_by(t); entity != UINT32_MAX) give(entity, t);
    }
    for (std::size_t b = 0; b < bearers_.all.size(); ++b) {
      Bearer& bearer = bearers_.all[b];
      std::stable_sort(bearer.roles.begin(), bearer.roles.end(), [](const Role& x, const Role& y) { return x.noun < y.noun; });
      bearer.sex = sex_of(bearer, sexes_[b]);
    }
  }

 private:
  /// Titles and roles inside the entity and right before it.
  void before_name(std::uint32_t entity) {
    const EnglishSpan run = named_.entities[entity].tokens;
    std::uint32_t first = run.begin;
    while (first > 0 && run.begin - first < 2 && !d_.tokens[first].starts_sentence && !d_.tokens[first - 1].is_space()) {
      const std::string word = roles_.lower(first - 1);
      if (lexicon().title(word).empty() && !roles_.role_noun(first - 1)) break;
      --first;
    }
    for (std::uint32_t t = first; t < run.end; ++t) {
      const std::string word = roles_.lower(t);
      if (t >= run.begin && (t + 1 == run.end || lexicon().title(word).empty())) break;
      if (const std::string_view sex = lexicon().title_sex(word); !sex.empty()) sexes_[bearers_.of_entity[entity]] += sex;
      if (lexicon().title(word) == "title" || roles_.role_noun(t)) give(entity, t);
    }
  }

  /// The entity whose name an apposition or "is" puts beside this noun.
  [[nodiscard]] std::uint32_t described_by(std::uint32_t t) const {
    const EnglishToken& token = d_.tokens[t];
    if (token.dep == Dep::kAppos || token.dep == Dep::kCompound) return entity_rooted_at(token.head);
    if (token.dep == Dep::kAttr && fold(d_.lemma(d_.tokens[token.head])) == "be") {
      for (std::uint32_t k = t; k-- > 0 && t - k < kFurthestSubject && !d_.tokens[k + 1].starts_sentence;) {
        if (d_.tokens[k].head != token.head) continue;
        if (d_.tokens[k].dep == Dep::kNeg) return UINT32_MAX;
        if (d_.tokens[k].dep == Dep::kNsubj) return entity_rooted_at(k);
      }
    }
    // "the actress, Tara Holm": the name is the apposition
    for (std::uint32_t k = t + 1; k < d_.tokens.size() && k <= t + 4 && !d_.tokens[k].starts_sentence; ++k) {
      if (d_.tokens[k].head == t && d_.tokens[k].dep == Dep::kAppos) return entity_rooted_at(k);
      const std::uint32_t entity = bearers_.entity_at[k];
      if (entity == UINT32_MAX) continue;
      const std::uint32_t root = root_of(d_, named_.entities[entity].tokens);
      if (d_.tokens[root].head == t && d_.tokens[root].dep == Dep::kAppos) return entity;
    }
    return UINT32_MAX;
  }

  [[nodiscard]] std::uint32_t entity_rooted_at(std::uint32_t t) const {
    const auto found = root_entity_.find(t);
    return found == root_entity_.end() ? UINT32_MAX : found->second;
  }

  void give(std::uint32_t entity, std::uint32_t noun) {
    Bearer& bearer = bearers_.all[bearers_.of_entity[entity]];
    const std::string lemma = roles_.noun(noun);
    const bool person = person_noun(lemma);
    if (bearer.kind == BearerKind::kPerson ? !person : !body_noun(lemma)) return;
    if (bearers_.role_noun[noun]) return;
    bearers_.role_noun[noun] = true;
    if (person) sexes_[bearers_.of_entity[entity]] += sex_of_noun(lemma);
    Role role = roles_.role(noun);
    const auto same = std::find_if(bearer.roles.begin(), bearer.roles.end(),
                                   [&](const Role& known) { return known.lemma == role.lemma && known.marks == role.marks; });
    if (same == bearer.roles.end()) {
      if (bearer.roles.size() < kMostRoles) bearer.roles.push_back(std::move(role));
    } else {
      same->noun = std::min(same->noun, noun);
    }
  }

  /// What titles and nouns tell goes before what the given name does.
  static char sex_of(const Bearer& bearer, const std::string& told) {
    if (bearer.kind != BearerKind::kPerson) return 0;
    const bool male = told.find('m') != std::string::npos;
    const bool female = told.find('f') != std::string::npos;
    if (male != female) return male ? 'm' : 'f';
    if (male) return 0;
    const std::size_t blank = bearer.name.find(' ');
    if (blank == std::string::npos) return 0;
    const std::string_view given = lexicon().given_name(fold(bearer.name.substr(0, blank)));
    return given.size() == 1 ? given.front() : static_cast<char>(0);
  }

  static constexpr std::uint32_t kFurthestSubject = 20;  // tokens before "is"
  static constexpr std::size_t kMostRoles = 32;          // of one bearer

  const EnglishDocument& d_;
  const NamedEntities& named_;
  Bearers& bearers_;
  RoleReader roles_;
  std::vector<std::string> sexes_;
  std::map<std::uint32_t, std::uint32_t> root_entity_;
};

}  // namespace

bool person_noun(std::string_view lemma) { return person_nouns().contains(lemma) || !lexicon().title(lemma).empty(); }

std::string_view sex_of_noun(std::string_view lemma) {
  const auto found = person_nouns().find(lemma);
  return found == person_nouns().end() ? lexicon().title_sex(lemma) : found->second;
}

bool body_noun(std::string_view lemma) {
  return lexicon().name_word(lemma, "last") == "ORG" || lexicon().name_word(lemma, "head") == "ORG" ||
         is_one_of(lemma, {"company",     "firm",      "airline",  "carrier",  "bank",        "club",      "team",
                           "carmaker",    "automaker", "maker",    "retailer", "publisher",   "newspaper", "magazine",
                           "broadcaster", "regulator", "watchdog", "charity",  "supermarket", "startup",   "giant",
                           "operator",    "union",     "party",    "tribunal", "agency",      "ministry",  "government"});
}

Bearers bearers_of(const EnglishDocument& document, const NamedEntities& named) {
  Bearers result;
  result.entity_at.assign(document.tokens.size(), UINT32_MAX);
  result.role_noun.assign(document.tokens.size(), false);
  std::map<std::string_view, std::uint32_t> numbers;
  std::vector<std::map<BearerKind, int>> kinds;
  for (std::uint32_t i = 0; i < named.entities.size(); ++i) {
    const auto [at, made] = numbers.emplace(named.names[i], static_cast<std::uint32_t>(result.all.size()));
    if (made) {
      result.all.push_back({named.names[i], BearerKind::kOther, 0, {}});
      kinds.emplace_back();
    }
    result.of_entity.push_back(at->second);
    ++kinds[at->second][kind_of(named.entities[i].label)];
    for (std::uint32_t t = named.entities[i].tokens.begin; t < named.entities[i].tokens.end; ++t) result.entity_at[t] = i;
  }
  for (std::size_t b = 0; b < kinds.size(); ++b) {
    int best = 0;
    for (const auto& [kind, count] : kinds[b]) {
      if (count > best) {
        best = count;
        result.all[b].kind = kind;
      }
    }
  }
  Describer(document, named, result).describe();
  return result;
}

Role role_at(const EnglishDocument& document, const NamedEntities& named, const std::vector<std::uint32_t>& entity_at,
             std::uint32_t noun) {
  return RoleReader(document, named, entity_at).role(noun);
}

}  // namespace tetrapla::language
