#include "claims/times_mentions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "base/table.h"
#include "claims/context_words.h"
#include "claims/data/time_words.h"
#include "claims/numbers.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;

struct Word {
  std::string_view kind;
  std::string_view value;
  int number = 0;
};

const std::unordered_map<std::string_view, Word>& words() {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, Word> all;
    for (const auto& row : base::rows_of(data::time_words())) {
      if (row.size() < 3) continue;
      Word word{row[1], row[2], 0};
      std::from_chars(row[2].data(), row[2].data() + row[2].size(), word.number);
      all.emplace(row[0], word);  // the first row of a word wins; cues of tense come last
    }
    return all;
  }();
  return kWords;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string without_blanks(std::string_view text) {
  std::string joined;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') joined += c;
  }
  return joined;
}

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2099;

class Parser {
 public:
  Parser(const Annotation& annotation, std::uint32_t at) : annotation_(annotation), begin_(at), at_(at) {}

  std::optional<TimeMention> parse() {
    if (!expression()) return std::nullopt;
    mention_.tokens = {begin_, at_};
    if ((mention_.weekday || mention_.month || mention_.quarter) && !mention_.year && mention_.direction == 0) mention_.future = future();
    return mention_;
  }

 private:
  // Tokens.

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  [[nodiscard]] bool inside(std::uint32_t at) const { return at < size() && annotation_.tokens[at].sentence == annotation_.tokens[begin_].sentence; }
  [[nodiscard]] std::string_view lower(std::uint32_t at) const { return inside(at) ? std::string_view(annotation_.tokens[at].lower) : std::string_view(); }
  [[nodiscard]] std::string_view text(std::uint32_t at) const { return inside(at) ? annotation_.text_of(annotation_.tokens[at]) : std::string_view(); }
  [[nodiscard]] std::string_view before(std::uint32_t at, std::uint32_t count = 1) const { return at >= count ? lower(at - count) : std::string_view(); }
  [[nodiscard]] bool spaced(std::uint32_t at) const { return !inside(at) || annotation_.tokens[at].space_before; }
  [[nodiscard]] bool capital(std::uint32_t at) const { return !text(at).empty() && is_upper(text(at).front()); }
  [[nodiscard]] const Word* word(std::uint32_t at, std::string_view kind) const {
    const auto found = words().find(lower(at));
    return found != words().end() && found->second.kind == kind ? &found->second : nullptr;
  }
  bool take(std::string_view lower_word) {
    if (lower(at_) != lower_word) return false;
    ++at_;
    return true;
  }

  [[nodiscard]] const Word* weekday(std::uint32_t at) const { return capital(at) ? word(at, "weekday") : nullptr; }
  [[nodiscard]] const Word* month(std::uint32_t at) const { return capital(at) ? word(at, "month") : nullptr; }

  // The whole.

  bool expression() {
    if (modified()) return true;
    return core() || duration() || frequency() || reference();
  }

  /// A date or a clock time without a modifier before it.
  bool core() { return numeric_date() || clock() || weekday_date() || month_date() || day_date() || deictic() || relative() || quarter() || season_of() || year(); }

  /// "early Monday", "the end of July", "earlier this month", "mid-1996", "late yesterday", "the early hours of Monday".
  bool modified() {
    const std::uint32_t start = at_;
    std::string mod;
    take("the");
    const std::string_view first = lower(at_);
    if (first == "end" || first == "start" || first == "beginning" || first == "middle" || first == "close") {
      mod = first == "end" || first == "close" ? "END" : first == "middle" ? "MID" : "START";
      ++at_;
      if (!take("of")) return back(start);
      if (lower(at_) == "the" && word(at_ + 1, "unit") != nullptr && to_day(at_ + 1)) return back(start);
    } else if (first == "early" || first == "late" || first == "mid" || first == "earlier" || first == "later") {
      mod = first == "early" || first == "earlier" ? "START" : first == "mid" ? "MID" : "END";
      ++at_;
      take("-");
      if (take("hours")) {
        if (!take("of")) return back(start);
      } else if (first != "mid") {
        take("on");
        take("in");
      }
    } else {
      return back(start);
    }
    if (!(core() || bare_part())) return back(start);
    mention_.mod = mod;
    return true;
  }

  [[nodiscard]] bool to_day(std::uint32_t at) const { return lower(at) == "day"; }

  bool back(std::uint32_t at) {
    at_ = at;
    mention_ = {};
    return false;
  }

  /// "mid afternoon".
  bool bare_part() {
    const Word* part = word(at_, "part");
    if (part == nullptr) return false;
    mention_.type = TimeType::kTime;
    mention_.part = part->value;
    ++at_;
    return true;
  }

  // Absolute dates.

