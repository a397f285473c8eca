#include "collate/quotations_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace tetrapla::collate {
namespace {

using language::Token;
using language::TokenKind;
using language::TokenRange;

constexpr std::array<std::string_view, 20> kSmall = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kShort = {{{"n't", "not"},
                                                                                  {"'re", "are"},
                                                                                  {"'ll", "will"},
                                                                                  {"'ve", "have"},
                                                                                  {"'m", "am"},
                                                                                  {"ca", "can"},
                                                                                  {"wo", "will"},
                                                                                  {"%", "percent"},
                                                                                  {"&", "and"}}};
constexpr std::uint32_t kMaxBracket = 12;  // tokens of an editor's remark
constexpr std::array<std::string_view, 6> kHesitations = {"uh", "um", "er", "erm", "uhm", "hmm"};

std::optional<int> small(std::string_view word) {
  const auto found = std::find(kSmall.begin(), kSmall.end(), word);
  if (found == kSmall.end()) return std::nullopt;
  return static_cast<int>(found - kSmall.begin());
}

std::optional<int> tens(std::string_view word) {
  const auto found = std::find(kTens.begin(), kTens.end(), word);
  if (found == kTens.end()) return std::nullopt;
  return 20 + 10 * static_cast<int>(found - kTens.begin());
}

bool is_gap(std::string_view lower) {
  return lower.starts_with("...") || lower.starts_with("…") || lower == "[...]" || lower == "[…]";
}

/// A number below a hundred in words at token `k`, and the token after it.
std::optional<std::pair<int, std::uint32_t>> below_hundred(const std::vector<Token>& tokens, std::uint32_t k, std::uint32_t end) {
  if (k >= end) return std::nullopt;
  if (const auto value = small(tokens[k].lower)) return std::pair(*value, k + 1);
  const auto value = tens(tokens[k].lower);
  if (!value) return std::nullopt;
  std::uint32_t next = k + 1;
  if (next < end && tokens[next].lower == "-") ++next;
  if (next < end) {
    if (const auto unit = small(tokens[next].lower); unit && *unit > 0 && *unit < 10) return std::pair(*value + *unit, next + 1);
  }
  return std::pair(*value, k + 1);
}

/// A number in words: "eleven", "twenty nineteen", "two thousand and nineteen", "three hundred and forty-two".
std::optional<std::pair<int, std::uint32_t>> number_at(const std::vector<Token>& tokens, std::uint32_t k, std::uint32_t end) {
  auto number = below_hundred(tokens, k, end);
  if (!number) return std::nullopt;
  auto& [value, next] = *number;
  if (value >= 17 && value <= 20) {
    if (const auto rest = below_hundred(tokens, next, end); rest && rest->first >= 10)
      return std::pair(value * 100 + rest->first, rest->second);
  }
  for (const auto& [scale, factor] :
       {std::pair<std::string_view, int>("thousand", 1000), std::pair<std::string_view, int>("hundred", 100)}) {
    if (next >= end || tokens[next].lower != scale) continue;
    value *= factor;
    ++next;
    const std::uint32_t after = next < end && tokens[next].lower == "and" ? next + 1 : next;
    const auto rest = below_hundred(tokens, after, end);
    if (!rest) break;
    if (rest->second < end && tokens[rest->second].lower == "hundred" && factor == 1000 && rest->first < 10) {
      value += rest->first * 100;
      next = rest->second + 1;
      const std::uint32_t last = next < end && tokens[next].lower == "and" ? next + 1 : next;
      if (const auto end_part = below_hundred(tokens, last, end)) return std::pair(value + end_part->first, end_part->second);
      return number;
    }
    return std::pair(value + rest->first, rest->second);
  }
  return number;
}

/// British and American spelling of a word as one: "neighbourhood", "realised", "centre". Only a key: it need be no word.
void one_spelling(std::string& word) {
  if (word == "okay") word = "ok";
  if (word.size() < 6) return;
  for (std::size_t at = word.find("our"); at != std::string::npos; at = word.find("our", at + 2)) word.erase(at + 1, 1);
  for (const std::string_view end : {"ise", "ised", "ises", "ising", "isation", "isations", "yse", "ysed", "ysing"}) {
    if (word.ends_with(end)) word[word.size() - end.size() + 1] = 'z';
  }
  if (word.ends_with("tre")) word.replace(word.size() - 2, 2, "er");
}

std::string folded(std::string_view lower) {
  for (const auto& [from, to] : kShort) {
    if (lower == from) return std::string(to);
  }
  if (lower.ends_with(":00")) lower.remove_suffix(3);
  std::string result;
  for (const char c : lower) {
    if (c != '.' && c != ',' && c != '\'') result += c;
  }
  one_spelling(result);
  return result;
}

/// "I ’ m" of tokenised texts: the apostrophe at `k` and the letters after it.
bool torn_apostrophe(const std::vector<Token>& tokens, std::uint32_t k, std::uint32_t end) {
  if (tokens[k].lower != "'" || k + 1 >= end) return false;
  const std::string& next = tokens[k + 1].lower;
  return next == "m" || next == "s" || next == "re" || next == "ll" || next == "ve" || next == "d" || next == "t";
}

/// The token after a short remark in brackets that begins at `k`: an editor's words. `k` itself where there is none.
std::uint32_t after_brackets(const std::vector<Token>& tokens, std::uint32_t k, std::uint32_t end) {
  const std::string_view close = tokens[k].lower == "[" ? "]" : tokens[k].lower == "(" ? ")" : "";
  if (close.empty()) return k;
  for (std::uint32_t at = k + 1; at < end && at < k + kMaxBracket; ++at) {
    if (tokens[at].lower == close) return at + 1;
  }
  return k;
}

}  // namespace

