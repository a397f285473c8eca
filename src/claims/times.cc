// Expressions of time: found as they stand (times_mentions.h), then fixed against the report's day, or against what its text or the story
// fixes where the report has none (times_anchor.h). What stays open is said in a diagnostic.
#include <date/date.h>
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "claims/claims.h"
#include "claims/times_anchor.h"
#include "claims/times_calendar.h"
#include "claims/times_mentions.h"

namespace tetrapla::claims {
namespace {

using date::sys_days;
using date::year_month_day;
using language::Annotation;

constexpr std::uint32_t kClose = 15;  // tokens between a clock time and its day in one sentence
constexpr int kRecent = 7;            // days before the report within which its narrative goes on from sentence to sentence
constexpr std::size_t kShownUndated = 3;

bool is_bare_clock(const TimeMention& mention) {
  return (mention.hour || !mention.part.empty()) && !mention.day && !mention.weekday && mention.grain == 0 && !mention.month;
}

bool names_day(const TimeMention& mention) { return mention.day || mention.weekday || mention.grain == 'D'; }

/// "1989-Q3" → "1988-Q3".
std::string year_before(const std::string& quarter) {
  const Anchor year = parse_anchor(quarter);
  return year.year ? fmt::format("{:04}{}", *year.year - 1, quarter.substr(4)) : quarter;
}

/// The days that the text itself gives to weekdays: "Friday, 13 March". Where it gives two, none.
class TiedWeekdays {
 public:
  TiedWeekdays(const std::vector<TimeMention>& mentions, const Anchor& anchor) {
    for (const TimeMention& mention : mentions) {
      if (!mention.weekday || !mention.month || !mention.day) continue;
      const auto day = resolve(mention, anchor, std::nullopt).day;
      if (!day) continue;
      Tie& tie = ties_.at(static_cast<std::size_t>(*mention.weekday - 1));
      tie.torn = tie.torn || (tie.day && *tie.day != *day);
      tie.day = day;
    }
  }

  /// The same mention with its day, where "on Friday" can only be that Friday.
  [[nodiscard]] std::optional<TimeMention> tie(const TimeMention& mention) const {
    if (!mention.weekday || mention.month || mention.day || mention.grain != 0 || mention.direction != 0 ||
        mention.tense == TimeMention::Tense::kFuture)
      return std::nullopt;
    const Tie& tie = ties_.at(static_cast<std::size_t>(*mention.weekday - 1));
    if (!tie.day || tie.torn) return std::nullopt;
    TimeMention whole = mention;
    whole.year = static_cast<int>(tie.day->year());
    whole.month = static_cast<int>(static_cast<unsigned>(tie.day->month()));
    whole.day = static_cast<int>(static_cast<unsigned>(tie.day->day()));
    return whole;
  }

 private:
  struct Tie {
    std::optional<year_month_day> day;
    bool torn = false;
  };
  std::array<Tie, 7> ties_{};  // Monday first
};

/// Resolves mentions in text order.
class Reading {
 public:
  Reading(const Annotation& annotation, const std::vector<TimeMention>& mentions, Anchor anchor)
      : annotation_(annotation), mentions_(mentions), anchor_(anchor), ties_(mentions, anchor) {
    if (!anchor_.only_years) today_ = anchor_.date();
  }

  [[nodiscard]] TimeExpression read(std::size_t index) {
    const TimeMention& mention = mentions_[index];
    const std::uint32_t sentence = sentence_of(mention);
    Resolved resolved = day_of(index);
    if (mention.from_last && !quarter_.empty()) {  // "the quarter"; "a year earlier", of a quarter
      if (mention.grain == 'Q') resolved.value = quarter_;
      if (mention.grain == 'Y' && sentence <= quarter_sentence_ + 1) resolved.value = year_before(quarter_);
    }
    if (mention.quarter || mention.grain == 'Q') {
      quarter_ = resolved.value;
      quarter_sentence_ = sentence;
    }
    if (resolved.day && names_day(mention)) last_ = Named{*resolved.day, sentence, paragraph_of(sentence), mention.tokens.end};
    any_day_ = any_day_ || names_day(mention);
    TimeExpression time;
    time.tokens = mention.tokens;
    time.span = annotation_.span_of(mention.tokens);
    time.type = mention.type;
    time.value = resolved.value;
    time.mod = mention.mod;
    time.from_report_date = resolved.relative;
    time.sentence = sentence;
    return time;
  }

 private:
  struct Named {
    year_month_day day;
    std::uint32_t sentence;
    std::uint32_t paragraph;
    std::uint32_t end;  // token
  };

  [[nodiscard]] std::uint32_t sentence_of(const TimeMention& mention) const {
    return annotation_.tokens[mention.tokens.begin].sentence;
  }
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t sentence) const {
    return sentence < annotation_.sentences.size() ? annotation_.sentences[sentence].paragraph : 0;
  }

