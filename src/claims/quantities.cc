// Amounts and counts. A walk over the tokens: at each place a number is read with currency and unit ("amount"), two amounts may make a
// range, and the words around give bound, change, counted noun and concept. What is no amount is left out (quantities_reject.h).
#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "claims/claims.h"
#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims/quantities_bounds.h"
#include "claims/quantities_context.h"
#include "claims/quantities_reject.h"
#include "claims/quantities_units.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;
using language::TokenRange;

/// A number with its currency or unit.
struct Amount {
  Number number;
  std::optional<Unit> unit;
  bool money = false;
  std::uint32_t begin = 0;  // tokens, with currency and unit
  std::uint32_t end = 0;
};

Measured measured_of(UnitKind kind, bool has_unit) {
  if (kind == UnitKind::kShare) return Measured::kShare;
  if (kind == UnitKind::kTime || kind == UnitKind::kAge) return Measured::kTime;
  return kind == UnitKind::kMeasure && has_unit ? Measured::kLength : Measured::kOther;
}

class Finder {
 public:
  Finder(const Annotation& annotation, const std::vector<TimeExpression>& times) : annotation_(annotation), in_time_(annotation.tokens.size(), false) {
    for (const TimeExpression& time : times) {
      const bool length = time.type == TimeType::kDuration || (time.type == TimeType::kTime && lower(time.tokens.end - 1) == "ago");
      if (length) continue;  // "twenty minutes ago" says how many
      for (std::uint32_t at = time.tokens.begin; at < time.tokens.end && at < in_time_.size(); ++at) in_time_[at] = true;
    }
  }

