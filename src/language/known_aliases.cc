#include "language/known_aliases.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/table.h"
#include "language/data/demonyms.h"
#include "language/data/known_aliases.h"
#include "language/lexicon.h"

namespace tetrapla::language {
namespace {

struct People {
  std::string_view form, country;
};

struct Alias {
  std::string_view written, name;
};

struct Aliases {
  std::map<std::string, Alias, std::less<>> names;
  std::map<std::string, People, std::less<>> peoples;
};

const Aliases& aliases() {
  static const Aliases result = [] {  // immutable once made
    Aliases made;
    for (const auto& row : base::rows_of(data::known_aliases()))
      made.names.emplace(Lexicon::fold_name(row[0]), Alias{row[0], row.at(1)});
    for (const auto& row : base::rows_of(data::demonyms()))
      made.peoples.emplace(Lexicon::fold_name(row[0]), People{row.at(1), row.size() > 2 ? row[2] : std::string_view{}});
    return made;
  }();
  return result;
}

bool all_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string_view name_behind(std::string_view name) {
  const auto found = aliases().names.find(Lexicon::fold_name(name));
  if (found == aliases().names.end() || (all_capitals(found->second.written) && !all_capitals(name))) return {};
  return found->second.name;
}

std::string_view people_of(std::string_view folded) {
  const auto found = aliases().peoples.find(folded);
  return found == aliases().peoples.end() ? std::string_view{} : found->second.form;
}

std::string_view country_of(std::string_view people) {
  const auto found = aliases().peoples.find(Lexicon::fold_name(people));
  return found == aliases().peoples.end() ? std::string_view{} : found->second.country;
}

}  // namespace tetrapla::language
