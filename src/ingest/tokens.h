// The words and signs of one paragraph, as the patterns of page furniture see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::ingest {

/// A run of letters, a run of digits, or one other sign. "12: 48PM" and "12:48 pm" are the same four tokens: texts that a tokeniser went
/// through match the same patterns as those that none has touched.
struct Token {
  enum class Kind { kWord, kNumber, kSign };
  Span span;           ///< in the report's text
  std::string folded;  ///< in lower case; quotation marks and dashes as ASCII
  Kind kind = Kind::kSign;
  bool capital = false;   ///< a word that begins with a capital
  bool capitals = false;  ///< a word of two letters or more, all of them capitals
  bool glued = false;     ///< nothing stands between it and the token before
};

using Tokens = std::vector<Token>;

/// The tokens of `span`, in order. An apostrophe inside a word belongs to it. Linear.
[[nodiscard]] Tokens tokens_of(std::string_view text, Span span);

/// The letters and digits of a name, folded, without spaces, signs and "the": "The Daily Current" and "daily-current" are the same.
[[nodiscard]] std::string letters_of(std::string_view name);

}  // namespace tetrapla::ingest
