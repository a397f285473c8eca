#include "language/bearers.h"

#include <algorithm>
#include <map>
#include <set>

#include "language/bearer_index.h"
#include "language/is_one_of.h"
#include "language/known_aliases.h"
#include "language/lexicon.h"
#include "language/model_evidence.h"
#include "language/single_words.h"
#include "language/stated_aliases.h"

namespace tetrapla::language {
namespace {

class Settler {
 public:
  Settler(const Annotation& annotation, const WordsSeen& seen, std::vector<Mention> mentions)
      : a_(annotation), seen_(seen), lex_(lexicon()), mentions_(std::move(mentions)) {}

  std::vector<Entity> run() {
    gather();
    label_words();
    std::vector<std::pair<std::string, std::string>> stated;
    for (const auto& [first, other] : stated_aliases(a_, mentions_))
      stated.emplace_back(mentions_[first].key, mentions_[other].key);
    BearerIndex bearers(names_, {[&](const std::string& word) { return place_words_.contains(word); },
                                 [&](const std::string& word) { return name_like(word); }});
    bearers.join_stated(stated);
    bearers.join_persons();
    bearers.join_organisations();
    bearers.join_acronyms();
    return entities(bearers);
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

  /// "Mass." is Massachusetts; what is initials ("U.S.") stays as it is written.
  [[nodiscard]] static std::string_view state_cut_short(std::string_view text) {
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && text.ends_with('.') ? name_behind(text) : std::string_view{};
  }

  void gather() {
    std::map<std::string, std::map<std::string, int>> labels;
    for (Mention& mention : mentions_) {
      std::string text = text_of(mention.tokens);
      if (const std::string_view state = state_cut_short(text); !state.empty()) {
        mention.key = Lexicon::fold_name(state);
        text = state;
      }
      ReportName& name = names_[mention.key];
      const bool written_out = seen_.shape(mention.tokens.begin) == Shape::kCapital && mention.tokens.size() == 1 &&
                               !seen_.in_headline(mention.tokens.begin);
      if (name.count++ == 0) {
        name.key = mention.key;
        name.text = text;
        name.words = telling_words(mention.key);
      } else if (written_out) {
        name.text = text;
      }
      name.sentences.insert(a_.tokens[mention.tokens.begin].sentence);
      if (!mention.role.empty()) name.roles.insert(mention.role);
      if (!mention.sex.empty()) name.sexes.insert(mention.sex);
      if (!mention.model.empty()) ++model_[mention.key][mention.model];
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

  struct Vote {
    std::string label;  // empty: the model is of several minds, or sees no name in most places
    int count = 0;
  };
  [[nodiscard]] Vote model_vote(const ReportName& name) const {
    const auto found = model_.find(name.key);
    if (found == model_.end()) return {};
    Vote best;
    int all = 0;
    for (const auto& [label, count] : found->second) {
      all += count;
      if (count > best.count && label != kContradiction) best = {label, count};
    }
    return 3 * best.count >= 2 * all && 2 * static_cast<std::size_t>(best.count) >= name.count ? best : Vote{};
  }

  /// Names of several words whose label rests on their shape: the model knows better whether they are a person's.
  void ask_model_of_full_names() {
    for (auto& [key, name] : names_) {
      if (name.words.size() < 2 || !lex_.known(key).empty() || !name.roles.empty() || !name.sexes.empty()) continue;
      const Vote vote = model_vote(name);
      const bool given = !lex_.given_name(name.words.front()).empty();
      const bool typed = !lex_.name_word(name.words.back(), "last").empty();
      if (name.label == "ORG" && vote.label == "PERSON" && given && !typed) name.label = "PERSON";
      if (name.label != "PERSON" || given) continue;
      if (((vote.label == "ORG" || vote.label == "FAC") && vote.count > 1) || vote.label == "GPE" || vote.label == "LOC")
        name.label = vote.label;
    }
  }

  /// Words whose mentions leave their kind open.
  void label_words() {
    ask_model_of_full_names();
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
      // "Rubio" is a town, but not where Marco Rubio is
      if (name.label == "GPE" && name.words.size() == 1 && surnames.contains(name.words.back()) &&
          model_vote(name).label == "PERSON")
        name.label = "PERSON";
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
      if (!company.contains(key) || name.told || place_words_.contains(key)) continue;
      const Vote vote = model_vote(name);
      if (vote.count < 2 || (name.label == kNoName && lex_.common(key))) continue;
      if (is_one_of(vote.label, {"WORK_OF_ART", "LAW", "EVENT", "LANGUAGE"})) continue;  // mostly guesses too
      // of a word it does not know the model makes a person: lexicon or company must agree
      const bool person = lex_.surname(key) || !lex_.given_name(key).empty() || company[key].person > company[key].organisation;
      if (vote.label == "PERSON" && !person) continue;
      name.label = vote.label;
      name.told = true;
    }
    for (auto& [key, name] : names_) {
      if (name.label == "ORG" && company.contains(key) && name.words.size() == 1 && place_words_.contains(key) &&
          company[key].organisation < 2)
        name.label = "GPE";
    }
  }

  [[nodiscard]] bool short_of_organisation(const ReportName& name) const { return organisation_ends_.contains(name.key); }

  [[nodiscard]] bool name_like(const std::string& word) const {
    return !lex_.common(word) || (seen_.lower(word) == 0 && seen_.capital(word) > 0);
  }
  [[nodiscard]] bool generic(const std::string& word) const {
    return !lex_.name_word(word, "last").empty() || !lex_.name_word(word, "head").empty();
  }

  std::vector<Entity> entities(BearerIndex& bearers) {
    std::vector<Entity> result;
    for (const Mention& mention : mentions_) {
      const ReportName& name = names_[mention.key];
      if (name.label == kNoName || name.label.empty()) continue;
      const std::uint32_t sentence = a_.tokens[mention.tokens.begin].sentence;
      const ReportName& bearer = names_[bearers.bearer_of(mention.key, {mention.role, mention.sex, sentence})];
      result.push_back({a_.span_of(mention.tokens), mention.tokens, bearer.label == kNoName ? name.label : bearer.label,
                        bearer.text, bearer.told});
    }
    return result;
  }

  const Annotation& a_;
  const WordsSeen& seen_;
  const Lexicon& lex_;
  std::vector<Mention> mentions_;
  ReportNames names_;
  std::map<std::string, std::map<std::string, int>> model_;  // the model's labels of each key
  std::set<std::string> place_words_;
  std::set<std::string> organisation_ends_;  // first and last words of their names
};

}  // namespace

std::vector<Entity> settle(const Annotation& annotation, const WordsSeen& seen, std::vector<Mention> mentions) {
  return Settler(annotation, seen, std::move(mentions)).run();
}

}  // namespace tetrapla::language
