#include "collate/timeline.h"

#include <algorithm>
#include <map>

#include "claims/time_values.h"
#include "collate/clock.h"
#include "collate/settle.h"
#include "collate/stems.h"
#include "text/reading.h"
#include "text/words.h"

namespace tetrapla::collate {
namespace {

using language::Annotation;
using language::TokenRange;

constexpr double kSameEvent = 12;          // bits of rare words that two sentences of one date share when they tell one thing
constexpr float kContentBits = 3;          // a word in more than one report of eight tells nothing
constexpr std::uint32_t kReach = 12;       // words around a date that a label shows
constexpr std::size_t kMostCompared = 64;  // entries of one date that a mention is held against

/// The precision of a point in time: its value's length tells it.
Precision precision_of(std::string_view value) {
  switch (value.size()) {
    case 4: return Precision::kYear;
    case 7: return Precision::kMonth;
    case 10: return Precision::kDay;
    case 13: return Precision::kHour;
    default: return Precision::kMinute;
  }
}

struct Dated {
  ReportIndex report;
  Span span;
  std::uint32_t sentence;
  std::map<std::string, float> stems;  ///< with their bits of rarity
};

class Timeline {
 public:
  explicit Timeline(const Inputs& inputs) : inputs_(inputs) {}

  std::vector<TimelineEntry> build(const std::vector<Claim>& claims) {
    std::map<std::string, std::vector<std::vector<Dated>>> days;  // by value, then by event
    for (ReportIndex report = 0; report < inputs_.reports.size(); ++report) {
      for (const auto& time : inputs_.claims[report].times) {
        if (time.type != claims::TimeType::kDate && time.type != claims::TimeType::kTime) continue;
        const std::string when(claims::point_in_time(time.value));
        if (when.empty() || stands_in_dateline(inputs_.reports[report], time.span)) continue;
        put(days[when], describe(report, time));
      }
    }
    std::vector<TimelineEntry> entries;
    for (const auto& [value, events] : days) {
      for (const auto& mentions : events) entries.push_back(entry_of(value, mentions, claims));
    }
    return entries;
  }

 private:
  Dated describe(ReportIndex report, const claims::TimeExpression& time) {
    const Annotation& annotation = inputs_.annotations[report];
    Dated dated{report, time.span, time.sentence, {}};
    const TokenRange sentence = annotation.sentences[time.sentence].tokens;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const auto& token = annotation.tokens[t];
      if (token.kind != language::TokenKind::kWord) continue;
      const float bits = rarity_.bits(text::key_of(text::fold(token.lower)));
      if (bits >= kContentBits) dated.stems.emplace(stemmer_(token.lower), bits);
    }
    return dated;
  }

  static double shared_bits(const Dated& a, const Dated& b) {
    double bits = 0;
    for (const auto& [stem, rarity] : a.stems) {
      if (b.stems.contains(stem)) bits += static_cast<double>(rarity);
    }
    return bits;
  }

  static void put(std::vector<std::vector<Dated>>& events, Dated dated) {
    std::vector<Dated>* best = nullptr;
    double most = kSameEvent;
    for (std::size_t e = 0; e < std::min(events.size(), kMostCompared); ++e) {
      const double bits = shared_bits(events[e].front(), dated);
      if (bits >= most) {
        most = bits;
        best = &events[e];
      }
    }
    if (best != nullptr) {
      best->push_back(std::move(dated));
    } else {
      events.push_back({std::move(dated)});
    }
  }

  TimelineEntry entry_of(const std::string& value, const std::vector<Dated>& mentions, const std::vector<Claim>& claims) const {
    TimelineEntry entry;
    entry.time = value;
    entry.precision = precision_of(value);
    for (const Dated& dated : mentions) entry.citations.push_back(cite(inputs_, dated.report, dated.span));
    std::sort(entry.citations.begin(), entry.citations.end());
    entry.label = label_of(mentions.front());
    for (ClaimIndex c = 0; c < claims.size(); ++c) {
      if (stands_in(claims[c], mentions)) entry.claims.push_back(c);
    }
    return entry;
  }

  [[nodiscard]] std::string label_of(const Dated& dated) const {
    const Annotation& annotation = inputs_.annotations[dated.report];
    const language::Sentence& sentence = annotation.sentences[dated.sentence];
    TokenRange range = sentence.tokens;
    if (range.size() > 2 * kReach) {
      std::uint32_t at = range.begin;
      while (at < range.end && annotation.tokens[at].span.end <= dated.span.begin) ++at;
      range.begin = at > range.begin + kReach ? at - kReach : range.begin;
      range.end = std::min(range.end, range.begin + 2 * kReach);
    }
    std::string label =
        text::plain(inputs_.reports[dated.report].text, annotation.span_of(range), inputs_.reports[dated.report].excluded);
    if (range.begin > sentence.tokens.begin) label.insert(0, "… ");
    if (range.end < sentence.tokens.end) label += " …";
    return label;
  }

  [[nodiscard]] bool stands_in(const Claim& claim, const std::vector<Dated>& mentions) const {
    for (const Reading& reading : claim.readings) {
      for (const Citation& citation : reading.citations) {
        for (const Dated& dated : mentions) {
          if (dated.report == citation.report &&
              inputs_.annotations[dated.report].sentences[dated.sentence].span.overlaps(citation.span)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  const Inputs& inputs_;
  Stemmer stemmer_;
  const text::Rarity& rarity_ = text::Rarity::in_news();
};

}  // namespace

std::vector<TimelineEntry> collate_timeline(const Inputs& inputs, const std::vector<Claim>& claims) {
  return Timeline(inputs).build(claims);
}

}  // namespace tetrapla::collate
