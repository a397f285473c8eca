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

namespace {

using Row = std::vector<std::string_view>;

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters of ASCII, and single blanks between them: most names, and what they fold to is plain, too.
bool is_plain_name(std::string_view name) {
  bool after_letter = false;
  for (const char c : name) {
    if (!is_plain(c) && (c != ' ' || !after_letter)) return false;
    after_letter = is_plain(c);
  }
  return after_letter;
}

}  // namespace

void Lexicon::Map::finish() {
  std::ranges::stable_sort(entries_, {}, [](const auto& entry) -> std::string_view { return entry.first; });
}

std::string_view Lexicon::Map::find(std::string_view key) const {
  const auto found = std::ranges::lower_bound(entries_, key, {}, [](const auto& entry) -> std::string_view { return entry.first; });
  return found != entries_.end() && found->first == key ? found->second : std::string_view{};
}

std::string Lexicon::fold_name(std::string_view name) {
  if (is_plain_name(name)) return fold_plain(name);
  std::string result;
  for (const Cut& cut : cut_tokens(name)) {
    if (cut.space_before && !result.empty()) result += ' ';
    result += fold(slice(name, cut.span));
  }
  return result;
}

Lexicon::Lexicon() {
  base::each_row(data::given_names(), [&](const Row& row) { given_.add(fold(row[0]), row.at(1)); });
  base::each_row(data::titles(), [&](const Row& row) {
    titles_.add(std::string(row[0]), row.at(1));
    if (row.size() > 2 && !row[2].empty()) title_sex_.add(std::string(row[0]), row[2]);
  });
  base::each_row(data::surnames(), [&](const Row& row) { surnames_.add(fold(row[0]), "surname"); });
  base::each_row(data::demonyms(), [&](const Row& row) { demonyms_.add(fold(row[0]), "NORP"); });
  base::each_row(data::name_words(),
                 [&](const Row& row) { name_words_.add(std::string(row[0]) + '\t' + std::string(row.at(2)), row[1]); });
  base::each_row(data::no_names(), [&](const Row& row) { no_names_.add(std::string(row[0]), row.at(1)); });
  base::each_row(data::organisations(), [&](const Row& row) { known_.add(fold_name(row[0]), row.at(1)); });
  base::each_row(data::places(), [&](const Row& row) {
    std::string name = fold_name(row[0]);
    if (row.at(2) == "weak") weak_.add(name, "weak");
    known_.add(std::move(name), row.at(1) == "location" ? "LOC" : "GPE");
  });
  base::each_row(data::common_words(), [&](const Row& row) { common_.push_back(row[0]); });
  for (Map* map : {&given_, &titles_, &title_sex_, &demonyms_, &name_words_, &no_names_, &known_, &weak_, &surnames_})
    map->finish();
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
