// Numbers in running text: digits and words, separators, scales, fractions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "language/annotation.h"

namespace tetrapla::claims {

/// A number as written, without bound or unit.
struct Number {
  language::TokenRange tokens;
  Span span;  ///< of the tokens; where a currency's letter is in the first, without it
  double low = 0;
  double high = 0;        ///< differs from `low` where the words name a range: "tens of thousands"
  double scale = 1;       ///< of the scale word it ends with ("2 million": 1e6)
  bool digits = false;    ///< begins with a digit
  bool fraction = false;  ///< a part of something: "a fifth", "half"
  bool decimal = false;   ///< has a decimal point or a fraction
  bool grouped = false;   ///< has thousands separators
  bool range = false;     ///< low and high are the ends of a range
  bool dozens = false;    ///< "dozens": no amount
  std::string glued;      ///< what follows the digits in the same token and is no scale: "km" of "7km"
};

/// The number that begins at a token, the longest one:
///   "4,300"  "4 300"  "35, 000"  ".358"  "2. 6 million"  "2m"  "5 1/2"  "-16"
///   "twenty-three"  "a hundred and forty"  "half a dozen"  "two and a half million"  "a quarter of a million"  "tens of thousands"
/// "a" and "an" begin one only before hundred, thousand, million, …, dozen, half, quarter and the like.
/// O(length of the number).
[[nodiscard]] std::optional<Number> parse_number(const language::Annotation& annotation, std::uint32_t at);

/// "sixth", "21st", "4th": 6, 21, 4 and the tokens they take ("twenty - first": 3).
struct Ordinal {
  language::TokenRange tokens;
  double value = 0;
};
[[nodiscard]] std::optional<Ordinal> parse_ordinal(const language::Annotation& annotation, std::uint32_t at);

}  // namespace tetrapla::claims
