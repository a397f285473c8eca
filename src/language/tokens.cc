// One pass over the text. A chunk is what stands between white space. In it, addresses are found first, since their dots, hyphens and
// slashes mean nothing; the rest is read from left to right, and what a token begins with (a letter, a digit, a mark) decides how far it
// goes (token_edges.cc). At the end pieces that broken detokenisation has torn are put together (torn.cc).
#include "language/tokens.h"

#include "language/addresses.h"
#include "language/characters.h"
#include "language/is_one_of.h"
#include "language/token_edges.h"
#include "language/torn.h"

namespace tetrapla::language {
namespace {

class Cutter : private TokenEdges {
 public:
  using TokenEdges::TokenEdges;

  std::vector<Cut> run() {
    std::uint32_t at = 0;
    while (at < size_) {
      const Character c = character_at(text_, at, size_);
      if (is_space(c.code)) {
        space_ = true;
        at = c.next;
        continue;
      }
      std::uint32_t end = c.next;
      for (Character d = character_at(text_, end, size_); end < size_ && !is_space(d.code); d = character_at(text_, end, size_))
        end = d.next;
      chunk({at, end});
      at = end;
    }
    return std::move(cuts_);
  }

 private:
  void put(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
    cuts_.push_back({{begin, end}, kind, space_});
    space_ = false;
  }

  void chunk(Span span) {
    const Span address = find_address(text_, span);
    if (address.empty()) return scan(span.begin, span.end);
    scan(span.begin, address.begin);
    put(address.begin, address.end, TokenKind::kWord);
    scan(address.end, span.end);
  }

  // ---- the rest

  void scan(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
      const Character c = look(at, end);
      if (is_digit(c.code)) {
        at = number(at, at, end);
      } else if (c.code == '.' && starts_decimal(begin, at, end)) {
        at = number(at, c.next, end);
      } else if (stands_alone(c.code)) {
        put(at, c.next, TokenKind::kWord);
        at = c.next;
      } else if (is_letter(c.code)) {
        at = word(at, end);
      } else {
        at = mark(at, end);
      }
    }
  }

  std::uint32_t word(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    std::uint32_t part = begin;  // after the last dot
    bool dotted = false;         // so far single letters with dots between them: "U.S", "a.m"
    bool single = true;          // all parts are single letters
    for (;;) {
      for (Character c = look(at, end); at < end && continues_word(c.code) && !stands_alone(c.code); c = look(at, end)) at = c.next;
      single = single && look(part, end).next == at;
      const Character c = look(at, end);
      if (at >= end) break;
      if (is_apostrophe(c.code)) {
        if (!letter_at(c.next, end)) break;
        if (const std::uint32_t t = negation_end(begin, at, c.next, end); t != 0) {
          if (at - 1 > begin) put(begin, at - 1, TokenKind::kWord);
          put(at - 1, t, TokenKind::kWord);
          return t;
        }
        if (clitic_end(c.next, end) != c.next) break;
        at = c.next;
      } else if (c.code == '.') {
        if (single && letter_at(c.next, end)) {  // "U.S", but "J.Smith" → J. Smith
          std::uint32_t next = c.next;
          next = look(next, end).next;
          if (continues_word(look(next, end).code)) {
            at = c.next;
            break;
          }
          dotted = true;
          at = part = c.next;
          continue;
        }
        if (dotted && single) {
          at = c.next;
          break;
        }
        if (const std::uint32_t degree = dotted_abbreviation_end(begin, c.next, end); degree != c.next) {
          at = degree;
          break;
        }
        if (const std::uint32_t domain = domain_end(c.next, end); domain != c.next) {
          at = domain;
          part = begin;
          single = false;
          continue;
        }
        if (keeps_stop(begin, at, end)) at = c.next;
        break;
      } else if (c.code == '&' && at - begin <= 3 && is_upper(look(begin, end).code) && is_upper(look(c.next, end).code)) {
        at = c.next;
        single = false;
      } else if (is_currency(c.code) && at - begin <= 3 && all_upper(begin, at)) {
        put(begin, c.next, TokenKind::kSymbol);
        return c.next;
      } else if (c.code == '/' && is_one_of(view(begin, at), {"km", "m", "mi", "kg", "ft"})) {
        std::uint32_t next = c.next;
        while (letter_at(next, end) && next - c.next < 4) next = look(next, end).next;
        if (is_one_of(view(c.next, next), {"h", "s", "hr", "m", "m²"})) at = next;
        break;
      } else {
        break;
      }
    }
    if (const std::uint32_t money = currency_prefix(begin, at); money != begin) {
      put(begin, money, TokenKind::kSymbol);
      return money;
    }
    if (at - begin == 6 && fold(view(begin, at)) == "cannot") {
      put(begin, begin + 3, TokenKind::kWord);
      put(begin + 3, at, TokenKind::kWord);
    } else {
      put(begin, at, TokenKind::kWord);
    }
    return at;
  }

