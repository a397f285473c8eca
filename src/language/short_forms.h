// Short forms of organisations' names.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tetrapla::language {

/// What the reports themselves say of a word, besides the lexicons.
struct WordsHere {
  std::function<bool(const std::string&)> place;  ///< it stands in a place's name ("Lake Tengra")
  std::function<bool(const std::string&)> name;   ///< it is a name rather than a word
  bool one_report = false;  ///< brief and full form stand in one report: there "the Foundation" is the one named before
};

/// Whether `brief` is a short form of the organisation's (building's, product's) name `full`, both as words without particles: what is left
/// out in front names a place or people or is a ship's "MV", what is left out behind is its legal form or "of" a place, or `brief` is one telling word at the
/// beginning ("Brodal" of Brodal Energy, but not "Oslo" of Oslo Police); or one word of a building's is left out ("Carlton Hotel",
/// "Carlton Intercontinental Hotel"). `full_name` is the full name with its small words. Quadratic in the words.
[[nodiscard]] bool shortens(const std::vector<std::string>& brief, const std::vector<std::string>& full, std::string_view full_name,
                            const WordsHere& here);

}  // namespace tetrapla::language
