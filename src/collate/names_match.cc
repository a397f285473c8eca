#include "collate/names_match.h"

#include <algorithm>
#include <map>

#include "base/table.h"
#include "collate/data/names_aliases.h"
#include "collate/data/names_spelling.h"
#include "collate/names_sound.h"
#include "language/full_names.h"
#include "language/lexicon.h"

namespace tetrapla::collate {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) result += ' ';
    result += words[i];
  }
  return result;
}

const std::map<std::string, std::string>& spellings() {
  static const auto result = [] {  // immutable once made
    std::map<std::string, std::string> table;
    for (const auto& row : base::rows_of(data::names_spelling())) {
      if (row.size() >= 2 && row[0].front() >= 'a') table.emplace(plain_letters(row[0]), plain_letters(row[1]));
    }
    return table;
  }();
  return result;
}

/// "L.A." → Los Angeles: rows of the table that begin with a capital letter.
const std::map<std::string_view, std::string_view>& written_out() {
  static const auto result = [] {  // immutable once made
    std::map<std::string_view, std::string_view> table;
    for (const auto& row : base::rows_of(data::names_spelling())) {
      if (row.size() >= 2 && row[0].front() >= 'A' && row[0].front() <= 'Z') table.emplace(row[0], row[1]);
    }
    return table;
  }();
  return result;
}

std::string alias_key(std::string_view name) {
  std::string key;
  for (const std::string_view word : base::split(name, ' ')) {
    if (!key.empty()) key += ' ';
    key += plain_letters(word);
  }
  return key;
}

const std::map<std::string, std::string>& aliases() {
  static const auto result = [] {  // immutable once made
    std::map<std::string, std::string> table;
    for (const auto& row : base::rows_of(data::names_aliases())) {
      const auto forms = base::split(row[0], '|');
      for (const std::string_view form : forms) table.emplace(alias_key(form), alias_key(forms.front()));
    }
    return table;
  }();
  return result;
}

bool other_sex(const std::string& a, const std::string& b) {
  const std::string_view x = language::lexicon().given_name(a);
  const std::string_view y = language::lexicon().given_name(b);
  return x.size() == 1 && y.size() == 1 && x != y;
}

bool same_given(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (other_sex(a, b)) return false;
  if (language::is_nickname(a, b)) return true;
  const bool both_known = !language::lexicon().given_name(a).empty() && !language::lexicon().given_name(b).empty();
  constexpr double kOfKnown = 0.65;  // two established names may be two people's: only Mohammed and Muhammad, Andriy and Andrii
  const auto& brief = a.size() < b.size() ? a : b;
  const auto& full = a.size() < b.size() ? b : a;
  constexpr std::size_t kShortestNickname = 3;  // Stan, Stanley
  if (both_known && brief.size() >= kShortestNickname && full.starts_with(brief)) return true;
  return sounds_alike(a, b) && (!both_known || sound_distance(a, b) <= kOfKnown);
}

}  // namespace

std::vector<std::string> name_words(std::string_view name, std::string_view label) {
  std::vector<std::string> words;
  for (std::string_view part : base::split(name, ' ')) {
    if (label != "PERSON" && words.empty() && part.size() < name.size()) {
      if (const auto place = written_out().find(part); place != written_out().end()) {
        for (const std::string_view word : base::split(place->second, ' ')) words.push_back(plain_letters(word));
        continue;
      }
    }
    for (const std::string_view article : {"al-", "Al-", "el-", "El-", "ar-", "as-", "ad-", "az-", "an-"}) {
      if (part.starts_with(article) && part.size() > article.size() + 2) part.remove_prefix(article.size());
    }
    std::string word = plain_letters(part);
    if (word.empty()) continue;
    if (is_one_of(word, {"of", "the", "and", "for", "in"})) continue;
    if (label == "PERSON" &&
        is_one_of(word, {"al", "el", "de", "del", "van", "von", "der", "den", "bin", "ibn", "la", "le", "du", "da", "di"}))
      continue;
    if (label != "PERSON") {
      if (is_one_of(word, {"inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "ag", "sa", "nv", "ab", "asa", "oyj", "limited",
                           "corporation"}) &&
          !words.empty())
        continue;
      const auto american = spellings().find(word);
      if (american != spellings().end()) word = american->second;
    } else if (!words.empty() && !language::suffix_of(word).empty()) {
      continue;
    }
    words.push_back(std::move(word));
  }
  return words;
}

std::string name_suffix(std::string_view name) {
  return std::string(language::suffix_of(plain_letters(name.substr(name.find_last_of(' ') + 1))));
}

std::string filed_under(std::string_view name, std::string_view label) {
  const auto found = aliases().find(alias_key(name));
  if (found != aliases().end() && label != "PERSON") return found->second;
  const auto words = name_words(name, label);
  std::string key = joined(words, 0, words.size());
  if (label == "PERSON" && !words.empty()) {
    if (const std::string suffix = name_suffix(name); !suffix.empty()) key += ", " + suffix;
  }
  return key;
}

bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || b.size() < 2) return false;
  if (language::leaves_out_names(a, b)) return true;
  if (!may_sound_alike(a.front(), b.front()) && !language::is_nickname(a.front(), b.front())) return false;
  const std::string& given_a = a.front();
  const std::string& given_b = b.front();
  if (given_a.size() == 1 || given_b.size() == 1) return given_a.front() == given_b.front() && a.back() == b.back();
  if (!same_given(given_a, given_b)) return false;
  const bool nickname = given_a != given_b &&
                        (given_a.starts_with(given_b) || given_b.starts_with(given_a) || language::is_nickname(given_a, given_b));
  if (nickname && a.back() != b.back()) return false;
  if (sounds_alike(a.back(), b.back())) return a.size() == b.size() || a.back() == b.back() || a.size() + b.size() <= 5;
  // Mohamed bin Zayed, Mohammed bin Zayed Al Nahyan
  const auto& brief = a.size() < b.size() ? a : b;
  const auto& full = a.size() < b.size() ? b : a;
  return brief.size() < full.size() && std::equal(brief.begin() + 1, brief.end(), full.begin() + 1,
                                                  [](const std::string& x, const std::string& y) { return sounds_alike(x, y); });
}

bool same_spelling(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() != b.size() || a.empty()) return false;
  const language::Lexicon& lex = language::lexicon();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (a[i].front() != b[i].front() || !sounds_alike(a[i], b[i]) || lex.common(a[i]) || lex.common(b[i])) return false;
  }
  return lex.known(joined(a, 0, a.size())).empty() || lex.known(joined(b, 0, b.size())).empty();
}

std::string initials_of(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += word.front();
  return result;
}

}  // namespace tetrapla::collate
