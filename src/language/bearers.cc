#include "language/bearers.h"

#include <algorithm>
#include <map>
#include <set>

#include "language/full_names.h"
#include "language/lexicon.h"
#include "language/short_forms.h"
#include "language/single_words.h"
#include "language/stated_aliases.h"

namespace tetrapla::language {
namespace {

const std::string kNoName = "-";  // the label of what is no name after all

using Words = std::vector<std::string>;

/// The words of a key, particles apart and an article's prefix cut off ("mohammed al-rashidi" → mohammed rashidi).
Words words_of(const std::string& key) {
  Words words;
  std::size_t at = 0;
  while (at <= key.size()) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    std::string word = key.substr(at, end - at);
    at = end + 1;
    for (const std::string_view article : {"al-", "el-", "ar-", "as-", "ad-", "az-", "an-"}) {
      if (word.starts_with(article) && word.size() > article.size() + 2) word.erase(0, article.size());
    }
    static constexpr std::string_view kParticles[] = {"al", "el", "de", "van", "von", "der", "den", "bin", "ibn",
                                                      "la", "du", "of", "the", "and", "for", "&",   ","};
    if (word.empty() || std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles)) continue;
    words.push_back(std::move(word));
  }
  if (words.size() > 2 && !suffix_of(words.back()).empty()) words.pop_back();
  return words;
}

std::string letters_of(const std::string& word) {
  std::string result;
  for (const char c : word) {
    if (c != '.' && c != '-' && c != ' ') result += c;
  }
  return result;
}

/// All mentions with one key.
struct Name {
  std::string key;
  std::string text;  // as it first stands
  std::string label;
  Words words;
  std::set<std::string> roles;
  std::set<std::string> sexes;
  std::size_t count = 0;
  bool told = true;  // Entity::told
};

class Settler {
 public:
  Settler(const Annotation& annotation, const WordsSeen& seen, std::vector<Mention> mentions)
      : a_(annotation), seen_(seen), lex_(lexicon()), mentions_(std::move(mentions)) {}

  std::vector<Entity> run() {
    gather();
    label_words();
    join_stated();
    join_persons();
    join_organisations();
    join_acronyms();
    return entities();
  }

