#include "render/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tetrapla::render {
namespace {

constexpr std::array<bool, 256> needs_escape() {
  std::array<bool, 256> result{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) result[byte] = true;
  for (const unsigned char c : {'"', '\\', '\x7F'}) result[c] = true;
  return result;
}
constexpr std::array<bool, 256> kNeedsEscape = needs_escape();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
  }
}

/// Runs without anything to escape are taken whole.
void append_escaped(std::string& out, std::string_view value) {
  out += '"';
  std::size_t begin = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!kNeedsEscape[static_cast<unsigned char>(value[at])]) continue;
    out.append(value, begin, at - begin);
    append_escape(out, value[at]);
    begin = at + 1;
  }
  out.append(value, begin);
  out += '"';
}

}  // namespace

JsonWriter& JsonWriter::begin(char open, char close, Layout layout) {
  before_value();
  out_ += open;
  levels_.push_back({close, layout});
  return *this;
}

JsonWriter& JsonWriter::end() {
  const char close = levels_.back().close;
  levels_.pop_back();
  out_ += close;
  return *this;
}

void JsonWriter::separate(bool own_line) {
  Level& level = levels_.back();
  if (!level.empty) out_ += ',';
  if (own_line || level.layout == Layout::kLines) {
    out_ += '\n';
    out_.append(levels_.size(), ' ');
  }
  level.empty = false;
}

JsonWriter& JsonWriter::key(std::string_view name, bool own_line) {
  separate(own_line);
  out_ += '"';
  out_ += name;
  out_ += "\":";
  after_key_ = true;
  return *this;
}

void JsonWriter::before_value() {
  if (!after_key_ && !levels_.empty()) separate(false);
  after_key_ = false;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  before_value();
  append_escaped(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  if (value == 0) value = 0;  // no "-0"
  before_value();
  std::array<char, 400> digits;  // the longest double without exponent has 343 characters
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  out_.append(digits.data(), end);
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  before_value();
  std::array<char, 20> digits;
  out_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

}  // namespace tetrapla::render
