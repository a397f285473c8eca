#include "ingest/details.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/furniture.h"
#include "ingest/stamps.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kLongestTitle = 150;  // characters
/// Where nothing looks like a body, a title stands among the first lines.
constexpr std::size_t kMostLinesAboveTitle = 10;
constexpr std::size_t kMostDatelineTokens = 20;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool ends_with_stop(const Tokens& tokens) {
  for (auto t = tokens.rbegin(); t != tokens.rend(); ++t) {
    if (t->folded == ".") return true;
    if (t->folded != "\"" && t->folded != "'" && t->folded != ")") return false;
  }
  return false;
}

bool same_letters(const Tokens& a, const Tokens& b) {
  const auto word = [](const Token& t) { return t.kind != Token::Kind::kSign; };
  auto x = a.begin();
  auto y = b.begin();
  for (;;) {
    x = std::find_if(x, a.end(), word);
    y = std::find_if(y, b.end(), word);
    if (x == a.end() || y == b.end()) return x == a.end() && y == b.end();
    if (x->folded != y->folded) return false;
    ++x, ++y;
  }
}

/// "https://news.example/2026/03/14/ferry" → the date in its path.
std::string date_in_address(std::string_view address) {
  const auto digits = [&](std::size_t at, std::size_t n) {
    if (at + n > address.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + n; ++i) {
      if (address[i] < '0' || address[i] > '9') return -1;
      value = value * 10 + (address[i] - '0');
    }
    return at + n < address.size() && address[at + n] >= '0' && address[at + n] <= '9' ? -1 : value;
  };
  for (std::size_t at = address.find('/'); at != std::string_view::npos; at = address.find('/', at + 1)) {
    const std::size_t begin = at + 1;
    Date date;
    if (begin + 10 < address.size() && address[begin + 4] == '/' && address[begin + 7] == '/') {
      date = {digits(begin, 4), digits(begin + 5, 2), digits(begin + 8, 2), false};
    } else if (begin + 8 < address.size() && address[begin + 8] == '/') {
      const int all = digits(begin, 8);
      date = {all / 10000, all / 100 % 100, all % 100, false};
    }
    if (date.year >= 1990 && date.year < 2100 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31) return to_iso(date, std::nullopt);
  }
  return {};
}

std::string without_spaces(std::string_view line) {
  std::string result;
  std::copy_if(line.begin(), line.end(), std::back_inserter(result), [](char c) { return c != ' ' && c != '\t'; });
  return result;
}

/// "PARIS, Sept 9, 2013 (AFP) -": the date, where it has a year.
std::string date_in_dateline(const Tokens& tokens) {
  std::size_t end = 0;
  while (end < tokens.size() && end < kMostDatelineTokens && tokens[end].folded != "-" && tokens[end].folded != ":") ++end;
  if (end == tokens.size() || end == kMostDatelineTokens || tokens.front().capital == false) return {};
  const bool capitals = std::all_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& t) {
    return t.capital || t.kind != Token::Kind::kWord || t.folded == "of" || t.folded == "th";
  });
  if (!capitals) return {};
  for (std::size_t i = 1; i < end; ++i) {
    Date date;
    if (read_date(tokens, i, date) > 0 && date.year != 0 && date.day != 0) return to_iso(date, std::nullopt);
  }
  return {};
}

void read_stamps(std::string_view text, const Outlets& outlets, const std::vector<Unit>& units, Metadata& meta) {
  std::array<std::string, 3> best;  // published, unlabelled, updated
  for (const Unit& unit : units) {
    if (unit.why != ExclusionReason::kTimestamp) continue;
    const auto line = read_stamp_line(unit.tokens);
    if (!line) continue;
    for (const StampLine::Moment& moment : line->moments) {
      const std::size_t rank = moment.label == StampLine::Label::kPublished ? 0 : moment.label == StampLine::Label::kNone ? 1 : 2;
      if (best[rank].empty()) best[rank] = to_iso(moment.date, moment.time);
    }
    for (const auto& [begin, end] : line->names) {
      const auto name = std::span(unit.tokens).subspan(begin, end - begin);
      if (!meta.publisher.empty() || outlets.is_section(name)) continue;
      if (line->bars ? begin == 0 : outlets.is_outlet(name)) {
        meta.publisher = slice(text, {name.front().span.begin, name.back().span.end});
      }
    }
  }
  for (const std::string& iso : best) {
    if (meta.published.empty()) meta.published = iso;
  }
}

}  // namespace

std::size_t find_title(std::string_view text, std::string_view known, std::uint32_t speech_begin, const Outlets& outlets,
                       const std::vector<Unit>& units) {
  std::size_t above = 0;
  while (above < units.size() && !units[above].is_body()) ++above;
  if (above == units.size()) above = std::min(above, kMostLinesAboveTitle);
  if (!known.empty()) {
    const Tokens title = tokens_of(known, {0, static_cast<std::uint32_t>(known.size())});
    for (std::size_t i = 0; i < units.size() && i <= above; ++i) {
      if (same_letters(units[i].tokens, title)) return i;
    }
    return units.size();
  }
  std::size_t site = units.size();
  std::size_t worded = units.size();  // furniture by its words alone: "Analysis: why the ferry sank"
  for (std::size_t i = 0; i < above; ++i) {
    const Unit& unit = units[i];
    if (unit.span.end > speech_begin) break;
    if (unit.tokens.empty() || ends_with_stop(unit.tokens) || characters(slice(text, unit.span)) >= kLongestTitle) continue;
    if (unit.why) {
      const bool headline = unit.why == ExclusionReason::kRelatedLinks && unit.words >= 4;
      if (headline && worded == units.size()) worded = i;
      continue;
    }
    if (outlets.is_section(unit.tokens)) continue;
    if (outlets.is_site(unit.tokens)) {
      if (site == units.size()) site = i;
      continue;
    }
    return i;
  }
  return worded != units.size() ? worded : site;
}

void read_details(std::string_view text, const Outlets& outlets, const std::vector<Unit>& units, Metadata& meta) {
  read_stamps(text, outlets, units, meta);
  const Body body = body_of(units);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.why == ExclusionReason::kByline && meta.authors.empty() && body.at_edge(i)) {
      const auto byline = read_byline(unit.tokens);
      if (!byline) continue;
      for (const auto& [begin, end] : byline->names) {
        const auto name = std::span(unit.tokens).subspan(begin, end - begin);
        if (!outlets.is_outlet(name) && name.size() >= 2) meta.authors.emplace_back(slice(text, {name.front().span.begin, name.back().span.end}));
      }
    }
    if (unit.why == ExclusionReason::kUrl && i < body.head_end && meta.url.empty()) meta.url = without_spaces(slice(text, unit.span));
    if (meta.published.empty() && unit.is_body() && i <= body.head_end) meta.published = date_in_dateline(unit.tokens);
  }
  if (meta.published.empty()) meta.published = date_in_address(meta.url);
}

}  // namespace tetrapla::ingest
