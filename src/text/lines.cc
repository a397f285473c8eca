#include "text/lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tetrapla::text {
namespace {

bool is_blank(UChar32 c) { return c >= 0 && (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF || c == 0x2060); }

/// Bytes of the line end at `at`, 0 where there is none.
std::uint32_t line_end_at(std::string_view text, std::uint32_t at) {
  if (text[at] == '\n') return 1;
  if (text[at] == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  const std::string_view three = text.substr(at, 3);
  return three == "\u2028" || three == "\u2029" ? 3 : 0;
}

}  // namespace

Span trim(std::string_view text, Span span) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto begin = static_cast<std::int32_t>(span.begin);
  auto end = static_cast<std::int32_t>(span.end);
  while (begin < end) {
    std::int32_t next = begin;
    UChar32 c = 0;
    U8_NEXT(bytes, next, end, c);
    if (!is_blank(c)) break;
    begin = next;
  }
  while (begin < end) {
    std::int32_t before = end;
    UChar32 c = 0;
    U8_PREV(bytes, begin, before, c);
    if (!is_blank(c)) break;
    end = before;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  const auto put = [&](std::uint32_t begin, std::uint32_t end) {
    Line line{trim(text, {begin, end}), 0};
    for (std::uint32_t at = begin; at < line.span.begin && !line.span.empty(); ++at) {
      line.indent = text[at] == '\t' ? (line.indent / 4 + 1) * 4 : line.indent + 1;
    }
    lines.push_back(line);
  };
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t length = line_end_at(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    put(begin, at);
    at += length;
    begin = at;
  }
  if (begin < text.size()) put(begin, static_cast<std::uint32_t>(text.size()));
  return lines;
}

}  // namespace tetrapla::text
