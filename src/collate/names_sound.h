// How far apart two spellings of a name sound.
#pragma once

#include <string>
#include <string_view>

namespace tetrapla::collate {

/// The letters of a name that tell it apart: diacritics, case, dots, hyphens and apostrophes gone ("Bénézat" → benezat, "A.J." → aj,
/// "Wei-lan" → weilan).
[[nodiscard]] std::string plain_letters(std::string_view word);

/// An edit distance over sounds instead of letters (data/names_sounds.tsv): 0 for "Dzhanibekov" and "Janibekov", 0.6 for "Mohammed" and
/// "Muhammad", about the number of wrong letters for a misspelling. Doubled letters count once. Words over 40 letters are only equal
/// (0) or not (40). Symmetric; quadratic in the letters.
[[nodiscard]] double sound_distance(std::string_view a, std::string_view b);

/// A quick look at first letters and lengths: false where `sounds_alike` would be false for sure, save for nicknames and initials, which it
/// lets pass.
[[nodiscard]] bool may_sound_alike(std::string_view a, std::string_view b);

/// Whether two words are spellings of one name, by a distance that longer words may have more of. Words of up to three letters, and those
/// with digits, must be equal.
[[nodiscard]] bool sounds_alike(std::string_view a, std::string_view b);

/// The consonants of a word's sounds, a final h apart ("Zainabieh", "Zinbi" → znb).
[[nodiscard]] std::string consonants_of(std::string_view word);

}  // namespace tetrapla::collate
