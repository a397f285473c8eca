// --meta FILE.csv: what the inputs lack.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/report.h"
#include "tetrapla/result.h"

namespace tetrapla::ingest {

/// One row. `meta.published` is ISO 8601.
struct MetadataRow {
  Metadata meta;
  std::size_t line = 0;  ///< in the file, from 1
};

using MetadataTable = std::map<std::string, MetadataRow, std::less<>>;  ///< by id

/// CSV as in RFC 4180 (quoted fields with commas, line breaks and doubled quotes; CRLF or LF; a byte order mark) in UTF-8. The first row
/// names the columns: `id` and any of `title`, `publisher`, `authors` (";" between them), `url`, `published`, `language`. An Error names
/// `path` and the line: no `id` column, an unknown one, a row with another number of fields, an open quote, an id twice, no date.
[[nodiscard]] Result<MetadataTable> parse_metadata(std::string_view csv, const std::string& path);

/// Fills what `meta` lacks from `row`.
void complete(Metadata& meta, const Metadata& row);

}  // namespace tetrapla::ingest