  /// "2026-03-14", "14/03/2026" where the day is above 12, "14.03.2026"; perhaps in several tokens without blanks.
  bool numeric_date() {
    if (text(at_).empty() || !is_digit(text(at_).front())) return false;
    std::string joined;
    std::uint32_t end = at_;
    constexpr std::uint32_t kMost = 5;
    for (; end < at_ + kMost && inside(end) && (end == at_ || !spaced(end)); ++end) {
      const std::string piece(text(end));
      if (piece.find_first_not_of("0123456789-/.") != std::string::npos) break;
      joined += piece;
    }
    while (!joined.empty() && (joined.back() == '.' || joined.back() == '-')) {
      joined.pop_back();
      if (end > at_ + 1 && text(end - 1).size() == 1) --end;
    }
    if (joined.size() < 8 || joined.size() > 10) return false;
    const std::size_t first = joined.find_first_of("-/.");
    const std::size_t second = first == std::string::npos ? first : joined.find(joined[first], first + 1);
    if (second == std::string::npos) return false;
    const std::string a = joined.substr(0, first);
    const std::string b = joined.substr(first + 1, second - first - 1);
    const std::string c = joined.substr(second + 1);
    if (!all_digits(a) || !all_digits(b) || !all_digits(c)) return false;
    int day = 0;
    int month_number = 0;
    int year_number = 0;
    if (a.size() == 4) {
      year_number = to_int(a);
      month_number = to_int(b);
      day = to_int(c);
    } else if (c.size() == 4) {
      year_number = to_int(c);
      day = to_int(a);
      month_number = to_int(b);
      if (month_number > 12) std::swap(day, month_number);
      if (day <= 12 && day != month_number) return false;  // 3 April or 4 March
    }
    if (year_number < kFirstYear || year_number > kLastYear || month_number < 1 || month_number > 12 || day < 1 || day > 31) return false;
    mention_.year = year_number;
    mention_.month = month_number;
    mention_.day = day;
    at_ = end;
    return true;
  }

  /// A day of the month in digits or as an ordinal: "13", "13th", "thirteenth".
  bool day_number(int& day) {
    if (const auto ordinal = parse_ordinal(annotation_, at_); ordinal && ordinal->value <= 31 && inside(ordinal->tokens.end - 1)) {
      day = static_cast<int>(ordinal->value);
      at_ = ordinal->tokens.end;
      return true;
    }
    const std::string_view digits = text(at_);
    if (!all_digits(digits) || digits.size() > 2 || to_int(digits) < 1 || to_int(digits) > 31) return false;
    day = to_int(digits);
    ++at_;
    return true;
  }

  /// A year in digits, or spoken: "2026", "two thousand and nineteen", "nineteen ninety-six".
  bool year_number(int& number) {
    const std::string_view digits = text(at_);
    if (all_digits(digits) && digits.size() == 4) {
      number = to_int(digits);
      if (number < kFirstYear || number > kLastYear) return false;
      ++at_;
      return true;
    }
    if (digits.empty() || is_digit(digits.front())) return false;
    const auto first = parse_number(annotation_, at_);
    if (!first || first->digits || first->decimal || !inside(first->tokens.end - 1)) return false;
    if (first->low >= 2000 && first->low <= 2050) {
      number = static_cast<int>(first->low);
      at_ = first->tokens.end;
      return true;
    }
    if (first->low < 15 || first->low > 20 || first->low != std::floor(first->low)) return false;
    std::uint32_t next = first->tokens.end;
    const bool hundred = lower(next) == "oh";
    if (hundred) ++next;
    if (!inside(next)) return false;
    const auto second = parse_number(annotation_, next);
    if (!second || second->digits || second->decimal || second->low < (hundred ? 1 : 10) || second->low > 99) return false;
    number = static_cast<int>(first->low) * 100 + static_cast<int>(second->low);
    at_ = second->tokens.end;
    return number <= kLastYear;
  }

  /// ", 2026", "2026", "last year", "of this year" after a month or day.
  void year_after() {
    const std::uint32_t save = at_;
    take(",");
    take("of");
    int number = 0;
    if (year_number(number)) {
      mention_.year = number;
      return;
    }
    at_ = save;
    take("of");
    const std::string_view which = lower(at_);
    if ((which == "last" || which == "this" || which == "next") && lower(at_ + 1) == "year") {
      mention_.year_shift = which == "last" ? -1 : which == "this" ? 0 : 1;
      at_ += 2;
      return;
    }
    at_ = save;
  }

  /// "March 14", "March 14th, 2026", "March 2026", "March".
  bool month_date() {
    const Word* name = month(at_);
    if (name == nullptr) return false;
    const std::uint32_t start = at_++;
    if (lower(at_) == "." && !spaced(at_) && (text(at_ - 1).size() <= 3 || lower(at_ - 1) == "sept") && lower(at_ - 1) != "may") ++at_;
    mention_.month = name->number;
    const std::uint32_t save = at_;
    take("the");
    int day = 0;
    if (day_number(day) && !((lower(at_) == ":" && !spaced(at_ + 1)) || word(at_, "meridiem") != nullptr)) {
      mention_.day = day;
      year_after();
      return true;
    }
    at_ = save;
    year_after();
    if (mention_.year || mention_.year_shift) return true;
    if (month_alone(start)) return true;
    return back(start);
  }

