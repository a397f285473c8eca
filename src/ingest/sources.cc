#include "ingest/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "ingest/unpack.h"

namespace tetrapla::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 1U << 18U;
constexpr std::size_t kLongestExtension = 6;

bool is_hidden(const fs::path& name) { return name.native().starts_with('.'); }

/// Files below `folder` by path, names in the order of their bytes.
void walk(const fs::path& folder, const fs::path& below, Sources& sources) {
  std::error_code error;
  std::vector<fs::path> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    names.push_back(entry->path().filename());
  if (error) {
    sources.skipped.push_back({folder.string(), "unreadable", "cannot be read: " + error.message()});
    return;
  }
  std::sort(names.begin(), names.end());
  for (const fs::path& name : names) {
    if (is_hidden(name)) continue;
    const fs::path path = folder / name;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      if (!fs::is_symlink(path, error)) walk(path, below / name, sources);
    } else {
      sources.found.push_back({path.string(), id_of_name((below / name).generic_string())});
    }
  }
}

/// All of a stream, or one byte more than `limit`.
bool read_all(std::FILE* file, std::uint64_t limit, std::string& bytes) {
  for (;;) {
    const std::size_t had = bytes.size();
    if (had > limit) return true;
    const std::size_t want = static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, limit + 1 - had));
    bytes.resize(had + want);
    const std::size_t got = std::fread(bytes.data() + had, 1, want, file);
    bytes.resize(had + got);
    if (got < want) return std::ferror(file) == 0;
  }
}

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

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

Sources find_sources(const std::vector<std::string>& inputs) {
  Sources sources;
  for (const std::string& input : inputs) {
    if (input == "-") {
      sources.found.push_back({"-", "-"});
      continue;
    }
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (!fs::exists(status)) {
      const bool address = input.starts_with("https://") || input.starts_with("http://");
      sources.skipped.push_back(
          {input, address ? "not-read-yet" : "missing", address ? "addresses are not fetched yet" : "no such file"});
    } else if (fs::is_directory(status)) {
      const std::size_t before = sources.found.size() + sources.skipped.size();
      walk(input, {}, sources);
      if (sources.found.size() + sources.skipped.size() == before) {
        sources.skipped.push_back({input, "empty", "the folder holds no files"});
      }
    } else {
      sources.found.push_back({input, id_of_name(fs::path(input).filename().generic_string())});
    }
  }
  return sources;
}

std::variant<std::string, ReadError> read_source(const Source& source, std::uint64_t limit_bytes) {
  const auto too_large = [&] { return ReadError{"too-large", fmt::format("is larger than {} bytes", limit_bytes)}; };
  std::string bytes;
  if (source.path == "-") {
    if (!read_all(stdin, limit_bytes, bytes)) return ReadError{"unreadable", "cannot be read"};
  } else {
    errno = 0;
    const std::unique_ptr<std::FILE, Close> file(std::fopen(source.path.c_str(), "rb"));
    if (file == nullptr)
      return ReadError{errno == ENOENT ? "missing" : "unreadable", fmt::format("cannot be opened: {}", std::strerror(errno))};
    if (!read_all(file.get(), limit_bytes, bytes))
      return ReadError{"unreadable", fmt::format("cannot be read: {}", std::strerror(errno))};
  }
  if (bytes.size() > limit_bytes) return too_large();
  const Packing packing = packing_of(bytes);
  if (packing == Packing::kNone) return bytes;
  auto unpacked = unpack(bytes, packing, limit_bytes);
  if (!unpacked)
    return ReadError{unpacked.error().message.starts_with("unpacks to") ? "too-large" : "damaged", unpacked.error().message};
  return *std::move(unpacked);
}

}  // namespace tetrapla::ingest
