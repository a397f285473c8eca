#include "language/bearer_index.h"

#include <algorithm>

#include "language/full_names.h"
#include "language/short_forms.h"

namespace tetrapla::language {
namespace {

constexpr std::size_t kMostNamesakes = 64;       // these two bound
constexpr std::size_t kMostOrganisations = 400;  // the pairs looked at

std::string letters_of(const std::string& word) {
  std::string result;
  for (const char c : word) {
    if (c != '.' && c != '-' && c != ' ') result += c;
  }
  return result;
}

bool same_given(const std::string& a, const std::string& b) {
  if (letters_of(a) == letters_of(b)) return true;
  const bool initial = a.size() <= 2 || b.size() <= 2 || a[1] == '.' || b[1] == '.';
  return initial && a.front() == b.front() && (letters_of(a).size() == 1 || letters_of(b).size() == 1);
}

/// "Robert Brodal met Bob Brodal": who stand in one sentence under two names are two.
bool apart(const ReportName& a, const ReportName& b) {
  return std::none_of(a.sentences.begin(), a.sentences.end(),
                      [&](std::uint32_t sentence) { return b.sentences.contains(sentence); });
}

std::string initials(const ReportName& name) {
  std::string result;
  for (const std::string& word : name.words) {
    if (word == "in") continue;
    result += word.front();
  }
  return result;
}

}  // namespace

std::vector<std::string> telling_words(const std::string& key) {
  std::vector<std::string> words;
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

void BearerIndex::alias(const std::string& from, const std::string& to) {
  if (from != to && root(to) != from) alias_[from] = root(to);
}

std::string BearerIndex::root(std::string key) const {
  for (int steps = 0; steps < 8; ++steps) {
    const auto found = alias_.find(key);
    if (found == alias_.end()) break;
    key = found->second;
  }
  return key;
}

void BearerIndex::join_stated(const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (const auto& [first, other] : pairs) {
    const ReportName* full = &names_.at(first);
    const ReportName* brief = &names_.at(other);
    const auto none = [](const ReportName& name) { return name.label.empty() || name.label == kNoName || name.label == "NORP"; };
    if (none(*full) || none(*brief)) continue;
    const bool person = full->label == "PERSON";
    if (person != (brief->label == "PERSON") && brief->told) continue;
    if (!person && full->words.size() == 1 && brief->words.size() > 1) std::swap(full, brief);
    alias(brief->key, full->key);
  }
}

void BearerIndex::join_persons() {
  std::vector<const ReportName*> full;
  std::map<std::string, std::set<std::string_view>> suffixes;  // of each surname
  for (const auto& [key, name] : names_) {
    if (name.label != "PERSON" || name.words.size() < 2) continue;
    full.push_back(&name);
    if (const std::string_view suffix = suffix_of(key); !suffix.empty()) suffixes[name.words.back()].insert(suffix);
  }
  // fuller forms first, so that the shorter find them
  std::stable_sort(full.begin(), full.end(), [](const ReportName* x, const ReportName* y) {
    return x->words.size() != y->words.size() ? x->words.size() > y->words.size() : x->key.size() > y->key.size();
  });
  for (const ReportName* name : full) {
    const ReportName* match = nullptr;
    const ReportName* alike = nullptr;  // with the same suffix or none, as this one
    int fits = 0, fits_alike = 0;
    for (const ReportName* other : by_surname_[name->words.back()]) {
      if (!same_given(name->words.front(), other->words.front()) && !leaves_out_names(name->words, other->words) &&
          !(is_nickname(name->words.front(), other->words.front()) && apart(*name, *other)))
        continue;
      const std::string_view mine = suffix_of(name->key);
      const std::string_view others = suffix_of(other->key);
      if (!suffixes_agree(mine, others, suffixes[name->words.back()].size() > 1)) continue;
      // the shorter name alone has one: W. Mark Brodal and his son, Mark Brodal Jr.
      if (name->words != other->words && others.empty() && !mine.empty()) continue;
      match = other;
      ++fits;
      if (mine != others) continue;
      alike = other;
      ++fits_alike;
    }
    if (fits == 1 || fits_alike == 1) {
      alias(name->key, fits == 1 ? match->key : alike->key);
    } else {
      if (by_surname_[name->words.back()].size() < kMostNamesakes) by_surname_[name->words.back()].push_back(name);
      middle_names_.insert(name->words.begin() + 1, name->words.end() - 1);
      if (by_given_[name->words.front()].size() < kMostNamesakes) by_given_[name->words.front()].push_back(name);
    }
  }
}

std::string BearerIndex::person_of(const ReportName& name, const MentionCircumstances& mention) const {
  if (name.words.empty()) return name.key;
  const auto last = by_surname_.find(name.words.back());
  const bool surname = last != by_surname_.end() && !last->second.empty();
  const auto first = by_given_.find(name.words.back());
  if (!surname) {
    if (first == by_given_.end() || first->second.size() != 1 || middle_names_.contains(name.words.back())) return name.key;
    return first->second.front()->key;
  }
  const auto& candidates = last->second;
  if (candidates.size() == 1) {
    const std::string& key = candidates.front()->key;
    if (contradicts(mention, *candidates.front())) return name.key;
    return key;
  }
  std::vector<const ReportName*> fit;
  if (!mention.role.empty() && lex_.title(mention.role) == "title") {
    for (const ReportName* candidate : candidates) {
      if (candidate->roles.contains(std::string(mention.role))) fit.push_back(candidate);
    }
    if (fit.size() == 1) return fit.front()->key;
  }
  if (!mention.sex.empty()) {
    fit.clear();
    for (const ReportName* candidate : candidates) {
      if (!contradicts(mention, *candidate)) fit.push_back(candidate);
    }
    if (fit.size() == 1) return fit.front()->key;
  }
  // the one who alone was named in this sentence or the two before
  fit.clear();
  for (const ReportName* candidate : candidates) {
    const auto seen = last_seen_.find(candidate->key);
    if (seen != last_seen_.end() && seen->second + 2 >= mention.sentence) fit.push_back(candidate);
  }
  if (fit.size() == 1) return fit.front()->key;
  // the one who alone was named so far: the others come in later
  fit.clear();
  for (const ReportName* candidate : candidates) {
    if (last_seen_.contains(candidate->key)) fit.push_back(candidate);
  }
  return fit.size() == 1 && !contradicts(mention, *fit.front()) ? fit.front()->key : name.key;
}

bool BearerIndex::contradicts(const MentionCircumstances& mention, const ReportName& person) const {
  if (mention.sex.empty()) return false;
  const std::string_view sex = lex_.given_name(person.words.front());
  return (sex.size() == 1 && sex != mention.sex) || (person.sexes.size() == 1 && !person.sexes.contains(std::string(mention.sex)));
}

void BearerIndex::join_organisations() {
  std::vector<const ReportName*> all;
  for (const auto& [key, name] : names_) {
    if (name.label == "ORG" || name.label == "FAC" || name.label == "PRODUCT") all.push_back(&name);
  }
  if (all.size() > kMostOrganisations) all.resize(kMostOrganisations);
  std::stable_sort(all.begin(), all.end(),
                   [](const ReportName* x, const ReportName* y) { return x->words.size() > y->words.size(); });
  const WordsHere here{words_.place, words_.name, true};
  for (const ReportName* name : all) {
    std::set<std::string> fits;
    for (const ReportName* other : all) {
      const bool one_kind = name->label == other->label || (!name->told && other->label == "PRODUCT");
      if (one_kind && shortens(name->words, other->words, other->key, here)) fits.insert(root(other->key));
    }
    if (fits.size() == 1) alias(name->key, *fits.begin());
  }
}

void BearerIndex::join_acronyms() {
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

std::string BearerIndex::bearer_of(const std::string& key, const MentionCircumstances& mention) {
  const ReportName& name = names_.at(key);
  std::string bearer = root(key);
  if (name.label == "PERSON" && name.words.size() == 1) bearer = root(person_of(name, mention));
  last_seen_[bearer] = mention.sentence;
  return bearer;
}

}  // namespace tetrapla::language
