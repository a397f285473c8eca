#include "claims/context_words.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/table.h"
#include "claims/data/context_words.h"
#include "claims/data/irregular_nouns.h"

namespace tetrapla::claims {
namespace {

using WordSet = std::unordered_set<std::string_view>;

const std::unordered_map<std::string_view, WordSet>& lists() {
  static const auto kLists = [] {
    std::unordered_map<std::string_view, WordSet> all;
    for (const auto& row : base::rows_of(data::context_words())) {
      if (row.size() < 2) continue;
      for (const std::string_view word : base::split(row[1], '|')) all[row[0]].insert(word);
    }
    return all;
  }();
  return kLists;
}

const std::unordered_map<std::string_view, std::string_view>& irregulars() {
  static const auto kNouns = [] {
    std::unordered_map<std::string_view, std::string_view> nouns;
    for (const auto& row : base::rows_of(data::irregular_nouns())) {
      if (row.size() >= 2) nouns.emplace(row[0], row[1]);
    }
    return nouns;
  }();
  return kNouns;
}

struct Ending {
  std::string_view plural;
  std::string_view singular;
};

// The first that fits; an empty pair of endings stops words that only look like plurals.
constexpr std::array kEndings{Ending{"policemen", "policeman"},
                              Ending{"women", "woman"},
                              Ending{"men", "man"},
                              Ending{"ies", "y"},
                              Ending{"sses", "ss"},
                              Ending{"ches", "ch"},
                              Ending{"shes", "sh"},
                              Ending{"xes", "x"},
                              Ending{"zzes", "zz"},
                              Ending{"ss", "ss"},
                              Ending{"us", "us"},
                              Ending{"is", "is"},
                              Ending{"s", ""}};

}  // namespace

bool in_list(std::string_view name, std::string_view lower) {
  const auto found = lists().find(name);
  return found != lists().end() && found->second.contains(lower);
}

std::string singular(std::string_view lower) {
  if (const auto found = irregulars().find(lower); found != irregulars().end()) return std::string(found->second);
  for (const Ending& ending : kEndings) {
    if (lower.size() > ending.plural.size() + 1 && lower.ends_with(ending.plural)) {
      return std::string(lower.substr(0, lower.size() - ending.plural.size())) + std::string(ending.singular);
    }
  }
  return std::string(lower);
}

bool is_plural(std::string_view lower) {
  if (irregulars().contains(lower)) return true;
  if (lower.size() < 3 || in_list("closed", lower) || lower.find('\'') != std::string_view::npos) return false;
  if (lower.ends_with("men") && lower.size() > 4) return true;
  return lower.ends_with("s") && !lower.ends_with("ss") && !lower.ends_with("us") && !lower.ends_with("is");
}

}  // namespace tetrapla::claims
