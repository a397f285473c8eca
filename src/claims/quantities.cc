// Amounts and counts. A walk over the tokens: at each place a number is read with currency and unit ("amount"), two amounts may make a
// range (quantities_amounts.h), and the words around give bound, change, counted noun and concept. What is no amount is left out (quantities_reject.h).
#include <algorithm>
#include <cmath>
#include <string_view>

#include "claims/claims.h"
#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims/quantities_ages.h"
#include "claims/quantities_amounts.h"
#include "claims/quantities_bounds.h"
#include "claims/quantities_context.h"
#include "claims/quantities_counted.h"
#include "claims/quantities_reject.h"
#include "claims/quantities_units.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;
using language::TokenRange;

Measured measured_of(UnitKind kind, bool has_unit) {
  if (kind == UnitKind::kShare) return Measured::kShare;
  if (kind == UnitKind::kTime || kind == UnitKind::kAge) return Measured::kTime;
  return kind == UnitKind::kMeasure && has_unit ? Measured::kLength : Measured::kOther;
}

constexpr std::string_view kOfAge = " of age";

class Finder : public TokenView {
 public:
  Finder(const Annotation& annotation, const std::vector<TimeExpression>& times)
      : TokenView(annotation), in_time_(mark(times)), amounts_(annotation, in_time_), ages_(annotation, in_time_) {}

  std::vector<Quantity> find() {
    for (std::uint32_t at = 0; at < size();) {
      const std::uint32_t end = read(at);
      if (end > at) read_to_ = end;
      at = std::max(at + 1, end);
    }
    return std::move(found_);
  }

 private:
  /// The tokens of dates and clock times; lengths of time are amounts ("twenty minutes ago" says how many).
  [[nodiscard]] std::vector<bool> mark(const std::vector<TimeExpression>& times) const {
    std::vector<bool> marks(size(), false);
    for (const TimeExpression& time : times) {
      if (time.type == TimeType::kDuration || (time.type == TimeType::kTime && lower(time.tokens.end - 1) == "ago")) continue;
      for (std::uint32_t at = time.tokens.begin; at < time.tokens.end && at < size(); ++at) marks[at] = true;
    }
    return marks;
  }

  /// Reads what begins at a token; returns where to go on, `at` or less where nothing does.
  std::uint32_t read(std::uint32_t at) {
    if (in_time_[at]) return at;
    std::optional<Amount> amount = amounts_.read_amount(at, read_to_);
    if (!amount) {
      if (const auto article = amounts_.read_article(at)) {
        emit(*article);
        return article->end;
      }
      return read_ordinal(at);
    }
    if (!amount->number.fraction) {
      if (const std::uint32_t end = read_ordinal(at); end > amount->end) return end;  // "twenty-first"
    }
    amount = amounts_.with_smaller_unit(*amount, read_to_);
    if (const std::uint32_t chain = amounts_.digit_chain(*amount); chain > 0) return chain;
    if (const std::uint32_t points = amounts_.score(*amount); points > 0) return points;
    if (const auto second = amounts_.range_end(*amount)) return emit_range(*amount, *second);
    emit(*amount);
    return amount->end;
  }

  // What comes out.

  std::uint32_t emit_range(const Amount& first, const Amount& second) {
    Quantity quantity = start(first.begin, second.end);
    const double a = AmountReader::lower_end(first, second);
    const double b = second.number.low;
    quantity.low = std::min(a, b);
    quantity.high = std::max(a, b);
    quantity.bound = Bound::kBetween;
    quantity.span = {first.unit && first.money ? token(first.begin).span.begin : first.number.span.begin,
                     token(second.end - 1).span.end};
    if (second.unit) quantity.unit = second.unit->name;
    if (second.unit && second.unit->negative) {
      quantity.low = -std::max(a, b);
      quantity.high = -std::min(a, b);
    }
    const std::uint32_t left = first.begin > 0 && (lower(first.begin - 1) == "between" || lower(first.begin - 1) == "from")
                                   ? first.begin - 1
                                   : first.begin;
    finish(std::move(quantity), left, second.end, second.unit ? second.unit->kind : UnitKind::kMeasure, false);
    return second.end;
  }

