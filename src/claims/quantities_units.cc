#include "claims/quantities_units.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/table.h"
#include "claims/context_words.h"
#include "claims/data/units.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;

struct Entry {
  std::string_view name;
  UnitKind kind = UnitKind::kMeasure;
};

struct UnitTable {
  std::unordered_map<std::string_view, Entry> words;     // tokens joined by spaces, lower case
  std::unordered_map<std::string_view, Entry> symbols;   // case kept
  std::unordered_map<std::string_view, Entry> prefixes;  // lower case, before a number
};

constexpr std::uint32_t kLongestUnit = 8;  // tokens: "on the open - ended richter scale"

UnitKind kind_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, UnitKind>, 7> kKinds{{{"money", UnitKind::kMoney},
                                                                         {"time", UnitKind::kTime},
                                                                         {"age", UnitKind::kAge},
                                                                         {"share", UnitKind::kShare},
                                                                         {"temperature", UnitKind::kTemperature},
                                                                         {"angle", UnitKind::kAngle},
                                                                         {"magnitude", UnitKind::kMagnitude}}};
  for (const auto& [kind, value] : kKinds) {
    if (kind == name) return value;
  }
  return UnitKind::kMeasure;
}

const UnitTable& table() {
  static const UnitTable kTable = [] {
    UnitTable units;
    for (const auto& row : base::rows_of(data::units())) {
      if (row.size() < 3) continue;
      const Entry entry{row[0], kind_of(row[1])};
      for (const std::string_view form : base::split(row[2], '|')) units.words.emplace(form, entry);
      if (row.size() > 3) {
        for (const std::string_view form : base::split(row[3], '|')) units.symbols.emplace(form, entry);
      }
      if (row.size() > 4) {
        for (const std::string_view form : base::split(row[4], '|')) units.prefixes.emplace(form, entry);
      }
    }
    return units;
  }();
  return kTable;
}

/// Symbols that may stand apart from their digits ("7 km"); a lone letter must touch them, but for metres, tonnes and degrees.
bool may_stand_apart(std::string_view symbol) {
  return symbol.size() > 1 || symbol == "m" || symbol == "t" || symbol == "C" || symbol == "F" || symbol == "W" || symbol == "V" ||
         symbol == "g" || symbol == "%" || symbol == "$" || symbol == "L";
}

class Finder {
 public:
  explicit Finder(const Annotation& annotation) : annotation_(annotation) {}

