// Texts made of the words that readers of numbers and times look for, in any order.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace tetrapla::test {

/// A random text: each piece with or without a blank before it.
inline std::string token_soup() {
  static const std::vector<std::string> kPieces{"one",
                                                "two",
                                                "twenty",
                                                "hundred",
                                                "thousand",
                                                "million",
                                                "half",
                                                "a",
                                                "quarter",
                                                "of",
                                                "to",
                                                "and",
                                                "or",
                                                "between",
                                                "over",
                                                "past",
                                                "before",
                                                "after",
                                                "at",
                                                "the",
                                                "from",
                                                "by",
                                                "-",
                                                "–",
                                                ",",
                                                ".",
                                                ":",
                                                "/",
                                                "(",
                                                ")",
                                                "$",
                                                "€",
                                                "%",
                                                "5",
                                                "12",
                                                "007",
                                                "2026",
                                                "1990s",
                                                "4,300",
                                                "7.40am",
                                                "13/03/2026",
                                                "R26",
                                                "½",
                                                "745",
                                                "4811",
                                                "March",
                                                "May",
                                                "Friday",
                                                "last",
                                                "next",
                                                "year",
                                                "week",
                                                "years",
                                                "ago",
                                                "earlier",
                                                "minutes",
                                                "noon",
                                                "p.m.",
                                                "o'clock",
                                                "in",
                                                "morning",
                                                "yesterday",
                                                "day",
                                                "every",
                                                "fifth",
                                                "second",
                                                "dozens",
                                                "percent",
                                                "km",
                                                "dollars",
                                                "people",
                                                "mother",
                                                "rose",
                                                "fell",
                                                "aged",
                                                "Anna",
                                                "said",
                                                "will",
                                                "was",
                                                "\n",
                                                "\xEF\xBF\xBD",
                                                "é",
                                                "more",
                                                "than",
                                                "least",
                                                "R",
                                                "£35, 000",
                                                "$2. 6 Million",
                                                "Q3",
                                                "way"};
  std::string text;
  for (const auto& [piece, glued] : *rc::gen::container<std::vector<std::pair<std::size_t, bool>>>(
           rc::gen::pair(rc::gen::inRange<std::size_t>(0, kPieces.size()), rc::gen::arbitrary<bool>()))) {
    if (!glued && !text.empty()) text += ' ';
    text += kPieces[piece];
  }
  return text;
}

}  // namespace tetrapla::test
