// Writes JSON (RFC 8259): the one writer of this program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tetrapla::render {

/// Builds one JSON text. Calls must nest properly; keys come in the order they are written.
///
///   JsonWriter json;
///   json.begin_object(JsonWriter::Layout::kInline).key("id").string("A").key("reports").begin_array(…) … .end();
///
/// Output is UTF-8. A list or object with Layout::kLines puts each element on a line of its own, indented by a space a level; with
/// kInline it stays on its line. Numbers are shortest decimals that read back equal, without exponent; integers have no ".0"; what is no
/// finite number is null. Text must be valid UTF-8 (Report::text is).
class JsonWriter {
 public:
  enum class Layout { kInline, kLines };

  JsonWriter& begin_object(Layout layout = Layout::kInline) { return begin('{', '}', layout); }
  JsonWriter& begin_array(Layout layout = Layout::kInline) { return begin('[', ']', layout); }
  JsonWriter& end();

  /// In an object; `name` needs no escape. `own_line` begins the pair on a line of its own, whatever the object's layout.
  JsonWriter& key(std::string_view name, bool own_line = false);

  JsonWriter& string(std::string_view value);
  JsonWriter& string_or_null(std::string_view value) { return value.empty() ? null() : string(value); }
  JsonWriter& number(double value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  /// Room for a text of so many bytes.
  void reserve(std::size_t bytes) { out_.reserve(bytes); }

  /// What was written, which is whole once every begin has its end.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  struct Level {
    char close;
    Layout layout;
    bool empty = true;
  };
  JsonWriter& begin(char open, char close, Layout layout);
  void before_value();
  void separate(bool own_line);

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace tetrapla::render