  /// "May", "March", "April" are names and verbs too.
  [[nodiscard]] bool month_alone(std::uint32_t at) const {
    const std::string_view name = lower(at);
    constexpr std::array<std::string_view, 22> kBefore{"in", "of", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "from", "to",
                                                       "through", "between", "during", "before", "after", "-", "till", "for", "each"};
    const bool led = std::find(kBefore.begin(), kBefore.end(), before(at)) != kBefore.end();
    if (led) return true;
    if ((before(at) == "and" || before(at) == "or") && at >= 2 && month(at - 2) != nullptr) return true;
    if (name == "may" || name == "march" || name == "mar" || name == "sun" || name == "dec" || name == "jan") return false;
    const bool part_of_name = capital(at + 1) && !in_list("closed", lower(at + 1));
    return !part_of_name && !(at > 0 && capital(at - 1) && !in_list("closed", before(at)));
  }

  /// "13 March 2026", "13th March", "the thirteenth of March".
  bool day_date() {
    const std::uint32_t start = at_;
    take("the");
    int day = 0;
    if (!day_number(day)) return back(start);
    take("day");
    take("of");
    const Word* name = month(at_);
    if (name == nullptr) return back(start);
    ++at_;
    mention_.day = day;
    mention_.month = name->number;
    year_after();
    return true;
  }

  /// "Friday", "Friday morning", "Friday, 13 March 2026", "Friday the eighth of May", "Friday next week", "a Friday evening two weeks ago".
  bool weekday_date() {
    const std::uint32_t start = at_;
    const bool article = lower(at_) == "a" && weekday(at_ + 1) != nullptr;
    if (article) ++at_;
    const std::string_view which = lower(at_);
    if (which == "last" || which == "next" || which == "this" || which == "past" || which == "coming") {
      ++at_;
      if (which == "this" && (lower(at_) == "past" || lower(at_) == "coming")) {
        mention_.direction = lower(at_) == "past" ? -1 : 1;
        ++at_;
      } else {
        mention_.direction = which == "last" || which == "past" ? -1 : which == "this" ? 2 : 1;
      }
    }
    const Word* name = weekday(at_);
    if (name == nullptr) return back(start);
    ++at_;
    if (lower(at_) == "." && !spaced(at_) && text(at_ - 1).size() <= 4) ++at_;
    mention_.weekday = name->number;
    if (const Word* part = word(at_, "part")) {
      mention_.part = part->value;
      mention_.type = TimeType::kTime;
      ++at_;
    }
    const std::uint32_t save = at_;
    take(",");
    TimeMention day = mention_;
    if (day_date_or_month_day()) {
      mention_.weekday = day.weekday;
      mention_.part = day.part;
      mention_.type = day.type;
      mention_.direction = day.direction == 2 ? 0 : day.direction;
      return true;
    }
    mention_ = day;
    at_ = save;
    week_after(article);
    if (article && mention_.grain == 0) return back(start);
    return true;
  }

  bool day_date_or_month_day() {
    const std::uint32_t save = at_;
    mention_ = {};
    if (month(at_) != nullptr && month_date() && mention_.day) return true;
    at_ = save;
    mention_ = {};
    if (day_date()) return true;
    at_ = save;
    return false;
  }

  /// "next week", "last week", "two weeks ago" after a weekday.
  void week_after(bool article) {
    const std::string_view which = lower(at_);
    if ((which == "next" || which == "last" || which == "this") && lower(at_ + 1) == "week") {
      mention_.grain = 'W';
      mention_.shift = which == "next" ? 1 : which == "last" ? -1 : 0;
      at_ += 2;
    } else if (article && inside(at_)) {
      const auto count = parse_number(annotation_, at_);
      if (!count || count->range || !inside(count->tokens.end + 1)) return;
      const std::uint32_t unit = count->tokens.end;
      if ((lower(unit) != "weeks" && lower(unit) != "week") || lower(unit + 1) != "ago") return;
      mention_.grain = 'W';
      mention_.shift = -static_cast<int>(count->low);
      at_ = unit + 2;
    }
  }

  /// A year alone: "2011", "fiscal 1990", "the year 2000", "the 1990s", "the nineties".
  bool year() {
    const std::uint32_t start = at_;
    take("the");
    if (decade()) return true;
    at_ = start;
    const bool named = (lower(at_) == "the" && lower(at_ + 1) == "year" && ++at_ && ++at_) || take("fiscal");
    const std::string_view digits = text(at_);
    int number = 0;
    const std::uint32_t first = at_;
    if (!year_number(number)) return back(start);
    const bool spoken = !all_digits(digits);
    if (!named && !(spoken ? led_by_preposition(first) : is_year(first, number))) return back(start);
    mention_.year = number;
    return true;
  }

  [[nodiscard]] bool led_by_preposition(std::uint32_t at) const {
    constexpr std::array<std::string_view, 11> kBefore{"in", "of", "since", "by", "until", "from", "during", "before", "after", "between", "year"};
    return std::find(kBefore.begin(), kBefore.end(), before(at)) != kBefore.end();
  }

