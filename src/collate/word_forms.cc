#include "collate/word_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/table.h"
#include "collate/data/irregular_participles.h"

namespace tetrapla::collate {
namespace {

const std::map<std::string_view, std::string_view>& irregular() {
  static const auto kVerbs = [] {
    std::map<std::string_view, std::string_view> verbs;
    for (const auto& row : base::rows_of(data::irregular_participles())) {
      if (row.size() == 2) verbs.emplace(row[0], row[1]);
    }
    return verbs;
  }();
  return kVerbs;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

std::string_view in_full(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kForms = {{{"'ve", "have"},
                                                                                           {"'ll", "will"},
                                                                                           {"'re", "are"},
                                                                                           {"'s", "is"},
                                                                                           {"'d", "would"},
                                                                                           {"'m", "am"},
                                                                                           {"n't", "not"},
                                                                                           {"ca", "can"},
                                                                                           {"wo", "will"}}};
  for (const auto& [form, full] : kForms) {
    if (word == form) return full;
  }
  return word;
}

bool has_no_passive(std::string_view lemma) {
  static constexpr std::array<std::string_view, 12> kVerbs = {"be",   "have",   "get",  "become", "cost",  "let",
                                                              "want", "remain", "seem", "lack",   "reach", "last"};
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

std::string participle_of(std::string_view lemma) {
  if (const auto found = irregular().find(lemma); found != irregular().end()) return std::string(found->second);
  std::string verb(lemma);
  if (verb.ends_with("e")) return verb + "d";
  if (verb.size() > 2 && verb.ends_with("y") && !is_vowel(verb[verb.size() - 2])) return verb.substr(0, verb.size() - 1) + "ied";
  const auto vowels = std::count_if(verb.begin(), verb.end(), is_vowel);
  const std::size_t n = verb.size();
  if (n > 2 && vowels == 1 && is_vowel(verb[n - 2]) && !is_vowel(verb[n - 1]) &&
      std::string_view("wxy").find(verb[n - 1]) == std::string_view::npos)
    verb += verb.back();  // "stop" → "stopped"
  return verb + "ed";
}

}  // namespace tetrapla::collate
