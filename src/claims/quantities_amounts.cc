#include "claims/quantities_amounts.h"

#include <algorithm>
#include <array>

#include "claims/context_words.h"
#include "claims/quantities_bounds.h"
#include "claims/quantities_counted.h"

namespace tetrapla::claims {
namespace {

constexpr double kOrSo = 2;  // "one minute or two"

}  // namespace

std::optional<Amount> AmountReader::read_amount(std::uint32_t at, std::uint32_t read_to) const {
  std::optional<Number> number = glued_currency(at);
  std::optional<Currency> currency;
  if (number) {
    currency = Currency{"rand", at};
  } else {
    number = parse_number(annotation_, at);
    if (!number) return std::nullopt;
    currency = currency_before(annotation_, at);
    if (currency && currency->begin < read_to) currency.reset();  // "3 € 5": the first one's
  }
  Amount amount{*number, std::nullopt, currency.has_value(), currency ? currency->begin : at, number->tokens.end};
  if (currency) {
    amount.unit = Unit{currency->name, UnitKind::kMoney, number->tokens.end, false};
    if (const auto repeated = unit_after(annotation_, *number);
        repeated && repeated->kind == UnitKind::kMoney && repeated->name == currency->name) {
      amount.unit = repeated;  // "$5 dollars"
    } else {
      extend_with_rate(annotation_, *amount.unit);
    }
  } else {
    amount.unit = unit_after(annotation_, *number);
    if (amount.unit && amount.unit->name == "pound-mass" && lower(amount.unit->end) != "of" && pays(*number))
      amount.unit = Unit{"pound sterling", UnitKind::kMoney, amount.unit->end, false};
    if (!amount.unit) amount.unit = unknown_currency(*number);
  }
  if (amount.unit) amount.end = amount.unit->end;
  return amount;
}

std::optional<Amount> AmountReader::read_article(std::uint32_t at) const {
  if ((lower(at) != "a" && lower(at) != "an") || !same_sentence(at, at + 1) || lower(at + 1) == "-") return std::nullopt;
  Number one;
  one.tokens = {at, at + 1};
  one.span = token(at).span;
  one.low = one.high = 1;
  const auto unit = unit_after(annotation_, one);
  if (!unit || (unit->kind != UnitKind::kTime && unit->kind != UnitKind::kMeasure) || unit->name == "second") return std::nullopt;
  const Hedge hedge = find_hedge(annotation_, at, at);
  if (hedge.tokens.size() == 0 || hedge.tokens.end != at || lower(hedge.tokens.begin) == "some" ||
      lower(hedge.tokens.begin) == "around")
    return std::nullopt;
  return Amount{one, unit, false, at, unit->end};
}

std::optional<Amount> AmountReader::range_end(const Amount& first) const {
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
    second = read_amount(at, first.end);
    if (second && second->begin != next) return std::nullopt;
  }
  if (!second || second->number.range || !same_sentence(first.begin, second->begin)) return std::nullopt;
  const bool or_so = word == "or" && first.unit && !first.money && !second->unit &&
                     second->number.low - first.number.low <= kOrSo && second->number.low > first.number.low &&
                     !find_counted(annotation_, second->end, false);
  if (!second->unit) second->unit = first.unit;
  if (or_so) return second;  // "one minute or two"
  if (!may_be_range(first, *second, word, before)) return std::nullopt;
  return second;
}

double AmountReader::lower_end(const Amount& first, const Amount& second) {
  const bool lends =
      first.number.scale == 1 && second.number.scale >= 1000 && first.number.low < 1000 && (!first.unit || first.money);
  return first.number.low * (lends ? second.number.scale : 1);
}

