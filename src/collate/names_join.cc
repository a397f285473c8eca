// Names that are written alike are one name from the start. Then, from the surest to the least sure, names are joined: persons with given
// names, spellings of places and organisations, short forms and acronyms, and last the bare surnames that only one person bears. Two names
// that one report tells apart are never joined: a report spells one bearer one way, or says both names of it itself.
#include "collate/names_join.h"

#include <algorithm>

#include "collate/names_match.h"
#include "collate/names_sound.h"
#include "language/full_names.h"
#include "language/lexicon.h"
#include "language/short_forms.h"
#include "text/reading.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kMostOfAKind = 2000;  // bounds the pairs compared; beyond, only equal names are joined

using Words = std::vector<std::string>;

/// "Mr Ospan" where an honorific stands right before a bare surname, else the name as it stands.
std::string surface_of(const language::Annotation& annotation, const language::Entity& entity) {
  Span span = entity.span;
  if (entity.label == "PERSON" && entity.tokens.begin > 0 && entity.tokens.size() == 1) {
    const language::Token& before = annotation.tokens[entity.tokens.begin - 1];
    if (language::lexicon().title(before.lower) == "honorific" && before.span.end + 1 == span.begin &&
        annotation.text()[before.span.begin] >= 'A' && annotation.text()[before.span.begin] <= 'Z') {
      span.begin = before.span.begin;
    }
  }
  return std::string(slice(annotation.text(), span));
}

class Joiner {
 public:
  Joiner(const std::vector<Report>& reports, const std::vector<language::Annotation>& annotations) {
    std::map<std::string, WrittenName> by_key;
    for (ReportIndex r = 0; r < annotations.size(); ++r) {
      for (const language::Entity& entity : annotations[r].entities) {
        if (entity.label == "NORP" || entity.label == "EVENT" || entity.label == "WORK_OF_ART") continue;
        std::string key = filed_under(entity.name, entity.label);
        if (key.empty()) continue;
        WrittenName& node = by_key[key];
        ++node.labels[entity.label];
        node.spellings[entity.name].insert(r);
        node.reports.insert(r);
        node.told = node.told || entity.told;
        std::string surface = surface_of(annotations[r], entity);
        if (text::plain(reports[r].text, entity.span, reports[r].excluded) == slice(reports[r].text, entity.span))
          node.surfaces[std::move(surface)].insert(r);
      }
    }
    for (auto& [key, node] : by_key) {
      node.key = key;
      std::uint32_t best = 0;
      for (const auto& [label, count] : node.labels) {
        if (count > best) {
          best = count;
          node.label = label;
        }
      }
      const std::string& spelling = node.spellings.begin()->first;
      node.words = name_words(spelling, node.label);
      if (node.words.empty()) node.words = {key};
      if (node.label == "PERSON") {
        for (const auto& forms : {node.spellings, node.surfaces}) {
          for (const auto& [form, in] : forms) {
            if (std::string suffix = name_suffix(form); !suffix.empty()) node.suffixes.insert(std::move(suffix));
          }
        }
        suffixes_of_surnames_[node.words.back()].insert(node.suffixes.begin(), node.suffixes.end());
      }
      nodes_.push_back(std::move(node));
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) parent_.push_back(i);
  }

