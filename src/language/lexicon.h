// What is known of words and names before a report is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tetrapla::language {

enum class WordRole : std::uint8_t { kNone, kCalendar, kWord, kAcronym, kAlone };

/// The lexicons of src/language/data. Immutable; `lexicon()` makes it once. Arguments are lower case (Token::lower) unless said otherwise.
class Lexicon {
 public:
  Lexicon();

  /// "m", "f", "mf" for a given name, empty for anything else.
  [[nodiscard]] std::string_view given_name(std::string_view word) const { return value(given_, word); }
  /// "honorific" (Mr), "title" (President, spokesman), or empty.
  [[nodiscard]] std::string_view title(std::string_view word) const { return value(titles_, without_stop(word)); }
  /// "m" or "f" where a title tells it.
  [[nodiscard]] std::string_view title_sex(std::string_view word) const { return value(title_sex_, without_stop(word)); }
  /// The label that a name's word at `position` ("first", "last", "head", "public") gives the name, or empty.
  [[nodiscard]] std::string_view name_word(std::string_view word, std::string_view position) const;
  [[nodiscard]] bool demonym(std::string_view word) const { return !value(demonyms_, word).empty(); }
  [[nodiscard]] WordRole no_name(std::string_view word) const;
  /// A frequent surname, which may be a word too ("smith").
  [[nodiscard]] bool surname(std::string_view word) const { return !value(surnames_, word).empty(); }
  /// Words that dictionaries have in lower case.
  [[nodiscard]] bool common(std::string_view word) const;

  /// The label (GPE, LOC, ORG, EVENT) of a place or organisation that the lexicon knows by this whole name (folded, single blanks), or empty.
  [[nodiscard]] std::string_view known(std::string_view name) const { return value(known_, name); }
  /// Whether a known place's name is also a word, a given name or a surname.
  [[nodiscard]] bool weak_place(std::string_view name) const { return !value(weak_, name).empty(); }
  [[nodiscard]] bool sure_place(std::string_view name) const;

  /// fold() of each word, words parted by single blanks where blanks part them: the form in which names are looked up.
  [[nodiscard]] static std::string fold_name(std::string_view name);

 private:
  [[nodiscard]] static std::string_view without_stop(std::string_view word) {  // "Mr.", "Dec."
    return word.size() > 2 && word.back() == '.' ? word.substr(0, word.size() - 1) : word;
  }
  /// Words and what is said of each; the first row of a word holds. Values are views on compiled-in data.
  class Map {
   public:
    void add(std::string key, std::string_view value) { entries_.emplace_back(std::move(key), value); }
    void finish();  ///< after the last `add`
    [[nodiscard]] std::string_view find(std::string_view key) const;

   private:
    std::vector<std::pair<std::string, std::string_view>> entries_;  // sorted by key
  };
  [[nodiscard]] static std::string_view value(const Map& map, std::string_view key) { return map.find(key); }

  Map given_, titles_, title_sex_, demonyms_, name_words_, no_names_, known_, weak_, surnames_;
  std::vector<std::string_view> common_;  // sorted
};

[[nodiscard]] const Lexicon& lexicon();

}  // namespace tetrapla::language