 private:
  [[nodiscard]] std::string text_of(TokenRange range) const {
    std::string result;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (t > range.begin && a_.tokens[t].space_before) result += ' ';
      result += a_.text_of(a_.tokens[t]);
    }
    return result;
  }

  void gather() {
    std::map<std::string, std::map<std::string, int>> labels;
    for (const Mention& mention : mentions_) {
      Name& name = names_[mention.key];
      if (name.count++ == 0) {
        name.key = mention.key;
        name.text = text_of(mention.tokens);
        name.words = words_of(mention.key);
      }
      if (seen_.shape(mention.tokens.begin) == Shape::kCapital && mention.tokens.size() == 1 && !name.text.empty() &&
          seen_.in_headline(mention.tokens.begin) == false) {
        name.text = text_of(mention.tokens);
      }
      if (!mention.role.empty()) name.roles.insert(mention.role);
      if (!mention.sex.empty()) name.sexes.insert(mention.sex);
      labels[mention.key][mention.label] += !mention.role.empty() && mention.label == "PERSON" ? 3 : 1;
    }
    for (auto& [key, name] : names_) {
      int best = 0;
      for (const auto& [label, count] : labels[key]) {
        const int weight = label.empty() ? 0 : count;
        if (weight > best) {
          best = weight;
          name.label = label;
        }
      }
    }
  }

  /// Words whose mentions leave their kind open.
  void label_words() {
    std::map<std::string, Company> company;
    for (const Mention& mention : mentions_) {
      if (names_[mention.key].label.empty()) add_company(a_, mention, company[mention.key]);
    }
    std::set<std::string> surnames, given;
    for (const auto& [key, name] : names_) {
      if (name.label == "ORG" && name.words.size() > 1) organisation_ends_.insert({name.words.front(), name.words.back()});
      if (name.label != "PERSON" || name.words.size() < 2) continue;
      surnames.insert(name.words.back());
      given.insert(name.words.front());
    }
    for (auto& [key, name] : names_) {
      if (!name.label.empty()) continue;
      const Company& c = company[key];
      const std::string word = name.words.empty() ? key : name.words.back();
      const bool sure = lex_.sure_place(key);
      if (!sure && (surnames.contains(word) ||
                    (given.contains(word) && (!lex_.given_name(word).empty() || !lex_.common(word)) && c.place <= c.person + 1))) {
        name.label = "PERSON";
        continue;
      }
      const bool common = lex_.common(key);
      if (generic(key) && !short_of_organisation(name)) {
        name.label = kNoName;
        continue;
      }
      std::string label = label_of(c, key, seen_.capital(key), common);
      if (common && label != "PERSON" && short_of_organisation(name)) label = "ORG";
      if (label == "ORG" && !common && seen_.capital(key) == 0 && seen_.lower(key) > 0) label.clear();
      // an acronym is no surname, whatever other people are called
      const bool acronym = name.text.size() > 2 && std::none_of(name.text.begin(), name.text.end(),
                                                                [](char letter) { return letter >= 'a' && letter <= 'z'; });
      if (acronym && label == "PERSON" && c.person < 2) label = "ORG";
      name.label = label.empty() ? kNoName : label;
      name.told = is_told(c, key, name.label);
    }
    // a word that is a place's here ("Lake Tengra") is nobody's short form
    for (const auto& [key, name] : names_) {
      if (name.label != "GPE" && name.label != "LOC" && name.label != "FAC") continue;
      for (const std::string& word : name.words) place_words_.insert(word);
    }
    for (auto& [key, name] : names_) {
      if (name.label == "ORG" && company.contains(key) && name.words.size() == 1 && place_words_.contains(key) &&
          company[key].organisation < 2)
        name.label = "GPE";
    }
  }

  [[nodiscard]] bool short_of_organisation(const Name& name) const { return organisation_ends_.contains(name.key); }

  void alias(const std::string& from, const std::string& to) {
    if (from != to && root(to) != from) alias_[from] = root(to);
  }
  [[nodiscard]] std::string root(std::string key) const {
    for (int steps = 0; steps < 8; ++steps) {
      const auto found = alias_.find(key);
      if (found == alias_.end()) break;
      key = found->second;
    }
    return key;
  }

  /// Of what the report says is one, the fuller name or the one of known kind is kept.
  void join_stated() {
    for (const auto& [first, other] : stated_aliases(a_, mentions_)) {
      const Name* full = &names_.at(mentions_[first].key);
      const Name* brief = &names_.at(mentions_[other].key);
      const auto none = [](const Name& name) { return name.label.empty() || name.label == kNoName || name.label == "NORP"; };
      if (none(*full) || none(*brief)) continue;
      const bool person = full->label == "PERSON";
      if (person != (brief->label == "PERSON") && brief->told) continue;
      if (!person && full->words.size() == 1 && brief->words.size() > 1) std::swap(full, brief);
      alias(brief->key, full->key);
    }
  }

  // ---- persons

  static bool same_given(const std::string& a, const std::string& b) {
    if (letters_of(a) == letters_of(b)) return true;
    const bool initial = a.size() <= 2 || b.size() <= 2 || a[1] == '.' || b[1] == '.';
    return initial && a.front() == b.front() && (letters_of(a).size() == 1 || letters_of(b).size() == 1);
  }

  static constexpr std::size_t kMostNamesakes = 64;  // bounds the pairs looked at

  void join_persons() {
    std::vector<const Name*> full;
    std::map<std::string, std::vector<const Name*>> by_surname, by_given;
    std::map<std::string, std::set<std::string_view>> suffixes;  // of each surname
    for (const auto& [key, name] : names_) {
      if (name.label != "PERSON" || name.words.size() < 2) continue;
      full.push_back(&name);
      if (const std::string_view suffix = suffix_of(key); !suffix.empty()) suffixes[name.words.back()].insert(suffix);
    }
    // fuller forms first, so that the shorter find them
    std::stable_sort(full.begin(), full.end(), [](const Name* x, const Name* y) {
      return x->words.size() != y->words.size() ? x->words.size() > y->words.size() : x->key.size() > y->key.size();
    });
    for (const Name* name : full) {
      const Name* match = nullptr;
      int fits = 0;
      for (const Name* other : by_surname[name->words.back()]) {
        if (!same_given(name->words.front(), other->words.front()) && !leaves_out_names(name->words, other->words)) continue;
        const std::string_view mine = suffix_of(name->key);
        const std::string_view others = suffix_of(other->key);
        if (!suffixes_agree(mine, others, suffixes[name->words.back()].size() > 1)) continue;
        // the shorter name alone has one: W. Mark Brodal and his son, Mark Brodal Jr.
        if (name->words != other->words && others.empty() && !mine.empty()) continue;
        match = other;
        ++fits;
      }
      if (fits == 1) {
        alias(name->key, match->key);
      } else {
        if (by_surname[name->words.back()].size() < kMostNamesakes) by_surname[name->words.back()].push_back(name);
        middle_names_.insert(name->words.begin() + 1, name->words.end() - 1);
        if (by_given[name->words.front()].size() < kMostNamesakes) by_given[name->words.front()].push_back(name);
      }
    }
    by_surname_ = by_surname;
    by_given_ = by_given;
  }

  /// The bearer of a single-word mention, or itself.
  [[nodiscard]] std::string person_of(std::size_t index) const {
    const Mention& mention = mentions_[index];
    const Name& name = names_.at(mention.key);
    if (name.words.empty()) return mention.key;
    const auto last = by_surname_.find(name.words.back());
    const bool surname = last != by_surname_.end() && !last->second.empty();
    const auto first = by_given_.find(name.words.back());
    if (!surname) {
      if (first == by_given_.end() || first->second.size() != 1 || middle_names_.contains(name.words.back())) return mention.key;
      return first->second.front()->key;
    }
    const auto& candidates = last->second;
    if (candidates.size() == 1) {
      const std::string& key = candidates.front()->key;
      if (contradicts(mention, *candidates.front())) return mention.key;
      return key;
    }
    std::vector<const Name*> fit;
    if (!mention.role.empty() && lex_.title(mention.role) == "title") {
      for (const Name* candidate : candidates) {
        if (candidate->roles.contains(mention.role)) fit.push_back(candidate);
      }
      if (fit.size() == 1) return fit.front()->key;
    }
    if (!mention.sex.empty()) {
      fit.clear();
      for (const Name* candidate : candidates) {
        if (!contradicts(mention, *candidate)) fit.push_back(candidate);
      }
      if (fit.size() == 1) return fit.front()->key;
    }
    // the one who alone was named in this sentence or the two before
    fit.clear();
    const std::uint32_t here = a_.tokens[mention.tokens.begin].sentence;
    for (const Name* candidate : candidates) {
      const auto seen = last_seen_.find(candidate->key);
      if (seen != last_seen_.end() && seen->second + 2 >= here) fit.push_back(candidate);
    }
    return fit.size() == 1 ? fit.front()->key : mention.key;
  }

  /// "Mrs Solhaug" is not Erik.
  [[nodiscard]] bool contradicts(const Mention& mention, const Name& person) const {
    if (mention.sex.empty()) return false;
    const std::string_view sex = lex_.given_name(person.words.front());
    return (sex.size() == 1 && sex != mention.sex) || (person.sexes.size() == 1 && !person.sexes.contains(mention.sex));
  }

  // ---- organisations

  [[nodiscard]] bool name_like(const std::string& word) const {
    return !lex_.common(word) || (seen_.lower(word) == 0 && seen_.capital(word) > 0);
  }
  [[nodiscard]] bool generic(const std::string& word) const {
    return !lex_.name_word(word, "last").empty() || !lex_.name_word(word, "head").empty();
  }

  void join_organisations() {
    constexpr std::size_t kMostOrganisations = 400;  // bounds the pairs looked at
    std::vector<const Name*> all;
    for (const auto& [key, name] : names_) {
      if (name.label == "ORG" || name.label == "FAC" || name.label == "PRODUCT") all.push_back(&name);
    }
    if (all.size() > kMostOrganisations) all.resize(kMostOrganisations);
    std::stable_sort(all.begin(), all.end(), [](const Name* x, const Name* y) { return x->words.size() > y->words.size(); });
    const WordsHere here{[&](const std::string& word) { return place_words_.contains(word); },
                         [&](const std::string& word) { return name_like(word); }, true};
    for (const Name* name : all) {
      std::set<std::string> fits;
      for (const Name* other : all) {
        const bool one_kind = name->label == other->label || (!name->told && other->label == "PRODUCT");
        if (one_kind && shortens(name->words, other->words, other->key, here)) fits.insert(root(other->key));
      }
      if (fits.size() == 1) alias(name->key, *fits.begin());
    }
  }

  static std::string initials(const Name& name) {
    std::string result;
    for (const std::string& word : name.words) {
      if (word == "in") continue;
      result += word.front();
    }
    return result;
  }

  /// "Organization for Security and Cooperation in Europe (OSCE)", and an acronym that only one name explains.
  void join_acronyms() {
    std::map<std::string, std::set<std::string>> by_initials;
    for (const auto& [key, name] : names_) {
      if (name.label != "PERSON" && name.words.size() >= 2) by_initials[initials(name)].insert(root(key));
    }
    for (auto& [key, name] : names_) {
      if (name.words.size() != 1 || key.size() < 3 || key.size() > 8 || name.label == "PERSON") continue;
      const std::string letters = letters_of(key);
      if (letters.size() < 3 || lex_.sure_place(key)) continue;
      if (!std::all_of(name.text.begin(), name.text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; })) continue;
      const auto found = by_initials.find(letters);
      if (found != by_initials.end() && found->second.size() == 1) {
        alias(key, *found->second.begin());
        name.label = names_[*found->second.begin()].label;
      }
    }
  }

  std::vector<Entity> entities() {
    std::vector<Entity> result;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      const Name& name = names_[mention.key];
      if (name.label == kNoName || name.label.empty()) continue;
      std::string key = root(mention.key);
      if (name.label == "PERSON" && name.words.size() == 1) key = root(person_of(i));
      last_seen_[key] = a_.tokens[mention.tokens.begin].sentence;
      const Name& bearer = names_[key];
      result.push_back({a_.span_of(mention.tokens), mention.tokens, bearer.label == kNoName ? name.label : bearer.label,
                        bearer.text, bearer.told});
    }
    return result;
  }

  const Annotation& a_;
  const WordsSeen& seen_;
  const Lexicon& lex_;
  std::vector<Mention> mentions_;
  std::map<std::string, Name> names_;
  std::set<std::string> place_words_;
  std::set<std::string> organisation_ends_;  // first and last words of their names
  std::map<std::string, std::string> alias_;
  std::map<std::string, std::vector<const Name*>> by_surname_, by_given_;
  std::set<std::string> middle_names_;
  std::map<std::string, std::uint32_t> last_seen_;
};

}  // namespace

std::vector<Entity> settle(const Annotation& annotation, const WordsSeen& seen, std::vector<Mention> mentions) {
  return Settler(annotation, seen, std::move(mentions)).run();
}

}  // namespace tetrapla::language
