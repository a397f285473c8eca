// A line of JSON → an item: a report's text and what the line says of it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tetrapla/report.h"
#include "text/decode.h"

namespace tetrapla::ingest {

/// A text that becomes a report.
struct Item {
  text::Decoded decoded;
  std::string sha256;
  Metadata meta;
  std::vector<Diagnostic> diagnostics;
};

/// Reads one line after another: an object with `text`, and where known `id`, `title`, `url`, `publisher`, `authors` (a list or one string),
/// `published`, `language`; other fields are passed over. Objects nest at most 64 deep. Keeps memory for the longest line so far.
class JsonLineReader {
 public:
  JsonLineReader();
  ~JsonLineReader();
  JsonLineReader(JsonLineReader&&) noexcept;
  JsonLineReader& operator=(JsonLineReader&&) noexcept;

  /// The item of a line, or why there is none. `place` ("news.jsonl:12") names the line in diagnostics, `id` is for a line without one.
  [[nodiscard]] std::variant<Item, Diagnostic> read(std::string_view line, const std::string& place, const std::string& id);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// Nothing but white space: such a line is passed over.
[[nodiscard]] bool is_blank_line(std::string_view line);

}  // namespace tetrapla::ingest
