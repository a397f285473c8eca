#include "render/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tetrapla::render {
namespace {

void append_escaped(std::string& out, std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          out += "\\u00";
          out += kHex[byte >> 4U];
          out += kHex[byte & 0xFU];
        } else {
          out += c;
        }
    }
  }
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
  append_escaped(out_, name);
  out_ += ':';
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
  out_ += std::to_string(value);
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
