#include "claims/times_mentions.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/table.h"
#include "claims/context_words.h"
#include "claims/data/time_words.h"
#include "claims/times_parser.h"

namespace tetrapla::claims {
namespace {

const std::unordered_map<std::string_view, TimeWord>& words() {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, TimeWord> all;
    for (const auto& row : base::rows_of(data::time_words())) {
      if (row.size() < 3) continue;
      TimeWord word{row[1], row[2], 0};
      std::from_chars(row[2].data(), row[2].data() + row[2].size(), word.number);
      all.emplace(row[0], word);  // the first row of a word wins; cues of tense come last
    }
    return all;
  }();
  return kWords;
}

}  // namespace

const TimeWord* find_time_word(std::string_view lower) {
  const auto found = words().find(lower);
  return found == words().end() ? nullptr : &found->second;
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<TimeMention> TimeParser::parse() {
  if (!expression()) return std::nullopt;
  mention_.tokens = {begin_, at_};
  if ((mention_.weekday || mention_.month || mention_.quarter) && !mention_.year && mention_.direction == 0)
    mention_.tense = tense();
  return mention_;
}

const TimeWord* TimeParser::word(std::uint32_t at, std::string_view kind) const {
  const TimeWord* const found = find_time_word(lower(at));
  return found != nullptr && found->kind == kind ? found : nullptr;
}

bool TimeParser::expression() {
  if (modified()) return true;
  return core() || duration() || frequency() || reference();
}

bool TimeParser::core() {
  return numeric_date() || clock() || weekday_date() || month_date() || day_date() || deictic() || relative() || quarter() ||
         season_of() || year();
}

bool TimeParser::modified() {
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
    if (take("-") && first != "mid" && word(at_, "part") != nullptr)
      return back(start);  // "late-night" shows, "early-morning" trains
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

bool TimeParser::to_day(std::uint32_t at) const { return lower(at) == "day"; }

bool TimeParser::back(std::uint32_t at) {
  at_ = at;
  mention_ = {};
  return false;
}

bool TimeParser::bare_part() {
  const TimeWord* part = word(at_, "part");
  if (part == nullptr) return false;
  mention_.type = TimeType::kTime;
  mention_.part = part->value;
  ++at_;
  return true;
}

bool TimeParser::tells_past(std::uint32_t at) const {
  const std::string_view cue = lower(at);
  if (before(at) == "be") return false;  // "must be made by"
  if (word(at, "past") != nullptr) return true;
  return cue.size() > 4 && cue.ends_with("ed") && word(at, "future") == nullptr;
}

TimeParser::Tense TimeParser::tense() const {
  constexpr std::uint32_t kFar = 8;
  constexpr std::uint32_t kNear = 4;
  bool weak = false;
  const bool possessive = lower(at_) == "'s";  // "Wednesday's ruling"
  for (std::uint32_t back = 1; !possessive && back <= kFar && back <= begin_ && inside(begin_ - back); ++back) {
    const std::string_view cue = lower(begin_ - back);
    if (cue == ";" || cue == ":") break;
    if (tells_past(begin_ - back)) return Tense::kPast;
    if (cue == "by" || cue == "until" || cue == "till" || cue == "before") {
      weak = weak || back <= kNear;
    } else if (word(begin_ - back, "future") != nullptr || (cue == "may" && !capital(begin_ - back)) ||
               (cue == "be" && before(begin_ - back) == "to") ||
               (cue == "to" && in_list("to_be", before(begin_ - back)))) {  // "divers were to look at it on Thursday"
      return Tense::kFuture;
    }
  }
  for (std::uint32_t at = at_; at < at_ + kFar && inside(at); ++at) {
    const std::string_view cue = lower(at);
    if (cue == "will" || cue == "'ll" || cue == "shall") return Tense::kFuture;
    if (tells_past(at)) return Tense::kPast;
  }
  return weak ? Tense::kFuture : Tense::kNone;
}

std::optional<TimeMention> parse_time(const language::Annotation& annotation, std::uint32_t at) {
  if (at >= annotation.tokens.size()) return std::nullopt;
  return TimeParser(annotation, at).parse();
}

}  // namespace tetrapla::claims
