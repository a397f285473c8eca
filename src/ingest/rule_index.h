// Which of many patterns can begin at a token.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/pattern.h"
#include "ingest/tokens.h"

namespace tetrapla::ingest {

/// Patterns by what their first token can be, so that a line is compared with the few that can match it and not with hundreds.
/// Immutable once made.
class RuleIndex {
 public:
  /// `number` is what candidates() gives for the pattern; numbers must come in ascending order.
  void add(const Pattern& pattern, std::uint32_t number);

  /// Calls `visit(number)` for each pattern that can begin with `first`, in ascending order, until it returns true.
  template <typename Visit>
  void candidates(const Token& first, Visit visit) const {
    static const std::vector<std::uint32_t> kNone;
    const auto found = words_.find(std::string_view(first.folded));
    const std::vector<std::uint32_t>& worded = found == words_.end() ? kNone : found->second;
    const std::vector<std::uint32_t>& general = classes_[class_of(first)];
    auto a = worded.begin();
    auto b = general.begin();
    while (a != worded.end() || b != general.end()) {
      const bool from_a = b == general.end() || (a != worded.end() && *a <= *b);
      const std::uint32_t number = from_a ? *a : *b;
      if (a != worded.end() && *a == number) ++a;
      if (b != general.end() && *b == number) ++b;
      if (visit(number)) return;
    }
  }

 private:
  static std::size_t class_of(const Token& token) { return token.kind == Token::Kind::kNumber ? 1U : token.capital ? 2U : 0U; }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };

  std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> words_;  ///< looked up, never walked
  std::array<std::vector<std::uint32_t>, 3> classes_;  ///< other, number, capital: patterns that begin with any token of the class
};

}  // namespace tetrapla::ingest
