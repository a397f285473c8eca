#include "text/reading.h"

#include <algorithm>

namespace tetrapla::text {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

}  // namespace

Reading::Reading(std::string_view text, const std::vector<Span>& paragraphs, const std::vector<Exclusion>& excluded) {
  auto next = excluded.begin();
  for (std::uint32_t number = 0; number < paragraphs.size(); ++number) {
    const Span paragraph = paragraphs[number];
    const bool was_empty = text_.empty();
    const auto paragraph_begin = static_cast<std::uint32_t>(text_.size() + (was_empty ? 0 : 1));
    bool any = false;
    bool joint = false;  // a space is due before the next character
    const auto put = [&](std::uint32_t at) {
      if (!any) {
        if (!was_empty) text_ += '\n';
        any = true;
      } else if (joint) {
        text_ += ' ';
      }
      joint = false;
      const auto here = static_cast<std::uint32_t>(text_.size());
      if (!pieces_.empty() && pieces_.back().reading + pieces_.back().length == here &&
          pieces_.back().source + pieces_.back().length == at) {
        ++pieces_.back().length;
      } else {
        pieces_.push_back({here, at, 1});
      }
      text_ += text[at];
    };
    for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
      while (next != excluded.end() && next->span.end <= at) ++next;
      if (next != excluded.end() && next->span.contains(at)) {
        joint = any;
        at = std::min(next->span.end, paragraph.end);
        continue;
      }
      const char c = text[at];
      if (c == '\n' || c == '\r' || (joint && is_space(c))) {
        joint = any;
      } else if (is_space(c)) {  // kept where it stands between words on one line, so that pieces stay long
        std::uint32_t end = at;
        while (end < paragraph.end && is_space(text[end]) && text[end] != '\n' && text[end] != '\r' &&
               !(next != excluded.end() && next->span.contains(end))) {
          ++end;
        }
        const bool inside = any && end < paragraph.end && text[end] != '\n' && text[end] != '\r' &&
                            !(next != excluded.end() && next->span.contains(end));
        if (inside) {
          for (std::uint32_t k = at; k < end; ++k) put(k);
        } else {
          joint = any;
        }
        at = end;
        continue;
      } else {
        put(at);
      }
      ++at;
    }
    if (any) {
      paragraphs_.push_back({paragraph_begin, static_cast<std::uint32_t>(text_.size())});
      paragraph_numbers_.push_back(number);
    }
  }
}

Span Reading::to_source(Span span) const {
  const auto first_after = [&](std::uint32_t at) {
    return std::upper_bound(pieces_.begin(), pieces_.end(), at,
                            [](std::uint32_t value, const Piece& piece) { return value < piece.reading; });
  };
  // The first real byte at or after span.begin, the last real byte before span.end.
  auto from = first_after(span.begin);
  std::uint32_t begin = 0;
  if (from != pieces_.begin() && span.begin < (from - 1)->reading + (from - 1)->length) {
    begin = (from - 1)->source + (span.begin - (from - 1)->reading);
  } else if (from != pieces_.end() && from->reading < span.end) {
    begin = from->source;
  } else {
    return {};
  }
  if (span.empty()) return {};
  const auto to = first_after(span.end - 1);
  if (to == pieces_.begin()) return {};
  const Piece& last = *(to - 1);
  const std::uint32_t end = last.source + std::min(span.end - last.reading, last.length);
  return begin < end ? Span{begin, end} : Span{};
}

std::string plain(std::string_view text, Span span, const std::vector<Exclusion>& excluded) {
  std::string result;
  auto next = std::lower_bound(excluded.begin(), excluded.end(), span.begin,
                               [](const Exclusion& x, std::uint32_t at) { return x.span.end <= at; });
  bool joint = false;
  for (std::uint32_t at = span.begin; at < span.end;) {
    while (next != excluded.end() && next->span.end <= at) ++next;
    if (next != excluded.end() && next->span.contains(at)) {
      joint = true;
      at = std::min(next->span.end, span.end);
      continue;
    }
    if (is_space(text[at])) {
      joint = true;
    } else {
      if (joint && !result.empty()) result += ' ';
      joint = false;
      result += text[at];
    }
    ++at;
  }
  return result;
}

}  // namespace tetrapla::text