  [[nodiscard]] std::optional<Unit> after(std::uint32_t at, bool digits, bool may_be_apart) const {
    std::optional<Unit> best = by_words(at);
    if (digits) {
      std::string joined;
      for (std::uint32_t end = at; end < at + 3 && end < size(); ++end) {
        if (end > at && token(end).space_before) break;
        joined += annotation_.text_of(token(end));
        const auto found = table().symbols.find(joined);
        if (found == table().symbols.end()) continue;
        if (token(at).space_before && (!may_be_apart || !may_stand_apart(joined))) continue;
        if (!best || end + 1 > best->end) best = Unit{std::string(found->second.name), found->second.kind, end + 1, false};
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t at) const { return annotation_.tokens[at]; }

  [[nodiscard]] std::optional<Unit> by_words(std::uint32_t at) const {
    std::optional<Unit> best;
    std::string joined;
    for (std::uint32_t end = at; end < size() && end < at + kLongestUnit; ++end) {
      if (end > at) joined += ' ';
      joined += token(end).lower;
      const auto found = table().words.find(joined);
      if (found == table().words.end()) continue;
      // "three second homes", "the second": a lone "second" is a unit only in the plural, hyphenated or at a phrase's end.
      best = Unit{std::string(found->second.name), found->second.kind, end + 1, false};
    }
    return best;
  }

  const Annotation& annotation_;
};

bool all_letters_lower(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void extend_with_rate(const Annotation& annotation, Unit& unit) {
  const auto& tokens = annotation.tokens;
  if (unit.end + 1 >= tokens.size()) return;
  const std::string_view link = tokens[unit.end].lower;
  const bool per = link == "per" || (link == "/" && !tokens[unit.end + 1].space_before);
  const bool article =
      (link == "a" || link == "an" || link == "each") && (unit.kind == UnitKind::kMoney || unit.kind == UnitKind::kMeasure);
  if (!per && !article) return;
  if (tokens[unit.end + 1].sentence != tokens[unit.end - 1].sentence) return;
  const std::string_view noun = tokens[unit.end + 1].lower;
  if (article ? !in_list("rate", noun) : !all_letters_lower(noun)) return;
  if (unit.kind != UnitKind::kMoney && article && noun != "hour" && noun != "second" && noun != "minute" && noun != "day") return;
  const std::optional<Unit> below = Finder(annotation).after(unit.end + 1, true, true);
  if (below && below->kind != UnitKind::kMoney) {
    unit.name += " per " + below->name;
    unit.end = below->end;
  } else {
    unit.name += " per " + singular(noun);
    unit.end += 2;
  }
}

std::optional<Unit> unit_after(const Annotation& annotation, const Number& number) {
  const Finder finder(annotation);
  const auto& tokens = annotation.tokens;
  std::optional<Unit> unit;
  std::uint32_t at = number.tokens.end;
  if (!number.glued.empty()) {
    const auto found = table().symbols.find(number.glued);
    if (found == table().symbols.end()) return std::nullopt;
    unit = Unit{std::string(found->second.name), found->second.kind, at, false};
  } else {
    if (at >= tokens.size()) return std::nullopt;
    unit = finder.after(at, number.digits, true);
    // "eight-year", "2 mn - euro", "a quarter of an hour", "half an hour", "half a mile"
    std::uint32_t next = at;
    if (!unit && tokens[at].lower == "-") next = at + 1;
    if (!unit && number.fraction) {
      if (next < tokens.size() && tokens[next].lower == "of") ++next;
      if (next < tokens.size() && (tokens[next].lower == "a" || tokens[next].lower == "an")) ++next;
      if (next == at + 1 && tokens[at].lower == "of") next = at;
    }
    if (!unit && next > at && next < tokens.size() && tokens[next].sentence == tokens[at - 1].sentence) {
      unit = finder.after(next, false, true);
      if (!unit && number.digits) unit = finder.after(next, true, false);
    }
  }
  if (!unit) return std::nullopt;
  if (unit->name == "second" && unit->end == at + 1 && tokens[at].lower == "second" && number.low != 1) return std::nullopt;
  if (unit->kind == UnitKind::kAngle && unit->end < tokens.size()) {
    std::uint32_t next = unit->end;
    if (next + 1 < tokens.size() && tokens[next].lower == "below" &&
        (tokens[next + 1].lower == "zero" || tokens[next + 1].lower == "freezing")) {
      unit->end = next + 2;
      unit->negative = true;
    }
  } else if (unit->kind == UnitKind::kTemperature && unit->end + 1 < tokens.size() && tokens[unit->end].lower == "below" &&
             tokens[unit->end + 1].lower == "zero") {
    unit->end += 2;
    unit->negative = true;
  }
  extend_with_rate(annotation, *unit);
  return unit;
}

std::optional<Currency> currency_before(const Annotation& annotation, std::uint32_t begin) {
  const auto& tokens = annotation.tokens;
  std::optional<Currency> best;
  std::string joined;
  for (std::uint32_t count = 1; count <= 2 && count <= begin; ++count) {
    const Token& token = tokens[begin - count];
    std::string longer = token.lower;
    if (count == 2) longer += ' ';
    joined = longer += joined;
    const auto found = table().prefixes.find(joined);
    if (found == table().prefixes.end()) continue;
    const std::string_view text = annotation.text_of(token);
    const bool letters = all_letters_lower(token.lower);
    if (letters && (text.front() < 'A' || text.front() > 'Z')) continue;      // "rs", "m"
    if (text.size() == 1 && letters && tokens[begin].space_before) continue;  // "R 26"
    if (text == "Mark" || text == "Am") continue;
    best = Currency{std::string(found->second.name), begin - count};
  }
  return best;
}

}  // namespace tetrapla::claims
