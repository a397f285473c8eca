#include "ingest/dates.h"

#include <algorithm>
#include <charconv>

#include "ingest/stamps.h"

namespace tetrapla::ingest {
namespace {

/// Digits at `at`, -1 where there are fewer than `n`.
int digits(std::string_view text, std::size_t at, std::size_t n) {
  int value = 0;
  if (at + n > text.size()) return -1;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + n, value);
  return error == std::errc() && end == text.data() + at + n ? value : -1;
}

/// YYYY, YYYY-MM, YYYY-MM-DD, each of the last with T and a time.
bool is_iso(std::string_view text) {
  const int year = digits(text, 0, 4);
  if (year < 1) return false;
  if (text.size() == 4) return true;
  const int month = digits(text, 5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const int day = digits(text, 8, 2);
  if (text.size() < 10 || text[7] != '-' || day < 1 || day > 31) return false;
  if (text.size() == 10) return true;
  if (text[10] != 'T' || digits(text, 11, 2) < 0 || digits(text, 11, 2) > 24) return false;
  if (text.size() >= 16 && text[13] == ':' && digits(text, 14, 2) >= 0 && digits(text, 14, 2) < 60) {
    const std::string_view rest = text.substr(16);
    return std::all_of(rest.begin(), rest.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+' || c == '-' || c == 'Z'; });
  }
  return false;
}

}  // namespace

std::string normal_date(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  if (is_iso(text)) return std::string(text);
  const Tokens tokens = tokens_of(text, {0, static_cast<std::uint32_t>(text.size())});
  const auto line = read_stamp_line(tokens);
  return line && line->names.empty() && line->moments.size() == 1 ? to_iso(line->moments[0].date, line->moments[0].time)
                                                                  : std::string();
}

}  // namespace tetrapla::ingest