std::vector<SpokenWord> spoken_words(const language::Annotation& annotation, TokenRange range) {
  const auto& tokens = annotation.tokens;
  std::vector<SpokenWord> words;
  bool gap = false;
  for (std::uint32_t k = range.begin; k < range.end;) {
    const Token& token = tokens[k];
    if (is_gap(token.lower)) {
      gap = !words.empty();
      ++k;
      continue;
    }
    if (const std::uint32_t after = after_brackets(tokens, k, range.end); after != k) {
      gap = true;
      k = after;
      continue;
    }
    if (torn_apostrophe(tokens, k, range.end)) {
      words.push_back({folded("'" + tokens[k + 1].lower), {k, k + 2}, gap});
      gap = false;
      k += 2;
      continue;
    }
    const bool word =
        token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber || token.lower == "%" || token.lower == "&";
    if (!word || std::find(kHesitations.begin(), kHesitations.end(), token.lower) != kHesitations.end()) {
      ++k;
      continue;
    }
    SpokenWord spoken;
    spoken.gap_before = gap;
    gap = false;
    std::uint32_t next = k + 1;
    if (const auto number = number_at(tokens, k, range.end)) {
      next = number->second;
      spoken.text = std::to_string(number->first);
    } else {
      spoken.text = folded(token.lower);
    }
    spoken.tokens = {k, next};
    k = next;
    if (!spoken.text.empty()) words.push_back(std::move(spoken));
  }
  return words;
}

Matches align_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  // Smith and Waterman's alignment with Gotoh's affine gaps. Tenths, so that sums are exact.
  constexpr int kMatch = 30;
  constexpr int kMismatch = -15;
  constexpr int kOpen = -15;
  constexpr int kExtend = -3;
  const std::size_t rows = std::min(a.size(), kMaxAligned);
  const std::size_t columns = std::min(b.size(), kMaxAligned);
  enum : std::uint8_t { kStop = 0, kDiagonal = 1, kUp = 2, kLeft = 3, kUpOpens = 4, kLeftOpens = 8 };
  std::vector<std::uint8_t> trace((rows + 1) * (columns + 1), kStop);
  std::vector<int> best(columns + 1, 0);
  std::vector<int> up(columns + 1, -1000000);
  int top = 0;
  std::size_t top_row = 0;
  std::size_t top_column = 0;
  for (std::size_t i = 1; i <= rows; ++i) {
    int diagonal = best[0];
    int left = -1000000;
    for (std::size_t j = 1; j <= columns; ++j) {
      std::uint8_t& cell = trace[i * (columns + 1) + j];
      cell = kStop;
      if (best[j] + kOpen > up[j] + kExtend) {
        up[j] = best[j] + kOpen;
        cell |= kUpOpens;
      } else {
        up[j] += kExtend;
      }
      if (best[j - 1] + kOpen > left + kExtend) {
        left = best[j - 1] + kOpen;
        cell |= kLeftOpens;
      } else {
        left += kExtend;
      }
      const int pair = diagonal + (a[i - 1] == b[j - 1] ? kMatch : kMismatch);
      diagonal = best[j];
      int value = 0;
      if (pair > value) {
        value = pair;
        cell = static_cast<std::uint8_t>((cell & ~3U) | kDiagonal);
      }
      if (up[j] > value) {
        value = up[j];
        cell = static_cast<std::uint8_t>((cell & ~3U) | kUp);
      }
      if (left > value) {
        value = left;
        cell = static_cast<std::uint8_t>((cell & ~3U) | kLeft);
      }
      best[j] = value;
      if (value > top) {
        top = value;
        top_row = i;
        top_column = j;
      }
    }
  }
  Matches matches;
  std::size_t i = top_row;
  std::size_t j = top_column;
  while (i > 0 && j > 0) {
    const std::uint8_t cell = trace[i * (columns + 1) + j];
    const unsigned step = cell & 3U;
    if (step == kStop) break;
    if (step == kDiagonal) {
      if (a[i - 1] == b[j - 1]) matches.emplace_back(static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j - 1));
      --i;
      --j;
    } else if (step == kUp) {
      bool opens = false;
      do {
        opens = (trace[i * (columns + 1) + j] & kUpOpens) != 0;
        --i;
      } while (!opens && i > 0);
    } else {
      bool opens = false;
      do {
        opens = (trace[i * (columns + 1) + j] & kLeftOpens) != 0;
        --j;
      } while (!opens && j > 0);
    }
  }
  std::reverse(matches.begin(), matches.end());
  return matches;
}

}  // namespace tetrapla::collate
