// Expressions of time: found as they stand (times_mentions.h), then fixed against the report's date, or against what the text itself fixes
// where the report has none (times_calendar.h). What stays open is said in a diagnostic.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <date/date.h>
#include <fmt/format.h>

#include "claims/claims.h"
#include "claims/times_calendar.h"
#include "claims/times_mentions.h"

namespace tetrapla::claims {
namespace {

using date::year_month_day;
using language::Annotation;

constexpr std::uint32_t kDatelineSentences = 3;  // where a whole date is taken for the report's
constexpr std::size_t kShownUndated = 3;

std::vector<TimeMention> mentions_of(const Annotation& annotation) {
  std::vector<TimeMention> mentions;
  for (std::uint32_t at = 0; at < annotation.tokens.size();) {
    if (auto mention = parse_time(annotation, at)) {
      at = mention->tokens.end;
      mentions.push_back(std::move(*mention));
    } else {
      ++at;
    }
  }
  return mentions;
}

bool is_whole(const TimeMention& mention) { return mention.year && mention.month && mention.day; }

Anchor anchor_of(const TimeMention& mention) { return {mention.year, mention.month, mention.day}; }

/// A whole date in a piece of furniture: "14 March 2026 18:30 | 3 min read".
std::optional<Anchor> stamp_of(const Report& report) {
  for (const Exclusion& excluded : report.excluded) {
    if (excluded.why != ExclusionReason::kTimestamp && excluded.why != ExclusionReason::kByline) continue;
    constexpr std::uint32_t kLongestStamp = 300;  // bytes
    if (excluded.span.size() > kLongestStamp) continue;
    Report stamp;
    stamp.text = std::string(slice(report.text, excluded.span));
    stamp.paragraphs = {{0, static_cast<std::uint32_t>(stamp.text.size())}};
    for (const TimeMention& mention : mentions_of(language::annotate(stamp))) {
      if (is_whole(mention) && anchor_of(mention).date()) return anchor_of(mention);
    }
  }
  return std::nullopt;
}

/// What fixes the report's day: its metadata; a stamp; a whole date at its head; a day of the week with its date, where both meet in the
/// latest year that the text names.
Anchor find_anchor(const Annotation& annotation, const std::vector<TimeMention>& mentions) {
  if (const Anchor published = parse_anchor(annotation.report->meta.published); published.year) return published;
  if (const auto stamp = stamp_of(*annotation.report)) return *stamp;
  std::vector<int> years;
  for (const TimeMention& mention : mentions) {
    if (is_whole(mention) && annotation.tokens[mention.tokens.begin].sentence < kDatelineSentences && anchor_of(mention).date()) return anchor_of(mention);
    if (mention.year) years.push_back(*mention.year);
  }
  if (years.empty()) return {};
  const int latest = *std::max_element(years.begin(), years.end());  // an earlier one is background, and may fit by chance
  for (const TimeMention& mention : mentions) {
    if (!mention.weekday || !mention.month || !mention.day || mention.year) continue;
    const Anchor candidate{latest, mention.month, mention.day};
    const auto day = candidate.date();
    if (day && static_cast<int>(date::weekday{date::sys_days{*day}}.iso_encoding()) == *mention.weekday) return candidate;
  }
  return {};
}

/// The day named in the same sentence: for a bare clock time the nearest mention that names one.
std::optional<year_month_day> day_in_sentence(const Annotation& annotation, const std::vector<TimeMention>& mentions, std::size_t index, const Anchor& anchor) {
  const std::uint32_t sentence = annotation.tokens[mentions[index].tokens.begin].sentence;
  for (std::size_t next = index + 1; next < mentions.size() && annotation.tokens[mentions[next].tokens.begin].sentence == sentence; ++next) {
    if (mentions[next].from_last) continue;
    if (mentions[next].hour) break;  // that day is another clock time's
    if (const Resolved resolved = resolve(mentions[next], anchor, std::nullopt); resolved.day && (mentions[next].day || mentions[next].weekday || mentions[next].grain == 'D')) return resolved.day;
  }
  return std::nullopt;
}

bool is_bare_clock(const TimeMention& mention) {
  return (mention.hour || !mention.part.empty()) && !mention.day && !mention.weekday && mention.grain == 0 && !mention.month;
}

/// "1989-Q3" → "1988-Q3".
std::string year_before(const std::string& quarter) {
  const Anchor year = parse_anchor(quarter);
  return year.year ? fmt::format("{:04}{}", *year.year - 1, quarter.substr(4)) : quarter;
}

Diagnostic undated(const Report& report, const std::vector<std::string>& open) {
  std::string shown;
  for (std::size_t i = 0; i < open.size() && i < kShownUndated; ++i) shown += (i == 0 ? "\"" : ", \"") + open[i] + "\"";
  const std::size_t more = open.size() > kShownUndated ? open.size() - kShownUndated : 0;
  return {report.meta.id, "undated",
          fmt::format("the report has no date, and its text fixes none: {}{} could not be dated", shown, more > 0 ? fmt::format(" and {} more", more) : "")};
}

}  // namespace

std::vector<TimeExpression> find_times(const Annotation& annotation, std::vector<Diagnostic>& diagnostics) {
  const std::vector<TimeMention> mentions = mentions_of(annotation);
  const Anchor anchor = find_anchor(annotation, mentions);
  std::vector<TimeExpression> times;
  times.reserve(mentions.size());
  std::vector<std::string> open;
  std::optional<year_month_day> last;         // the day named last, in this paragraph or the one before
  std::uint32_t last_paragraph = 0;
  std::string last_quarter;                   // "1989-Q3"
  std::uint32_t quarter_sentence = 0;
  std::uint32_t last_sentence = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const TimeMention& mention = mentions[i];
    const std::uint32_t sentence = annotation.tokens[mention.tokens.begin].sentence;
    const std::uint32_t paragraph = sentence < annotation.sentences.size() ? annotation.sentences[sentence].paragraph : 0;
    if (last && paragraph > last_paragraph + 1) last.reset();
    std::optional<year_month_day> base = last;
    if (is_bare_clock(mention) && (!last || last_sentence != sentence)) {
      if (const auto named = day_in_sentence(annotation, mentions, i, anchor)) base = named;
    }
    Resolved resolved = resolve(mention, anchor, base);
    if (mention.from_last && !last_quarter.empty()) {  // "the quarter"; "a year earlier", of a quarter
      if (mention.grain == 'Q') resolved.value = last_quarter;
      if (mention.grain == 'Y' && sentence <= quarter_sentence + 1) resolved.value = year_before(last_quarter);
    }
    if (mention.quarter || mention.grain == 'Q') {
      last_quarter = resolved.value;
      quarter_sentence = sentence;
    }
    if (resolved.day && (mention.day || mention.weekday || mention.grain == 'D')) {
      last = resolved.day;
      last_paragraph = paragraph;
      last_sentence = sentence;
    }
    TimeExpression time;
    time.tokens = mention.tokens;
    time.span = annotation.span_of(mention.tokens);
    time.type = mention.type;
    time.value = resolved.value;
    time.mod = mention.mod;
    time.from_report_date = resolved.relative;
    time.sentence = sentence;
    if (resolved.relative && (time.value.empty() || time.value.starts_with("X") || time.value.starts_with("T"))) {
      open.emplace_back(slice(annotation.text(), time.span));
    }
    times.push_back(std::move(time));
  }
  if (!open.empty()) diagnostics.push_back(undated(*annotation.report, open));
  return times;
}

}  // namespace tetrapla::claims
