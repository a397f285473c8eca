// A report's tokens by index, and nothing beyond them.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/annotation.h"

namespace tetrapla::claims {

/// What the readers of quantities share. Refers to the annotation.
class TokenView {
 public:
  explicit TokenView(const language::Annotation& annotation) : annotation_(annotation) {}

 protected:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  [[nodiscard]] const language::Token& token(std::uint32_t at) const { return annotation_.tokens[at]; }
  /// Empty beyond the last one.
  [[nodiscard]] std::string_view lower(std::uint32_t at) const {
    return at < size() ? std::string_view(token(at).lower) : std::string_view();
  }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return at < size() ? annotation_.text_of(token(at)) : std::string_view();
  }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return a < size() && b < size() && token(a).sentence == token(b).sentence;
  }
  [[nodiscard]] bool starts_upper(std::uint32_t at) const {
    return !text(at).empty() && text(at).front() >= 'A' && text(at).front() <= 'Z';
  }

  const language::Annotation& annotation_;
};

}  // namespace tetrapla::claims