  /// Four digits are a year unless money, a bound, a unit or a plural says that they count.
  [[nodiscard]] bool is_year(std::uint32_t at, int number) const {
    const std::string_view previous = before(at);
    const std::string_view next = lower(at + 1);
    if (!previous.empty() && (previous.ends_with("$") || previous == "£" || previous == "€" || previous == "¥" || previous == "#")) return false;
    if (!spaced(at) && (previous == "." || previous == "/" || previous == ":")) return false;
    if (next == "%" || next == "percent" || next == "-" || next == "–" || next == "°") {
      if (next != "-" && next != "–") return false;
      if (!spaced(at + 1) && !text(at + 2).empty() && is_digit(text(at + 2).front()) && text(at + 2).size() != 4 && text(at + 2).size() != 2) return false;
    }
    if (led_by_preposition(at)) return !(previous == "of" && is_plural(next) && number == 2000);
    if (number < 1800) return false;
    constexpr std::array<std::string_view, 8> kBounds{"than", "least", "about", "around", "nearly", "almost", "over", "some"};
    if (std::find(kBounds.begin(), kBounds.end(), previous) != kBounds.end()) return false;
    if (next == "people" || next == "men" || next == "women" || next == "children" || word(at + 1, "unit") != nullptr || next == "km" || next == "miles" || next == "metres" ||
        next == "meters" || next == "m" || next == "feet" || next == "yards") {
      return false;
    }
    return !(number % 100 == 0 && is_plural(next));
  }

  /// "1990s", "the nineties": three digits.
  bool decade() {
    const std::string_view digits = text(at_);
    if (digits.size() == 5 && all_digits(digits.substr(0, 4)) && digits[4] == 's' && digits[3] == '0') {
      mention_.fixed = std::string(digits.substr(0, 3));
      ++at_;
      return true;
    }
    if (digits.size() == 4 && all_digits(digits) && digits[3] == '0' && lower(at_ + 1) == "s" && !spaced(at_ + 1)) {
      mention_.fixed = std::string(digits.substr(0, 3));
      at_ += 2;
      return true;
    }
    constexpr std::array<std::string_view, 8> kNames{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};
    const auto found = std::find(kNames.begin(), kNames.end(), lower(at_));
    if (found == kNames.end() || before(at_) != "the") return false;
    mention_.fixed = fmt::format("19{}", found - kNames.begin() + 2);
    ++at_;
    return true;
  }

  // Clock times.

  /// "7:40 a.m.", "7.40am", "5pm", "17:06", "0300 GMT", "noon", "midnight", "six in the morning", each perhaps with a day after it.
  bool clock() {
    const std::uint32_t start = at_;
    if (!clock_alone()) return back(start);
    mention_.type = TimeType::kTime;
    take("hours");
    if (lower(at_) == "(" && word(at_ + 1, "zone") != nullptr && lower(at_ + 2) == ")") at_ += 3;
    if (word(at_, "zone") != nullptr && capital(at_)) ++at_;
    if (lower(at_) == "local" && lower(at_ + 1) == "time") at_ += 2;
    const TimeMention time = mention_;
    const std::uint32_t save = at_;
    if (!take("on")) take(",");
    if (weekday_date() || numeric_date() || month_day_only() || day_date() || today()) {
      mention_.type = TimeType::kTime;
      mention_.hour = time.hour;
      mention_.minute = time.minute;
      mention_.part.clear();
    } else {
      at_ = save;
      mention_ = time;
    }
    return true;
  }

  bool month_day_only() {
    const std::uint32_t save = at_;
    if (month_date() && mention_.day) return true;
    return back(save);
  }

  bool clock_alone() {
    if (const Word* named = word(at_, "clock")) {
      mention_.hour = named->number;
      ++at_;
      return true;
    }
    const std::string_view spelled = text(at_);
    if (spelled.empty()) return false;
    int hour = -1;
    int minute = -1;
    bool colon = false;
    std::uint32_t next = at_ + 1;
    if (is_digit(spelled.front())) {
      std::string compact = without_blanks(spelled);
      if (lower(next) == ":" && !spaced(next) && all_digits(text(next + 1)) && text(next + 1).size() == 2) {
        compact += ":" + std::string(text(next + 1));
        next += 2;
      }
      std::string rest;
      if (const std::size_t letters = compact.find_first_not_of("0123456789:."); letters != std::string::npos) {
        rest = compact.substr(letters);
        compact.resize(letters);
      }
      const std::size_t mark = compact.find_first_of(":.");
      colon = mark != std::string::npos && compact[mark] == ':';
      if (mark == std::string::npos) {
        if (compact.size() == 4 && rest.empty() && (word(next, "zone") != nullptr || lower(next) == "hours")) {
          minute = to_int(std::string_view(compact).substr(2));
          compact.resize(2);
          colon = true;
        }
        if (compact.size() > 2) return false;
        hour = to_int(compact);
      } else {
        const std::string minutes = compact.substr(mark + 1);
        if (!all_digits(minutes) || minutes.size() != 2 || mark == 0 || mark > 2) return false;
        hour = to_int(std::string_view(compact).substr(0, mark));
        minute = to_int(minutes);
      }
      if (!rest.empty() && rest != "am" && rest != "pm" && rest != "a.m." && rest != "p.m." && rest != "AM" && rest != "PM") return false;
      if (!rest.empty()) return finish_clock(hour, minute, rest.front() == 'p' || rest.front() == 'P' ? 12 : 0, next);
    } else {
      const auto number = parse_number(annotation_, at_);
      if (!number || number->low < 1 || number->low > 12 || number->decimal || !inside(number->tokens.end - 1)) return false;
      hour = static_cast<int>(number->low);
      next = number->tokens.end;
    }
    if (lower(next) == "o'clock") {
      ++next;
      if (word(next, "meridiem") == nullptr && lower(next) != "in") return finish_clock(hour, minute, -1, next);
    }
    if (const Word* meridiem = word(next, "meridiem"); meridiem != nullptr && (lower(next) != "am" || text(next) != "am" || is_digit(spelled.front()))) {
      return finish_clock(hour, minute, meridiem->number, next + 1);
    }
    if (lower(next) == "in" && lower(next + 1) == "the" && word(next + 2, "part") != nullptr && hour <= 12) {
      return finish_clock(hour, minute, lower(next + 2) == "morning" ? 0 : 12, next + 3);
    }
    if (lower(next) == "at" && lower(next + 1) == "night" && hour <= 12) return finish_clock(hour, minute, 12, next + 2);
    if (colon && minute >= 0) return finish_clock(hour, minute, -1, next);
    return false;
  }

