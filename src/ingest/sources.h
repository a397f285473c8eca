// What was named on the command line → the files to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ingest/byte_stream.h"
#include "tetrapla/report.h"

namespace tetrapla::ingest {

/// One file, or standard input.
struct Source {
  std::string path;  ///< "-" for standard input
  std::string id;    ///< of its report, where it holds one that has none of its own
};

/// What was named → one source after another, in the order named; a folder's files by path. Folders are walked to the bottom; files and
/// folders whose name begins with a dot are left out, links to folders are not followed. Missing inputs, unreadable and empty folders come as
/// diagnostics, where they were met. Memory: the names in the folders that are open, never those of the whole tree.
class SourceWalk {
 public:
  explicit SourceWalk(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}

  [[nodiscard]] std::optional<std::variant<Source, Diagnostic>> next();

 private:
  struct Folder {
    std::filesystem::path path;
    std::filesystem::path below;  // the folder that was named: ids begin there
    std::vector<std::filesystem::path> names;
    std::size_t next = 0;
  };
  using Step = std::optional<std::variant<Source, Diagnostic>>;

  [[nodiscard]] Step open_input(const std::string& input);
  [[nodiscard]] Step open_folder(std::filesystem::path path, std::filesystem::path below);
  [[nodiscard]] Step next_in_folder();

  std::vector<std::string> inputs_;
  std::size_t at_ = 0;
  std::vector<Folder> open_;
  bool gave_any_ = false;  // of the folder that was named
};

/// A file's name without its extension, ".gz" and ".zst" apart: "news/talks.txt.gz" → "news/talks".
[[nodiscard]] std::string id_of_name(std::string_view name);

/// What is said of an input that holds more than `limit_bytes`.
[[nodiscard]] ReadError too_large(Packing packing, std::uint64_t limit_bytes);

/// The bytes of a source, unpacked; no more than `limit_bytes` of them.
[[nodiscard]] std::variant<std::string, ReadError> read_source(const Source& source, std::uint64_t limit_bytes);

/// The sizes of all files of the inputs together, as they lie on the disk; nothing where that is not known (standard input, a pipe).
[[nodiscard]] std::optional<std::uint64_t> size_of_inputs(const std::vector<std::string>& inputs);

}  // namespace tetrapla::ingest
