#include "language/lexicon.h"

#include <algorithm>

#include "base/table.h"
#include "language/data/common_words.h"
#include "language/data/demonyms.h"
#include "language/data/given_names.h"
#include "language/data/name_words.h"
#include "language/data/no_names.h"
#include "language/data/organisations.h"
#include "language/data/places.h"
#include "language/data/surnames.h"
#include "language/data/titles.h"
#include "language/tokens.h"

namespace tetrapla::language {

std::string Lexicon::fold_name(std::string_view name) {
  std::string result;
  for (const Cut& cut : cut_tokens(name)) {
    if (cut.space_before && !result.empty()) result += ' ';
    result += fold(slice(name, cut.span));
  }
  return result;
}

Lexicon::Lexicon() {
  for (const auto& row : base::rows_of(data::given_names())) given_.emplace(fold(row[0]), row.at(1));
  for (const auto& row : base::rows_of(data::titles())) {
    titles_.emplace(row[0], row.at(1));
    if (row.size() > 2 && !row[2].empty()) title_sex_.emplace(row[0], row[2]);
  }
  for (const auto& row : base::rows_of(data::surnames())) surnames_.emplace(fold(row[0]), "surname");
  for (const auto& row : base::rows_of(data::demonyms())) demonyms_.emplace(fold(row[0]), "NORP");
  for (const auto& row : base::rows_of(data::name_words()))
    name_words_.emplace(std::string(row[0]) + '\t' + std::string(row.at(2)), row[1]);
  for (const auto& row : base::rows_of(data::no_names())) no_names_.emplace(row[0], row.at(1));
  for (const auto& row : base::rows_of(data::organisations())) known_.emplace(fold_name(row[0]), row.at(1));
  for (const auto& row : base::rows_of(data::places())) {
    const std::string name = fold_name(row[0]);
    known_.emplace(name, row.at(1) == "location" ? "LOC" : "GPE");
    if (row.at(2) == "weak") weak_.emplace(name, "weak");
  }
  for (const auto& row : base::rows_of(data::common_words())) common_.push_back(row[0]);
}

std::string_view Lexicon::name_word(std::string_view word, std::string_view position) const {
  std::string key(word);
  key += '\t';
  key += position;
  return value(name_words_, key);
}

WordRole Lexicon::no_name(std::string_view word) const {
  const std::string_view why = value(no_names_, without_stop(word));
  if (why.empty()) return WordRole::kNone;
  return why == "calendar"  ? WordRole::kCalendar
         : why == "acronym" ? WordRole::kAcronym
         : why == "alone"   ? WordRole::kAlone
                            : WordRole::kWord;
}

bool Lexicon::common(std::string_view word) const {
  if (std::binary_search(common_.begin(), common_.end(), word)) return true;
  for (const std::string_view ending : {"logical", "graphical", "metrical"}) {  // learned adjectives that word lists leave out
    if (word.ends_with(ending)) return true;
  }
  return false;
}

bool Lexicon::sure_place(std::string_view name) const {
  const std::string_view label = known(name);
  return (label == "GPE" || label == "LOC") && !weak_place(name);
}

const Lexicon& lexicon() {
  static const Lexicon result;  // immutable once made
  return result;
}

}  // namespace tetrapla::language
