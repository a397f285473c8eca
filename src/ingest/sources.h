// What was named on the command line → the files to read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tetrapla/report.h"
#include "tetrapla/result.h"

namespace tetrapla::ingest {

/// One file, or standard input.
struct Source {
  std::string path;  ///< "-" for standard input
  std::string id;    ///< of its report, where it holds one that has none of its own
};

struct Sources {
  std::vector<Source> found;        ///< in the order named; a folder's files by path
  std::vector<Diagnostic> skipped;  ///< missing ones, unreadable and empty folders
};

/// Folders are walked to the bottom; files and folders whose name begins with a dot are left out, links to folders are not followed.
[[nodiscard]] Sources find_sources(const std::vector<std::string>& inputs);

/// A file's name without its extension, ".gz" and ".zst" apart: "news/talks.txt.gz" → "news/talks".
[[nodiscard]] std::string id_of_name(std::string_view name);

struct ReadError {
  std::string code;  ///< "missing", "unreadable", "too-large", "damaged"
  std::string message;
};

/// The bytes of a source, unpacked; no more than `limit_bytes` of them.
[[nodiscard]] std::variant<std::string, ReadError> read_source(const Source& source, std::uint64_t limit_bytes);

}  // namespace tetrapla::ingest
