#include "claims/times_anchor.h"

#include <date/date.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

namespace tetrapla::claims {
namespace {

using date::sys_days;
using language::Annotation;
using language::TokenKind;

constexpr std::uint32_t kHeadSentences = 4;   // where a date may be the report's
constexpr std::uint32_t kShortLine = 12;      // tokens: "Harbour Post, Saturday 14 March 2026, 18:30"
constexpr std::uint32_t kDatelineReach = 8;   // tokens before a dateline's date
constexpr std::uint32_t kLongestStamp = 300;  // bytes
constexpr int kNear = 300;                    // days: about ten months, within which months and days tell their year

Anchor anchor_of(const TimeMention& mention) { return {mention.year, mention.month, mention.day}; }

int weekday_of(const date::year_month_day& day) { return static_cast<int>(date::weekday{sys_days{day}}.iso_encoding()); }

int days_between(const date::year_month_day& from, const date::year_month_day& to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

/// A whole date in a piece of furniture: "14 March 2026 18:30 | 3 min read".
std::optional<Anchor> stamp_of(const Report& report) {
  for (const Exclusion& excluded : report.excluded) {
    if (excluded.why != ExclusionReason::kTimestamp && excluded.why != ExclusionReason::kByline) continue;
    if (excluded.span.size() > kLongestStamp) continue;
    Report stamp;
    stamp.text = std::string(slice(report.text, excluded.span));
    stamp.paragraphs = {{0, static_cast<std::uint32_t>(stamp.text.size())}};
    for (const TimeMention& mention : find_time_mentions(language::annotate_scrap(stamp))) {
      if (is_whole(mention)) return anchor_of(mention);
    }
  }
  return std::nullopt;
}

/// Reads where a mention stands.
class Place {
 public:
  Place(const Annotation& annotation, const TimeMention& mention)
      : annotation_(annotation), mention_(mention), sentence_(annotation.tokens[mention.tokens.begin].sentence) {}

  [[nodiscard]] bool at_head() const { return sentence_ < kHeadSentences; }

  /// Little else stands in its paragraph.
  [[nodiscard]] bool in_short_line() const {
    std::uint32_t first = mention_.tokens.begin;
    std::uint32_t last = mention_.tokens.end;
    while (first > 0 && last - first <= kShortLine && same_paragraph(first - 1)) --first;
    while (last < annotation_.tokens.size() && last - first <= kShortLine && same_paragraph(last)) ++last;
    return last - first <= kShortLine;
  }

  /// "SARYCHAN, March 13 (Meridian Press) -", "Paris, 6 May —": capitals from the paragraph's first word on, and a mark that closes them.
  [[nodiscard]] bool in_dateline() const {
    std::uint32_t first = mention_.tokens.begin;
    bool shouted = false;
    while (first > 0 && same_paragraph(first - 1)) {
      const auto& token = annotation_.tokens[--first];
      if (mention_.tokens.begin - first > kDatelineReach) return false;
      const std::string_view text = annotation_.text_of(token);
      if (token.kind == TokenKind::kNumber || (token.kind == TokenKind::kWord && !(text.front() >= 'A' && text.front() <= 'Z')))
        return false;
      if (token.kind != TokenKind::kWord && token.lower != "," && token.lower != "." && token.lower != "(" && token.lower != ")" &&
          token.lower != "/" && token.lower != "-")
        return false;
      constexpr std::size_t kWordLength = 3;
      shouted = shouted ||
                (text.size() >= kWordLength && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    }
    if (first == mention_.tokens.begin) return false;
    const std::uint32_t next = mention_.tokens.end;
    if (next >= annotation_.tokens.size() || !same_paragraph(next)) return shouted;
    const std::string_view mark = annotation_.tokens[next].lower;
    const bool dash = mark == "-" || mark == "–" || mark == "—" || mark == "--";
    return (dash && annotation_.tokens[next].space_before) || mark == "(" || (shouted && (dash || mark == ":" || mark == "."));
  }

  /// "it's Friday the eighth of May", "it is six o'clock on Saturday the fourteenth of March".
  [[nodiscard]] bool is_spoken() const {
    const std::uint32_t begin = mention_.tokens.begin;
    if (!mention_.weekday || begin < 2 || !same_paragraph(begin - 2)) return false;
    const auto& tokens = annotation_.tokens;
    return (tokens[begin - 2].lower == "it" || tokens[begin - 2].lower == "today") &&
           (tokens[begin - 1].lower == "is" || tokens[begin - 1].lower == "'s");
  }

 private:
  [[nodiscard]] bool same_paragraph(std::uint32_t at) const {
    return annotation_.sentences[annotation_.tokens[at].sentence].paragraph == annotation_.sentences[sentence_].paragraph;
  }

  const Annotation& annotation_;
  const TimeMention& mention_;
  std::uint32_t sentence_;
};

/// Whether each "Friday, 13 March" of the text is a Friday near that date.
bool weekdays_agree(const std::vector<TimeMention>& mentions, const Anchor& anchor) {
  for (const TimeMention& mention : mentions) {
    if (!mention.weekday || !mention.month || !mention.day || mention.year) continue;
    const Resolved resolved = resolve(mention, anchor, std::nullopt);
    if (resolved.day && weekday_of(*resolved.day) != *mention.weekday) return false;
  }
  return true;
}

/// The latest year that the text names; 0 where it names none.
int latest_year(const std::vector<TimeMention>& mentions) {
  int latest = 0;
  for (const TimeMention& mention : mentions) latest = std::max(latest, mention.year.value_or(0));
  return latest;
}

/// The latest whole date, where no later year is named: an earlier one is background. So is the only mention of its year, unless it stands at
/// the head or with its weekday.
std::optional<Anchor> latest_whole(const Annotation& annotation, const std::vector<TimeMention>& mentions) {
  const int year = latest_year(mentions);
  std::optional<Anchor> latest;
  int named = 0;
  bool told = false;
  for (const TimeMention& mention : mentions) {
    if (mention.year != year) continue;
    ++named;
    if (!is_whole(mention)) continue;
    told = told || mention.weekday || Place(annotation, mention).at_head();
    if (!latest || sys_days{*anchor_of(mention).date()} > sys_days{*latest->date()}) latest = anchor_of(mention);
  }
  return told || named > 1 ? latest : std::nullopt;
}

/// "Friday, 13 March" where it meets the latest year that the text names; an earlier one may fit by chance.
std::optional<Anchor> weekday_in_latest_year(const std::vector<TimeMention>& mentions) {
  const int latest = latest_year(mentions);
  if (latest == 0) return std::nullopt;
  for (const TimeMention& mention : mentions) {
    if (!mention.weekday || !mention.month || !mention.day || mention.year) continue;
    const Anchor candidate{latest, mention.month, mention.day};
    if (const auto day = candidate.date(); day && weekday_of(*day) == *mention.weekday) return candidate;
  }
  return std::nullopt;
}

/// What tells the year where nothing tells the day.
std::optional<Anchor> find_years(const Annotation& annotation, const std::vector<TimeMention>& mentions, std::string_view story) {
  const auto own = latest_whole(annotation, mentions);
  const Anchor others = parse_anchor(story);
  std::optional<Anchor> years = own ? own : weekday_in_latest_year(mentions);
  if (others.date()) {
    if (own && days_between(*others.date(), *own->date()) > kNear) return std::nullopt;  // the text tells of a later time
    if (!years || days_between(*years->date(), *others.date()) > kNear) {
      years = others;
      years->of_story = true;
    }
  }
  if (!years) return std::nullopt;
  years->only_years = true;
  if (!weekdays_agree(mentions, *years)) return std::nullopt;
  return years;
}

}  // namespace

bool is_whole(const TimeMention& mention) {
  return mention.year && mention.month && mention.day && anchor_of(mention).date().has_value();
}

std::vector<TimeMention> find_time_mentions(const Annotation& annotation) {
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

Anchor find_anchor(const Annotation& annotation, const std::vector<TimeMention>& mentions, std::string_view story) {
  if (const Anchor published = parse_anchor(annotation.report->meta.published); published.year) return published;
  if (const auto stamp = stamp_of(*annotation.report)) return *stamp;
  for (const TimeMention& mention : mentions) {
    const Place place(annotation, mention);
    if (!place.at_head()) break;
    if (is_whole(mention) && (place.in_short_line() || place.in_dateline() || place.is_spoken())) return anchor_of(mention);
  }
  const auto years = find_years(annotation, mentions, story);
  if (!years) return {};
  for (const TimeMention& mention : mentions) {
    const Place place(annotation, mention);
    if (!place.at_head()) break;
    if (!mention.month || !mention.day || mention.year || !(place.in_dateline() || place.is_spoken())) continue;
    const Resolved day = resolve(mention, *years, std::nullopt);
    if (!day.day || std::abs(days_between(*years->date(), *day.day)) > kNear) continue;
    if (mention.weekday && weekday_of(*day.day) != *mention.weekday) continue;
    Anchor own{static_cast<int>(day.day->year()), static_cast<int>(static_cast<unsigned>(day.day->month())),
               static_cast<int>(static_cast<unsigned>(day.day->day()))};
    own.of_story = years->of_story;
    return own;
  }
  return *years;
}

}  // namespace tetrapla::claims
