#include "collate/names_sound.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "base/table.h"
#include "collate/data/names_sounds.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kLongestWord = 40;

struct Sounds {
  Sounds() {
    for (const auto& row : base::rows_of(data::names_sounds())) {
      if (row.size() < 3) continue;
      if (row[0] == "sound") {
        letters.emplace(row[1], row[2].front());
        longest = std::max(longest, row[1].size());
        continue;
      }
      double cost = 1;
      std::from_chars(row[2].data(), row[2].data() + row[2].size(), cost);
      const char a = row[1].front();
      const char b = row[1].size() > 2 ? row[1][2] : '\0';
      costs[{a, b}] = cost;
      costs[{b, a}] = cost;
    }
  }
  [[nodiscard]] double cost(char a, char b) const {
    if (a == b) return 0;
    const auto found = costs.find({a, b});
    return found == costs.end() ? 1 : found->second;
  }
  std::map<std::string_view, char> letters;
  std::size_t longest = 0;
  std::map<std::pair<char, char>, double> costs;
};

const Sounds& sounds() {
  static const Sounds result;  // immutable once made
  return result;
}

std::string sounds_of(std::string_view word) {
  const Sounds& table = sounds();
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    char sound = word[at];
    std::size_t length = 1;
    for (std::size_t n = std::min(table.longest, word.size() - at); n > 0; --n) {
      const auto found = table.letters.find(word.substr(at, n));
      if (found == table.letters.end()) continue;
      sound = found->second;
      length = n;
      break;
    }
    if (result.empty() || result.back() != sound) result += sound;
    at += length;
  }
  return result;
}

}  // namespace

std::string plain_letters(std::string_view word) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.foldCase();
  if (U_SUCCESS(error) && decompose != nullptr) text = decompose->normalize(text, error);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c == 0xF8) {
      kept.append(static_cast<UChar32>('o'));
    } else if (c == 0x142) {
      kept.append(static_cast<UChar32>('l'));
    } else if (c == 0x111) {
      kept.append(static_cast<UChar32>('d'));
    } else if (c == 0x131) {
      kept.append(static_cast<UChar32>('i'));
    } else if (u_isalnum(c)) {
      kept.append(c);
    }
  }
  std::string result;
  kept.toUTF8String(result);
  return result;
}

bool may_sound_alike(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a.front() == b.front()) return true;
  if (static_cast<unsigned char>(a.front()) >= 0x80 || static_cast<unsigned char>(b.front()) >= 0x80) return true;
  for (const std::string_view alike : {"aeiouyhjw", "kgqhxc", "cjzdstxqgy", "bpfvw"}) {
    if (alike.find(a.front()) != std::string_view::npos && alike.find(b.front()) != std::string_view::npos) return true;
  }
  return false;
}

double sound_distance(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  if (a.size() > kLongestWord || b.size() > kLongestWord) return static_cast<double>(kLongestWord);
  const Sounds& table = sounds();
  const std::string x = sounds_of(a);
  const std::string y = sounds_of(b);
  std::vector<double> row(y.size() + 1, 0);
  for (std::size_t j = 1; j <= y.size(); ++j) row[j] = row[j - 1] + table.cost(y[j - 1], '\0');
  for (std::size_t i = 1; i <= x.size(); ++i) {
    double diagonal = row[0];
    row[0] += table.cost(x[i - 1], '\0');
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const double above = row[j];
      row[j] = std::min(
          {diagonal + table.cost(x[i - 1], y[j - 1]), above + table.cost(x[i - 1], '\0'), row[j - 1] + table.cost(y[j - 1], '\0')});
      diagonal = above;
    }
  }
  return row[y.size()];
}

bool sounds_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  constexpr std::size_t kMostLettersApart = 4;
  if (!may_sound_alike(a, b) || std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > kMostLettersApart) return false;
  const auto has_digit = [](std::string_view w) {
    return std::any_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (has_digit(a) || has_digit(b)) return false;
  const std::size_t length = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter <= 3) return false;
  const double allowed = length <= 4 ? 0.35 : length <= 6 ? 0.75 : length <= 8 ? 1.05 : 1.45;
  return sound_distance(a, b) <= allowed;
}

std::string consonants_of(std::string_view word) {
  std::string result;
  for (const char c : sounds_of(word)) {
    if (std::string_view("aeiou").find(c) == std::string_view::npos && (result.empty() || result.back() != c)) result += c;
  }
  if (result.size() > 1 && result.back() == 'h') result.pop_back();
  return result;
}

}  // namespace tetrapla::collate
