// One pass over the text. A chunk is what stands between white space. In it, addresses are found first, since their dots, hyphens and
// slashes mean nothing; the rest is read from left to right, and what a token begins with (a letter, a digit, a mark) decides how far it
// goes. At the end pieces that broken detokenisation has torn are put together (torn.cc).
#include "language/tokens.h"

#include <unicode/ucasemap.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "base/table.h"
#include "language/addresses.h"
#include "language/characters.h"
#include "language/data/abbreviations.h"
#include "language/data/prefixes.h"
#include "language/data/units.h"
#include "language/torn.h"

namespace tetrapla::language {
namespace {

using Condition = std::map<std::string_view, std::string_view>;

Condition read_conditions(std::string_view table) {
  Condition result;
  for (const auto& row : base::rows_of(table)) {
    if (row.size() >= 2) result.emplace(row[0], row[1]);
  }
  return result;
}

struct Tables {
  Condition abbreviations = read_conditions(data::abbreviations());
  Condition units = read_conditions(data::units());
  Condition prefixes = read_conditions(data::prefixes());
};

const Tables& tables() {
  static const Tables result;  // immutable once made
  return result;
}

constexpr std::size_t kLongestTableWord = 12;  // longer words are in no table; keeps look-ups bounded

std::string_view value_of(const Condition& table, std::string_view word) {
  if (word.size() > kLongestTableWord) return {};
  const auto found = table.find(word);
  return found == table.end() ? std::string_view{} : found->second;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text), size_(static_cast<std::uint32_t>(text.size())) {}

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
  [[nodiscard]] Character look(std::uint32_t at, std::uint32_t end) const { return character_at(text_, at, end); }
  [[nodiscard]] std::string_view view(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }
  [[nodiscard]] bool letter_at(std::uint32_t at, std::uint32_t end) const { return is_letter(look(at, end).code); }
  [[nodiscard]] bool digit_at(std::uint32_t at, std::uint32_t end) const { return is_digit(look(at, end).code); }

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

  /// ".358", "(.5", also glued to a word as in "hit.358": three digits there, since "hospital.12" rather lacks a blank.
  [[nodiscard]] bool starts_decimal(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
    std::uint32_t digits = 0;
    std::uint32_t next = at + 1;
    while (digits < 4 && digit_at(next, end)) {
      next = look(next, end).next;
      ++digits;
    }
    if (digits == 0) return false;
    if (at == begin) return true;
    const char before = text_[at - 1];
    if (is_letter(static_cast<unsigned char>(before))) return digits == 3 && !letter_at(next, end);
    return before != '.' && static_cast<unsigned char>(before) < 0x80;
  }

  /// Letters of a clitic ("s", "re", "ve", "ll", "d", "m") after an apostrophe, where the word ends with them; else `at`.
  [[nodiscard]] std::uint32_t clitic_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t next = at;
    while (next < end && next - at < 3 && letter_at(next, end) && static_cast<unsigned char>(text_[next]) < 0x80) ++next;
    if (next < end && (continues_word(look(next, end).code) || is_hyphen(look(next, end).code))) return at;
    return is_one_of(fold(view(at, next)), {"s", "re", "ve", "ll", "d", "m"}) ? next : at;
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

  /// Where "n't" ends that begins before the apostrophe at `apostrophe`; 0 where there is none.
  [[nodiscard]] std::uint32_t negation_end(std::uint32_t begin, std::uint32_t apostrophe, std::uint32_t after,
                                           std::uint32_t end) const {
    if (apostrophe == begin || (text_[apostrophe - 1] != 'n' && text_[apostrophe - 1] != 'N')) return 0;
    if (text_[after] != 't' && text_[after] != 'T') return 0;
    return continues_word(look(after + 1, end).code) ? 0 : after + 1;
  }

  /// The end of a top-level domain that begins here and after which the word ends or another follows ("com", "co.uk"); else `at`.
  [[nodiscard]] std::uint32_t domain_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t next = at;
    while (next < end && next - at < 8 && is_lower(static_cast<unsigned char>(text_[next]))) ++next;
    if (next < end && continues_word(look(next, end).code)) return at;
    return is_one_of(view(at, next),
                     {"com", "org", "net", "gov", "edu", "info", "io", "co", "uk", "ru", "de", "fr", "tv", "me", "eu", "example"})
               ? next
               : at;
  }

  /// The end of an abbreviation with a stop inside ("Ph.D."), of which the second part begins here; else `at`.
  [[nodiscard]] std::uint32_t dotted_abbreviation_end(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
    std::uint32_t next = at;
    while (next < end && next - at < 4 && letter_at(next, end)) next = look(next, end).next;
    if (next - begin > kLongestTableWord || value_of(tables().abbreviations, fold(view(begin, next))).empty()) return at;
    return next < end && text_[next] == '.' ? next + 1 : next;
  }