  /// A number whose first digit is at `at`; the token begins at `begin` (a decimal point may stand before the digit).
  std::uint32_t number(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
    const bool money = !cuts_.empty() && !space_ && cuts_.back().kind == TokenKind::kSymbol;
    for (;;) {
      for (Character c = look(at, end); at < end && (is_digit(c.code) || u_charType(c.code) == U_OTHER_NUMBER); c = look(at, end))
        at = c.next;
      const Character c = look(at, end);
      if (at >= end || !digit_at(c.next, end)) break;
      if (c.code == '.' || c.code == ':' || c.code == '/' || c.code == 0xD7 || c.code == 0x2044 ||
          (c.code == ',' && groups_follow(c.next, end))) {
        at = c.next;
      } else {
        break;
      }
    }
    std::uint32_t letters = at;
    for (Character c = look(letters, end); letters < end && continues_word(c.code) && !is_digit(c.code) && !stands_alone(c.code);
         c = look(letters, end)) {
      letters = c.next;
    }
    const bool clock = view(begin, at).find(':') != std::string_view::npos;  // a transcript's stamp: "0:28they"
    if (letters == at || clock || glued_unit(at, letters, end, money)) {
      put(begin, at, TokenKind::kNumber);
      return at;
    }
    const std::string_view tail = view(at, letters);
    const bool counts = is_one_of(tail, {"s", "st", "nd", "rd", "th", "ST", "ND", "RD", "TH"});
    for (Character c = look(letters, end); letters < end && continues_word(c.code) && !stands_alone(c.code); c = look(letters, end))
      letters = c.next;
    put(begin, letters, counts ? TokenKind::kNumber : TokenKind::kWord);
    return letters;
  }

  /// Everything that is neither letter nor digit.
  std::uint32_t mark(std::uint32_t at, std::uint32_t end) {
    const Character c = look(at, end);
    std::uint32_t next = c.next;
    if (is_apostrophe(c.code)) {
      if (text_[at] == '\'' && next < end && text_[next] == '\'') {
        put(at, next + 1, TokenKind::kPunctuation);
        return next + 1;
      }
      if (const std::uint32_t clitic = clitic_end(next, end); clitic != next) {
        put(at, clitic, TokenKind::kWord);
        return clitic;
      }
      if (next + 3 <= end && digit_at(next, end) && digit_at(next + 1, end) && text_[next + 2] == 's' &&
          !continues_word(look(next + 3, end).code)) {
        put(at, next + 3, TokenKind::kNumber);  // '90s
        return next + 3;
      }
    } else if (c.code == '`' && next < end && text_[next] == '`') {
      ++next;
    } else if (c.code == '.' || c.code == '-') {
      while (next < end && text_[next] == static_cast<char>(c.code)) ++next;
    } else if (c.code == 0xB0 || c.code == 0xBA || c.code == 0x2DA) {  // a degree sign and its usual stand-ins
      const Character scale = look(next, end);
      if ((scale.code == 'C' || scale.code == 'F' || scale.code == 'K') && !letter_at(scale.next, end)) next = scale.next;
      put(at, next, TokenKind::kSymbol);
      return next;
    } else if (c.code == '@' && letter_at(next, end)) {
      while (next < end && (continues_word(look(next, end).code))) next = look(next, end).next;
      put(at, next, TokenKind::kWord);
      return next;
    } else if (c.code >= 0x2190) {
      next = emoji_end(c.code, next, end);
    }
    put(at, next, is_symbol(c.code) ? TokenKind::kSymbol : TokenKind::kPunctuation);
    return next;
  }

  bool space_ = false;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> cut_tokens(std::string_view text) { return mend_torn(text, Cutter(text).run()); }

}  // namespace tetrapla::language
