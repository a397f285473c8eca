#include "language/sentence_words.h"

namespace tetrapla::language {

std::string SentenceWords::key(std::uint32_t b, std::uint32_t e) const {
  std::string result;
  for (std::uint32_t t = b; t < e; ++t) {
    if (t > b && a_.tokens[t].space_before && word(t) != "-" && word(t - 1) != "-") result += ' ';
    result += word(t);
  }
  return result;
}

bool SentenceWords::legal_suffix(std::uint32_t t) const {
  return is(t,
            {"inc",  "inc.", "ltd", "ltd.", "llc",  "plc",   "corp",    "corp.",       "co",           "co.", "gmbh", "ag", "sa",
             "s.a.", "nv",   "asa", "oyj",  "bros", "bros.", "limited", "corporation", "incorporated", "jr",  "jr.",  "sr", "sr."});
}

bool SentenceWords::head_in(std::uint32_t b, std::uint32_t e) const {
  for (std::uint32_t t = b; t < e; ++t) {
    if (!lex_.name_word(word(t), "head").empty()) return true;
  }
  return false;
}

bool SentenceWords::person_shape(std::uint32_t b, std::uint32_t e) const {
  if (b >= e || e - b > 7 || (e - b > 1 && lex_.no_name(word(e - 1)) == WordRole::kAlone)) return false;
  std::uint32_t words = 0, common = 0, upper = 0;
  for (std::uint32_t t = b; t < e; ++t) {
    if (a_.tokens[t].kind == TokenKind::kNumber || is(t, {"of", "for", "and", "&", "in", "the", ","})) return false;
    if (seen_.shape(t) == Shape::kNone || seen_.shape(t) == Shape::kLower) continue;
    ++words;
    upper += seen_.shape(t) == Shape::kUpper && word(t).size() > 2 ? 1 : 0;
    if (lex_.common(word(t)) && lex_.given_name(word(t)).empty() && !(seen_.shape(t) == Shape::kUpper && word(t).size() == 2) &&
        !(t > b && lex_.surname(word(t)))) {
      ++common;
    }
    if (is_org_last(t) && t + 1 == e && lex_.common(word(t)) && words > 1 && lex_.given_name(word(b)).empty()) return false;
  }
  if (upper > 0 && upper < words) return false;
  return words >= 1 && words <= 4 &&
         (common == 0 ||
          (words > common &&
           (!lex_.given_name(word(b)).empty() || (seen_.shape(b) == Shape::kInitial && !lex_.given_name(word(b + 1)).empty()))) ||
          (words == 1 && lex_.surname(word(b))));
}

}  // namespace tetrapla::language
