// When two names are one bearer's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tetrapla::collate {

/// The words of a name as they are compared: plain letters, articles and particles ("al", "van") left out, British spellings made
/// American, for an organisation without its legal form ("Ltd").
[[nodiscard]] std::vector<std::string> name_words(std::string_view name, std::string_view label);

/// The form under which a name of several established forms is filed ("kiev" → kyiv); a name without such is its words, joined.
[[nodiscard]] std::string filed_under(std::string_view name, std::string_view label);

/// "jr", "sr", "ii" … where the name ends with it, else empty. It is none of the `name_words`.
[[nodiscard]] std::string name_suffix(std::string_view name);

/// Two full names (two words or more each) of one person: given names and surnames each alike, and no given name of the other sex.
/// Given names may be left out of one ("Joseph Comeaux", "Arcade Joseph Comeaux"). An initial stands for a given name only before the very same surname.
[[nodiscard]] bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Two spellings of one place or organisation: as many words, each alike; established names (`known`) must be equal.
[[nodiscard]] bool same_spelling(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// "osce" for organization, security, cooperation, europe (small words left out).
[[nodiscard]] std::string initials_of(const std::vector<std::string>& words);

}  // namespace tetrapla::collate
