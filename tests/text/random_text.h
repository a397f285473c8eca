// Random text for property tests: characters of one to four bytes, line ends, stamps and signs.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace tetrapla::test {

inline rc::Gen<std::string> text_gen() {
  static const std::vector<std::string> kPieces = {
      "a",       "Bo", " ", "\n",    "\r\n",   "\r",     "\t", "\u00e9", "\u2019", "\u20ac", "\U0001F5DE",    "0:28",     "1:05:33",
      "[music]", ".",  "?", "word ", "\u00a0", "\u2028", "-",  "(",      ")",      "#tag",   "14 March 2026", "By Jo Doe"};
  return rc::gen::map(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kPieces.size())),
                      [](const std::vector<std::size_t>& chosen) {
                        std::string text;
                        for (const std::size_t i : chosen) text += kPieces[i];
                        return text;
                      });
}

/// Byte offsets of characters, and of the end.
inline std::vector<std::uint32_t> boundaries(const std::string& text) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) result.push_back(i);
  }
  result.push_back(static_cast<std::uint32_t>(text.size()));
  return result;
}

}  // namespace tetrapla::test
