#include "collate/figure_claim.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "collate/attribution.h"
#include "collate/figure_label.h"
#include "collate/links.h"
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
  friend auto operator<=>(const Form&, const Form&) = default;
};

Form form_of(const Quantity& quantity) { return {quantity.unit, quantity.low, quantity.high, quantity.bound}; }

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

/// A toll that "rises to 14" is 14.
bool is_running(const Mentions& mentions, const Mention& mention) {
  return mention.predicate && mentions.predicates[*mention.predicate].running != Running::kNo;
}

/// A reading with the mentions that give it.
struct Stated {
  Reading reading;
  Measure measure;
  std::vector<std::uint32_t> mentions;
  std::string time;  ///< the earliest known: of the clause, else of publication
};

/// What time says of two readings that cannot both hold.
enum class Order { kUnknown, kLaterCount, kContradiction };

/// A later count, where one is later and none has it the other way about; unknown where a reading has no time.
Order order_of(const Mentions& mentions, const Stated& a, const Stated& b) {
  Order order = Order::kUnknown;
  for (const std::uint32_t i : a.mentions) {
    for (const std::uint32_t j : b.mentions) {
      const Mention& x = mentions.all[i];
      const Mention& y = mentions.all[j];
      const std::string when_x = time_of(x);
      const std::string when_y = time_of(y);
      if (may_be_update(mentions, x, y)) {
        order = Order::kLaterCount;
      } else if (!is_running(mentions, x) ||
                 (!when_x.empty() && !when_y.empty() && !when_x.starts_with(when_y) && !when_y.starts_with(when_x))) {
        return Order::kContradiction;
      }
    }
  }
  return order;
}

struct Comparison {
  ClaimStatus status = ClaimStatus::kAgreed;
  std::string why;
};

/// Whether all readings can hold at once; where not, whether time explains it. A reading without a time belongs to a toll of which other
/// readings show that it runs.
Comparison compare(const Inputs& inputs, const Mentions& mentions, const std::vector<Stated>& stated) {
  Comparison result;
  bool later = false;
  bool contradiction = false;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    for (std::size_t j = i + 1; j < stated.size(); ++j) {
      if (compatible(stated[i].measure, stated[j].measure)) continue;
      const Order order = order_of(mentions, stated[i], stated[j]);
      later = later || order == Order::kLaterCount;
      contradiction = contradiction || order == Order::kContradiction;
      if (result.why.empty() || (order == Order::kContradiction && result.status != ClaimStatus::kDiffers)) {
        const Reading& a = stated[i].reading;
        const Reading& b = stated[j].reading;
        result.why =
            fmt::format("{} ({}) and {} ({}) cannot both hold", spoken(a), siglum(inputs, a), spoken(b), siglum(inputs, b));
        if (order == Order::kContradiction) result.status = ClaimStatus::kDiffers;
      }
    }
  }
  if (result.why.empty()) {
    for (const Stated& one : stated) result.why += (result.why.empty() ? "one amount fits all: " : ", ") + spoken(one.reading);
    if (stated.size() < 2) result.why.clear();
  } else if (later && !contradiction) {
    result.status = ClaimStatus::kUpdated;
    result.why = "the later count is the one of the later report";
  } else {
    result.status = ClaimStatus::kDiffers;
  }
  return result;
}

/// Several lines that all have it from one source are no more than that source: "two lines, one source: the ministry". Else empty.
/// `sourced`: the lines whose mentions name anybody.
std::string one_source(const Claim& claim, const std::set<LineIndex>& sourced) {
  static constexpr std::string_view kNumbers[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const std::size_t count = claim.lines.size();
  if (claim.sources.size() != 1 || count < 2) return {};
  if (!std::includes(sourced.begin(), sourced.end(), claim.lines.begin(), claim.lines.end())) return {};
  const std::string number = count - 2 < std::size(kNumbers) ? std::string(kNumbers[count - 2]) : std::to_string(count);
  return fmt::format("{} lines, one source: {}", number, claim.sources.front());
}

}  // namespace

Claim make_figure_claim(const Inputs& inputs, const Names& names, const Mentions& mentions,
                        const std::vector<std::uint32_t>& members) {
  Claim claim;
  claim.kind = ClaimKind::kFigure;
  claim.label = figure_label(inputs, mentions, members);

  std::map<Form, std::vector<std::uint32_t>> forms;
  for (const std::uint32_t m : members) forms[form_of(quantity_of(inputs, mentions.all[m]))].push_back(m);
  std::vector<Stated> stated;
  std::set<LineIndex> sourced;
  for (const auto& [form, mentioned] : forms) {
    Stated now{.reading = {}, .measure = mentions.all[mentioned.front()].measure, .mentions = mentioned, .time = {}};
    Reading& reading = now.reading;
    std::map<std::string, int> texts;
    std::map<std::string, int> nouns;
    std::set<std::string> times;
    for (const std::uint32_t m : mentioned) {
      const Mention& mention = mentions.all[m];
      const Quantity& quantity = quantity_of(inputs, mention);
      ++texts[words_of(inputs, mention.report, quantity.span)];
      if (!quantity.counted.empty()) ++nouns[quantity.counted];
      times.insert(mention.clause_time);
      const std::string when = time_of(mention);
      if (!when.empty() && (now.time.empty() || when < now.time)) now.time = when;
      reading.citations.push_back(cite(inputs, mention.report, phrase_of(inputs, mention)));
      std::vector<Attribution> told_by = attributions_at(inputs, names, mention.report, quantity.span);
      const Citation& own = reading.citations.back();
      if (!told_by.empty()) sourced.insert(own.borrowed.value_or(inputs.lines.line_of[own.report]));
      add_attributions(reading.attributed_to, std::move(told_by));
      if (quantity.change != Change::kNone && !is_running(mentions, mention)) reading.change = quantity.change;
    }
    reading.text = commonest(texts);
    reading.low = form.low;
    reading.high = form.high;
    reading.bound = form.bound;
    reading.unit = form.unit;
    reading.counted = commonest(nouns);
    if (times.size() == 1) reading.time = *times.begin();
    stated.push_back(std::move(now));
  }
  for (const Stated& one : stated) claim.readings.push_back(one.reading);
  settle(inputs, claim);
  for (std::size_t i = 0; i < stated.size(); ++i) stated[i].reading = std::move(claim.readings[i]);
  // The reading that most lines, then most reports state stands first; a running count is in the order of its times.
  std::stable_sort(stated.begin(), stated.end(), [](const Stated& a, const Stated& b) {
    return a.reading.lines.size() != b.reading.lines.size() ? a.reading.lines.size() > b.reading.lines.size()
                                                            : a.reading.citations.size() > b.reading.citations.size();
  });
  const Comparison comparison = compare(inputs, mentions, stated);
  if (comparison.status == ClaimStatus::kUpdated) {
    std::stable_sort(stated.begin(), stated.end(), [](const Stated& a, const Stated& b) { return a.time < b.time; });
  }
  for (std::size_t i = 0; i < stated.size(); ++i) claim.readings[i] = std::move(stated[i].reading);
  claim.why = comparison.why;
  if (const std::string one = one_source(claim, sourced); !one.empty()) claim.why += (claim.why.empty() ? "" : "; ") + one;
  claim.status = comparison.status == ClaimStatus::kAgreed && claim.lines.size() < 2 ? ClaimStatus::kSingleLine : comparison.status;
  return claim;
}

}  // namespace tetrapla::collate