  /// `half`: 0 before noon, 12 after it, -1 not said.
  bool finish_clock(int hour, int minute, int half, std::uint32_t end) {
    if (hour < 0 || hour > 24 || minute > 59 || (half >= 0 && hour > 12)) return false;
    if (half >= 0 && hour == 12) hour = 0;
    mention_.hour = hour + std::max(half, 0);
    if (minute >= 0) mention_.minute = minute;
    at_ = end;
    return true;
  }

  // Relative dates.

  bool today() {
    const std::string_view now = lower(at_);
    int shift = 0;
    if (now == "yesterday") {
      shift = -1;
    } else if (now == "tomorrow") {
      shift = 1;
    } else if (now != "today") {
      return false;
    }
    mention_.grain = 'D';
    mention_.shift = shift;
    ++at_;
    if (const Word* part = word(at_, "part")) {
      mention_.part = part->value;
      mention_.type = TimeType::kTime;
      ++at_;
    }
    return true;
  }

  bool deictic() {
    const std::uint32_t start = at_;
    if (today()) return true;
    const std::string_view first = lower(at_);
    if (first == "tonight" || ((first == "last" || first == "this") && word(at_ + 1, "part") != nullptr)) {
      mention_.type = TimeType::kTime;
      mention_.grain = 'D';
      mention_.shift = first == "last" ? -1 : 0;
      mention_.part = first == "tonight" ? std::string_view("NI") : word(at_ + 1, "part")->value;
      at_ += first == "tonight" ? 1 : 2;
      return true;
    }
    if (first == "the" && lower(at_ + 1) == "day" && (lower(at_ + 2) == "before" || lower(at_ + 2) == "after")) {
      mention_.grain = 'D';
      mention_.shift = lower(at_ + 2) == "before" ? -1 : 1;
      at_ += 3;
      if (lower(at_) == "yesterday" || lower(at_) == "tomorrow") {
        mention_.shift *= 2;
        ++at_;
      } else {
        mention_.from_last = true;
      }
      return true;
    }
    if (first == "the" || first == "that") ++at_;
    const std::string_view which = lower(at_);
    if ((first == "the" || first == "that") && (which == "next" || which == "following" || which == "same" || which == "previous" || (first == "that" && which == "day"))) {
      if (which != "day") ++at_;
      const Word* part = word(at_, "part");
      if (lower(at_) != "day" && part == nullptr) return back(start);
      mention_.grain = 'D';
      mention_.from_last = true;
      mention_.shift = which == "same" || which == "day" ? 0 : which == "previous" ? -1 : 1;
      if (part != nullptr) {
        mention_.part = part->value;
        mention_.type = TimeType::kTime;
      }
      ++at_;
      return true;
    }
    return back(start);
  }

  /// "last week", "this month", "next year", "the weekend", "the past year", "the coming weeks", "last fall", "last August".
  bool relative() {
    const std::uint32_t start = at_;
    const bool article = take("the");
    const std::string_view which = lower(at_);
    if (article && (which == "quarter" || (which == "latest" && (lower(at_ + 1) == "quarter" || lower(at_ + 1) == "period")))) {
      at_ += which == "quarter" ? 1 : 2;
      mention_.grain = 'Q';
      mention_.shift = -1;
      mention_.from_last = true;
      return true;
    }
    if (article && which == "weekend") {
      ++at_;
      mention_.grain = 'E';
      return true;
    }
    int direction = 0;
    if (which == "last" || which == "past" || which == "previous") {
      direction = -1;
    } else if (which == "next" || which == "coming" || which == "following") {
      direction = 1;
    } else if (which != "this" && which != "current") {
      return back(start);
    }
    if (which == "current" && !article) return back(start);
    ++at_;
    if (which == "this" && (lower(at_) == "coming" || lower(at_) == "past")) ++at_;
    if (const Word* name = month(at_)) {
      mention_.month = name->number;
      mention_.direction = direction == 0 ? 2 : direction;
      ++at_;
      return true;
    }
    if (const Word* name = word(at_, "season")) {
      mention_.season = name->value;
      mention_.direction = direction;
      ++at_;
      return true;
    }
    mention_.shift = direction;
    if (lower(at_) == "weekend") {
      mention_.grain = 'E';
      ++at_;
      return true;
    }
    const Word* unit = word(at_, "unit");
    if (unit == nullptr || lower(at_).ends_with("s") || unit->value.size() != 1) return back(start);
    if (unit->value == "E" || unit->value == "C" || unit->value == "F" || unit->value == "D") return back(start);
    mention_.grain = unit->value.front();
    ++at_;
    if (lower(at_) == "'s") {  // "this year's third quarter"
      const std::uint32_t save = at_;
      const TimeMention whole = mention_;
      ++at_;
      mention_ = {};
      if (whole.grain == 'Y' && quarter()) {
        mention_.year_shift = whole.shift;
        return true;
      }
      at_ = save;
      mention_ = whole;
    }
    return true;
  }

