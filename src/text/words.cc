#include "text/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "base/table.h"
#include "text/data/number_words.h"
#include "text/data/words.h"

namespace tetrapla::text {
namespace {

enum class Class : std::uint8_t { kOther, kLetter, kDigit, kMark, kApostrophe };

Class class_of(UChar32 c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::kLetter;
    if (c >= '0' && c <= '9') return Class::kDigit;
    return c == '\'' ? Class::kApostrophe : Class::kOther;
  }
  if (c == 0x2019) return Class::kApostrophe;
  if (u_isalpha(c)) return Class::kLetter;
  if ((U_MASK(u_charType(c)) & U_GC_M_MASK) != 0) return Class::kMark;
  return u_isdigit(c) ? Class::kDigit : Class::kOther;
}

/// Letters of the folded form of one code point: lower case, without diacritics.
void append_folded(UChar32 c, const icu::Normalizer2* decompose, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return;
  }
  if (c == 0x2019) {
    out += '\'';
    return;
  }
  icu::UnicodeString parts;
  const UChar32 lower = u_tolower(c);
  if (decompose == nullptr || !decompose->getDecomposition(lower, parts)) parts = icu::UnicodeString(lower);
  for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    const UChar32 part = parts.char32At(at);
    if ((U_MASK(u_charType(part)) & U_GC_M_MASK) == 0) icu::UnicodeString(part).toUTF8String(out);
  }
}

const icu::Normalizer2* decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  return U_SUCCESS(status) ? nfkd : nullptr;
}

void fold_into(std::string_view word, const icu::Normalizer2* decompose, std::string& out) {
  out.clear();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    append_folded(c, decompose, out);
  }
  if (out.size() > 2 && out.ends_with("'s")) out.resize(out.size() - 2);
  if (!out.empty() && out[0] >= '0' && out[0] <= '9') std::erase(out, ',');
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

/// Endings come off as long as four letters stay: enough to meet "ferries" and "ferry", "warned" and "warning"; no attempt at more.
std::string_view stem_of(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  const auto take = [&](std::string_view ending) {
    if (word.size() < kShortest + ending.size() || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (word.ends_with("s") && !ends_with_any(word, {"ss", "us", "is"}) && word.size() > kShortest - 1 && word.size() > 3)
    word.remove_suffix(1);
  if (!take("ing") && !take("ed")) take("ly");
  if (word.size() > kShortest && (word.back() == 'e' || word.back() == 'y' || word.back() == 'i')) word.remove_suffix(1);
  if (word.size() > kShortest && (word.back() == 'i')) word.remove_suffix(1);
  return word;
}

/// Digits by the key of their number word.
std::unordered_map<std::uint64_t, std::uint64_t> number_stems() {
  std::unordered_map<std::uint64_t, std::uint64_t> stems;
  for (const auto& row : base::rows_of(data::number_words())) {
    if (row.size() >= 2) stems.emplace(key_of(row[0]), key_of(row[1]));
  }
  return stems;
}

/// Finds where words begin and end; knows nothing of their form.
class Scanner {
 public:
  explicit Scanner(std::string_view text)
      : bytes_(reinterpret_cast<const std::uint8_t*>(text.data())), size_(static_cast<std::int32_t>(text.size())) {}

  /// The next word; false at the end.
  bool next(Word& word) {
    UChar32 c = 0;
    Class kind = Class::kOther;
    std::int32_t begin = at_;
    do {
      if (at_ >= size_) return false;
      begin = at_;
      U8_NEXT_OR_FFFD(bytes_, at_, size_, c);
      kind = class_of(c);
    } while (kind != Class::kLetter && kind != Class::kDigit);
    word.number = kind == Class::kDigit;
    word.capital = u_isupper(c);
    std::int32_t end = at_;
    while (at_ < size_) {
      std::int32_t following = at_;
      U8_NEXT_OR_FFFD(bytes_, following, size_, c);
      const Class next_kind = class_of(c);
      if (next_kind == kind || (next_kind == Class::kMark && !word.number)) {
        at_ = end = following;
        continue;
      }
      const bool joins = word.number ? (c == '.' || c == ',') : next_kind == Class::kApostrophe;
      if (!joins || following >= size_) break;
      std::int32_t beyond = following;
      U8_NEXT_OR_FFFD(bytes_, beyond, size_, c);
      if (class_of(c) != kind) break;
      at_ = end = beyond;
    }
    at_ = end;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return true;
  }

 private:
  const std::uint8_t* bytes_;
  std::int32_t size_;
  std::int32_t at_ = 0;
};

}  // namespace

std::uint64_t key_of(std::string_view folded) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL;  // FNV-1a over bytes, then the finaliser of MurmurHash3; 0 is kept for "no word"
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDULL;
  hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
  hash ^= hash >> 33U;
  return hash == 0 ? 1 : hash;
}

std::string fold(std::string_view word) {
  std::string folded;
  fold_into(word, decomposition(), folded);
  return folded;
}

std::vector<Word> find_words(std::string_view text) {
  const icu::Normalizer2* decompose = decomposition();
  static const auto numbers = number_stems();  // immutable once made
  std::vector<Word> words;
  words.reserve(text.size() / 6);
  std::string folded;
  Scanner scanner(text);
  for (Word word; scanner.next(word);) {
    fold_into(slice(text, word.span), decompose, folded);
    word.key = key_of(folded);
    const auto number = numbers.find(word.key);
    word.numeral = word.number || (number != numbers.end() && folded != "one");
    word.stem = number != numbers.end() ? number->second : word.number ? word.key : key_of(stem_of(folded));
    words.push_back(word);
  }
  return words;
}

// Not base::rows_of: 45,000 rows are read each run, and a vector for each would cost more than the table.
Rarity::Rarity() {
  const std::string_view table = data::words();
  std::size_t size = 1;
  while (size < 2 * static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) + 2) size *= 2;  // half full at most
  slots_.resize(size);
  mask_ = size - 1;
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view row = table.substr(at, end - at);
    at = end + 1;
    const std::size_t tab = row.find('\t');
    if (row.starts_with('#') || tab == std::string_view::npos) continue;
    int tenths = 0;
    if (std::from_chars(row.data() + tab + 1, row.data() + row.size(), tenths).ec != std::errc()) continue;
    const std::uint64_t key = key_of(row.substr(0, tab));
    std::size_t slot = key & mask_;
    while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & mask_;
    slots_[slot] = {key, static_cast<float>(tenths) / 10};
  }
}

const Rarity& Rarity::in_news() {
  static const Rarity rarity;  // immutable once made
  return rarity;
}

}  // namespace tetrapla::text