std::uint32_t AmountReader::digit_chain(const Amount& amount) const {
  if (!amount.number.digits || amount.unit || digits_of(amount.begin) == 0) return 0;
  std::uint32_t end = amount.begin + 1;
  int groups = 1;
  bool joined = true;
  const bool ungrouped =
      digits_of(amount.begin) == 4 && digits_of(end) >= 3 && digits_of(end + 1) >= 3 && token(end).space_before;  // "1800 333 000"
  const bool trunk =
      ungrouped || annotation_.text_of(token(amount.begin)).front() == '0' || (amount.begin > 0 && lower(amount.begin - 1) == "+");
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
  constexpr std::size_t kShortest = 7;
  const bool dialled = trunk && groups == 2 && digits_of(amount.begin) + digits_of(end - 1) >= kShortest;  // "0800 555111"
  if (dialled || (groups >= 3 && (joined || last_two || trunk || area))) return end;
  return groups == 2 && last_two && end == amount.begin + 3 && !find_counted(annotation_, end, false) ? end : 0;
}

Amount AmountReader::with_smaller_unit(const Amount& amount, std::uint32_t read_to) const {
  struct Pair {
    std::string_view larger;
    std::string_view smaller;
    double parts;
  };
  constexpr std::array<Pair, 4> kPairs{
      {{"foot", "inch", 12}, {"minute", "second", 60}, {"hour", "minute", 60}, {"stone", "pound-mass", 14}}};
  const auto pair =
      std::find_if(kPairs.begin(), kPairs.end(), [&](const Pair& p) { return amount.unit && amount.unit->name == p.larger; });
  if (pair == kPairs.end() || amount.number.decimal || amount.number.range) return amount;
  const bool hyphen = lower(amount.end) == "-";
  const std::uint32_t next = amount.end + (hyphen ? 1 : 0);
  if (!same_sentence(amount.begin, next) || in_time_[next]) return amount;
  const auto rest = read_amount(next, read_to);
  if (!rest || rest->begin != next || rest->number.decimal || rest->number.range || rest->number.low >= pair->parts) return amount;
  const bool height =
      hyphen && !rest->unit && pair->larger == "foot" && lower(rest->end) != "-" && !is_plural(lower(rest->end));  // "7-foot-7"
  if (!height && !(rest->unit && rest->unit->name == pair->smaller)) return amount;
  Amount whole = amount;
  whole.number.low = whole.number.high = amount.number.low + rest->number.low / pair->parts;
  whole.end = whole.unit->end = rest->end;
  return whole;
}

std::uint32_t AmountReader::score(const Amount& amount) const {
  constexpr std::size_t kMostDigits = 3;
  const auto is_points = [this](std::uint32_t at) {
    return at < size() && !in_time_[at] && digits_of(at) > 0 && digits_of(at) <= kMostDigits;
  };
  if (amount.unit || amount.end != amount.begin + 1 || !is_points(amount.begin)) return 0;
  if (amount.begin > 0 && (lower(amount.begin - 1) == "aged" || lower(amount.begin - 1) == "ages")) return 0;
  std::uint32_t end = amount.end;
  bool ascends = false;
  while ((lower(end) == "-" || lower(end) == "–") && is_points(end + 1) && same_sentence(amount.begin, end + 1)) {
    const std::uint32_t next = end + 1;
    const auto points = parse_number(annotation_, next);
    if (!points || points->tokens.end != next + 1 || !points->glued.empty() || unit_after(annotation_, *points)) return 0;
    ascends = amount.number.low > 0 && amount.number.low < points->low;
    end = next + 1;
  }
  if (end == amount.end) return 0;
  if (!ascends) return end;
  const auto counted = find_counted(annotation_, end, false);
  return !counted || starts_upper(counted->tokens.begin) ? end : 0;
}