  /// "the third quarter", "third-quarter", "the fourth quarter of 1990".
  bool quarter() {
    const std::uint32_t start = at_;
    take("the");
    take("fiscal");
    const auto ordinal = inside(at_) ? parse_ordinal(annotation_, at_) : std::nullopt;
    if (!ordinal || ordinal->value > 4) return back(start);
    at_ = ordinal->tokens.end;
    take("-");
    take("fiscal");
    if (!take("quarter")) return back(start);
    if (lower(start) == "the" && lower(at_ - 2) == "-") return back(start);  // "the third-quarter results": the article is the noun's
    mention_.quarter = static_cast<int>(ordinal->value);
    year_after();
    return true;
  }

  /// "summer 2014", "the winter of 1994".
  bool season_of() {
    const std::uint32_t start = at_;
    take("the");
    const Word* name = word(at_, "season");
    if (name == nullptr) return back(start);
    ++at_;
    mention_.season = name->value;
    year_after();
    return mention_.year || mention_.year_shift ? true : back(start);
  }

  // Durations.

  struct Count {
    double number = 0;
    bool vague = false;
    std::uint32_t end = 0;
  };

  /// "three", "2 1/2", "a", "several", "a few", "a couple of".
  [[nodiscard]] std::optional<Count> count(std::uint32_t at) const {
    const std::string_view first = lower(at);
    if (first == "several" || first == "few" || first == "many" || first == "some") return Count{0, true, at + 1};
    if (first == "a" && lower(at + 1) == "few") return Count{0, true, at + 2};
    if (first == "a" && lower(at + 1) == "couple") return Count{2, false, lower(at + 2) == "of" ? at + 3 : at + 2};
    if (!inside(at)) return std::nullopt;
    if (const auto number = parse_number(annotation_, at); number && inside(number->tokens.end - 1)) {
      if (!number->glued.empty() || number->low < 0) return std::nullopt;
      std::uint32_t end = number->tokens.end;
      if (number->fraction && lower(end) == "of") ++end;
      if (number->fraction && (lower(end) == "a" || lower(end) == "an")) ++end;
      return Count{number->low, number->range || number->dozens, end};
    }
    if (first == "a" || first == "an") return Count{1, false, at + 1};
    return std::nullopt;
  }

  bool duration() {
    const std::uint32_t start = at_;
    const bool bounded = duration_bound();
    const bool article = take("the");
    const bool led = lower(at_) == "last" || lower(at_) == "past" || lower(at_) == "next" || lower(at_) == "first" || lower(at_) == "coming" || lower(at_) == "final";
    if (led) ++at_;
    const std::uint32_t number_at = at_;
    std::optional<Count> number = count(at_);
    if (!number && bare_units(article || led)) return true;
    if (!number) return back(start);
    at_ = number->end;
    const bool hyphen = take("-");
    if (!hyphen) {
      if (!take("more")) take("full") || take("straight") || take("consecutive") || take("additional");
    }
    const Word* unit = word(at_, "unit");
    if (unit == nullptr || unit->value == "Q") return back(start);
    if (lower(at_) == "second" && number->number != 1) return back(start);
    ++at_;
    double value = number->number;
    if (lower(at_) == "and" && lower(at_ + 1) == "a" && lower(at_ + 2) == "half") {
      value += 0.5;
      at_ += 3;
    }
    if (lower(at_) == "old" || (lower(at_) == "-" && lower(at_ + 1).starts_with("old")) || (lower(at_) == "of" && lower(at_ + 1) == "age")) return back(start);
    if (hyphen && lower(at_) == "-" && lower(at_ + 1) == "long") at_ += 2;
    if (hyphen && article) return back(start);  // "the two-year lease": the article is the noun's
    if (unit->value == "TS" && (lower(number_at) == "a" || lower(number_at) == "an")) return back(start);  // "a second boat"
    if (from_here(*number, value, unit->value)) {
      if (article || led) return back(start);
      return true;
    }
    const std::string_view a = lower(number_at);
    if ((a == "a" || a == "an") && number->number == 1 && !bounded && !article && !led && !duration_led(start)) return back(start);
    if (lower(at_) == "'" || lower(at_) == "'s") {
      // "two years' imprisonment": the mark is none of the span
    }
    mention_.type = TimeType::kDuration;
    mention_.fixed = number->vague ? vague(unit->value) : length(value, unit->value);
    return true;
  }

