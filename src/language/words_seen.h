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
  [[nodiscard]] bool tells_nothing(std::uint32_t token) const { return weak_[token]; }
  /// Whether it stands in a headline, where all words may have capitals.
  [[nodiscard]] bool in_headline(std::uint32_t token) const { return headline_[token]; }

  [[nodiscard]] std::uint32_t lower(std::string_view word) const { return count(word).lower; }  ///< in lower case
  [[nodiscard]] std::uint32_t capital(std::string_view word) const {
    return count(word).capital;
  }  ///< capital where that tells something
  [[nodiscard]] std::uint32_t solo(std::string_view word) const {
    return count(word).solo;
  }  ///< with a capital outside headlines, not beside a hyphen
  /// Whether the report's hyphens have blanks around them, as broken detokenisation leaves them ("high - profile").
  [[nodiscard]] bool spaced_hyphens() const { return spaced_hyphens_ > 1; }
  /// With a capital where that tells something, and none on the words beside it.
  [[nodiscard]] std::uint32_t alone(std::string_view word) const { return count(word).alone; }
  /// Likewise, at the end of a name of several words.
  [[nodiscard]] std::uint32_t at_end(std::string_view word) const { return count(word).end; }
  /// Two words side by side, both with capitals, or a word and a number of one or two digits ("swift 3").
  [[nodiscard]] std::uint32_t pair(std::string_view word, std::string_view next) const {
    std::string key(word);
    key += ' ';
    key += next;
    return count(key).capital;
  }

 private:
  struct Count {
    std::uint32_t lower = 0, capital = 0, solo = 0, alone = 0, end = 0;
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
