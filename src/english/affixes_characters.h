// The character classes of the tokenizer's patterns: one table look-up says in which of them a character is.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tetrapla::english {

class ModelFile;
class ModelWriter;

/// A class is a bit. The names say where it stands in the patterns (see affixes.h).
enum CharacterClass : std::uint16_t {
  kPrefixSign = 1U << 0U,       ///< one that is cut off in front, whatever follows
  kSuffixSign = 1U << 1U,       ///< one that is cut off at the end, whatever stands before
  kInfixSign = 1U << 2U,        ///< one that cuts a word
  kBeforeLastStop = 1U << 3U,   ///< a full stop after it is cut off at the end
  kCapital = 1U << 4U,          ///< so is one after two of these
  kBeforeInnerStop = 1U << 5U,  ///< a full stop cuts between one of these …
  kAfterInnerStop = 1U << 6U,   ///< … and one of these
  kLetter = 1U << 7U,
  kLetterOrDigit = 1U << 8U,
  kDomainEnd = 1U << 9U,  ///< may be in the last part of a host's name
};
inline constexpr std::size_t kCharacterClasses = 10;

/// A view on the sections "tokenizer/blocks" (one for each 256 code points) and "tokenizer/classes" (256 masks a block).
class CharacterTable {
 public:
  explicit CharacterTable(const ModelFile& file);
  /// "" where the sections are sound.
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// The classes of c <= U+10FFFF, as a mask of CharacterClass.
  [[nodiscard]] std::uint16_t operator[](char32_t c) const { return classes_[blocks_[c >> 8U] * 256U + (c & 0xFFU)]; }
  [[nodiscard]] bool is(char32_t c, CharacterClass wanted) const { return ((*this)[c] & wanted) != 0; }

 private:
  std::span<const std::uint16_t> blocks_;
  std::span<const std::uint16_t> classes_;
};

/// Code points from first to last, both included.
struct CharacterRange {
  char32_t first = 0;
  char32_t last = 0;
};
using CharacterRanges = std::vector<CharacterRange>;

/// Writes the sections; ranges[i] are those of the class with bit i. They may overlap.
void add_characters(ModelWriter& writer, const std::array<CharacterRanges, kCharacterClasses>& ranges);

}  // namespace tetrapla::english
