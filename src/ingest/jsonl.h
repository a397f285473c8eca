// JSON Lines → items: a report's text and what the line says of it.
#pragma once

#include <string>
#include <string_view>
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

struct Items {
  std::vector<Item> items;
  std::vector<Diagnostic> skipped;  ///< `report` is "file:line"
};

/// One object a line: `text`, and where known `id`, `title`, `url`, `publisher`, `authors` (a list or one string), `published`, `language`;
/// other fields are passed over. A line that is no such object is skipped and named, the rest goes on. Objects nest at most 64 deep.
/// `path` names the file in diagnostics, `id` is for lines without one. Linear.
[[nodiscard]] Items read_json_lines(std::string_view bytes, const std::string& path, const std::string& id);

}  // namespace tetrapla::ingest