  void emit(const Amount& amount) {
    const Number& number = amount.number;
    if (number.dozens) return;
    const bool one = number.low == 1 && number.high == 1;
    const bool is_word_one = one && !number.digits;
    const auto counted = amount.unit ? std::nullopt : find_counted(annotation_, amount.end, one);
    Quantity quantity = start(amount.begin, amount.end);
    quantity.span = {amount.money && amount.begin < number.tokens.begin ? token(amount.begin).span.begin : number.span.begin,
                     std::max(number.span.end, token(amount.end - 1).span.end)};
    UnitKind kind = UnitKind::kMeasure;
    Hedge hedge = find_hedge(annotation_, amount.begin, amount.end);
    if (amount.unit) {
      quantity.unit = amount.unit->name;
      kind = amount.unit->kind;
      if (kind == UnitKind::kAge && quantity.unit.ends_with(kOfAge) &&
          describes_thing(amount.end)) {  // "a 41-year-old murder case"
        quantity.unit.resize(quantity.unit.size() - kOfAge.size());
        kind = UnitKind::kTime;
      }
      if (is_word_one && !amount.money && amount.begin > 0 && kind == UnitKind::kTime &&
          in_list("before_one", lower(amount.begin - 1)))
        return;
      if (kind == UnitKind::kAngle && amount.unit->name == "degree" && number.low < 10 && says_richter(amount.begin))
        quantity.unit = "magnitude";
      if (kind == UnitKind::kTime && lower(hedge.tokens.begin) == "over" && hedge.tokens.size() == 1 &&
          during(hedge.tokens.begin, amount.end))
        hedge = {};
      if (kind != UnitKind::kTime && lower(hedge.tokens.begin) == "within" && hedge.tokens.size() == 1) hedge = {};
    } else if (is_magnitude(amount)) {
      quantity.unit = "magnitude";
      kind = UnitKind::kMagnitude;
    } else if (ages_.is_age(amount, counted.has_value(), hedge)) {
      quantity.unit = "year of age";
      kind = UnitKind::kAge;
    } else {
      if (is_word_one ? !one_counts(annotation_, amount.begin, counted.has_value())
                      : is_no_amount(annotation_, number, counted.has_value())) {
        if (!(number.fraction && hedge.tokens.size() > 0)) return;
      }
      if (lower(hedge.tokens.begin) == "within" && hedge.tokens.size() == 1) hedge = {};
    }
    const double sign = amount.unit && amount.unit->negative ? -1 : 1;
    quantity.low = sign * number.low;
    quantity.high = sign * number.high;
    if (number.range) {
      quantity.bound = Bound::kBetween;
    } else {
      apply(hedge.bound, quantity);
    }
    const std::uint32_t left = hedge.tokens.size() > 0 ? std::min(hedge.tokens.begin, amount.begin) : amount.begin;
    const std::uint32_t right = std::max(hedge.tokens.size() > 0 ? hedge.tokens.end : 0, amount.end);
    finish(std::move(quantity), left, right, kind, one);
  }

  [[nodiscard]] Quantity start(std::uint32_t begin, std::uint32_t end) const {
    Quantity quantity;
    quantity.tokens = {begin, end};
    quantity.sentence = token(begin).sentence;
    return quantity;
  }

  static void apply(Bound bound, Quantity& quantity) {
    quantity.bound = bound;
    if (bound == Bound::kAtLeast || bound == Bound::kMoreThan) quantity.high.reset();
    if (bound == Bound::kAtMost || bound == Bound::kLessThan) quantity.low.reset();
  }

  void finish(Quantity quantity, std::uint32_t left, std::uint32_t right, UnitKind kind, bool one) {
    std::uint32_t end = right;
    const bool counts = quantity.unit.empty() && kind != UnitKind::kAge;
    if (counts) {
      if (const auto counted = find_counted(annotation_, right, one)) {
        quantity.counted = counted->noun;
        quantity.counted_span = annotation_.span_of(counted->tokens);
        end = counted->tokens.end;
      } else {
        quantity.counted = children_of(quantity.tokens.begin);
      }
    }
    quantity.change = find_change(annotation_, left, end, measured_of(kind, !quantity.unit.empty()));
    quantity.concept_spans = converts_last(left) ? found_.back().concept_spans : find_concept(annotation_, left, end);
    found_.push_back(std::move(quantity));
  }

  /// "mother of two", "father-of-three": children. Empty where no parent stands before the number.
  [[nodiscard]] std::string children_of(std::uint32_t at) const {
    const std::uint32_t step = at >= 4 && lower(at - 1) == "-" && lower(at - 3) == "-" ? 2 : 1;
    if (at < 2 * step || lower(at - step) != "of" || !same_sentence(at - 2 * step, at)) return {};
    const std::string_view parent = lower(at - 2 * step);
    return in_list("parent", parent) ? "child" : in_list("grandparent", parent) ? "grandchild" : "";
  }

