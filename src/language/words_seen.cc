#include "language/words_seen.h"

#include "language/characters.h"
#include "language/lexicon.h"

namespace tetrapla::language {
namespace {

bool is_mark(const Token& token, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (token.lower == mark) return true;
  }
  return false;
}

/// A line without a final stop in which nearly all longer words have a capital letter.
bool is_headline(const Annotation& a, const Sentence& sentence, const std::vector<Shape>& shapes) {
  std::uint32_t longer = 0, lower = 0, upper = 0;
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (a.tokens[t].lower.size() < 4 || shapes[t] == Shape::kNone) continue;
    ++longer;
    lower += shapes[t] == Shape::kLower ? 1 : 0;
    upper += shapes[t] == Shape::kUpper ? 1 : 0;
  }
  if (longer >= 2 && upper == longer) return true;  // a line in capitals, with or without a stop
  if (longer < 3 || is_mark(a.tokens[sentence.tokens.end - 1], {".", "!", "\""})) return false;
  return lower * 4 <= longer;
}

}  // namespace

Shape shape_of(std::string_view token, TokenKind kind) {
  if (kind != TokenKind::kWord) return Shape::kNone;
  const auto size = static_cast<std::uint32_t>(token.size());
  std::uint32_t letters = 0, upper = 0;
  bool first_upper = false, dot = false, single = true, address = false, after_apostrophe = false;
  std::uint32_t run = 0;
  for (std::uint32_t at = 0; at < size;) {
    const Character c = character_at(token, at, size);
    if (is_letter(c.code)) {
      const bool capital = is_upper(c.code);
      if (letters == 0) first_upper = capital && at == 0;
      after_apostrophe = after_apostrophe || (capital && at > 0 && run == 0 && !dot);  // d'Antibes
      ++letters;
      upper += capital ? 1 : 0;
      single = single && ++run <= 1;
    } else {
      run = 0;
      dot = dot || c.code == '.';
      address = address || c.code == '@' || c.code == '/';
    }
    at = c.next;
  }
  if (letters == 0 || address) return Shape::kNone;
  if (upper == 0) return Shape::kLower;
  if (dot && single && upper == letters) return Shape::kInitial;
  if (upper == letters && letters >= 2) return Shape::kUpper;
  if (upper == 1 && first_upper) return Shape::kCapital;
  return first_upper || upper > 1 || after_apostrophe ? Shape::kMixed : Shape::kLower;
}

WordsSeen::WordsSeen(const Annotation& a) : weak_(a.tokens.size(), false), headline_(a.tokens.size(), false) {
  shapes_.reserve(a.tokens.size());
  for (const Token& token : a.tokens) shapes_.push_back(shape_of(a.text_of(token), token.kind));
  for (const Sentence& sentence : a.sentences) {
    const bool headline = is_headline(a, sentence, shapes_);
    bool begins = true;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = a.tokens[t];
      weak_[t] = headline || begins;
      headline_[t] = headline;
      if (token.kind == TokenKind::kWord) {
        begins = false;
      } else if (is_mark(token, {"\"", ":", "•", "|", "...", "…", "(", "'", "-", "–", "—", "*"})) {
        // "- The best", "Where: The", and “The …” begin anew; a hyphen inside a word, an apostrophe after one do not
        begins = (token.lower != "-" && token.lower != "'") || (token.space_before && token.lower != "'") ||
                 t == sentence.tokens.begin || (token.lower == "'" && token.space_before);
      } else if (token.kind == TokenKind::kPunctuation && token.lower == ".") {
        begins = true;
      }
      const auto beside = [&](std::uint32_t n) { return n >= sentence.tokens.begin && n < sentence.tokens.end; };
      const auto capital_at = [&](std::uint32_t n) {
        return beside(n) && shapes_[n] != Shape::kNone && shapes_[n] != Shape::kLower;
      };
      const bool hyphen =
          (t > 0 && beside(t - 1) && a.tokens[t - 1].lower == "-") || (beside(t + 1) && a.tokens[t + 1].lower == "-");
      if (shapes_[t] == Shape::kLower && t >= sentence.tokens.begin + 2 && a.tokens[t - 1].lower == "-" &&
          a.tokens[t - 1].space_before && token.space_before && shapes_[t - 2] == Shape::kLower) {
        ++spaced_hyphens_;
      }
      if (shapes_[t] == Shape::kNone) continue;
      if (shapes_[t] != Shape::kLower && !headline && beside(t + 1) &&
          ((capital_at(t + 1) && a.tokens[t + 1].space_before) ||
           (a.tokens[t + 1].kind == TokenKind::kNumber && a.tokens[t + 1].lower.size() <= 2))) {
        counts_[token.lower + ' ' + a.tokens[t + 1].lower].capital += weak_[t] ? 0 : 1;
      }
      Count& count = counts_[token.lower];
      if (shapes_[t] != Shape::kLower && !hyphen && (!headline || !weak_[t])) ++count.solo;
      if (shapes_[t] == Shape::kLower) {
        ++count.lower;
      } else if (!weak_[t]) {
        ++count.capital;
        count.end += !capital_at(t + 1) && t > 0 && capital_at(t - 1) ? 1 : 0;
        count.alone += capital_at(t + 1) || (t > 0 && capital_at(t - 1)) ? 0 : 1;
      }
    }
  }
}

}  // namespace tetrapla::language
