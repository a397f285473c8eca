// A place in a line of tokens that readers of dates and stamps move along.
#pragma once

#include <charconv>
#include <span>
#include <string>
#include <string_view>

#include "ingest/tokens.h"

namespace tetrapla::ingest {

/// The tokens of a line from one place on.
class Cursor {
 public:
  Cursor(std::span<const Token> tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] bool is(std::string_view folded, std::size_t ahead = 0) const {
    return !!peek(ahead) && peek(ahead)->folded == folded;
  }
  void skip(std::size_t n = 1) { at_ += n; }
  bool take(std::string_view folded) {
    if (!is(folded)) return false;
    ++at_;
    return true;
  }
  /// A number of `least` to `most` digits.
  bool number(int& value, std::size_t least, std::size_t most, std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    if (token == nullptr || token->kind != Token::Kind::kNumber) return false;
    const std::string& digits = token->folded;
    if (digits.size() < least || digits.size() > most) return false;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  }

 private:
  std::span<const Token> tokens_;
  std::size_t at_;
};

}  // namespace tetrapla::ingest
