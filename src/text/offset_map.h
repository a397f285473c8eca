// Where a byte of a UTF-8 text stands in code points (JSON, Python) and in UTF-16 units (web pages), and back.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla::text {

/// Counts sampled every 128 bytes: 8 bytes of table for each, about 6% of the text. The text must be valid UTF-8 and outlive the map.
/// Offsets beyond the end give the end; an offset inside a character gives that character's.
///
///   OffsetMap map("a°b");
///   map.code_point(3);             // 2: "b"
///   map.byte_of_code_point(2);     // 3
///
/// A text of ASCII alone has no table and every answer is its question.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view text);

  /// O(1): one look-up and at most 127 bytes.
  [[nodiscard]] std::uint32_t code_point(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t utf16(std::uint32_t byte) const;

  /// O(log n). A UTF-16 offset between the halves of a pair gives the pair's character.
  [[nodiscard]] std::uint32_t byte_of_code_point(std::uint32_t code_point) const;
  [[nodiscard]] std::uint32_t byte_of_utf16(std::uint32_t unit) const;

  [[nodiscard]] Span to_code_points(Span bytes) const { return {code_point(bytes.begin), code_point(bytes.end)}; }
  [[nodiscard]] Span from_code_points(Span points) const {
    return {byte_of_code_point(points.begin), byte_of_code_point(points.end)};
  }
  [[nodiscard]] Span to_utf16(Span bytes) const { return {utf16(bytes.begin), utf16(bytes.end)}; }

 private:
  enum Unit : std::size_t { kCodePoint, kUtf16 };
  using Counts = std::array<std::uint32_t, 2>;

  [[nodiscard]] std::uint32_t count(std::uint32_t byte, Unit unit) const;
  [[nodiscard]] std::uint32_t byte_of(std::uint32_t count, Unit unit) const;

  std::string_view text_;
  std::vector<Counts> before_;  // counts before byte i * 128; empty where all is ASCII
};

}  // namespace tetrapla::text
