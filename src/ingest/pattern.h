// Patterns over tokens, as the tables in src/ingest/data write them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/outlets.h"
#include "ingest/tokens.h"

namespace tetrapla::ingest {

/// A sequence of elements between spaces:
///   share            this word or sign, folded
///   share/tweet      one of these
///   our?             may be missing
///   *                up to eight tokens of any kind
///   **               any number of tokens
///   <n>              a number
///   <name>           up to eight tokens of a name: begins and ends with a capital; "of", "the", "and", "-", "." may stand inside
///   <person>         two to four words, each with a capital, none in capitals alone: "Jane Doe", "Ann B. de Lee"
///   <agency>         a name that is a news agency
///   <outlet>         a name that is a news agency or an outlet by its look (ingest/outlets.h)
/// "the" before a name needs no element. Sentence signs at the end of a line (. ! ? … :) need no element. The longest name is tried first.
class Pattern {
 public:
  explicit Pattern(std::string_view notation);

  struct Match {
    std::size_t begin = 0;  ///< tokens
    std::size_t end = 0;
    std::vector<std::pair<std::size_t, std::size_t>> names;  ///< token ranges of <name> and <outlet>
  };

  /// What the first token of a match can be.
  struct Beginnings {
    std::vector<std::string> words;
    bool number = false;
    bool name = false;  ///< a word with a capital
    bool any = false;
  };
  [[nodiscard]] Beginnings beginnings() const;

  /// The whole of `tokens`.
  [[nodiscard]] std::optional<Match> match(std::span<const Token> tokens, const Outlets& outlets) const;
  /// The first place in `tokens` from `from` on.
  [[nodiscard]] std::optional<Match> find(std::span<const Token> tokens, const Outlets& outlets, std::size_t from = 0) const;
  /// Only at `begin`.
  [[nodiscard]] std::optional<Match> match_at(std::span<const Token> tokens, const Outlets& outlets, std::size_t begin) const;

 private:
  enum class Kind { kWords, kAny, kRest, kNumber, kName, kPerson, kOutlet, kAgency };
  struct Element {
    Kind kind = Kind::kWords;
    std::vector<std::string> words;
    bool optional = false;
  };
  struct State;

  [[nodiscard]] bool may_follow(const State& state, std::size_t element, std::size_t token) const;
  bool step(State& state, std::size_t element, std::size_t token) const;

  std::vector<Element> elements_;
};

/// Tokens from `begin` that can be one name, at least one; 0 where none begins there.
[[nodiscard]] std::size_t longest_name(std::span<const Token> tokens, std::size_t begin);

/// Whether a name looks like a person's.
[[nodiscard]] bool is_person(std::span<const Token> name);

}  // namespace tetrapla::ingest
