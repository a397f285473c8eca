// The words that the model cuts by a list: "don't" → "do" "n't" (whose norm is "not"), ":)" as one token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "english/model_file.h"

namespace tetrapla::english {

/// Tokens of an exception, as numbers for Exceptions::text and ::norm.
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A view on the sections "tokenizer/exceptions" and "tokenizer/exception_…":
///
///   exceptions        slots, as many as a power of two: an exception's number plus one at the XXH3 of its text or the next free one; 0: free
///   exception_chunks  the texts, by number
///   exception_first   by number, one more than there are: its first token
///   exception_texts, exception_norms   by token; their texts joined are the exception's; the norm is "" where the word's own holds
class Exceptions {
 public:
  explicit Exceptions(const ModelFile& file);
  /// "" where the sections are sound.
  [[nodiscard]] static std::string fault(const ModelFile& file);

  [[nodiscard]] std::size_t size() const { return chunks_.size(); }
  [[nodiscard]] std::string_view chunk(std::size_t number) const { return chunks_[number]; }
  [[nodiscard]] TokenRange tokens(std::size_t number) const { return {first_[number], first_[number + 1]}; }
  [[nodiscard]] std::string_view text(std::size_t token) const { return texts_[token]; }
  [[nodiscard]] std::string_view norm(std::size_t token) const { return norms_[token]; }

  /// The number of the exception with exactly this text. Constant time: no text longer than the longest exception is read.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view chunk) const;

 private:
  std::span<const std::uint32_t> slots_;
  std::span<const std::uint32_t> first_;
  StringList chunks_;
  StringList texts_;
  StringList norms_;
  std::size_t longest_ = 0;  // bytes
};

/// An exception as src/convert finds it.
struct Exception {
  struct Token {
    std::string text;
    std::string norm;
  };
  std::string chunk;
  std::vector<Token> tokens;
};
void add_exceptions(ModelWriter& writer, const std::vector<Exception>& exceptions);

}  // namespace tetrapla::english