  /// "for a year", "within a week", "took an hour": where "a year" is no rate.
  [[nodiscard]] bool duration_led(std::uint32_t at) const {
    constexpr std::array<std::string_view, 16> kBefore{"for", "in", "within", "over", "after", "about", "than", "nearly", "almost", "of", "takes", "took", "lasted", "take", "half", "around"};
    return std::find(kBefore.begin(), kBefore.end(), before(at)) != kBefore.end();
  }

  /// "more than", "nearly", … belong to a duration and become its mod.
  bool duration_bound() {
    struct Bounded {
      std::string_view first;
      std::string_view second;
      std::string_view third;
      std::string_view mod;
    };
    constexpr std::array<Bounded, 10> kBounds{{{"no", "more", "than", "EQUAL_OR_LESS"},
                                               {"no", "less", "than", "EQUAL_OR_MORE"},
                                               {"more", "than", "", "MORE_THAN"},
                                               {"less", "than", "", "LESS_THAN"},
                                               {"fewer", "than", "", "LESS_THAN"},
                                               {"at", "least", "", "EQUAL_OR_MORE"},
                                               {"at", "most", "", "EQUAL_OR_LESS"},
                                               {"up", "to", "", "EQUAL_OR_LESS"},
                                               {"nearly", "", "", "LESS_THAN"},
                                               {"almost", "", "", "LESS_THAN"}}};
    for (const Bounded& bound : kBounds) {
      if (lower(at_) != bound.first || (!bound.second.empty() && lower(at_ + 1) != bound.second) || (!bound.third.empty() && lower(at_ + 2) != bound.third)) continue;
      at_ += bound.third.empty() ? (bound.second.empty() ? 1 : 2) : 3;
      mention_.mod = bound.mod;
      return true;
    }
    constexpr std::array<std::string_view, 6> kAbout{"about", "around", "some", "roughly", "approximately", "over"};
    if (std::find(kAbout.begin(), kAbout.end(), before(at_)) != kAbout.end()) mention_.mod = before(at_) == "over" ? "MORE_THAN" : "APPROX";
    return false;
  }

  /// "for years", "recent weeks", "the coming months".
  bool bare_units(bool led) {
    const bool recent = take("recent");
    const Word* unit = word(at_, "unit");
    if (unit == nullptr || !lower(at_).ends_with("s") || unit->value == "Q" || lower(at_) == "seconds") return false;
    constexpr std::array<std::string_view, 9> kBefore{"for", "in", "after", "within", "of", "over", "coming", "past", "following"};
    const bool preposition = std::find(kBefore.begin(), kBefore.end(), before(at_)) != kBefore.end();
    if (!led && !recent && !preposition) return false;
    ++at_;
    if (lower(at_) == "ago") {
      ++at_;
      mention_.fixed = "PAST_REF";
      return true;
    }
    if (recent) {
      mention_.fixed = "PAST_REF";
      return true;
    }
    mention_.type = TimeType::kDuration;
    mention_.fixed = vague(unit->value);
    return true;
  }

  /// "two weeks ago", "a day earlier", "three days later", "a week from Friday": a date after all.
  bool from_here(const Count& number, double value, std::string_view unit) {
    const std::string_view next = lower(at_);
    const bool ago = next == "ago";
    const bool earlier = next == "earlier" || (next == "before" && lower(at_ + 1).empty());
    const bool later = next == "later" || (next == "from" && lower(at_ + 1) == "now");
    if (next == "from" && unit == "W" && weekday(at_ + 1) != nullptr && !number.vague) {
      mention_.grain = 'N';
      mention_.shift = static_cast<int>(value);
      mention_.weekday = weekday(at_ + 1)->number;
      at_ += 2;
      return true;
    }
    if (!ago && !earlier && !later) return false;
    if (unit.starts_with("T")) {
      if (!ago) return false;
      mention_.type = TimeType::kTime;
      mention_.grain = 'D';
      ++at_;
      return true;
    }
    at_ += next == "from" ? 2 : 1;
    if (number.vague) {
      mention_.fixed = ago || earlier ? "PAST_REF" : "FUTURE_REF";
      return true;
    }
    const int whole = static_cast<int>(std::lround(std::min(value, 5000.0)));
    mention_.shift = (ago || earlier ? -1 : 1) * whole * (unit == "E" ? 10 : unit == "C" ? 100 : unit == "F" ? 2 : 1);
    mention_.grain = unit == "E" || unit == "C" ? 'Y' : unit == "F" ? 'W' : unit.front();
    mention_.from_last = (!ago && next != "from" && mention_.grain == 'D') || (mention_.grain == 'Y' && mention_.shift == -1);
    return true;
  }

  static std::string vague(std::string_view unit) {
    return unit.starts_with("T") ? fmt::format("PTX{}", unit.substr(1)) : fmt::format("PX{}", unit == "F" ? "W" : unit);
  }

