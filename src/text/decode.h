// Bytes → valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tetrapla::text {

struct Decoded {
  std::string text;               ///< valid UTF-8, without a byte order mark; line ends as they were
  std::string encoding;           ///< "UTF-8", "UTF-16LE", or ICU's name of the legacy encoding
  std::size_t invalid = 0;        ///< invalid sequences, each one U+FFFD of `text`
  std::size_t first_invalid = 0;  ///< byte offset of the first in the input
  bool binary = false;            ///< no text at all: NULs and control characters, or the signature of another format
};

/// Decodes by this order of evidence: a byte order mark; valid UTF-8, which always wins; NULs at every other byte (UTF-16); `declared`, an
/// encoding name as HTML and MIME use it; what ICU detects, where the bytes speak clearly for it; else UTF-8 with each maximal subpart of
/// an ill-formed sequence as one U+FFFD (The Unicode Standard 15.0, section 3.9, "U+FFFD Substitution of Maximal Subparts").
/// Total, linear.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared = {});

}  // namespace tetrapla::text
