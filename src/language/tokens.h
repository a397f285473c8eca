// A text cut into tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "tetrapla/span.h"

namespace tetrapla::language {

/// A token before it knows its sentence; the span is in the text given.
struct Cut {
  Span span;
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;
};

/// The tokens of a text, in order; together they hold every character that is no white space, and only a number or word that broken
/// detokenisation has torn ("2. 6", "a. m.") holds any. Cut as Token's comment in annotation.h says, besides:
///
///   e-mail addresses, URLs, @names: one token         US$40 → US$ 40      R26 million → R 26 million      40m€ → 40 m €
///   -16°C → - 16 °C       7.40am → 7.40 am            60C → 60 C          4x4, 1980s, 14th, SMW4 whole
///   hit.358 → hit .358    over.Then → over . Then     each Han or Kana character by itself; an emoji with its modifiers is one token
///
/// Linear.
[[nodiscard]] std::vector<Cut> cut_tokens(std::string_view text);

/// Token::lower of a token's text: case-folded, white space and invisible characters dropped, apostrophes ' and quotation marks " made
/// straight (also the `` and '' of wire text).
[[nodiscard]] std::string fold(std::string_view token);
/// The same of ASCII letters and blanks: in lower case.
[[nodiscard]] std::string fold_plain(std::string_view text);

}  // namespace tetrapla::language
