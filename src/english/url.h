// spaCy's url_match: whether a word, once its affixes are off, is an address that must stay whole.
//
// The pattern is a regular expression that backtracks over the user's name and over each label of the host. It is told by parts here; each
// part can end at one place only, since what must follow it is not in it, so one walk over the text decides:
//
//   (WORD{2,}://)?  (anything@)?  HOST  (:DIGITS{2,5})?  ([/?#] anything)?
//
//   WORD    [\w+-.]: no ':', so a scheme ends at the first ':'
//   @       any '@' but one in front; the host begins at the start, after the scheme or after an '@'
//   HOST    four numbers of public address ranges, or one or more labels, each of 1 … 64 characters with a '.' behind, and an end of
//           2 … 63 characters of the class DomainEnd, in which '.', ':', '/', '?', '#' and '@' are not
#pragma once

#include <string_view>

#include "english/affixes_characters.h"

namespace tetrapla::english {

/// Whether the pattern matches all of `text`, which has no white space. Linear: each host is walked once, and hosts do not overlap but for
/// the two that may begin at the start and after the scheme.
[[nodiscard]] bool is_address(std::string_view text, const CharacterTable& characters);

}  // namespace tetrapla::english
