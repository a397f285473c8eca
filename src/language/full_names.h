// When two full names can be one person's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tetrapla::language {

/// "jr", "sr", "ii", "iii", "iv" where a person's name ends with it, folded and without its stop; else empty.
[[nodiscard]] std::string_view suffix_of(std::string_view folded_name);

/// Whether names with these suffixes can be one person's: the same, or one has none. Where people of that name bear several (`several`),
/// only the senior goes without his.
[[nodiscard]] bool suffixes_agree(std::string_view a, std::string_view b, bool several);

/// Whether one name is the other with given names left out: the same surname, and the given names of the one, each of two letters or more,
/// stand among the other's in their order ("joseph comeaux", "arcade joseph comeaux"). Words without particles and suffixes, two or more
/// each. Says nothing of equal names.
[[nodiscard]] bool leaves_out_names(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Whether one given name is a usual short form of the other (data/nicknames.tsv): fred, frederick.
[[nodiscard]] bool is_nickname(std::string_view a, std::string_view b);

}  // namespace tetrapla::language
