#include "render/value.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/table.h"
#include "render/data/units.h"
#include "render/display.h"

namespace tetrapla::render {
namespace {

std::string shortest(double value) {
  std::array<char, 400> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

std::string grouped(const std::string& digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

struct Unit {
  std::string before;
  std::string after;
};

std::string plural(std::string_view words) {
  std::string out(words);
  const bool ends_plural = out.ends_with('s') || out.ends_with('%');
  if (ends_plural) return out;
  if (out.ends_with("ch") || out.ends_with("sh") || out.ends_with('x')) return out + "es";
  return out + "s";
}

Unit unit_for(const std::string& unit, bool one) {
  if (unit.empty()) return {};
  const std::string name = clean(unit);
  std::size_t end = std::min(name.find(" per "), name.find(" of "));  // "dollar per barrel": the head takes the plural
  end = std::min(end, name.size());
  const std::string head = name.substr(0, end);
  const std::string rest = name.substr(end);
  for (const std::vector<std::string_view>& row : base::rows_of(data::units())) {
    if (row[0] != head) continue;
    return {std::string(row.size() > 1 ? row[1] : ""), std::string(row.size() > 2 ? row[2] : "") + rest};
  }
  return {"", " " + (one ? head : plural(head)) + rest};
}

std::string_view bound_words(Bound bound) {
  switch (bound) {
    case Bound::kExact:
    case Bound::kBetween: return "";
    case Bound::kAbout: return "about ";
    case Bound::kNearly: return "nearly ";
    case Bound::kAtLeast: return "at least ";
    case Bound::kAtMost: return "at most ";
    case Bound::kMoreThan: return "more than ";
    case Bound::kLessThan: return "less than ";
  }
  return "";
}

std::string_view change_words(Change change) {
  switch (change) {
    case Change::kNone: return "";
    case Change::kUp: return "up ";
    case Change::kDown: return "down ";
  }
  return "";
}

// The digits of an ISO field at `at`, or nothing where it is none of this length.
bool field(std::string_view iso, std::size_t at, std::size_t length, unsigned& value) {
  if (iso.size() < at + length) return false;
  const char* begin = iso.data() + at;
  const auto result = std::from_chars(begin, begin + length, value);
  return result.ec == std::errc() && result.ptr == begin + length;
}

// "tens of thousands": the words say more truly than a range how much is known.
bool is_vague(const Reading& reading) {
  return reading.bound == Bound::kBetween && reading.unit.empty() && !reading.text.empty() &&
         reading.text.find_first_of("0123456789") == std::string::npos && reading.text.find(" to ") == std::string::npos;
}

}  // namespace

std::string number_in_words(double value) {
  if (value < 0) return "−" + number_in_words(-value);
  constexpr std::array<std::pair<double, std::string_view>, 3> kScales = {
      {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};
  for (const auto& [scale, name] : kScales) {
    if (value < scale) continue;
    const std::string scaled = shortest(value / scale);
    const std::size_t decimals = scaled.find('.') == std::string::npos ? 0 : scaled.size() - scaled.find('.') - 1;
    return decimals <= 3 ? grouped(scaled).append(name) : grouped(shortest(value));
  }
  return grouped(shortest(value));
}

std::string value_in_words(const Reading& reading) {
  if (!reading.low && !reading.high) return clean(reading.text);
  if (is_vague(reading)) return clean(reading.text);
  const double low = reading.low.value_or(*(reading.high ? reading.high : reading.low));
  const double high = reading.high.value_or(low);
  const bool range = low != high;
  const Unit unit = unit_for(reading.unit, !range && std::abs(low) == 1);
  const auto number = [&](double value) {
    const bool negative = value < 0;
    return (negative ? "−" : "") + unit.before + number_in_words(std::abs(value));
  };
  // Shares are mostly said by how much they change; of other figures "down" may as well mean a level: "plummeted to -16 °C".
  const bool is_share = reading.unit == "percent" || reading.unit == "percentage point";
  std::string out = fmt::format("{}{}", is_share ? change_words(reading.change) : "", bound_words(reading.bound));
  out += number(low);
  if (range) out += " to " + number(high);
  return out + unit.after;
}

std::string time_in_words(std::string_view iso) {
  constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                        "July",    "August",   "September", "October", "November", "December"};
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned hour = 0;
  unsigned minute = 0;
  const bool has_month = field(iso, 5, 2, month) && iso[4] == '-' && month >= 1 && month <= 12;
  if (!field(iso, 0, 4, year) || !has_month) return clean(iso);
  if (iso.size() == 7) return fmt::format("{} {}", kMonths[month - 1], year);
  if (!field(iso, 8, 2, day) || iso[7] != '-' || iso.find('/') != std::string_view::npos) return clean(iso);
  const std::string date = fmt::format("{} {} {}", day, kMonths[month - 1], year);
  if (iso.size() == 10) return date;
  if (iso[10] != 'T' || !field(iso, 11, 2, hour)) return clean(iso);
  if (iso.size() < 16 || !field(iso, 14, 2, minute)) return fmt::format("{}, {:02} h", date, hour);
  return fmt::format("{}, {:02}:{:02}", date, hour, minute);
}

}  // namespace tetrapla::render
