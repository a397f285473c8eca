// How each word of a report is written in it: the evidence for and against its being a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/annotation.h"

namespace tetrapla::language {

enum class Shape : std::uint8_t {
  kNone,     ///< no word
  kLower,    ///< ferry
  kCapital,  ///< Ferry
  kUpper,    ///< FERRY, OSCE, SMW4
  kMixed,    ///< GlobalCom, McDonald
  kInitial,  ///< A., A.J.
};

[[nodiscard]] Shape shape_of(std::string_view token, TokenKind kind);

class WordsSeen {
 public:
  explicit WordsSeen(const Annotation& annotation);

  [[nodiscard]] Shape shape(std::uint32_t token) const { return shapes_[token]; }
  /// Whether a capital letter at this token tells nothing: it begins a sentence or a quotation, or its line is a headline.
  [[nodiscard]] bool weak_place(std::uint32_t token) const { return weak_[token]; }
  /// Whether it stands in a headline, where all words may have capitals.
  [[nodiscard]] bool in_headline(std::uint32_t token) const { return headline_[token]; }

  [[nodiscard]] std::uint32_t lower(std::string_view word) const { return count(word).lower; }      ///< in lower case
  [[nodiscard]] std::uint32_t capital(std::string_view word) const { return count(word).capital; }  ///< capital where that tells something
  [[nodiscard]] std::uint32_t solo(std::string_view word) const { return count(word).solo; }        ///< of these, not beside a hyphen
  /// Whether the report's hyphens have blanks around them, as broken detokenisation leaves them ("high - profile").
  [[nodiscard]] bool spaced_hyphens() const { return spaced_hyphens_ > 1; }
  [[nodiscard]] std::uint32_t numbered(std::string_view word_and_number) const { return count(word_and_number).capital; }  ///< "swift 3"

 private:
  struct Count {
    std::uint32_t lower = 0, capital = 0, solo = 0;
  };
  [[nodiscard]] Count count(std::string_view word) const {
    const auto found = counts_.find(std::string(word));
    return found == counts_.end() ? Count{} : found->second;
  }
  std::vector<Shape> shapes_;
  std::vector<bool> weak_, headline_;
  std::uint32_t spaced_hyphens_ = 0;
  std::unordered_map<std::string, Count> counts_;  // looked up, never walked
};

}  // namespace tetrapla::language
