// Places in a report's text.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace tetrapla {

/// A half-open run [begin, end) of BYTES of a report's UTF-8 text. Both ends lie on code point boundaries.
/// Code points (JSON, Python) and UTF-16 units (web pages) are made from it at the edge, in `render`.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// What both cover; empty (begin == end) where they do not meet.
[[nodiscard]] constexpr Span intersection(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

/// The smallest span that covers both.
[[nodiscard]] constexpr Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

/// The text of a span: `slice(text, citation.span)` is the quote. The span must lie inside the text.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace tetrapla
