// Which of a report's names are one bearer's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/lexicon.h"

namespace tetrapla::language {

/// The words of a folded name, particles apart and an article's prefix cut off ("mohammed al-rashidi" → mohammed rashidi); "Jr." after two
/// words or more is left out.
[[nodiscard]] std::vector<std::string> telling_words(const std::string& key);

inline constexpr std::string_view kNoName = "-";  ///< the label of what is no name after all

/// All mentions of a report that read alike.
struct ReportName {
  std::string key;   ///< folded, single blanks
  std::string text;  ///< as it first stands
  std::string label;
  std::vector<std::string> words;  ///< telling_words(key)
  std::set<std::string> roles;     ///< titles that stand before it
  std::set<std::string> sexes;
  std::set<std::uint32_t> sentences;
  std::size_t count = 0;
  bool told = true;  ///< Entity::told
};

using ReportNames = std::map<std::string, ReportName>;  // by key

/// What one mention has beside its name.
struct MentionCircumstances {
  std::string_view role, sex;
  std::uint32_t sentence = 0;
};

/// Joins names by the words they share. The names must outlive it; a label it corrects ("OSCE" is what the name it stands for is) is
/// written back. First the joins, in the order of the declarations, then `bearer_of` for each mention in text order.
class BearerIndex {
 public:
  /// What the report says of a word, besides the lexicons.
  struct Words {
    std::function<bool(const std::string&)> place;  ///< it stands in a place's name ("Lake Tengra")
    std::function<bool(const std::string&)> name;   ///< it is a name rather than a word
  };

  BearerIndex(ReportNames& names, Words words) : lex_(lexicon()), names_(names), words_(std::move(words)) {}

  /// What the report itself says is one, as pairs of keys: the fuller name or the one of known kind is kept.
  void join_stated(const std::vector<std::pair<std::string, std::string>>& pairs);
  /// "Joseph Comeaux", "Arcade Joseph Comeaux"; bare surnames and given names are left to `bearer_of`.
  void join_persons();
  void join_organisations();
  /// "Organization for Security and Cooperation in Europe", "OSCE".
  void join_acronyms();

  /// The key of the fullest name of the one a mention with this key names; its own where several could be meant. Of two with one surname:
  /// the one whose title the mention repeats, whose sex fits, or who alone was named in this sentence or the two before.
  [[nodiscard]] std::string bearer_of(const std::string& key, const MentionCircumstances& mention);

 private:
  void alias(const std::string& from, const std::string& to);
  [[nodiscard]] std::string root(std::string key) const;
  [[nodiscard]] std::string person_of(const ReportName& name, const MentionCircumstances& mention) const;
  [[nodiscard]] bool contradicts(const MentionCircumstances& mention, const ReportName& person) const;

  const Lexicon& lex_;
  ReportNames& names_;
  Words words_;
  std::map<std::string, std::string> alias_;
  std::map<std::string, std::vector<const ReportName*>> by_surname_, by_given_;
  std::set<std::string> middle_names_;
  std::map<std::string, std::uint32_t> last_seen_;
};

}  // namespace tetrapla::language
