// The model's entities are cut to names (entity_mentions.cc), what has one usual name gets it (known_aliases.h), and the names are joined
// as those that rules find are (bearer_index.h). Labels are the model's, a name's being that of most of its mentions; they are corrected
// only where the report itself tells: a surname of somebody named in full, the first word of an organisation named in full.
#include "language/entity_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "language/bearer_index.h"
#include "language/document_words.h"
#include "language/entity_mentions.h"
#include "language/known_aliases.h"
#include "language/lexicon.h"
#include "language/name_runs.h"
#include "language/short_forms.h"
#include "language/stated_aliases.h"
#include "language/words_seen.h"

namespace tetrapla::language {
namespace {

std::string collapsed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && (result.empty() || result.back() == ' ')) continue;
    result += blank ? ' ' : c;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

bool organisation_like(std::string_view label) { return label == "ORG" || label == "FAC" || label == "PRODUCT"; }
bool place_like(std::string_view label) { return label == "GPE" || label == "LOC"; }

class Namer {
 public:
  explicit Namer(const EnglishDocument& document)
      : document_(document), words_(words_of(document)), a_(words_->annotation), seen_(a_), lex_(lexicon()) {}

  std::vector<std::string> run() {
    mentions_ = mentions_of(document_, a_, words_->first);
    gather();
    correct_labels();
    BearerIndex bearers(names_, {[&](const std::string& word) { return place_words_.contains(word); },
                                 [&](const std::string& word) { return name_like(word); }});
    bearers.join_stated(stated());
    bearers.join_persons();
    bearers.join_organisations();
    bearers.join_acronyms();
    std::vector<std::string> result;
    result.reserve(mentions_.size());
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.key.empty()) {
        const std::string text = collapsed(slice(document_.text, document_.span_of(document_.entities[i].tokens)));
        result.push_back(text.empty() ? std::string(name_of(document_.entities[i].label)) : text);
        continue;
      }
      const std::uint32_t sentence = a_.tokens[mention.tokens.begin].sentence;
      result.push_back(names_[bearers.bearer_of(mention.key, {mention.role, mention.sex, sentence})].text);
    }
    return result;
  }

 private:
  /// What has one usual name gets its key.
  void use_usual_name(Mention& mention, std::string& text) const {
    if (mention.label == "PERSON") return;
    std::string_view usual = name_behind(text);
    if (usual.empty() && mention.label == "NORP") usual = people_of(mention.key);
    for (const std::string_view form : {"republic of ", "state of ", "kingdom of ", "city of ", "commonwealth of "}) {
      if (usual.empty() && mention.key.starts_with(form) && lex_.sure_place(mention.key.substr(form.size()))) {
        usual = std::string_view(text).substr(form.size());
      }
    }
    if (usual.empty()) return;
    std::string name(usual);
    mention.key = Lexicon::fold_name(name);
    text = std::move(name);
  }

  void gather() {
    std::map<std::string, std::map<std::string, int>> votes;
    std::map<std::string, bool> weak;  // the text kept so far stands in a headline
    for (Mention& mention : mentions_) {
      if (mention.key.empty()) continue;
      const Span span = a_.span_of(mention.tokens);
      std::string text = collapsed(slice(document_.text, span));
      use_usual_name(mention, text);
      ReportName& name = names_[mention.key];
      const bool headline = seen_.in_headline(mention.tokens.begin) || seen_.shape(mention.tokens.begin) == Shape::kLower;
      if (name.count++ == 0) {
        name.key = mention.key;
        name.words = telling_words(mention.key);
        name.text = text;
        weak[mention.key] = headline;
      } else if (weak[mention.key] && !headline) {
        name.text = text;
        weak[mention.key] = false;
      }
      name.sentences.insert(a_.tokens[mention.tokens.begin].sentence);
      if (!mention.role.empty()) name.roles.insert(mention.role);
      if (!mention.sex.empty()) name.sexes.insert(mention.sex);
      votes[mention.key][mention.label] += !mention.role.empty() && mention.label == "PERSON" ? 3 : 1;
    }
    for (auto& [key, name] : names_) {
      int best = 0;
      for (const auto& [label, count] : votes[key]) {
        if (count <= best) continue;
        best = count;
        name.label = label;
      }
    }
  }

  void correct_labels() {
    std::set<std::string> surnames, given;
    for (auto& [key, name] : names_) {
      if (name.words.size() < 2) continue;
      const std::string_view kind = lex_.name_word(name.words.back(), "last");
      if (name.label == "PERSON" && !kind.empty() && kind != "PERSON" && !lex_.surname(name.words.back())) name.label = kind;
      if (name.label != "PERSON") continue;
      surnames.insert(name.words.back());
      given.insert(name.words.front());
    }
    for (auto& [key, name] : names_) {
      if (name.words.size() != 1 || name.label == "PERSON" || name.label == "NORP" || lex_.sure_place(key) ||
          lex_.known(key) == "ORG")
        continue;
      const std::string& word = name.words.front();
      if (surnames.contains(word) || (given.contains(word) && (name.label != "ORG" || !lex_.given_name(word).empty())))
        name.label = "PERSON";
    }
    for (const auto& [key, name] : names_) {
      if (!place_like(name.label) || (name.words.size() == 1 && !lex_.sure_place(key))) continue;
      for (const std::string& word : name.words) place_words_.insert(word);
    }
    take_labels_of_full_names(surnames);
  }

  /// "Promises" is no place where there is a Promises Treatment Center.
  void take_labels_of_full_names(const std::set<std::string>& surnames) {
    constexpr std::size_t kMostFullNames = 32;  // of one word: bounds the pairs looked at
    std::map<std::string_view, std::vector<const ReportName*>> full;
    for (const auto& [key, name] : names_) {
      if (!organisation_like(name.label) || name.words.size() < 2 || name.words.size() > kLongestName) continue;
      for (const std::string& word : name.words) {
        if (full[word].size() < kMostFullNames) full[word].push_back(&name);
      }
    }
    const WordsHere here{[&](const std::string& word) { return place_words_.contains(word); },
                         [&](const std::string& word) { return name_like(word); }, true};
    for (auto& [key, name] : names_) {
      if (name.words.empty() || lex_.sure_place(key) || name.label == "NORP") continue;
      if (name.label == "PERSON" && (name.words.size() > 1 || !name.roles.empty() || surnames.contains(name.words.front())))
        continue;
      const auto found = full.find(name.words.front());
      if (found == full.end()) continue;
      for (const ReportName* other : found->second) {
        if (name.label != other->label && shortens(name.words, other->words, other->key, here)) {
          name.label = other->label;
          break;
        }
      }
    }
  }

  [[nodiscard]] bool name_like(const std::string& word) const {
    return !lex_.common(word) || (seen_.lower(word) == 0 && seen_.capital(word) > 0);
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> stated() const {
    std::vector<Mention> named;
    for (const Mention& mention : mentions_) {
      if (!mention.key.empty()) named.push_back(mention);
    }
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto& [first, other] : stated_aliases(a_, named)) result.emplace_back(named[first].key, named[other].key);
    for (const Mention& mention : named) {
      if (std::string person = named_in_headline(mention); !person.empty()) result.emplace_back(std::move(person), mention.key);
    }
    return result;
  }

  /// "Fred Brodal Dies" of a headline: the person of that name whom the report names elsewhere, else empty.
  [[nodiscard]] std::string named_in_headline(const Mention& mention) const {
    if (mention.tokens.size() < 3 || mention.tokens.size() > kLongestName || !seen_.in_headline(mention.tokens.begin)) return {};
    for (std::size_t end = mention.key.rfind(' '); end != std::string::npos && end > 0; end = mention.key.rfind(' ', end - 1)) {
      const auto found = names_.find(mention.key.substr(0, end));
      if (found != names_.end() && found->second.label == "PERSON" && found->second.words.size() > 1) return found->first;
    }
    return {};
  }

  const EnglishDocument& document_;
  const std::unique_ptr<const DocumentWords> words_;
  const Annotation& a_;
  const WordsSeen seen_;
  const Lexicon& lex_;
  std::vector<Mention> mentions_;
  ReportNames names_;
  std::set<std::string> place_words_;
};

}  // namespace

std::vector<std::string> name_entities(const EnglishDocument& document) { return Namer(document).run(); }

}  // namespace tetrapla::language
