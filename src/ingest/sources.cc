#include "ingest/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <system_error>

namespace tetrapla::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestExtension = 6;

bool is_hidden(const fs::path& name) { return name.native().starts_with('.'); }

}  // namespace

std::string id_of_name(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.size() > packed.size() && name.ends_with(packed)) {
      name.remove_suffix(packed.size());
      break;
    }
  }
  const std::size_t folder = name.find_last_of('/');
  const std::size_t begin = folder == std::string_view::npos ? 0 : folder + 1;
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot <= begin) return std::string(name);
  const std::string_view extension = name.substr(dot + 1);
  const bool plain = !extension.empty() && extension.size() <= kLongestExtension &&
                     std::all_of(extension.begin(), extension.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  return std::string(plain ? name.substr(0, dot) : name);
}

SourceWalk::Step SourceWalk::next() {
  for (;;) {
    while (!open_.empty()) {
      if (Step step = next_in_folder()) {
        gave_any_ = true;
        return step;
      }
      if (open_.empty() && !gave_any_) return Diagnostic{inputs_[at_ - 1], "empty", "the folder holds no files"};
    }
    if (at_ == inputs_.size()) return {};
    gave_any_ = false;
    if (Step step = open_input(inputs_[at_++])) return step;
  }
}

SourceWalk::Step SourceWalk::open_input(const std::string& input) {
  if (input == "-") return Source{"-", "-"};
  std::error_code error;
  const fs::file_status status = fs::status(input, error);
  if (!fs::exists(status)) {
    const bool address = input.starts_with("https://") || input.starts_with("http://");
    return Diagnostic{input, address ? "not-read-yet" : "missing", address ? "addresses are not fetched yet" : "no such file"};
  }
  if (fs::is_directory(status)) return open_folder(input, {});
  return Source{input, id_of_name(fs::path(input).filename().generic_string())};
}

SourceWalk::Step SourceWalk::open_folder(fs::path path, fs::path below) {
  std::error_code error;
  std::vector<fs::path> names;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    fs::path name = entry->path().filename();
    if (!is_hidden(name)) names.push_back(std::move(name));
  }
  if (error) return Diagnostic{path.string(), "unreadable", "cannot be read: " + error.message()};
  std::sort(names.begin(), names.end());
  open_.push_back({std::move(path), std::move(below), std::move(names)});
  return {};
}

/// The next file of the innermost folder; nothing where a folder was opened or is at its end.
SourceWalk::Step SourceWalk::next_in_folder() {
  Folder& folder = open_.back();
  if (folder.next == folder.names.size()) {
    open_.pop_back();
    return {};
  }
  const fs::path& name = folder.names[folder.next++];
  const fs::path path = folder.path / name;
  const fs::path below = folder.below / name;
  std::error_code error;
  if (!fs::is_directory(fs::status(path, error))) return Source{path.string(), id_of_name(below.generic_string())};
  if (fs::is_symlink(path, error)) return {};
  return open_folder(path, below);
}

std::variant<std::string, ReadError> read_source(const Source& source, std::uint64_t limit_bytes) {
  auto opened = ByteStream::open(source.path);
  if (auto* error = std::get_if<ReadError>(&opened)) return std::move(*error);
  auto& stream = std::get<ByteStream>(opened);
  while (!stream.ended()) {
    if (auto error = stream.more()) return *std::move(error);
    if (stream.window().size() > limit_bytes) return too_large(stream.packing(), limit_bytes);
  }
  return std::string(stream.window());
}

ReadError too_large(Packing packing, std::uint64_t limit_bytes) {
  return {"too-large",
          fmt::format("{} {} bytes", packing == Packing::kNone ? "is larger than" : "unpacks to more than", limit_bytes)};
}

std::optional<std::uint64_t> size_of_inputs(const std::vector<std::string>& inputs) {
  std::uint64_t size = 0;
  SourceWalk walk(inputs);
  for (;;) {
    const auto step = walk.next();
    if (!step) return size;
    const auto* source = std::get_if<Source>(&*step);
    if (source == nullptr) continue;
    std::error_code error;
    const bool regular = source->path != "-" && fs::is_regular_file(source->path, error);
    const std::uint64_t bytes = regular ? fs::file_size(source->path, error) : 0;
    if (!regular || error) return {};
    size += bytes;
  }
}

}  // namespace tetrapla::ingest
