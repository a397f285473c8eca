#include "language/known_aliases.h"

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

struct Aliases {
  std::map<std::string, std::string_view, std::less<>> names;
  std::map<std::string, People, std::less<>> peoples;
};

const Aliases& aliases() {
  static const Aliases result = [] {  // immutable once made
    Aliases made;
    for (const auto& row : base::rows_of(data::known_aliases())) made.names.emplace(Lexicon::fold_name(row[0]), row.at(1));
    for (const auto& row : base::rows_of(data::demonyms()))
      made.peoples.emplace(Lexicon::fold_name(row[0]), People{row.at(1), row.size() > 2 ? row[2] : std::string_view{}});
    return made;
  }();
  return result;
}

}  // namespace

std::string_view name_behind(std::string_view folded) {
  const auto found = aliases().names.find(folded);
  return found == aliases().names.end() ? std::string_view{} : found->second;
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
