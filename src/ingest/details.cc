#include "ingest/details.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/datelines.h"
#include "ingest/furniture.h"
#include "ingest/stamps.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kLongestTitle = 150;  // characters
constexpr std::size_t kMostMastheadWords = 6;
/// "DAILY CURRENT" is a masthead, "THREE DEAD IN DAM BREAK" a headline.
constexpr std::size_t kMostCapitalWords = 3;
constexpr std::size_t kLeastHeadlineWords = 5;
/// Where nothing looks like a body, a title stands among the first lines.
constexpr std::size_t kMostLinesAboveTitle = 10;

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
    if (date.year >= 1990 && date.year < 2100 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31)
      return to_iso(date, std::nullopt);
  }
  return {};
}

std::string without_spaces(std::string_view line) {
  std::string result;
  std::copy_if(line.begin(), line.end(), std::back_inserter(result), [](char c) { return c != ' ' && c != '\t'; });
  return result;
}

/// "PARIS, Sept 9, 2013 (AFP) -": the date, where it has a year.
std::string date_in_dateline(const Tokens& tokens, const Outlets& outlets) {
  const auto dateline = read_dateline(tokens, outlets);
  return dateline && dateline->date.year != 0 && dateline->date.day != 0 ? to_iso(dateline->date, std::nullopt) : std::string();
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
      if (name.front().folded == "by") {
        const auto author = name.subspan(1);
        if (meta.authors.empty() && author.size() >= 2 && !outlets.is_outlet(author)) {
          meta.authors.emplace_back(slice(text, {author.front().span.begin, author.back().span.end}));
        }
        continue;
      }
      if (!meta.publisher.empty() || outlets.is_section(name)) continue;
      if (outlets.is_outlet(name) || (line->bars && begin == 0 && name.size() == 1)) {  // two words may be a person
        meta.publisher = slice(text, {name.front().span.begin, name.back().span.end});
      }
    }
  }
  for (const std::string& iso : best) {
    if (meta.published.empty()) meta.published = iso;
  }
}

}  // namespace

void mark_mastheads(const Metadata& meta, const Outlets& outlets, std::vector<Unit>& units) {
  const std::string publisher = letters_of(meta.publisher);
  const std::size_t folder = meta.id.find_last_of('/');
  const std::string id = letters_of(std::string_view(meta.id).substr(folder == std::string::npos ? 0 : folder + 1));
  const auto capitals = [](const Unit& unit) {
    return std::all_of(unit.tokens.begin(), unit.tokens.end(),
                       [](const Token& t) { return t.kind != Token::Kind::kWord || t.capitals || t.folded == "the"; });
  };
  for (std::size_t i = 0; i < units.size() && i < kMostLinesAboveTitle && !units[i].is_body(); ++i) {
    Unit& unit = units[i];
    if (unit.why || unit.tokens.empty() || unit.words > kMostMastheadWords) continue;
    std::string letters;
    for (const Token& token : unit.tokens) {
      if (token.kind != Token::Kind::kSign && token.folded != "the") letters += token.folded;
    }
    unit.masthead = outlets.is_site(unit.tokens) || (!letters.empty() && (letters == publisher || letters == id));
    if (unit.masthead || unit.words > kMostCapitalWords || unit.words != unit.tokens.size() || !capitals(unit)) continue;
    std::size_t next = i + 1;
    while (next < units.size() && next <= i + 3 && (units[next].why || outlets.is_section(units[next].tokens))) ++next;
    unit.masthead = next < units.size() && !units[next].why && !units[next].is_body() && !capitals(units[next]) &&
                    units[next].words >= kLeastHeadlineWords && !ends_with_stop(units[next].tokens);
  }
}

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
    if (unit.masthead) {
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
        if (!outlets.is_outlet(name) && name.size() >= 2)
          meta.authors.emplace_back(slice(text, {name.front().span.begin, name.back().span.end}));
      }
    }
    if (unit.why == ExclusionReason::kUrl && i < body.head_end && meta.url.empty())
      meta.url = without_spaces(slice(text, unit.span));
    if (meta.published.empty() && unit.is_body() && i <= body.head_end) meta.published = date_in_dateline(unit.tokens, outlets);
  }
  if (meta.published.empty()) meta.published = date_in_address(meta.url);
}

std::optional<Span> find_dateline(const Outlets& outlets, const std::vector<Unit>& units) {
  for (const Unit& unit : units) {
    if (unit.why || unit.title || unit.disclosure) continue;
    const auto dateline = read_dateline(unit.tokens, outlets);
    if (dateline && (unit.is_body() || dateline->end == unit.tokens.size())) {
      return Span{unit.tokens.front().span.begin, unit.tokens[dateline->end - 1].span.end};
    }
    if (unit.is_body()) break;
  }
  return std::nullopt;
}

}  // namespace tetrapla::ingest
