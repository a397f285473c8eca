// Amounts as they stand: a number with its currency or unit, and two that make a range.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/numbers.h"
#include "claims/quantities_tokens.h"
#include "claims/quantities_units.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// A number with its currency or unit.
struct Amount {
  Number number;
  std::optional<Unit> unit;
  bool money = false;
  std::uint32_t begin = 0;  ///< tokens, with currency and unit
  std::uint32_t end = 0;
};

/// Reads amounts of one report. `in_time` marks the tokens of dates and clock times, which are none; it must outlive the reader.
class AmountReader : public TokenView {
 public:
  AmountReader(const language::Annotation& annotation, const std::vector<bool>& in_time)
      : TokenView(annotation), in_time_(in_time) {
    find_currencies();
  }

  /// The number at a token with its currency or unit. A currency before the token `read_to` is another number's.
  [[nodiscard]] std::optional<Amount> read_amount(std::uint32_t at, std::uint32_t read_to) const;
  /// "more than an hour", "about a mile": "a" counts where a hedge stands before it.
  [[nodiscard]] std::optional<Amount> read_article(std::uint32_t at) const;
  /// The second end of a range that `first` begins: "8 to 16 metres", "between 3 and 5", "one minute or two".
  [[nodiscard]] std::optional<Amount> range_end(const Amount& first) const;
  /// The lower end of a range, with the scale that the second end lends: "two to three million".
  [[nodiscard]] static double lower_end(const Amount& first, const Amount& second);
  /// Groups of digits that are no amounts: three or more ("907-745-4811", "020 7946 0958"), or a telephone number's last two
  /// ("745 - 4811", "(907) 745 4811"). Where they end, or 0.
  [[nodiscard]] std::uint32_t digit_chain(const Amount& amount) const;

  /// A score or a record with its blanks: "a 20 - 13 win", "7 - 0", "the Lions (2-14)". Where it ends, or 0; ages and amounts that are counted are none.
  [[nodiscard]] std::uint32_t score(const Amount& amount) const;

  /// A length, time or weight in two units made one: "six-foot-five", "7 feet 7 inches", "7 minutes 41 seconds", in the larger. Others stay.
  [[nodiscard]] Amount with_smaller_unit(const Amount& amount, std::uint32_t read_to) const;

 private:
  /// "R26 million": a currency's letter in the digits' own token.
  [[nodiscard]] std::optional<Number> glued_currency(std::uint32_t at) const;
  /// Whether something is paid near a number: "pounds" are money then, as they are after a scale.
  [[nodiscard]] bool pays(const Number& number) const;
  [[nodiscard]] bool may_be_currency(std::uint32_t at) const;
  /// Nouns that stand after a scale where something is paid, or before a sum in brackets: "2 million tengri ($4,300)".
  void find_currencies();
  [[nodiscard]] std::optional<Unit> unknown_currency(const Number& number) const;
  /// The digits of a token that holds nothing else; 0 for other tokens.
  [[nodiscard]] std::size_t digits_of(std::uint32_t at) const;
  [[nodiscard]] bool may_be_range(const Amount& first, const Amount& second, std::string_view link, std::string_view before) const;
  /// "ranged from", "anywhere from": where "from X to Y" is no change.
  [[nodiscard]] bool ranges(std::uint32_t from) const;

  const std::vector<bool>& in_time_;
  std::set<std::string, std::less<>> currencies_;  // nouns that this report uses as currencies
};

}  // namespace tetrapla::claims
