#include "collate/figure_claim.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "collate/figure_label.h"
#include "collate/settle.h"
#include "text/reading.h"

namespace tetrapla::collate {
namespace {

using claims::Quantity;

const Quantity& quantity_of(const Inputs& inputs, const Mention& mention) {
  return inputs.claims[mention.report].quantities[mention.quantity];
}

/// The phrase a reader needs: the number with its unit, and what is counted where it stands close by ("375 drones").
Span phrase_of(const Inputs& inputs, const Mention& mention) {
  const Quantity& quantity = quantity_of(inputs, mention);
  constexpr std::uint32_t kClose = 40;  // bytes between the number and its noun; beyond it the citation is the number alone
  const Span counted = quantity.counted_span;
  if (counted.empty() || quantity.unit == "year of age") return quantity.span;
  if (counted.begin >= quantity.span.end && counted.begin - quantity.span.end <= kClose) return hull(quantity.span, counted);
  return quantity.span;
}

std::string words_of(const Inputs& inputs, ReportIndex report, Span span) {
  return text::plain(inputs.reports[report].text, span, inputs.reports[report].excluded);
}

/// A reading's key: what must be equal for two mentions to be one reading.
struct Form {
  std::string unit;
  std::optional<double> low;
  std::optional<double> high;
  Bound bound;
  std::string time;
  friend auto operator<=>(const Form&, const Form&) = default;
};

Form form_of(const Quantity& quantity) {
  const Bound bound = quantity.bound;
  return {quantity.unit, quantity.low, quantity.high, bound, {}};
}

/// The commonest way the mentions write it: "375", "more than 80", "23 kilometres"; the shortest among equals.
std::string commonest(const std::map<std::string, int>& texts) {
  std::string best;
  int most = 0;
  for (const auto& [text, count] : texts) {
    if (count > most || (count == most && text.size() < best.size())) {
      best = text;
      most = count;
    }
  }
  return best;
}

std::string siglum(const Inputs& inputs, const Reading& reading) {
  std::string letters;
  for (const LineIndex line : reading.lines) letters += (letters.empty() ? "" : ", ") + inputs.lines.lines[line].id;
  return letters;
}

std::string spoken(const Reading& reading) {
  switch (reading.bound) {
    case Bound::kAbout: return "about " + reading.text;
    case Bound::kNearly: return "nearly " + reading.text;
    case Bound::kAtLeast: return "at least " + reading.text;
    case Bound::kAtMost: return "at most " + reading.text;
    case Bound::kMoreThan: return "more than " + reading.text;
    case Bound::kLessThan: return "less than " + reading.text;
    case Bound::kExact:
    case Bound::kBetween: return reading.text;
  }
  return reading.text;
}

struct Comparison {
  bool differs = false;
  bool updated = false;
  std::string why;
};

/// Whether all readings can hold at once; where not, whether time explains it: a later count that is another.
Comparison compare(const Inputs& inputs, const std::vector<Reading>& readings, const std::vector<Measure>& measures) {
  Comparison result;
  bool all_timed = true;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = i + 1; j < readings.size(); ++j) {
      if (compatible(measures[i], measures[j])) continue;
      if (result.why.empty()) {
        result.why = fmt::format("{} ({}) and {} ({}) cannot both hold", spoken(readings[i]), siglum(inputs, readings[i]), spoken(readings[j]),
                                 siglum(inputs, readings[j]));
      }
      result.differs = true;
      all_timed = all_timed && !readings[i].time.empty() && !readings[j].time.empty() && readings[i].time != readings[j].time;
    }
  }
  if (result.differs && all_timed) {
    result.differs = false;
    result.updated = true;
    result.why = "counted at different times";
  }
  if (result.why.empty() && readings.size() > 1) {
    result.why = "one amount fits all: ";
    for (std::size_t i = 0; i < readings.size(); ++i) result.why += (i == 0 ? "" : ", ") + spoken(readings[i]);
  }
  return result;
}

}  // namespace

Claim make_figure_claim(const Inputs& inputs, const Mentions& mentions, const std::vector<std::uint32_t>& members) {
  Claim claim;
  claim.kind = ClaimKind::kFigure;
  claim.label = figure_label(inputs, mentions, members);

  std::map<Form, std::vector<std::uint32_t>> forms;
  for (const std::uint32_t m : members) forms[form_of(quantity_of(inputs, mentions.all[m]))].push_back(m);
  std::vector<std::pair<Reading, Measure>> readings;
  for (const auto& [form, mentioned] : forms) {
    Reading reading;
    std::map<std::string, int> texts;
    std::map<std::string, int> nouns;
    std::set<std::string> times;
    for (const std::uint32_t m : mentioned) {
      const Mention& mention = mentions.all[m];
      const Quantity& quantity = quantity_of(inputs, mention);
      ++texts[words_of(inputs, mention.report, quantity.span)];
      if (!quantity.counted.empty()) ++nouns[quantity.counted];
      times.insert(mention.clause_time);
      reading.citations.push_back(cite(inputs, mention.report, phrase_of(inputs, mention)));
      if (quantity.change != Change::kNone) reading.change = quantity.change;
    }
    reading.text = commonest(texts);
    reading.low = form.low;
    reading.high = form.high;
    reading.bound = form.bound;
    reading.unit = form.unit;
    reading.counted = commonest(nouns);
    if (times.size() == 1) reading.time = *times.begin();
    readings.emplace_back(std::move(reading), mentions.all[mentioned.front()].measure);
  }
  for (auto& [reading, measure] : readings) claim.readings.push_back(std::move(reading));
  settle(inputs, claim);
  for (std::size_t i = 0; i < readings.size(); ++i) readings[i].first = std::move(claim.readings[i]);
  // The reading that most lines, then most reports state stands first; a running count is in the order of its times.
  std::stable_sort(readings.begin(), readings.end(), [](const auto& a, const auto& b) {
    return a.first.lines.size() != b.first.lines.size() ? a.first.lines.size() > b.first.lines.size()
                                                        : a.first.citations.size() > b.first.citations.size();
  });
  std::vector<Measure> measures;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    claim.readings[i] = std::move(readings[i].first);
    measures.push_back(readings[i].second);
  }
  const Comparison comparison = compare(inputs, claim.readings, measures);
  claim.why = comparison.why;
  if (comparison.updated) {
    std::stable_sort(claim.readings.begin(), claim.readings.end(), [](const Reading& a, const Reading& b) { return a.time < b.time; });
    claim.status = ClaimStatus::kUpdated;
  } else if (comparison.differs) {
    claim.status = ClaimStatus::kDiffers;
  } else {
    claim.status = claim.lines.size() > 1 ? ClaimStatus::kAgreed : ClaimStatus::kSingleLine;
  }
  return claim;
}

}  // namespace tetrapla::collate
