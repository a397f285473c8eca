#include "text/offset_map.h"

#include <algorithm>

namespace tetrapla::text {
namespace {

constexpr std::uint32_t kStep = 128;

/// What a byte adds: a character begins at every byte that does not continue one; one of four bytes is two UTF-16 units.
constexpr std::array<std::uint32_t, 2> weight(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte & 0xC0U) == 0x80U) return {0, 0};
  return {1, byte >= 0xF0U ? 2U : 1U};
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; })) return;
  before_.reserve(text.size() / kStep + 1);
  Counts now{};
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (at % kStep == 0) before_.push_back(now);
    const Counts w = weight(text[at]);
    now[kCodePoint] += w[kCodePoint];
    now[kUtf16] += w[kUtf16];
  }
  if (text.size() % kStep == 0) before_.push_back(now);
}

std::uint32_t OffsetMap::count(std::uint32_t byte, Unit unit) const {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  if (before_.empty()) return byte;
  while (byte < text_.size() && weight(text_[byte])[kCodePoint] == 0) --byte;  // valid UTF-8 begins with a character
  std::uint32_t result = before_[byte / kStep][unit];
  for (std::uint32_t at = byte / kStep * kStep; at < byte; ++at) result += weight(text_[at])[unit];
  return result;
}

std::uint32_t OffsetMap::byte_of(std::uint32_t count, Unit unit) const {
  if (before_.empty()) return std::min(count, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(before_.begin(), before_.end(), count,
                                      [unit](std::uint32_t value, const Counts& counts) { return value < counts[unit]; });
  const auto block = static_cast<std::uint32_t>(after - before_.begin()) - 1;
  std::uint32_t now = before_[block][unit];
  std::uint32_t at = block * kStep;
  for (; at < text_.size(); ++at) {
    const std::uint32_t w = weight(text_[at])[unit];
    if (w > 0 && now + w > count) break;
    now += w;
  }
  return at;
}

std::uint32_t OffsetMap::code_point(std::uint32_t byte) const { return count(byte, kCodePoint); }
std::uint32_t OffsetMap::utf16(std::uint32_t byte) const { return count(byte, kUtf16); }
std::uint32_t OffsetMap::byte_of_code_point(std::uint32_t code_point) const { return byte_of(code_point, kCodePoint); }
std::uint32_t OffsetMap::byte_of_utf16(std::uint32_t unit) const { return byte_of(unit, kUtf16); }

}  // namespace tetrapla::text