  std::vector<Quantity> find() {
    find_currencies();
    for (std::uint32_t at = 0; at < size();) {
      const std::uint32_t end = read(at);
      if (end > at) read_to_ = end;
      at = std::max(at + 1, end);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t at) const { return annotation_.tokens[at]; }
  [[nodiscard]] std::string_view lower(std::uint32_t at) const { return at < size() ? std::string_view(token(at).lower) : std::string_view(); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const { return a < size() && b < size() && token(a).sentence == token(b).sentence; }
  [[nodiscard]] bool starts_upper(std::uint32_t at) const {
    const std::string_view text = at < size() ? annotation_.text_of(token(at)) : std::string_view();
    return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
  }

  /// Reads what begins at a token; returns where to go on, `at` or less where nothing does.
  std::uint32_t read(std::uint32_t at) {
    if (in_time_[at]) return at;
    const std::optional<Amount> amount = read_amount(at);
    if (!amount) {
      if (const auto article = read_article(at)) {
        emit(*article);
        return article->end;
      }
      return read_ordinal(at);
    }
    if (!amount->number.fraction) {
      if (const std::uint32_t end = read_ordinal(at); end > amount->end) return end;  // "twenty-first"
    }
    if (const std::uint32_t chain = digit_chain(*amount); chain > 0) return chain;
    if (const auto second = range_end(*amount)) return emit_range(*amount, *second);
    emit(*amount);
    return amount->end;
  }

  [[nodiscard]] std::optional<Amount> read_amount(std::uint32_t at) const {
    std::optional<Number> number = glued_currency(at);
    std::optional<Currency> currency;
    if (number) {
      currency = Currency{"rand", at};
    } else {
      number = parse_number(annotation_, at);
      if (!number) return std::nullopt;
      currency = currency_before(annotation_, at);
      if (currency && currency->begin < read_to_) currency.reset();  // "3 € 5": the first one's
    }
    Amount amount{*number, std::nullopt, currency.has_value(), currency ? currency->begin : at, number->tokens.end};
    if (currency) {
      amount.unit = Unit{currency->name, UnitKind::kMoney, number->tokens.end, false};
      if (const auto repeated = unit_after(annotation_, *number); repeated && repeated->kind == UnitKind::kMoney && repeated->name == currency->name) {
        amount.unit = repeated;  // "$5 dollars"
      } else {
        extend_with_rate(annotation_, *amount.unit);
      }
    } else {
      amount.unit = unit_after(annotation_, *number);
      if (amount.unit && amount.unit->name == "pound-mass" && lower(amount.unit->end) != "of" && pays(*number)) amount.unit = Unit{"pound sterling", UnitKind::kMoney, amount.unit->end, false};
      if (!amount.unit) amount.unit = unknown_currency(*number);
    }
    if (amount.unit) amount.end = amount.unit->end;
    return amount;
  }

  /// "more than an hour", "about a mile": "a" counts where a hedge stands before it.
  [[nodiscard]] std::optional<Amount> read_article(std::uint32_t at) const {
    if ((lower(at) != "a" && lower(at) != "an") || !same_sentence(at, at + 1) || lower(at + 1) == "-") return std::nullopt;
    Number one;
    one.tokens = {at, at + 1};
    one.span = token(at).span;
    one.low = one.high = 1;
    const auto unit = unit_after(annotation_, one);
    if (!unit || (unit->kind != UnitKind::kTime && unit->kind != UnitKind::kMeasure) || unit->name == "second") return std::nullopt;
    const Hedge hedge = find_hedge(annotation_, at, at);
    if (hedge.tokens.size() == 0 || hedge.tokens.end != at || lower(hedge.tokens.begin) == "some" || lower(hedge.tokens.begin) == "around") return std::nullopt;
    return Amount{one, unit, false, at, unit->end};
  }

  /// "R26 million": a currency's letter in the digits' own token.
  [[nodiscard]] std::optional<Number> glued_currency(std::uint32_t at) const {
    const std::string_view text = annotation_.text_of(token(at));
    if (text.size() < 2 || text.front() != 'R' || text.find_first_not_of("0123456789.,", 1) != std::string_view::npos) return std::nullopt;
    Annotation rest;  // the number read alone, from the digits on
    rest.report = annotation_.report;
    rest.tokens.push_back(token(at));
    rest.tokens.back().span.begin += 1;
    rest.tokens.back().lower.erase(0, 1);
    const bool scaled = at + 1 < size() && (lower(at + 1) == "million" || lower(at + 1) == "billion" || lower(at + 1) == "trillion");
    if (scaled) rest.tokens.push_back(token(at + 1));
    auto number = parse_number(rest, 0);
    if (!number || (!scaled && !number->grouped && !number->decimal)) return std::nullopt;
    number->tokens = {at, at + number->tokens.end};
    number->span.begin -= 1;
    return number;
  }

  // Currencies that are known by what is done with them.

  /// Whether something is paid near a number: "pounds" are money then, as they are after a scale.
  [[nodiscard]] bool pays(const Number& number) const {
    if (number.scale >= 1e6) return true;
    constexpr std::uint32_t kNear = 8;
    const std::uint32_t at = number.tokens.begin;
    for (std::uint32_t back = at; back > 0 && at - back < kNear && same_sentence(back - 1, at); --back) {
      if (in_list("pay", lower(back - 1))) return true;
    }
    return false;
  }

  [[nodiscard]] bool may_be_currency(std::uint32_t at) const {
    const std::string_view noun = lower(at);
    return at < size() && token(at).kind == language::TokenKind::kWord && noun.size() > 2 && !starts_upper(at) && !is_plural(noun) && !in_list("closed", noun) &&
           !in_list("skip", noun) && !in_list("verb", noun) && !in_list("predicate", noun);
  }

  /// Nouns that stand after a scale where something is paid, or before a sum in brackets: "2 million tengri ($4,300)".
  void find_currencies() {
    for (std::uint32_t at = 0; at < size(); ++at) {
      if (in_time_[at]) continue;
      const auto number = parse_number(annotation_, at);
      if (!number || number->scale < 1e6 || number->range || !number->glued.empty()) continue;
      const std::uint32_t noun = number->tokens.end;
      if (!may_be_currency(noun) || !same_sentence(at, noun)) continue;
      Number small = *number;
      small.scale = 1;
      const bool sum = lower(noun + 1) == "(" && noun + 2 < size() && annotation_.text_of(token(noun + 2)).find('$') != std::string_view::npos;
      const std::string_view next = lower(noun + 1);
      const bool ends = noun + 1 >= size() || in_list("closed", next) || token(noun + 1).kind != language::TokenKind::kWord;
      if ((sum || pays(small)) && ends) currencies_.insert(token(noun).lower);
    }
  }

  [[nodiscard]] std::optional<Unit> unknown_currency(const Number& number) const {
    const std::uint32_t noun = number.tokens.end;
    if (noun >= size() || !currencies_.contains(token(noun).lower)) return std::nullopt;
    return Unit{token(noun).lower, UnitKind::kMoney, noun + 1, false};
  }

  // Ranges.

  /// The digits of a token that holds nothing else; 0 for other tokens.
  [[nodiscard]] std::size_t digits_of(std::uint32_t at) const {
    const std::string_view text = at < size() ? annotation_.text_of(token(at)) : std::string_view();
    return text.find_first_not_of("0123456789") == std::string_view::npos ? text.size() : 0;
  }

  /// Groups of digits that are no amounts: three or more ("907-745-4811", "020 7946 0958"), or a telephone number's last two
  /// ("745 - 4811", "(907) 745 4811"). Where they end, or 0.
  [[nodiscard]] std::uint32_t digit_chain(const Amount& amount) const {
    if (!amount.number.digits || amount.unit || digits_of(amount.begin) == 0) return 0;
    std::uint32_t end = amount.begin + 1;
    int groups = 1;
    bool joined = true;
    const bool trunk = annotation_.text_of(token(amount.begin)).front() == '0' || (amount.begin > 0 && lower(amount.begin - 1) == "+");
    const bool area = amount.begin > 0 && lower(amount.begin - 1) == "(" && lower(end) == ")";
    constexpr int kMostGroups = 6;
    for (; groups < kMostGroups; ++groups) {
      std::uint32_t next = end;
      if (groups == 1 && area) ++next;
      const bool hyphen = lower(next) == "-" || lower(next) == "–";
      if (hyphen) ++next;
      if (digits_of(next) < 2 || !same_sentence(next, amount.begin) || (next > 0 && in_time_[next])) break;
      const bool apart = hyphen ? token(next).space_before || token(next - 1).space_before : true;
      if (!hyphen && !area && !trunk) break;
      joined = joined && !apart;
      end = next + 1;
    }
    constexpr std::size_t kExchange = 3;
    constexpr std::size_t kLine = 4;
    const bool last_two = groups >= 2 && digits_of(end - 1) == kLine && digits_of(end - 3) == kExchange && lower(end - 2) != ")";
    if (groups >= 3 && (joined || last_two || trunk || area)) return end;
    return groups == 2 && last_two && end == amount.begin + 3 && !find_counted(annotation_, end, false) ? end : 0;
  }

  static constexpr double kOrSo = 2;

  [[nodiscard]] std::optional<Amount> range_end(const Amount& first) const {
    if (first.number.range || first.number.dozens || first.number.fraction) return std::nullopt;
    const std::uint32_t link = first.end;
    if (!same_sentence(first.begin, link)) return std::nullopt;
    const std::string_view word = lower(link);
    const std::string_view before = first.begin > 0 ? lower(first.begin - 1) : std::string_view();
    const bool hyphen = word == "-" || word == "–" || word == "—";
    if (!hyphen && word != "to" && word != "and" && word != "or") return std::nullopt;
    if (word == "and" && before != "between") return std::nullopt;
    std::optional<Amount> second;
    std::uint32_t next = link + 1;
    if (hyphen && (lower(next) == "to" || lower(next) == "and")) ++next;  // "8- to 16-metre"
    for (std::uint32_t at = next; at < next + 3 && at < size() && !second; ++at) {
      if (in_time_[at]) return std::nullopt;
      second = read_amount(at);
      if (second && second->begin != next) return std::nullopt;
    }
    if (!second || second->number.range || !same_sentence(first.begin, second->begin)) return std::nullopt;
    const bool or_so = word == "or" && first.unit && !first.money && !second->unit && second->number.low - first.number.low <= kOrSo && second->number.low > first.number.low &&
                       !find_counted(annotation_, second->end, false);
    borrow(first, *second);
    if (or_so) return second;  // "one minute or two"
    if (!may_be_range(first, *second, word, before)) return std::nullopt;
    return second;
  }

  /// What the first end lacks is the second's: nothing to do here but to see whether they agree.
  static void borrow(const Amount& first, Amount& second) {
    if (!second.unit && first.unit) second.unit = first.unit;
  }

  [[nodiscard]] static double lower_end(const Amount& first, const Amount& second) {
    const bool lends = first.number.scale == 1 && second.number.scale >= 1000 && first.number.low < 1000 && (!first.unit || first.money);
    return first.number.low * (lends ? second.number.scale : 1);
  }

  [[nodiscard]] bool may_be_range(const Amount& first, const Amount& second, std::string_view link, std::string_view before) const {
    if (first.number.digits && !second.number.digits && starts_upper(second.begin)) return false;  // "7-Eleven"
    const double low = lower_end(first, second);
    const bool between = link == "and" && before == "between";
    const bool units_agree = !first.unit || !second.unit || first.unit->name == second.unit->name;
    if (!units_agree || !(low < second.number.low || (first.unit && low != second.number.low && first.unit->kind == UnitKind::kTemperature))) return false;
    if (between) return true;
    const bool anchored = second.unit || second.number.scale > 1 || find_counted(annotation_, second.end, false).has_value();
    if (link == "or") return !first.unit && anchored && second.number.low - low <= std::max(2.0, low);
    if (link == "to") {
      if (before == "from" && !ranges(first.begin - 1)) return false;
      if (in_list("up", before) || in_list("down", before) || in_list("predicate", before)) return anchored && second.unit.has_value() && before != "rises" && before != "rose";
      return anchored || (first.number.decimal && second.number.decimal);
    }
    if (first.number.decimal && second.number.decimal) return true;
    if (!first.number.digits && !anchored) return false;
    const bool years = !second.unit && low >= 1900 && low < 2100 && second.number.low < 2100 && !first.money;
    return !years && (anchored || first.unit.has_value());
  }

  /// "ranged from", "anywhere from": where "from X to Y" is no change.
  [[nodiscard]] bool ranges(std::uint32_t from) const {
    for (std::uint32_t back = 1; back <= 3 && back <= from; ++back) {
      if (in_list("range", lower(from - back))) return true;
    }
    return false;
  }

  // What comes out.

  std::uint32_t emit_range(const Amount& first, const Amount& second) {
    Quantity quantity = start(first.begin, second.end);
    const double a = lower_end(first, second);
    const double b = second.number.low;
    quantity.low = std::min(a, b);
    quantity.high = std::max(a, b);
    quantity.bound = Bound::kBetween;
    quantity.span = {first.unit && first.money ? token(first.begin).span.begin : first.number.span.begin, token(second.end - 1).span.end};
    if (second.unit) quantity.unit = second.unit->name;
    if (second.unit && second.unit->negative) {
      quantity.low = -std::max(a, b);
      quantity.high = -std::min(a, b);
    }
    const std::uint32_t left = first.begin > 0 && (lower(first.begin - 1) == "between" || lower(first.begin - 1) == "from") ? first.begin - 1 : first.begin;
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
      if (is_word_one && !amount.money && amount.begin > 0 && kind == UnitKind::kTime && in_list("before_one", lower(amount.begin - 1))) return;
      if (kind == UnitKind::kAngle && amount.unit->name == "degree" && number.low < 10 && says_richter(amount.begin)) quantity.unit = "magnitude";
      if (kind == UnitKind::kTime && lower(hedge.tokens.begin) == "over" && hedge.tokens.size() == 1 && during(hedge.tokens.begin, amount.end)) hedge = {};
      if (kind != UnitKind::kTime && lower(hedge.tokens.begin) == "within" && hedge.tokens.size() == 1) hedge = {};
    } else if (is_magnitude(amount)) {
      quantity.unit = "magnitude";
      kind = UnitKind::kMagnitude;
    } else if (is_age(amount, counted.has_value(), hedge)) {
      quantity.unit = "year of age";
      kind = UnitKind::kAge;
    } else {
      if (is_word_one ? !one_counts(annotation_, amount.begin, counted.has_value()) : is_no_amount(annotation_, number, counted.has_value())) {
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
    return left > 1 && !found_.empty() && lower(left - 1) == "(" && found_.back().tokens.end == left - 1 && !found_.back().unit.empty();
  }

  /// "a contract worth $160 million over eight years", "over two decades it grew": over says how long, and is a bound only where a length
  /// is asked for ("for over two hours", "over 40 years ago").
  [[nodiscard]] bool during(std::uint32_t over, std::uint32_t end) const {
    constexpr std::uint32_t kNear = 4;
    if (!found_.empty() && found_.back().tokens.end + kNear > over && found_.back().sentence == token(over).sentence) return true;
    if (lower(end) == "ago" || lower(end) == "earlier" || lower(end) == "old" || lower(end) == "long") return false;
    return over == 0 || !same_sentence(over - 1, over) || !in_list("lasting", lower(over - 1));
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

  /// "Timur Baisal, 23,", "The captain, 58,", "aged 23", "a man of fifty-eight", "children under 16".
  [[nodiscard]] bool is_age(const Amount& amount, bool counted, const Hedge& hedge) const {
    const Number& number = amount.number;
    constexpr double kOldest = 120;
    if (number.low < 1 || number.low > kOldest || number.low != std::floor(number.low) || number.range || amount.begin == 0) return false;
    const std::uint32_t at = hedge.tokens.size() > 0 && hedge.tokens.begin < amount.begin ? hedge.tokens.begin : amount.begin;
    if (at == 0 || !same_sentence(at - 1, amount.begin)) return false;
    const std::string_view before = lower(at - 1);
    if (before == "aged" || (before == "age" && !counted) || (before == "ages" && !counted)) return true;
    if (before == "of" && at >= 2 && lower(at - 2) == "age" && !counted) return true;
    if (counted) return false;
    const bool bounded = hedge.tokens.size() == 1 && hedge.tokens.begin < amount.begin && (lower(at) == "under" || lower(at) == "over" || lower(at) == "above" || lower(at) == "below");
    if (bounded && in_list("people", before)) return true;
    if (before == "of" && at >= 2 && in_list("people", lower(at - 2)) && ends_phrase(amount.end)) return true;
    if (hedge.tokens.size() > 0 || before != "," || at < 2) return false;
    return is_name_or_person(at - 2) && ends_apposition(amount.end, at - 2);
  }

  [[nodiscard]] bool ends_phrase(std::uint32_t end) const {
    return end >= size() || token(end).kind != language::TokenKind::kWord || in_list("closed", lower(end));
  }

  [[nodiscard]] bool is_name_or_person(std::uint32_t at) const {
    if (token(at).kind != language::TokenKind::kWord || in_time_[at] || parse_number(annotation_, at)) return false;
    if (starts_upper(at)) {
      const bool first = annotation_.sentences[token(at).sentence].tokens.begin == at;
      return !in_list("closed", lower(at)) || !first;
    }
    return at > 0 && !in_list("closed", lower(at)) && (lower(at - 1) == "the" || lower(at - 1) == "a" || lower(at - 1) == "his" || lower(at - 1) == "her" || lower(at - 1) == "whose");
  }

  /// An age is closed by a comma, a stop or a bracket; after a name also by "of" or "from" ("Anna Berg, 47, of").
  [[nodiscard]] bool ends_apposition(std::uint32_t end, std::uint32_t name) const {
    if (end >= size()) return true;
    const std::string_view next = lower(end);
    if (next == "," || next == ")" || next == ";" || next == "." || next == "—" || next == "–" || next == ":") {
      if (!starts_upper(name)) return next == ",";
      return true;
    }
    if (!starts_upper(name)) return false;
    return next == "who" || next == "and" || !same_sentence(end, end - 1);
  }

  // Ordinals that count.

  std::uint32_t read_ordinal(std::uint32_t at) {
    const auto ordinal = parse_ordinal(annotation_, at);
    if (!ordinal) return at;
    std::uint32_t next = ordinal->tokens.end;
    if (lower(next) == "-") ++next;
    if (ordinal->value > 2 && !in_list("ordinal", lower(next)) && in_list("ordinal", lower(next + 1)) && !in_list("closed", lower(next))) ++next;  // "fourth parliamentary election"
    if (ordinal->value < 2 || !same_sentence(at, next) || !in_list("ordinal", lower(next))) return ordinal->tokens.end;
    if (ordinal->value == 2 && lower(next) != "time" && lower(next) != "straight" && lower(next) != "consecutive" && lower(next) != "successive" && lower(next) != "large-scale" &&
        lower(next) != "large") {
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

  const Annotation& annotation_;
  std::vector<bool> in_time_;
  std::set<std::string, std::less<>> currencies_;  // nouns that this report uses as currencies
  std::uint32_t read_to_ = 0;                      // tokens before it are taken
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Annotation& annotation, const std::vector<TimeExpression>& times) { return Finder(annotation, times).find(); }

}  // namespace tetrapla::claims