  /// "P3D", "PT15M", "P2Y6M", "P20Y" for two decades.
  static std::string length(double value, std::string_view unit) {
    if (unit == "E") return length(value * 10, "Y");
    if (unit == "C") return length(value * 100, "Y");
    if (unit == "F") return length(value * 2, "W");
    if (value == std::floor(value) && value < 1e9) return fmt::format("P{}{}{}", unit.starts_with("T") ? "T" : "", static_cast<long long>(value), unit.back());
    const double rest = value - std::floor(value);
    const auto whole = static_cast<long long>(std::floor(std::min(value, 1e9)));
    if (unit == "Y") return (whole > 0 ? fmt::format("P{}Y{}M", whole, std::lround(rest * 12)) : fmt::format("P{}M", std::lround(rest * 12)));
    if (unit == "TH") return (whole > 0 ? fmt::format("PT{}H{}M", whole, std::lround(rest * 60)) : fmt::format("PT{}M", std::lround(rest * 60)));
    if (unit == "TM") return (whole > 0 ? fmt::format("PT{}M{}S", whole, std::lround(rest * 60)) : fmt::format("PT{}S", std::lround(rest * 60)));
    return fmt::format("P{}{:.3g}{}", unit.starts_with("T") ? "T" : "", value, unit.back());
  }

  // Sets and references.

  /// "every day", "each Thursday", "every two weeks", "daily", "Fridays".
  bool frequency() {
    const std::uint32_t start = at_;
    if (const Word* often = word(at_, "set")) {
      if (capital(at_) && at_ > 0 && capital(at_ - 1)) return false;  // "Capital Daily"
      if (capital(at_) && capital(at_ + 1)) return false;
      mention_.type = TimeType::kSet;
      mention_.fixed = often->value;
      ++at_;
      return true;
    }
    if (const Word* days = capital(at_) ? word(at_, "weekdays") : nullptr) {
      mention_.type = TimeType::kSet;
      mention_.fixed = fmt::format("XXXX-WXX-{}", days->number);
      ++at_;
      return true;
    }
    if (!take("every") && !take("each")) return back(start);
    mention_.type = TimeType::kSet;
    if (const Word* day = weekday(at_)) {
      mention_.fixed = fmt::format("XXXX-WXX-{}", day->number);
      ++at_;
      return true;
    }
    if (const Word* name = month(at_)) {
      mention_.fixed = fmt::format("XXXX-{:02}", name->number);
      ++at_;
      return true;
    }
    std::optional<Count> number = count(at_);
    if (number && !number->vague) at_ = number->end;
    const Word* unit = word(at_, "unit");
    const Word* part = word(at_, "part");
    if (unit == nullptr && part == nullptr) return back(start);
    mention_.fixed = part != nullptr ? fmt::format("XXXX-XX-XXT{}", part->value) : length(number ? number->number : 1, unit->value);
    ++at_;
    return true;
  }

  bool reference() {
    const std::uint32_t start = at_;
    const bool article = take("the");
    if (article && (lower(at_) == "past" || lower(at_) == "future") && (lower(at_ + 1).empty() || in_list("closed", lower(at_ + 1)) || !std::isalpha(static_cast<unsigned char>(lower(at_ + 1).front())))) {
      mention_.fixed = lower(at_) == "past" ? "PAST_REF" : "FUTURE_REF";
      ++at_;
      return true;
    }
    if (article) return back(start);
    const Word* reference = word(at_, "ref");
    if (reference == nullptr || (capital(at_) && at_ > 0 && capital(at_ - 1))) return back(start);
    mention_.fixed = reference->value;
    ++at_;
    return true;
  }

  // Tense.

  [[nodiscard]] bool tells_past(std::uint32_t at) const {
    const std::string_view cue = lower(at);
    return word(at, "past") != nullptr || (cue.size() > 4 && cue.ends_with("ed") && word(at, "future") == nullptr);
  }

  /// Whether the clause speaks of what is to come: by the nearest cue before the expression, else the first one after it. "by" and
  /// "until" are weak: any sign of the past outweighs them ("had risen to 17 by Friday").
  [[nodiscard]] bool future() const {
    constexpr std::uint32_t kFar = 8;
    constexpr std::uint32_t kNear = 4;
    bool weak = false;
    const bool possessive = lower(at_) == "'s";  // "Wednesday's ruling"
    for (std::uint32_t back = 1; !possessive && back <= kFar && back <= begin_ && inside(begin_ - back); ++back) {
      const std::string_view cue = lower(begin_ - back);
      if (cue == ";" || cue == ":") break;
      if (tells_past(begin_ - back)) return false;
      if (cue == "by" || cue == "until" || cue == "till" || cue == "before") {
        weak = weak || back <= kNear;
      } else if ((word(begin_ - back, "future") != nullptr || (cue == "may" && !capital(begin_ - back)))) {
        return true;
      }
    }
    for (std::uint32_t at = at_; at < at_ + kFar && inside(at); ++at) {
      const std::string_view cue = lower(at);
      if (cue == "will" || cue == "'ll" || cue == "shall") return true;
      if (tells_past(at)) return false;
    }
    return weak;
  }

  const Annotation& annotation_;
  std::uint32_t begin_;
  std::uint32_t at_;
  TimeMention mention_;
};

}  // namespace

std::optional<TimeMention> parse_time(const Annotation& annotation, std::uint32_t at) {
  if (at >= annotation.tokens.size()) return std::nullopt;
  return Parser(annotation, at).parse();
}

}  // namespace tetrapla::claims
