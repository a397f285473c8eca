// The model's file: named sections of plain arrays, mapped into memory. Nothing in it is parsed; a section is used where it lies.
//
//   offset 0    Header: magic "TETRAPLA", format, checksum, file size, number of sections, SHA-256 of the content, name of the source
//   then        the table of sections, sorted by name: name (48 bytes, zero-filled), offset, size in bytes
//   then        the sections, each at a multiple of 64 bytes; numbers little-endian
//
// The checksum (XXH3, 64 bits) covers everything after it; the file is refused where it does not fit. So what a stage reads was
// written by src/convert, and stages check only what they index with.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/result.h"

namespace tetrapla::english {

/// Raised whenever a section's meaning changes: a file of another version is refused with the command that makes a new one.
inline constexpr std::uint32_t kModelFormat = 1;
inline constexpr std::string_view kModelFileName = "en-md.model";

/// A mapped model file. Immutable; movable; unmapped at the end. Spans of it live as long as it does.
class ModelFile {
 public:
  [[nodiscard]] static Result<ModelFile> open(const std::filesystem::path& file);
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;
  ~ModelFile();

  /// A section as an array of T; empty where there is none of that name or its size is no multiple of T's. O(log sections).
  template <typename T>
  [[nodiscard]] std::span<const T> section(std::string_view name) const {
    const std::string_view bytes = section_bytes(name);
    if (bytes.size() % sizeof(T) != 0) return {};
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  /// The same as bytes.
  [[nodiscard]] std::string_view section_bytes(std::string_view name) const;

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::string_view sha256() const { return sha256_; }

 private:
  ModelFile() = default;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::string name_;
  std::string sha256_;
};

/// Collects sections and writes the file. Used by src/convert alone, kept here so that both sides of the format stand in one place.
class ModelWriter {
 public:
  template <typename T>
  void add(const std::string& name, const std::vector<T>& values) {
    add_bytes(name, {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
  }
  /// Names have at most 47 bytes and are given once; anything else is a programming error (assert).
  void add_bytes(const std::string& name, std::string_view bytes);

  /// Writes the file whole or not at all. `source` is what it was made from: "en_core_web_md 3.8.0".
  [[nodiscard]] Status write(const std::filesystem::path& file, std::string_view source) const;

 private:
  std::map<std::string, std::string> sections_;
};

/// A list of strings in two sections: `name`/at (uint32 offsets, one more than strings) and `name`/bytes.
class StringList {
 public:
  StringList() = default;
  StringList(const ModelFile& file, const std::string& name);
  [[nodiscard]] std::size_t size() const { return at_.empty() ? 0 : at_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return bytes_.substr(at_[i], at_[i + 1] - at_[i]); }

 private:
  std::span<const std::uint32_t> at_;
  std::string_view bytes_;
};
void add_strings(ModelWriter& writer, const std::string& name, const std::vector<std::string>& strings);

}  // namespace tetrapla::english
