// What kind of input some bytes are.
#pragma once

#include <string_view>

namespace tetrapla::ingest {

enum class Content { kText, kJsonLines, kHtml, kFeed, kSubtitles, kPdf, kArchive, kDocument, kJson, kMarkup, kEmpty };

/// By the bytes; `name` (a file's, or empty) decides only between kinds that begin alike.
[[nodiscard]] Content content_of(std::string_view bytes, std::string_view name);

/// "HTML pages", for a message; empty for text and JSON Lines.
[[nodiscard]] std::string_view describe(Content content);

}  // namespace tetrapla::ingest