std::optional<Number> AmountReader::glued_currency(std::uint32_t at) const {
  const std::string_view text = annotation_.text_of(token(at));
  if (text.size() < 2 || text.front() != 'R' || text.find_first_not_of("0123456789.,", 1) != std::string_view::npos)
    return std::nullopt;
  language::Annotation rest;  // the number read alone, from the digits on
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

bool AmountReader::pays(const Number& number) const {
  if (number.scale >= 1e6) return true;
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t at = number.tokens.begin;
  for (std::uint32_t back = at; back > 0 && at - back < kNear && same_sentence(back - 1, at); --back) {
    if (in_list("pay", lower(back - 1))) return true;
  }
  return false;
}

bool AmountReader::may_be_currency(std::uint32_t at) const {
  const std::string_view noun = lower(at);
  return at < size() && token(at).kind == language::TokenKind::kWord && noun.size() > 2 && !starts_upper(at) && !is_plural(noun) &&
         !in_list("closed", noun) && !in_list("skip", noun) && !in_list("verb", noun) && !in_list("predicate", noun);
}

void AmountReader::find_currencies() {
  for (std::uint32_t at = 0; at < size(); ++at) {
    if (in_time_[at]) continue;
    const auto number = parse_number(annotation_, at);
    if (!number || number->scale < 1e6 || number->range || !number->glued.empty()) continue;
    const std::uint32_t noun = number->tokens.end;
    if (!may_be_currency(noun) || !same_sentence(at, noun)) continue;
    Number small = *number;
    small.scale = 1;
    const bool sum =
        lower(noun + 1) == "(" && noun + 2 < size() && annotation_.text_of(token(noun + 2)).find('$') != std::string_view::npos;
    const std::string_view next = lower(noun + 1);
    const bool ends = noun + 1 >= size() || in_list("closed", next) || token(noun + 1).kind != language::TokenKind::kWord;
    if ((sum || pays(small)) && ends) currencies_.insert(token(noun).lower);
  }
}

std::optional<Unit> AmountReader::unknown_currency(const Number& number) const {
  const std::uint32_t noun = number.tokens.end;
  if (noun >= size() || !currencies_.contains(token(noun).lower)) return std::nullopt;
  return Unit{token(noun).lower, UnitKind::kMoney, noun + 1, false};
}

std::size_t AmountReader::digits_of(std::uint32_t at) const {
  const std::string_view text = at < size() ? annotation_.text_of(token(at)) : std::string_view();
  return text.find_first_not_of("0123456789") == std::string_view::npos ? text.size() : 0;
}

bool AmountReader::may_be_range(const Amount& first, const Amount& second, std::string_view link, std::string_view before) const {
  if (first.number.digits && !second.number.digits && starts_upper(second.begin)) return false;  // "7-Eleven"
  const double low = lower_end(first, second);
  const bool between = link == "and" && before == "between";
  const bool units_agree = !first.unit || !second.unit || first.unit->name == second.unit->name;
  if (!units_agree ||
      !(low < second.number.low || (first.unit && low != second.number.low && first.unit->kind == UnitKind::kTemperature)))
    return false;
  if (between) return true;
  const bool anchored = second.unit || second.number.scale > 1 || find_counted(annotation_, second.end, false).has_value();
  if (link == "or") return !first.unit && anchored && second.number.low - low <= std::max(2.0, low);
  if (link == "to") {
    if (before == "from" && !ranges(first.begin - 1)) return false;
    if (in_list("up", before) || in_list("down", before) || in_list("predicate", before))
      return anchored && second.unit.has_value() && before != "rises" && before != "rose";
    return anchored || (first.number.decimal && second.number.decimal);
  }
  if (first.number.decimal && second.number.decimal) return true;
  if (!first.number.digits && !anchored) return false;
  const bool years = !second.unit && low >= 1900 && low < 2100 && second.number.low < 2100 && !first.money;
  return !years && (anchored || first.unit.has_value());
}

bool AmountReader::ranges(std::uint32_t from) const {
  for (std::uint32_t back = 1; back <= 3 && back <= from; ++back) {
    if (in_list("range", lower(from - back))) return true;
  }
  return false;
}

}  // namespace tetrapla::claims