  std::vector<std::vector<WrittenName>> run() {
    join_persons();
    join_spellings();
    join_surnames();
    join_short_forms();
    join_acronyms();
    join_stated();
    join_consonants();
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) groups[root(i)].push_back(i);
    std::vector<std::vector<WrittenName>> result;
    for (const auto& [first, members] : groups) {
      result.emplace_back();
      for (const std::uint32_t i : members) result.back().push_back(std::move(nodes_[i]));
    }
    return result;
  }

 private:
  [[nodiscard]] std::uint32_t root(std::uint32_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  [[nodiscard]] bool joined(std::uint32_t i) const { return members(root(i)).size() > 1; }
  [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t r) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (root(i) == r) result.push_back(i);
    }
    return result;
  }
  [[nodiscard]] bool apart(std::uint32_t a, std::uint32_t b) const {  // no report has both
    const auto& x = nodes_[a].reports;
    const auto& y = nodes_[b].reports;
    return std::none_of(x.begin(), x.end(), [&](ReportIndex r) { return y.contains(r); });
  }
  [[nodiscard]] bool group_apart(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t x : members(root(a))) {
      for (const std::uint32_t y : members(root(b))) {
        if (!apart(x, y)) return false;
      }
    }
    return true;
  }
  [[nodiscard]] std::vector<std::uint32_t> of_kind(std::initializer_list<std::string_view> labels, bool full) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < nodes_.size() && result.size() < kMostOfAKind; ++i) {
      const bool fits = std::find(labels.begin(), labels.end(), nodes_[i].label) != labels.end();
      if (fits && (nodes_[i].words.size() > 1) == full) result.push_back(i);
    }
    return result;
  }

  /// No Jr. in the one group and Sr. in the other.
  [[nodiscard]] bool suffixes_fit(std::uint32_t a, std::uint32_t b) const {
    const auto suffixes = [&](std::uint32_t i) {
      std::set<std::string> all;
      for (const std::uint32_t m : members(root(i))) all.insert(nodes_[m].suffixes.begin(), nodes_[m].suffixes.end());
      if (all.empty()) all.emplace();
      return all;
    };
    const auto found = suffixes_of_surnames_.find(nodes_[a].words.back());
    const bool several = found != suffixes_of_surnames_.end() && found->second.size() > 1;
    const auto in_b = suffixes(b);
    for (const std::string& x : suffixes(a)) {
      for (const std::string& y : in_b) {
        if (!language::suffixes_agree(x, y, several)) return false;
      }
    }
    return true;
  }

  void join_persons() {
    const auto persons = of_kind({"PERSON"}, true);
    for (std::size_t i = 0; i < persons.size(); ++i) {
      for (std::size_t j = i + 1; j < persons.size(); ++j) {
        const std::uint32_t a = persons[i];
        const std::uint32_t b = persons[j];
        if (root(a) != root(b) && same_person(nodes_[a].words, nodes_[b].words) && suffixes_fit(a, b) && group_apart(a, b))
          join(a, b);
      }
    }
  }

  void join_spellings() {
    for (const bool full : {true, false}) {
      for (const auto& kinds : {std::initializer_list<std::string_view>{"GPE", "LOC", "FAC"},
                                std::initializer_list<std::string_view>{"ORG", "PRODUCT", "FAC"}}) {
        const auto all = of_kind(kinds, full);
        for (std::size_t i = 0; i < all.size(); ++i) {
          for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (root(all[i]) != root(all[j]) && same_spelling(nodes_[all[i]].words, nodes_[all[j]].words) &&
                group_apart(all[i], all[j]))
              join(all[i], all[j]);
          }
        }
      }
    }
  }

  /// Joins `i` with the one group among the candidates, if there is just one.
  void join_only(std::uint32_t i, const std::set<std::uint32_t>& roots) {
    if (roots.size() == 1 && *roots.begin() != root(i)) join(i, *roots.begin());
  }

  void join_short_forms() {
    std::vector<std::uint32_t> organisations;
    for (std::uint32_t i = 0; i < nodes_.size() && organisations.size() < kMostOfAKind; ++i) {
      if (nodes_[i].label == "ORG" || nodes_[i].label == "FAC" || nodes_[i].label == "PRODUCT") organisations.push_back(i);
    }
    std::stable_sort(organisations.begin(), organisations.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return nodes_[a].words.size() > nodes_[b].words.size(); });
    const std::set<std::string> places = place_words();
    const language::WordsHere here{[&](const std::string& word) { return places.contains(word); },
                                   [](const std::string& word) { return !language::lexicon().common(word); }};
    for (const std::uint32_t brief : organisations) {
      const bool one = nodes_[brief].words.size() == 1;
      if (one && joined(brief)) continue;
      std::set<std::uint32_t> fits;
      for (const std::uint32_t full : organisations) {
        if (nodes_[full].words.size() <= nodes_[brief].words.size()) break;
        if (one && nodes_[brief].label != nodes_[full].label) continue;
        if (language::shortens(nodes_[brief].words, nodes_[full].words, nodes_[full].spellings.begin()->first, here) &&
            group_apart(brief, full))
          fits.insert(root(full));
      }
      join_only(brief, fits);
    }
  }

  /// The words of places' names in these reports ("Lake Tengra").
  [[nodiscard]] std::set<std::string> place_words() const {
    std::set<std::string> result;
    for (const WrittenName& node : nodes_) {
      if (node.label == "GPE" || node.label == "LOC") result.insert(node.words.begin(), node.words.end());
    }
    return result;
  }

  void join_acronyms() {
    const auto all = of_kind({"ORG", "GPE", "LOC", "PRODUCT"}, true);
    for (const std::uint32_t brief : of_kind({"ORG", "GPE", "LOC", "PRODUCT"}, false)) {
      const std::string& spelling = nodes_[brief].spellings.begin()->first;
      const std::string& letters = nodes_[brief].words[0];
      if (letters.size() < 3 || letters.size() > 8 ||
          std::any_of(spelling.begin(), spelling.end(), [](char c) { return (c < 'A' || c > 'Z') && c != '.'; }))
        continue;
      std::set<std::uint32_t> fits;
      for (const std::uint32_t full : all) {
        if (initials_of(nodes_[full].words) == letters) fits.insert(root(full));
      }
      join_only(brief, fits);
    }
  }

  /// "LKU4" where another report says that it is the Lake Umbra cable; what only leaves words out is a matter of short forms.
  void join_stated() {
    std::map<std::string, std::set<std::uint32_t>> stated;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].label == "PERSON") continue;
      for (const auto& [surface, reports] : nodes_[i].surfaces) {
        const Words words = name_words(surface, nodes_[i].label);
        const bool only_shorter = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          return std::find(nodes_[i].words.begin(), nodes_[i].words.end(), word) != nodes_[i].words.end();
        });
        const std::string key = filed_under(surface, nodes_[i].label);
        if (key != nodes_[i].key && !only_shorter) stated[key].insert(i);
      }
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const auto found = stated.find(nodes_[i].key);
      if (found == stated.end() || nodes_[i].label == "PERSON" || language::lexicon().common(nodes_[i].key)) continue;
      std::set<std::uint32_t> fits;
      for (const std::uint32_t full : found->second) fits.insert(root(full));
      if (fits.size() == 1 && group_apart(i, *fits.begin())) join_only(i, fits);
    }
  }

  /// A bare surname, or a bare given name, that one person of all reports bears.
  void join_surnames() {
    const auto persons = of_kind({"PERSON"}, true);
    const std::size_t size = nodes_.size();
    for (std::uint32_t i = 0; i < size; ++i) {
      const WrittenName& node = nodes_[i];
      if (node.words.size() != 1 || node.spellings.begin()->first.find(' ') != std::string::npos ||
          (node.label != "PERSON" && node.label != "ORG"))
        continue;
      std::set<std::uint32_t> exact, near, given;
      for (const std::uint32_t p : persons) {
        const Words& full = nodes_[p].words;
        if (!node.suffixes.empty() && !nodes_[p].suffixes.empty() && node.suffixes != nodes_[p].suffixes) continue;
        if (full.back() == node.words[0]) {
          exact.insert(root(p));
        } else if (sounds_alike(full.back(), node.words[0]) && apart(i, p)) {
          near.insert(root(p));
        } else if (full.front() == node.words[0] && full.front().size() > 2 && node.reports.size() <= nodes_[p].reports.size()) {
          given.insert(root(p));
        }
      }
      if (node.label ==
          "ORG") {  // a surname that its own report did not explain; an organisation of that name would be told by more
        if (exact.size() == 1 && (node.labels.size() == 1 || node.labels.contains("PERSON"))) join_only(i, exact);
        continue;
      }
      if (!exact.empty()) {
        join_only(i, exact);
      } else if (!near.empty()) {
        join_only(i, near);
      } else if (node.told && !language::lexicon().given_name(node.words[0]).empty()) {
        join_only(i, given);
      }
    }
  }

  /// Unknown places of one word whose consonants are the same, from reports that have only one of them: Zainabieh, Zinbi.
  void join_consonants() {
    constexpr std::size_t kTellingConsonants = 3;
    std::map<std::string, std::vector<std::uint32_t>> by_consonants;
    for (const std::uint32_t i : of_kind({"GPE", "LOC"}, false)) {
      if (!language::lexicon().known(nodes_[i].key).empty()) continue;
      std::string consonants = consonants_of(nodes_[i].words[0]);
      if (consonants.size() >= kTellingConsonants) by_consonants[consonants + nodes_[i].words[0].front()].push_back(i);
    }
    for (const auto& [consonants, places] : by_consonants) {
      for (std::size_t i = 1; i < places.size(); ++i) {
        if (group_apart(places[0], places[i])) join(places[0], places[i]);
      }
    }
  }

  std::vector<WrittenName> nodes_;
  std::vector<std::uint32_t> parent_;
  std::map<std::string, std::set<std::string>> suffixes_of_surnames_;
};

}  // namespace

std::vector<std::vector<WrittenName>> join_names(const std::vector<Report>& reports,
                                                 const std::vector<language::Annotation>& annotations) {
  return Joiner(reports, annotations).run();
}

}  // namespace tetrapla::collate
