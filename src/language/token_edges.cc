#include "language/token_edges.h"

#include <algorithm>
#include <map>

#include "base/table.h"
#include "language/data/abbreviations.h"
#include "language/data/prefixes.h"
#include "language/data/units.h"
#include "language/is_one_of.h"
#include "language/tokens.h"

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

}  // namespace

bool TokenEdges::all_upper(std::uint32_t begin, std::uint32_t end) const {
  return std::all_of(text_.begin() + begin, text_.begin() + end, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool TokenEdges::starts_decimal(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
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

std::uint32_t TokenEdges::clitic_end(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t next = at;
  while (next < end && next - at < 3 && letter_at(next, end) && static_cast<unsigned char>(text_[next]) < 0x80) ++next;
  if (next < end && (continues_word(look(next, end).code) || is_hyphen(look(next, end).code))) return at;
  return is_one_of(fold(view(at, next)), {"s", "re", "ve", "ll", "d", "m"}) ? next : at;
}

std::uint32_t TokenEdges::negation_end(std::uint32_t begin, std::uint32_t apostrophe, std::uint32_t after,
                                       std::uint32_t end) const {
  if (apostrophe == begin || (text_[apostrophe - 1] != 'n' && text_[apostrophe - 1] != 'N')) return 0;
  if (text_[after] != 't' && text_[after] != 'T') return 0;
  return continues_word(look(after + 1, end).code) ? 0 : after + 1;
}

std::uint32_t TokenEdges::domain_end(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t next = at;
  while (next < end && next - at < 8 && is_lower(static_cast<unsigned char>(text_[next]))) ++next;
  if (next < end && continues_word(look(next, end).code)) return at;
  return is_one_of(view(at, next),
                   {"com", "org", "net", "gov", "edu", "info", "io", "co", "uk", "ru", "de", "fr", "tv", "me", "eu", "example"})
             ? next
             : at;
}

std::uint32_t TokenEdges::dotted_abbreviation_end(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
  std::uint32_t next = at;
  while (next < end && next - at < 4 && letter_at(next, end)) next = look(next, end).next;
  if (next - begin > kLongestTableWord || value_of(tables().abbreviations, fold(view(begin, next))).empty()) return at;
  return next < end && text_[next] == '.' ? next + 1 : next;
}

bool TokenEdges::keeps_stop(std::uint32_t begin, std::uint32_t stop, std::uint32_t end) const {
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

std::uint32_t TokenEdges::currency_prefix(std::uint32_t begin, std::uint32_t end) const {
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

bool TokenEdges::groups_follow(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t next = at;
  while (next < end && next - at < 4 && is_digit(static_cast<unsigned char>(text_[next]))) ++next;
  return next - at == 3 || (next - at == 2 && next < end && text_[next] == ',');
}

bool TokenEdges::glued_unit(std::uint32_t at, std::uint32_t letters, std::uint32_t end, bool money) const {
  if (digit_at(letters, end)) return false;
  const std::string_view when = value_of(tables().units, view(at, letters));
  if (!when.empty()) return when == "always" || money;
  return letters - at == 1 && (text_[at] == 'a' || text_[at] == 'p') && view(letters, std::min(letters + 2, end)) == ".m";
}

std::uint32_t TokenEdges::emoji_end(UChar32 first, std::uint32_t at, std::uint32_t end) const {
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

}  // namespace tetrapla::language