  /// "2 million tengri ($4,300)", "seven km (4 miles)": the same amount in another unit.
  [[nodiscard]] bool converts_last(std::uint32_t left) const {
    return left > 1 && !found_.empty() && lower(left - 1) == "(" && found_.back().tokens.end == left - 1 &&
           !found_.back().unit.empty();
  }

  /// "a contract worth $160 million over eight years", "over two decades it grew": over says how long, and is a bound only where a length
  /// is asked for ("for over two hours", "over 40 years ago").
  [[nodiscard]] bool during(std::uint32_t over, std::uint32_t end) const {
    constexpr std::uint32_t kNear = 4;
    if (!found_.empty() && found_.back().tokens.end + kNear > over && found_.back().sentence == token(over).sentence) return true;
    if (lower(end) == "ago" || lower(end) == "earlier" || lower(end) == "old" || lower(end) == "long") return false;
    return over == 0 || !same_sentence(over - 1, over) || !in_list("lasting", lower(over - 1));
  }

  /// Whether the noun phrase that goes on at a token names a thing that is old, and nobody.
  [[nodiscard]] bool describes_thing(std::uint32_t at) const {
    constexpr std::uint32_t kPhrase = 3;
    for (std::uint32_t i = at; i < at + kPhrase && same_sentence(at - 1, i); ++i) {
      if (token(i).kind != language::TokenKind::kWord || in_list("closed", lower(i))) return false;
      if (in_list("old_thing", lower(i))) return true;
    }
    return false;
  }

  [[nodiscard]] bool says_richter(std::uint32_t at) const {
    const TokenRange range = annotation_.sentences[token(at).sentence].tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (lower(i) == "richter") return true;
    }
    return false;
  }

  /// "magnitude 6.1", "magnitude of 6.1", "magnitude-5.2", "a 5.6 quake", "measuring 5.6".
  [[nodiscard]] bool is_magnitude(const Amount& amount) const {
    if (amount.number.low > 10 || !amount.number.digits) return false;
    if (amount.number.decimal && in_list("quake", lower(amount.end))) return true;
    for (std::uint32_t back = 1; back <= 3 && back <= amount.begin; ++back) {
      const std::string_view word = lower(amount.begin - back);
      if (word == "magnitude") return true;
      if (word != "of" && word != "-" && word != "was" && word != "a" && word != "at") return false;
    }
    return false;
  }

  // Ordinals that count.

  std::uint32_t read_ordinal(std::uint32_t at) {
    const auto ordinal = parse_ordinal(annotation_, at);
    if (!ordinal) return at;
    std::uint32_t next = ordinal->tokens.end;
    if (lower(next) == "-") ++next;
    if (ordinal->value > 2 && !in_list("ordinal", lower(next)) && in_list("ordinal", lower(next + 1)) &&
        !in_list("closed", lower(next)))
      ++next;  // "fourth parliamentary election"
    if (ordinal->value < 2 || !same_sentence(at, next) || !in_list("ordinal", lower(next))) return ordinal->tokens.end;
    if (ordinal->value == 2 && lower(next) != "time" && lower(next) != "straight" && lower(next) != "consecutive" &&
        lower(next) != "successive" && lower(next) != "large-scale" && lower(next) != "large") {
      return ordinal->tokens.end;
    }
    Quantity quantity = start(ordinal->tokens.begin, ordinal->tokens.end);
    quantity.span = annotation_.span_of(ordinal->tokens);
    quantity.low = quantity.high = ordinal->value;
    quantity.ordinal = true;
    std::uint32_t noun = next;
    while (noun < size() && in_list("skip", lower(noun))) ++noun;
    if (same_sentence(at, noun) && token(noun).kind == language::TokenKind::kWord && !in_list("closed", lower(noun))) {
      quantity.counted = singular(lower(noun));
      quantity.counted_span = token(noun).span;
      next = noun + 1;
    }
    quantity.concept_spans = find_concept(annotation_, ordinal->tokens.begin, next);
    found_.push_back(std::move(quantity));
    return ordinal->tokens.end;
  }

  std::vector<bool> in_time_;  // tokens of dates and clock times
  AmountReader amounts_;
  AgeReader ages_;
  std::uint32_t read_to_ = 0;  // tokens before it are taken
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Annotation& annotation, const std::vector<TimeExpression>& times) {
  return Finder(annotation, times).find();
}

}  // namespace tetrapla::claims
