// A text cut into spaCy's tokens.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "english/lexemes.h"
#include "tetrapla/span.h"

namespace tetrapla::english {

class ModelFile;

/// A token before anything is known of its context.
struct Piece {
  Span span;  ///< bytes of the text
  LexemeId lexeme = 0;
  bool space_after = false;  ///< one ' ' follows; other white space is a token of its own
};

/// What the tokenizer gives the later stages.
struct Pieces {
  std::vector<Piece> pieces;
  bool first_is_marked_start =
      true;  ///< false where the second pass put the first token there: the parser must know (see parser.h)
};

/// The immutable rules, out of the model's file. Safe from many threads.
class TokenizerRules {
 public:
  explicit TokenizerRules(const ModelFile& file);
  ~TokenizerRules();
  TokenizerRules(TokenizerRules&&) noexcept;
  /// What is wrong with the sections that it and Lexemes need ("tokenizer/…", "lexemes/…"); "" for nothing. To be asked once, before the
  /// first of either is made.
  [[nodiscard]] static std::string fault(const ModelFile& file);
  struct Rules;
  [[nodiscard]] const Rules& rules() const { return *rules_; }

 private:
  std::unique_ptr<Rules> rules_;
};

/// Cuts texts; keeps the cuts of white-space delimited chunks it has seen, by a bounded cache. One a thread.
class Tokenizer {
 public:
  Tokenizer(const TokenizerRules& rules, Lexemes& lexemes);
  ~Tokenizer();
  /// Total and linear, for any bytes (those that are no UTF-8 are taken as U+FFFD one by one). Of a text of more than 1.4 GB only so much
  /// is cut.
  void cut(std::string_view text, Pieces& out);
  /// To be called when `lexemes` was cleared.
  void forget();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tetrapla::english
