#include "language/torn.h"

#include <algorithm>
#include <string>

namespace tetrapla::language {
namespace {

class Mender {
 public:
  Mender(std::string_view text, const std::vector<Cut>& cuts) : text_(text), cuts_(cuts) {}

  /// How many tokens from `i` on are one.
  [[nodiscard]] std::size_t run_at(std::size_t i) const {
    if (all_digits(i)) return number_at(i);
    if ((is(i, "a") || is(i, "p")) && is(i + 1, ".") && glued(i + 1) && blank(i + 2)) {
      if (is(i + 2, "m.")) return 3;
      if (is(i + 2, "m")) return is(i + 3, ".") && glued(i + 3) ? 4 : 3;
    }
    if (is(i, "U.") && blank(i + 1) && (is(i + 1, "S.") || is(i + 1, "K.") || is(i + 1, "N."))) return 2;
    if ((is(i, "'") || is(i, "\u2019")) && i > 0 && blank(i) && cuts_[i - 1].kind == TokenKind::kWord && blank(i + 1) &&
        is(i + 1, "s"))
      return 2;
    if ((is(i, "d") || is(i, "l") || is(i, "O")) && (is(i + 1, "\u2019") || is(i + 1, "'")) && blank(i + 1) && blank(i + 2) &&
        i + 2 < cuts_.size() && cuts_[i + 2].kind == TokenKind::kWord && word(i + 2)[0] >= 'A' && word(i + 2)[0] <= 'Z') {
      return 3;
    }
    return 1;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < cuts_.size() ? slice(text_, cuts_[i].span) : std::string_view{};
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view what) const { return word(i) == what; }
  [[nodiscard]] bool glued(std::size_t i) const { return i < cuts_.size() && !cuts_[i].space_before; }
  [[nodiscard]] bool blank(std::size_t i) const {
    return i > 0 && i < cuts_.size() && cuts_[i - 1].span.end + 1 == cuts_[i].span.begin && text_[cuts_[i - 1].span.end] == ' ';
  }
  [[nodiscard]] bool all_digits(std::size_t i) const {
    const std::string_view digits = word(i);
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  [[nodiscard]] bool among(std::size_t i, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), word(i)) != words.end();
  }
  [[nodiscard]] bool after_currency(std::size_t i) const {
    return i > 0 && cuts_[i - 1].kind == TokenKind::kSymbol &&
           among(i - 1, {"$", "£", "€", "¥", "₹", "US$", "A$", "C$", "HK$", "R", "Rs"});
  }
  [[nodiscard]] bool scale(std::size_t i) const {
    if (is(i, "-")) ++i;
    return among(i, {"m", "M", "mn", "bn", "k", "tn", "million", "billion", "trillion", "thousand", "Million", "Billion",
                     "Trillion", "Thousand"});
  }
  [[nodiscard]] bool clock(std::size_t i) const {
    if ((is(i, "a") || is(i, "p")) && is(i + 1, ".")) return true;
    return among(
        i, {"am", "pm", "AM", "PM", "a.m.", "p.m.", "GMT", "UTC", "BST", "ET", "EST", "EDT", "PT", "CET", "hours", "hrs", "local"});
  }

  [[nodiscard]] std::size_t number_at(std::size_t i) const {
    if (!glued(i + 1) || !blank(i + 2) || !all_digits(i + 2) || word(i).size() > 3) return 1;
    const std::string_view tail = word(i + 2);
    const bool minutes = word(i).size() <= 2 && tail.size() == 2 && tail[0] < '6';
    if (is(i + 1, ".")) {
      if (after_currency(i) && tail.size() <= 3 && scale(i + 3)) return 3;
      if (minutes && clock(i + 3)) return 3;
    } else if (is(i + 1, ",")) {
      if (tail == "000" || (tail.size() == 3 && after_currency(i))) return 3;
    } else if (is(i + 1, ":")) {
      if (minutes && (clock(i + 3) || among(i - (i > 0 ? 1 : 0), {"at", "+"}) || word(i).size() == 2)) return 3;
    }
    return 1;
  }

  std::string_view text_;
  const std::vector<Cut>& cuts_;
};

}  // namespace

std::vector<Cut> mend_torn(std::string_view text, const std::vector<Cut>& cuts) {
  const Mender mender(text, cuts);
  std::vector<Cut> result;
  result.reserve(cuts.size());
  for (std::size_t i = 0; i < cuts.size();) {
    const std::size_t count = mender.run_at(i);
    Cut joined = cuts[i];
    joined.span.end = cuts[i + count - 1].span.end;
    if (count > 1 && joined.kind == TokenKind::kPunctuation) joined.kind = TokenKind::kWord;
    result.push_back(joined);
    i += count;
  }
  return result;
}

}  // namespace tetrapla::language