  /// "4 a.m. (11 p.m. ET)": the same moment elsewhere, perhaps on another day.
  [[nodiscard]] bool opens_bracket(const TimeMention& mention) const {
    return mention.tokens.begin > 0 && annotation_.tokens[mention.tokens.begin - 1].lower == "(";
  }

  [[nodiscard]] Resolved day_of(std::size_t index) const {
    const TimeMention& mention = mentions_[index];
    if (is_bare_clock(mention)) return resolve(mention, anchor_, day_of_clock(index));
    if (!today_) {
      if (const auto whole = ties_.tie(mention)) {
        Resolved resolved = resolve(*whole, anchor_, std::nullopt);
        resolved.relative = true;
        return resolved;
      }
    }
    const bool near = last_ && paragraph_of(sentence_of(mention)) <= last_->paragraph + 1;
    return resolve(mention, anchor_, near ? std::optional(last_->day) : std::nullopt);
  }

  /// The day of a bare clock time: one named close by in its sentence; the one the narrative is at; the report's where no other was named.
  [[nodiscard]] std::optional<year_month_day> day_of_clock(std::size_t index) const {
    const TimeMention& mention = mentions_[index];
    if (opens_bracket(mention)) return std::nullopt;
    const std::uint32_t sentence = sentence_of(mention);
    if (last_ && last_->sentence == sentence && mention.tokens.begin - last_->end <= kClose) return last_->day;
    if (const auto named = day_after(index)) return named;
    if (last_ && paragraph_of(sentence) <= last_->paragraph + 1 && goes_on(*last_, sentence)) return last_->day;
    return any_day_ ? std::nullopt : today_;
  }

  /// A day of the last week is still told of in the next sentences; an older one is background.
  [[nodiscard]] bool goes_on(const Named& named, std::uint32_t sentence) const {
    if (!today_) return sentence <= named.sentence + 1;
    return std::abs(static_cast<int>((sys_days{*today_} - sys_days{named.day}).count())) <= kRecent;
  }

  [[nodiscard]] std::optional<year_month_day> day_after(std::size_t index) const {
    for (std::size_t next = index + 1; next < mentions_.size() && sentence_of(mentions_[next]) == sentence_of(mentions_[index]);
         ++next) {
      const TimeMention& mention = mentions_[next];
      if (mention.tokens.begin - mentions_[index].tokens.end > kClose) break;
      if (mention.from_last || opens_bracket(mention)) continue;
      if (mention.hour) break;  // that day is another clock time's
      if (!names_day(mention)) continue;
      if (const Resolved resolved = resolve(mention, anchor_, std::nullopt); resolved.day) return resolved.day;
    }
    return std::nullopt;
  }

  const Annotation& annotation_;
  const std::vector<TimeMention>& mentions_;
  Anchor anchor_;
  TiedWeekdays ties_;
  std::optional<year_month_day> today_;
  std::optional<Named> last_;  // the day named last
  bool any_day_ = false;       // whether any was named
  std::string quarter_;        // the one named last: "1989-Q3"
  std::uint32_t quarter_sentence_ = 0;
};

Diagnostic undated(const Report& report, const std::vector<std::string>& open) {
  std::string shown;
  for (std::size_t i = 0; i < open.size() && i < kShownUndated; ++i) shown += (i == 0 ? "\"" : ", \"") + open[i] + "\"";
  const std::size_t more = open.size() > kShownUndated ? open.size() - kShownUndated : 0;
  return {report.meta.id, "undated",
          fmt::format("the report has no date, and its text fixes none: {}{} could not be dated", shown,
                      more > 0 ? fmt::format(" and {} more", more) : "")};
}

bool is_open(const TimeExpression& time) {
  return time.value.empty() || time.value.starts_with("X") || time.value.starts_with("T");
}

}  // namespace

std::vector<TimeExpression> find_times(const Annotation& annotation, std::string_view story, std::vector<Diagnostic>& diagnostics) {
  const std::vector<TimeMention> mentions = find_time_mentions(annotation);
  const Anchor anchor = find_anchor(annotation, mentions, story);
  Reading reading(annotation, mentions, anchor);
  std::vector<TimeExpression> times;
  times.reserve(mentions.size());
  std::vector<std::string> open;
  bool by_story = false;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    TimeExpression time = reading.read(i);
    if (time.from_report_date && is_open(time)) {
      open.emplace_back(slice(annotation.text(), time.span));
    } else if (time.from_report_date && anchor.of_story) {
      by_story = true;
    }
    times.push_back(std::move(time));
  }
  if (by_story) {
    diagnostics.push_back({annotation.report->meta.id, "dated-by-story",
                           fmt::format("years are taken from the other reports of the story ({})", story.substr(0, 10))});
  }
  if (!open.empty() && (anchor.only_years || !anchor.date())) diagnostics.push_back(undated(*annotation.report, open));
  return times;
}

}  // namespace tetrapla::claims