  [[nodiscard]] bool all_upper(std::uint32_t begin, std::uint32_t end) const {
    return std::all_of(text_.begin() + begin, text_.begin() + end, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// Whether the full stop at `stop` belongs to the word before it.
  [[nodiscard]] bool keeps_stop(std::uint32_t begin, std::uint32_t stop, std::uint32_t end) const {
    if (look(stop + 1, end).code == '.' && stop + 1 < end) return false;
    if (look(begin, end).next == stop && is_upper(look(begin, end).code) && text_[begin] != 'I') {  // an initial: "John J. Smith"
      const Character blank = character_at(text_, stop + 1, size_);
      return is_space(blank.code) && is_upper(character_at(text_, blank.next, size_).code);
    }
    if (stop - begin > kLongestTableWord) return false;
    const std::string_view when = value_of(tables().abbreviations, fold(view(begin, stop)));
    if (when == "always") return true;
    if (when != "digit") return false;
    std::uint32_t next = stop + 1;
    if (next < size_ && text_[next] == ' ') ++next;
    return is_digit(character_at(text_, next, size_).code);
  }

  /// Where the letters of a currency end that begin a word like "Rs500"; else `begin`.
  [[nodiscard]] std::uint32_t currency_prefix(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t letters = begin;
    while (letters < end && is_letter(static_cast<unsigned char>(text_[letters]))) ++letters;
    if (letters == begin || letters == end || !digit_at(letters, end)) return begin;
    const std::string_view when = value_of(tables().prefixes, view(begin, letters));
    if (when.empty()) return begin;
    std::uint32_t next = letters;
    while (digit_at(next, end)) ++next;
    if (when == "always") return next == end ? letters : begin;
    const std::string_view rest = text_.substr(next, 12);
    const bool decimal = rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') && is_digit(static_cast<unsigned char>(rest[1]));
    const bool scale = is_one_of(rest.substr(0, 8), {" million", " billion"}) || rest.starts_with(" trillion") ||
                       rest.starts_with(" bn") || is_one_of(view(next, end), {"m", "bn", "million", "billion"});
    return decimal || scale ? letters : begin;
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

  /// Digits in groups after a comma: three, or two where another group follows (1,00,000).
  [[nodiscard]] bool groups_follow(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t next = at;
    while (next < end && next - at < 4 && is_digit(static_cast<unsigned char>(text_[next]))) ++next;
    return next - at == 3 || (next - at == 2 && next < end && text_[next] == ',');
  }

  [[nodiscard]] bool glued_unit(std::uint32_t at, std::uint32_t letters, std::uint32_t end, bool money) const {
    if (digit_at(letters, end)) return false;
    const std::string_view when = value_of(tables().units, view(at, letters));
    if (!when.empty()) return when == "always" || money;
    return letters - at == 1 && (text_[at] == 'a' || text_[at] == 'p') && view(letters, std::min(letters + 2, end)) == ".m";
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

  /// The end of an emoji with its variation selectors, skin tones and joined parts, or of a flag.
  [[nodiscard]] std::uint32_t emoji_end(UChar32 first, std::uint32_t at, std::uint32_t end) const {
    bool flag = first >= 0x1F1E6 && first <= 0x1F1FF;
    for (Character c = look(at, end); at < end; c = look(at, end)) {
      if (c.code == 0x200D) {
        at = c.next;
        const Character joined = look(at, end);
        if (at < end && !continues_word(joined.code)) at = joined.next;
      } else if (c.code == 0xFE0F || c.code == 0xFE0E || c.code == 0x20E3 || (c.code >= 0x1F3FB && c.code <= 0x1F3FF)) {
        at = c.next;
      } else if (flag && c.code >= 0x1F1E6 && c.code <= 0x1F1FF) {
        flag = false;
        at = c.next;
      } else {
        break;
      }
    }
    return at;
  }

  std::string_view text_;
  std::uint32_t size_;
  bool space_ = false;
  std::vector<Cut> cuts_;
};

std::string fold_case(std::string_view token) {
  if (std::all_of(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string result(token);
    for (char& c : result) c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c + ('a' - 'A')) : c;
    return result;
  }
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, decltype(&ucasemap_close)> map(ucasemap_open("", U_FOLD_CASE_DEFAULT, &error), &ucasemap_close);
  std::string result(token.size() * 3, '\0');  // no code point's folding is longer than three times its own bytes
  const std::int32_t size = ucasemap_utf8FoldCase(map.get(), result.data(), static_cast<std::int32_t>(result.size()), token.data(),
                                                  static_cast<std::int32_t>(token.size()), &error);
  if (U_FAILURE(error)) return std::string(token);
  result.resize(static_cast<std::size_t>(size));
  return result;
}

void append(std::string& out, UChar32 code) {
  std::array<std::uint8_t, 4> bytes{};
  std::int32_t length = 0;
  UBool failed = 0;
  U8_APPEND(bytes.data(), length, 4, code, failed);
  if (!failed) out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

}  // namespace

std::vector<Cut> cut_tokens(std::string_view text) { return mend_torn(text, Cutter(text).run()); }

std::string fold(std::string_view token) {
  if (token == "``" || token == "''") return "\"";
  if (token == "`") return "'";
  const std::string folded = fold_case(token);
  std::string result;
  result.reserve(folded.size());
  const auto size = static_cast<std::uint32_t>(folded.size());
  for (std::uint32_t at = 0; at < size;) {
    const Character c = character_at(folded, at, size);
    at = c.next;
    if (is_space(c.code) || (c.code >= 0x80 && u_charType(c.code) == U_FORMAT_CHAR && folded.size() > 4)) continue;
    if (is_apostrophe(c.code) || c.code == 0x201A || c.code == 0x201B) {
      result += '\'';
    } else if ((c.code >= 0x201C && c.code <= 0x201F) || c.code == 0xAB || c.code == 0xBB) {
      result += '"';
    } else {
      append(result, c.code);
    }
  }
  return result;
}

}  // namespace tetrapla::language
