#include "ingest/stamps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "ingest/pattern.h"

namespace tetrapla::ingest {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct Zone {
  std::string_view name;
  std::string_view offset;
};
/// Zones whose abbreviation has one meaning in news; "IST" and "CST" have several and give none.
constexpr std::array<Zone, 31> kZones = {
    {{"gmt", "Z"},        {"utc", "Z"},        {"z", "Z"},          {"bst", "+01:00"},  {"cet", "+01:00"},  {"cest", "+02:00"}, {"eet", "+02:00"},
     {"eest", "+03:00"},  {"msk", "+03:00"},   {"est", "-05:00"},   {"edt", "-04:00"},  {"et", ""},         {"pst", "-08:00"},  {"pdt", "-07:00"},
     {"pt", ""},          {"jst", "+09:00"},   {"aest", "+10:00"},  {"ist", ""},        {"uk", ""},         {"cst", ""},        {"cdt", "-05:00"},
     {"mst", "-07:00"},   {"mdt", "-06:00"},   {"akst", "-09:00"},  {"akdt", "-08:00"}, {"hkt", "+08:00"},  {"sgt", "+08:00"},  {"aedt", "+11:00"},
     {"nzst", "+12:00"},  {"nzdt", "+13:00"},  {"wib", "+07:00"}}};

/// The tokens of a line from one place on.
class Cursor {
 public:
  Cursor(std::span<const Token> tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const { return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr; }
  [[nodiscard]] bool is(std::string_view folded, std::size_t ahead = 0) const { return !!peek(ahead) && peek(ahead)->folded == folded; }
  void skip(std::size_t n = 1) { at_ += n; }
  bool take(std::string_view folded) {
    if (!is(folded)) return false;
    ++at_;
    return true;
  }
  /// A number of `least` to `most` digits.
  bool number(int& value, std::size_t least, std::size_t most, std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    if (token == nullptr || token->kind != Token::Kind::kNumber) return false;
    const std::string& digits = token->folded;
    if (digits.size() < least || digits.size() > most) return false;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  }

 private:
  std::span<const Token> tokens_;
  std::size_t at_;
};

/// 1 to 12 for "sep", "sept" or "september"; 0 for any other word.
int month_of(const Token* token) {
  if (token == nullptr || token->kind != Token::Kind::kWord || token->folded.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool full = token->folded == kMonths[i];
    const bool cut = token->folded.size() <= 4 && kMonths[i].starts_with(token->folded);
    if (full || cut) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(const Token* token) {
  if (token == nullptr || token->folded.size() < 3) return false;
  return std::any_of(kWeekdays.begin(), kWeekdays.end(), [&](std::string_view day) {
    return token->folded == day || (token->folded.size() <= 5 && day.starts_with(token->folded));
  });
}

bool is_valid(const Date& date) {
  static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month != 0 && (date.month < 1 || date.month > 12)) return false;
  if (date.year != 0 && (date.year < 1600 || date.year > 2199)) return false;
  if (date.day == 0 || date.month == 0) return true;
  const bool leap = date.year == 0 || (date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0));
  return date.day >= 1 && date.day <= kDays[static_cast<std::size_t>(date.month) - 1] && (date.month != 2 || date.day < 29 || leap);
}

void take_ordinal(Cursor& cursor) {
  for (const std::string_view tail : {"st", "nd", "rd", "th"}) {
    if (cursor.is(tail) && cursor.peek()->glued) {
      cursor.skip();
      return;
    }
  }
}

void take_year(Cursor& cursor, Date& date) {
  Cursor ahead = cursor;
  ahead.take(",");
  int year = 0;
  if (!ahead.number(year, 4, 4) || year < 1600 || year > 2199) return;
  date.year = year;
  ahead.skip();
  cursor = ahead;
}

/// "14 March 2026", "14th March", "March 14, 2026", "March 2026".
bool take_written(Cursor& cursor, Date& date) {
  Cursor ahead = cursor;
  if (ahead.number(date.day, 1, 2)) {
    ahead.skip();
    take_ordinal(ahead);
    ahead.take("of");
    date.month = month_of(ahead.peek());
    if (date.month == 0) return false;
    ahead.skip();
    if (ahead.is(".") && ahead.peek()->glued) ahead.skip();
    take_year(ahead, date);
  } else {
    date.month = month_of(ahead.peek());
    if (date.month == 0 || !ahead.peek()->capital) return false;
    ahead.skip();
    if (ahead.is(".") && ahead.peek()->glued) ahead.skip();
    if (ahead.number(date.day, 1, 2) && !ahead.is(":", 1)) {
      ahead.skip();
      take_ordinal(ahead);
    } else {
      date.day = 0;
    }
    take_year(ahead, date);
    if (date.day == 0 && date.year == 0) return false;
  }
  cursor = ahead;
  return true;
}

/// "2026-03-14", "14/03/2026", "14.03.2026".
bool take_numeric(Cursor& cursor, Date& date) {
  int a = 0;
  int b = 0;
  int c = 0;
  const Token* sign = cursor.peek(1);
  if (sign == nullptr || (sign->folded != "-" && sign->folded != "/" && sign->folded != ".") || !cursor.is(sign->folded, 3)) return false;
  if (cursor.number(a, 4, 4) && cursor.number(b, 2, 2, 2) && cursor.number(c, 2, 2, 4)) {
    date.year = a, date.month = b, date.day = c;
  } else if (cursor.number(a, 1, 2) && cursor.number(b, 1, 2, 2) && cursor.number(c, 4, 4, 4)) {
    date.year = c;
    const bool day_first = sign->folded == "." || a > 12 || a == b;
    if (day_first) date.day = a, date.month = b;
    else if (b > 12) date.month = a, date.day = b;
  } else {
    return false;
  }
  cursor.skip(5);
  return true;
}

std::string_view zone_of(const Token* token, bool& known) {
  known = false;
  if (token == nullptr) return {};
  for (const Zone& zone : kZones) {
    if (token->folded == zone.name) {
      known = token->capitals || token->folded == "z";
      return zone.offset;
    }
  }
  return {};
}

void take_zone(Cursor& cursor, ClockTime& time) {
  Cursor inside = cursor;
  if (inside.take("(")) {  // "(GMT+05:00)"
    bool zone = false;
    zone_of(inside.peek(), zone);
    if (zone) cursor = inside;
  }
  if (cursor.is("hrs") || cursor.is("hours")) cursor.skip();
  bool known = false;
  bool marked = false;
  const std::string_view offset = zone_of(cursor.peek(), known);
  if (known) {
    time.zone = offset;
    marked = true;
    cursor.skip();
  }
  int hours = 0;
  const bool sign = cursor.is("+") || (cursor.is("-") && (known || cursor.peek()->glued));
  if (sign && cursor.number(hours, 2, 4, 1) && (cursor.peek(1)->glued || known)) {
    const bool minus = cursor.is("-");
    int minutes = 0;
    const bool four = cursor.peek(1)->folded.size() == 4;
    const bool colon = !four && cursor.is(":", 2) && cursor.number(minutes, 2, 2, 3);
    if (four) minutes = hours % 100, hours /= 100;
    if (hours <= 14 && minutes < 60) {
      time.zone = fmt::format("{}{:02}:{:02}", minus ? '-' : '+', hours, minutes);
      marked = true;
      cursor.skip(colon ? 4 : 2);
    }
  }
  time.marked = time.marked || marked;
}

/// "pm", "p.m."; gives false where neither stands here.
bool take_half(Cursor& cursor, int& hour) {
  bool afternoon = false;
  if (cursor.is("am") || cursor.is("pm")) {
    afternoon = cursor.is("pm");
    cursor.skip();
  } else if ((cursor.is("a") || cursor.is("p")) && cursor.is(".", 1) && cursor.is("m", 2)) {
    afternoon = cursor.is("p");
    cursor.skip(3);
    if (cursor.is(".") && cursor.peek()->glued) cursor.skip();
  } else if ((cursor.is("a") || cursor.is("p")) && cursor.peek()->glued) {  // "5:03p"
    afternoon = cursor.is("p");
    cursor.skip();
  } else {
    return false;
  }
  if (hour > 12) return true;
  hour = hour % 12 + (afternoon ? 12 : 0);
  return true;
}

}  // namespace

std::size_t read_date(std::span<const Token> tokens, std::size_t begin, Date& date) {
  Cursor cursor(tokens, begin);
  Date found;
  if (is_weekday(cursor.peek())) {
    found.weekday = true;
    cursor.skip();
    if (cursor.is(".") && cursor.peek()->glued) cursor.skip();
    cursor.take(",");
    cursor.take("the");
  }
  const bool any = take_numeric(cursor, found) || take_written(cursor, found);
  if (!any || !is_valid(found)) return 0;
  date = found;
  return cursor.at() - begin;
}

std::size_t read_time(std::span<const Token> tokens, std::size_t begin, ClockTime& time) {
  Cursor cursor(tokens, begin);
  ClockTime found;
  if (!cursor.number(found.hour, 1, 2) || found.hour > 24) {
    int both = 0;  // "1430 GMT"
    bool known = false;
    if (!cursor.number(both, 4, 4) || both % 100 >= 60 || both / 100 > 23) return 0;
    zone_of(cursor.peek(1), known);
    if (!known) return 0;
    found.hour = both / 100;
    found.minute = both % 100;
    cursor.skip();
  } else {
    cursor.skip();
    const bool colon = cursor.is(":");
    const bool dot = (cursor.is(".") || cursor.is("h")) && cursor.peek()->glued;
    if ((colon || dot) && cursor.number(found.minute, 2, 2, 1) && found.minute < 60) {
      cursor.skip(2);
      int seconds = 0;
      if (cursor.is(":") && cursor.number(seconds, 2, 2, 1)) {
        cursor.skip(2);
        if (cursor.is(".") && cursor.number(seconds, 1, 9, 1) && cursor.peek(1)->glued) cursor.skip(2);
      }
    } else {
      found.minute = -1;
    }
    const bool half = take_half(cursor, found.hour);
    found.marked = half || (colon && found.minute >= 0);
    if (found.minute < 0 && !half) return 0;
    if (dot && !half) found.marked = false;
  }
  take_zone(cursor, found);
  if (!found.marked || found.hour > 23) return 0;
  time = found;
  return cursor.at() - begin;
}

std::string to_iso(const Date& date, const std::optional<ClockTime>& time) {
  if (date.year == 0) return {};
  if (date.month == 0) return {};
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  std::string iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (!time) return iso;
  iso += fmt::format("T{:02}:{:02}", time->hour, std::max(time->minute, 0));
  if (!time->zone.empty()) iso += ":00" + time->zone;
  return iso;
}

namespace {

/// Parts of a stamp line beside dates and times.
struct Phrase {
  std::string_view words;  // folded tokens with spaces
  enum class Kind { kPublished, kUpdated, kFiller, kReading, kComments } kind;
};
/// Longer phrases first, so that each is tried before its beginning. "#" is a number.
constexpr std::array<Phrase, 49> kPhrases = {{
    {"originally published", Phrase::Kind::kPublished}, {"first posted on", Phrase::Kind::kPublished}, {"first posted", Phrase::Kind::kPublished},
    {"story created", Phrase::Kind::kPublished}, {"story updated", Phrase::Kind::kUpdated},   {"published time", Phrase::Kind::kPublished},
    {"edited time", Phrase::Kind::kUpdated},     {"edited", Phrase::Kind::kUpdated},          {"release", Phrase::Kind::kPublished},
    {"last updated at", Phrase::Kind::kUpdated}, {"last updated on", Phrase::Kind::kUpdated}, {"last updated", Phrase::Kind::kUpdated},
    {"last modified", Phrase::Kind::kUpdated},   {"updated at", Phrase::Kind::kUpdated},      {"updated on", Phrase::Kind::kUpdated},
    {"updated", Phrase::Kind::kUpdated},         {"modified", Phrase::Kind::kUpdated},        {"first published on", Phrase::Kind::kPublished},
    {"first published", Phrase::Kind::kPublished}, {"date published", Phrase::Kind::kPublished}, {"published at", Phrase::Kind::kPublished},
    {"published on", Phrase::Kind::kPublished},  {"published", Phrase::Kind::kPublished},     {"posted at", Phrase::Kind::kPublished},
    {"posted on", Phrase::Kind::kPublished},     {"posted", Phrase::Kind::kPublished},        {"issued", Phrase::Kind::kPublished},
    {"publication date", Phrase::Kind::kPublished}, {"date", Phrase::Kind::kPublished},       {"created", Phrase::Kind::kPublished},
    {"filed", Phrase::Kind::kPublished},         {"release date", Phrase::Kind::kPublished},  {"estimated reading time", Phrase::Kind::kReading},
    {"reading time", Phrase::Kind::kReading},    {"read time", Phrase::Kind::kReading},       {"# minutes read", Phrase::Kind::kReading},
    {"# minute read", Phrase::Kind::kReading},   {"# mins read", Phrase::Kind::kReading},     {"# min read", Phrase::Kind::kReading},
    {"# min", Phrase::Kind::kReading},           {"# minutes ago", Phrase::Kind::kUpdated},   {"# hours ago", Phrase::Kind::kUpdated},
    {"comments ( # )", Phrase::Kind::kComments}, {"# comments", Phrase::Kind::kComments},     {"# comment", Phrase::Kind::kComments},
    {"# shares", Phrase::Kind::kComments},       {"# views", Phrase::Kind::kComments},        {"at", Phrase::Kind::kFiller},
    {"on", Phrase::Kind::kFiller},
}};

/// Tokens that `words` takes at the cursor; 0 where it does not stand there.
std::size_t phrase_at(const Cursor& cursor, std::string_view words) {
  std::size_t n = 0;
  while (!words.empty()) {
    const std::size_t space = words.find(' ');
    const std::string_view word = words.substr(0, space);
    const Token* token = cursor.peek(n);
    if (token == nullptr || (word == "#" ? token->kind != Token::Kind::kNumber : token->folded != word)) return 0;
    ++n;
    words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
  }
  return n;
}

bool is_separator(const Token& token) {
  static constexpr std::array<std::string_view, 14> kSigns = {"|", "\u2022", ",", "-", ":", "(", ")", "/", ";", ".", "*", "@", "[", "]"};
  return std::find(kSigns.begin(), kSigns.end(), token.folded) != kSigns.end();
}

constexpr std::size_t kMostStampTokens = 40;
constexpr std::size_t kMostNames = 3;
constexpr std::size_t kMostNameTokens = 6;

}  // namespace

std::optional<StampLine> read_stamp_line(std::span<const Token> tokens) {
  if (tokens.empty() || tokens.size() > kMostStampTokens) return std::nullopt;
  StampLine line;
  auto label = StampLine::Label::kNone;
  bool labelled = false;
  bool at_start = true;  // of a part: a name may stand here
  bool open_reading = false;
  Cursor cursor(tokens, 0);
  while (!cursor.done()) {
    Date date;
    ClockTime time;
    if (const std::size_t n = read_date(tokens, cursor.at(), date); n > 0) {
      cursor.skip(n);
      const bool time_waits = !line.moments.empty() && line.moments.back().date.month == 0 && line.moments.back().date.year == 0;
      if (time_waits) line.moments.back().date = date;
      else line.moments.push_back({label, date, std::nullopt});
      at_start = false;
      continue;
    }
    if (const std::size_t n = read_time(tokens, cursor.at(), time); n > 0) {
      cursor.skip(n);
      if (!line.moments.empty() && !line.moments.back().time) line.moments.back().time = time;
      else line.moments.push_back({label, {}, time});
      at_start = false;
      continue;
    }
    const Phrase* phrase = nullptr;
    std::size_t length = 0;
    for (const Phrase& one : kPhrases) {
      length = phrase_at(cursor, one.words);
      if (length > 0) {
        phrase = &one;
        break;
      }
    }
    if (phrase != nullptr) {
      if (phrase->kind == Phrase::Kind::kPublished) label = StampLine::Label::kPublished, labelled = true;
      if (phrase->kind == Phrase::Kind::kUpdated) label = StampLine::Label::kUpdated, labelled = true;
      if (phrase->kind == Phrase::Kind::kComments) line.comments = true;
      if (phrase->kind == Phrase::Kind::kReading) line.reading_time = open_reading = true;
      cursor.skip(length);
      continue;
    }
    const Token& token = *cursor.peek();
    if (is_separator(token)) {
      at_start = token.folded != "." && token.folded != ":";
      line.bars = line.bars || token.folded == "|" || token.folded == "\u2022";
      cursor.skip();
      continue;
    }
    if (open_reading && token.kind == Token::Kind::kNumber && (cursor.is("minutes", 1) || cursor.is("minute", 1) || cursor.is("min", 1) || cursor.is("mins", 1))) {
      cursor.skip(2);
      open_reading = false;
      continue;
    }
    if (is_weekday(&token)) {
      cursor.skip();
      at_start = false;
      continue;
    }
    const std::size_t name = at_start ? longest_name(tokens, cursor.at()) : 0;
    if (name == 0 || name > kMostNameTokens || line.names.size() == kMostNames) return std::nullopt;
    line.names.emplace_back(cursor.at(), cursor.at() + name);
    cursor.skip(name);
    at_start = false;
  }
  const bool dated = std::any_of(line.moments.begin(), line.moments.end(), [&](const StampLine::Moment& m) {
    return m.date.year != 0 || (m.date.month != 0 && (m.time || labelled)) || (m.time && (labelled || line.bars));
  });
  const bool only_time = line.moments.size() == 1 && line.names.empty() && line.moments[0].time;
  const bool ago = labelled && line.moments.empty() && line.names.empty();
  if (!dated && !only_time && !ago && !line.reading_time && !line.comments) return std::nullopt;
  return line;
}

}  // namespace tetrapla::ingest
