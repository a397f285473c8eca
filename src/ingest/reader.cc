#include "ingest/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/sha256.h"
#include "ingest/content.h"
#include "text/decode.h"
#include "text/lines.h"

namespace tetrapla::ingest {
namespace {

/// Spans are 32 bits; UTF-16 may grow by half on its way to UTF-8.
constexpr std::uint64_t kMostInputBytes = std::numeric_limits<std::int32_t>::max() / 2;
constexpr std::uint64_t kMostMetadataBytes = 256ULL << 20U;
/// So much from the first character on tells the kind; where it is "{", its line does, so that a pipe's first line can be read before others
/// come.
constexpr std::size_t kBeginning = 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

Result<MetadataTable> read_metadata(const std::string& path) {
  if (path.empty()) return MetadataTable{};
  auto bytes = read_source({path, {}}, kMostMetadataBytes);
  if (const auto* error = std::get_if<ReadError>(&bytes)) return Error{path + ": " + error->message};
  return parse_metadata(std::get<std::string>(bytes), path);
}

bool holds_text(const std::string& text) { return !text::trim(text, {0, static_cast<std::uint32_t>(text.size())}).empty(); }

}  // namespace

Result<Reader> Reader::open(std::vector<std::string> inputs, const ReadOptions& options) {
  if (inputs.empty()) return Error{"no input was named"};
  auto metadata = read_metadata(options.metadata_file);
  if (!metadata) return metadata.error();
  return Reader(std::move(inputs), options, *std::move(metadata));
}

Reader::Reader(std::vector<std::string> inputs, const ReadOptions& options, MetadataTable metadata)
    : walk_(std::move(inputs)),
      metadata_file_(options.metadata_file),
      metadata_(std::move(metadata)),
      limit_bytes_(std::min(options.max_input_bytes, kMostInputBytes)) {
  for (const auto& [id, row] : metadata_) unseen_.insert(id);
}

std::optional<Item> Reader::next(std::vector<Diagnostic>& skipped) {
  for (;;) {
    while (stream_) {
      std::optional<Item> item = is_lines_ ? read_line(skipped) : read_text(skipped);
      if (!item) continue;
      gave_any_ = true;
      if (const auto row = metadata_.find(item->meta.id); row != metadata_.end()) {
        complete(item->meta, row->second.meta);
        unseen_.erase(row->first);
      }
      return item;
    }
    auto step = walk_.next();
    if (!step) return {};
    if (auto* diagnostic = std::get_if<Diagnostic>(&*step)) {
      skipped.push_back(std::move(*diagnostic));
    } else {
      open_source(std::get<Source>(*std::move(step)), skipped);
    }
  }
}

void Reader::open_source(Source source, std::vector<Diagnostic>& skipped) {
  source_ = std::move(source);
  auto opened = ByteStream::open(source_.path, stop_);
  if (auto* error = std::get_if<ReadError>(&opened)) return close(skipped, std::move(error->code), std::move(error->message));
  stream_ = std::make_unique<ByteStream>(std::get<ByteStream>(std::move(opened)));
  is_lines_ = gave_any_ = false;
  line_ = 0;
  if (auto error = read_beginning()) return close(skipped, std::move(error->code), std::move(error->message));
  const Content content = content_of(stream_->window(), source_.path == "-" ? std::string_view{} : std::string_view(source_.path));
  switch (content) {
    case Content::kEmpty: return close(skipped, "empty", "holds no text");
    case Content::kJsonLines:
      is_lines_ = true;
      if (stream_->window().starts_with(kByteOrderMark)) stream_->drop(kByteOrderMark.size());
      return;
    case Content::kText: return;
    default: return close(skipped, "not-read-yet", fmt::format("is {}; this kind is not read yet", describe(content)));
  }
}

/// Reads as much as tells the kind, at most the limit.
std::optional<ReadError> Reader::read_beginning() {
  std::size_t first = 0;  // of the first character that is no blank, as far as it is known
  std::size_t line_end = 0;
  for (;;) {
    const std::string_view window = stream_->window();
    if (first == 0 && window.starts_with(kByteOrderMark)) first = kByteOrderMark.size();
    first = std::min(window.find_first_not_of(kBlanks, first), window.size());
    if (first < window.size() && window[first] == '{') {
      line_end = std::min(window.find_first_of("\r\n", std::max(line_end, first)), window.size());
      if (line_end < window.size()) return {};
    } else if (window.size() >= first + kBeginning) {
      return {};
    }
    if (stream_->ended() || window.size() > limit_bytes_) return {};
    if (auto error = stream_->more()) return error;
  }
}

std::optional<Item> Reader::read_text(std::vector<Diagnostic>& skipped) {
  const auto skip = [&](ReadError error) {
    close(skipped, std::move(error.code), std::move(error.message));
    return std::optional<Item>();
  };
  while (!stream_->ended() && stream_->window().size() <= limit_bytes_) {
    if (auto error = stream_->more()) return skip(*std::move(error));
  }
  const std::string_view bytes = stream_->window();
  if (bytes.size() > limit_bytes_) return skip(too_large(stream_->packing(), limit_bytes_));
  Item item{text::decode(bytes), base::sha256(bytes), {}, {}};
  if (item.decoded.binary) return skip({"binary", "is no text"});
  if (!holds_text(item.decoded.text)) return skip({"empty", "holds no text"});
  item.meta.id = source_.id;
  close();
  return item;
}

/// Lets the window grow to the end of its first line, or past the limit. `size`: of that line without its "\n".
std::optional<ReadError> Reader::find_line_end(std::size_t& size) {
  size = 0;
  for (;;) {
    size = std::min(stream_->window().find('\n', size), stream_->window().size());
    if (size < stream_->window().size() || stream_->ended() || size > limit_bytes_) return {};
    if (auto error = stream_->more()) return error;
  }
}

std::optional<Item> Reader::read_line(std::vector<Diagnostic>& skipped) {
  std::size_t size = 0;
  bool too_long = false;
  std::optional<ReadError> error = find_line_end(size);
  while (!error && size > limit_bytes_ && size == stream_->window().size() && !stream_->ended()) {
    too_long = true;  // it is dropped piece by piece
    stream_->drop(size);
    error = find_line_end(size);
  }
  if (error) {  // the lines before were whole
    close(skipped, std::move(error->code), fmt::format("{}, after line {}", error->message, line_));
    return {};
  }
  if (stream_->ended() && stream_->window().empty() && !too_long) {
    if (gave_any_) {
      close();
    } else {
      close(skipped, "empty", "holds no text");
    }
    return {};
  }
  ++line_;
  const std::string_view line = stream_->window().substr(0, size);
  const std::string place = fmt::format("{}:{}", source_.path, line_);
  std::optional<Item> item;
  if (too_long || size > limit_bytes_) {
    ReadError large = too_large(Packing::kNone, limit_bytes_);
    skipped.push_back({place, std::move(large.code), std::move(large.message)});
    gave_any_ = true;
  } else if (!is_blank_line(line)) {
    gave_any_ = true;
    auto read = json_.read(line, place, source_.id);
    if (auto* diagnostic = std::get_if<Diagnostic>(&read)) {
      skipped.push_back(std::move(*diagnostic));
    } else {
      item = std::get<Item>(std::move(read));
    }
  }
  stream_->drop(std::min(size + 1, stream_->window().size()));
  return item;
}

void Reader::close(std::vector<Diagnostic>& skipped, std::string code, std::string message) {
  skipped.push_back({source_.path, std::move(code), std::move(message)});
  close();
}

void Reader::close() {
  bytes_of_ended_ = bytes_read();
  stream_.reset();
}

std::vector<Diagnostic> Reader::notes() const {
  std::vector<Diagnostic> notes;
  notes.reserve(unseen_.size());
  for (const std::string& id : unseen_) {
    notes.push_back({fmt::format("{}:{}", metadata_file_, metadata_.find(id)->second.line), "unknown-id",
                     fmt::format("no report has the id {}", id)});
  }
  return notes;
}

}  // namespace tetrapla::ingest
