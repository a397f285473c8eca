// Inputs → texts that become reports, one by one: the only reader there is.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/byte_stream.h"
#include "ingest/jsonl.h"
#include "ingest/metadata_file.h"
#include "ingest/sources.h"
#include "tetrapla/report.h"
#include "tetrapla/result.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::ingest {

/// Goes through any mix of files, folders, standard input and JSON Lines, packed or not, in the order named. Memory: one text, or one line
/// of JSON; a file of JSON Lines may be of any size. `ReadOptions::max_input_bytes` is the most for one text: for a file, or for a line.
///
///   auto reader = Reader::open({"news.jsonl.gz", "-"}, {});
///   std::vector<Diagnostic> skipped;
///   while (auto item = reader->next(skipped)) reports.push_back(make_report(*std::move(item)));
///
/// Not for two threads at once.
class Reader {
 public:
  /// Fails only where nothing could be done: no input named, or a metadata file that cannot be read or is no CSV.
  [[nodiscard]] static Result<Reader> open(std::vector<std::string> inputs, const ReadOptions& options);

  /// The next text, with what the metadata file says of it; nothing at the end. What had to be skipped on the way is appended to `skipped`.
  /// Ids are as the inputs give them: equal ones stay equal (number_equal_ids, where all reports are at hand).
  [[nodiscard]] std::optional<Item> next(std::vector<Diagnostic>& skipped);

  /// After the end: the rows of the metadata file that fitted no text.
  [[nodiscard]] std::vector<Diagnostic> notes() const;

  /// From any thread: what waits for a pipe or a terminal in `next` waits no longer; the text it was at may be cut. For one that will not
  /// call `next` again.
  void stop() { *stop_ = true; }

  /// So much was read of the inputs, packed as they lie.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_of_ended_ + (stream_ ? stream_->bytes_read() : 0); }

 private:
  Reader(std::vector<std::string> inputs, const ReadOptions& options, MetadataTable metadata);

  void open_source(Source source, std::vector<Diagnostic>& skipped);
  [[nodiscard]] std::optional<ReadError> read_beginning();
  [[nodiscard]] std::optional<Item> read_text(std::vector<Diagnostic>& skipped);
  [[nodiscard]] std::optional<Item> read_line(std::vector<Diagnostic>& skipped);
  [[nodiscard]] std::optional<ReadError> find_line_end(std::size_t& size);
  void close(std::vector<Diagnostic>& skipped, std::string code, std::string message);
  void close();

  StopFlag stop_ = std::make_shared<std::atomic<bool>>(false);
  SourceWalk walk_;
  std::string metadata_file_;
  MetadataTable metadata_;
  std::set<std::string, std::less<>> unseen_;  // ids of the metadata file that no text has had yet
  std::uint64_t limit_bytes_;

  // The source that is open.
  Source source_;
  std::unique_ptr<ByteStream> stream_;
  bool is_lines_ = false;
  std::size_t line_ = 0;
  bool gave_any_ = false;
  std::uint64_t bytes_of_ended_ = 0;
  JsonLineReader json_;
};

}  // namespace tetrapla::ingest
