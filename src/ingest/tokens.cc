#include "ingest/tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace tetrapla::ingest {
namespace {

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK; }

UChar32 plain_sign(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x00B7:
    case 0x2022:
    case 0x25CF:
    case 0x25AA:
    case 0x2023: return 0x2022;
    default: return c;
  }
}

void append(std::string& to, UChar32 c) {
  std::array<std::uint8_t, U8_MAX_LENGTH> buffer{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer.data(), length, c);
  to.append(reinterpret_cast<const char*>(buffer.data()), length);
}

}  // namespace

Tokens tokens_of(std::string_view text, Span span) {
  Tokens tokens;
  const auto* s = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto end = static_cast<std::int32_t>(span.end);
  bool space_before = true;
  for (auto at = static_cast<std::int32_t>(span.begin); at < end;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(s, at, end, c);
    if (c < 0) c = 0xFFFD;
    if (u_isUWhiteSpace(c)) {
      space_before = true;
      continue;
    }
    Token token;
    token.kind = u_isalpha(c) ? Token::Kind::kWord : u_isdigit(c) ? Token::Kind::kNumber : Token::Kind::kSign;
    token.glued = !space_before;
    space_before = false;
    if (token.kind == Token::Kind::kSign) {
      append(token.folded, plain_sign(c));
    } else {
      token.capital = u_isupper(c) || u_istitle(c);
      append(token.folded, u_foldCase(c, U_FOLD_CASE_DEFAULT));
      bool lower = !token.capital;
      bool longer = false;
      while (at < end) {
        std::int32_t next = at;
        UChar32 d = 0;
        U8_NEXT(s, next, end, d);
        if (d < 0) break;
        const bool same = token.kind == Token::Kind::kWord ? u_isalpha(d) || is_mark(d) : u_isdigit(d) != 0;
        if (!same) {
          if (token.kind != Token::Kind::kWord || plain_sign(d) != '\'' || next >= end) break;
          std::int32_t after = next;
          UChar32 e = 0;
          U8_NEXT(s, after, end, e);
          if (e < 0 || !u_isalpha(e)) break;
          token.folded += '\'';
          at = next;
          continue;
        }
        append(token.folded, u_foldCase(d, U_FOLD_CASE_DEFAULT));
        lower = lower || !(u_isupper(d) || is_mark(d));
        longer = true;
        at = next;
      }
      token.capitals = longer && !lower;
    }
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::string letters_of(std::string_view name) {
  std::string letters;
  for (const Token& token : tokens_of(name, {0, static_cast<std::uint32_t>(name.size())})) {
    if (token.kind != Token::Kind::kSign && token.folded != "the") letters += token.folded;
  }
  return letters;
}

}  // namespace tetrapla::ingest
