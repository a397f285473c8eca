#include "english/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/sha256.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr char kMagic[8] = {'T', 'E', 'T', 'R', 'A', 'P', 'L', 'A'};
constexpr std::size_t kMaxSections = 4096;

struct Header {
  char magic[8];
  std::uint64_t format;
  std::uint64_t checksum;  // of all bytes after it
  std::uint64_t size;      // of the file, in bytes
  std::uint64_t sections;
  char sha256[64];  // of the sections' names and contents
  char source[24];
};
static_assert(sizeof(Header) == 128);

struct Entry {
  char name[48];
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(Entry) == 64);

std::string_view text_of(const char* data, std::size_t capacity) { return {data, strnlen(data, capacity)}; }
std::size_t aligned(std::size_t n) { return (n + kAlignment - 1) / kAlignment * kAlignment; }

constexpr std::size_t kChecked = offsetof(Header, checksum) + sizeof(Header::checksum);  // from here on the checksum covers it

std::uint64_t checksum_of(const char* data, std::size_t size) { return XXH3_64bits(data + kChecked, size - kChecked); }

/// The same over a mapped file, piece by piece: the pages looked at are given back, so that memory holds what is used and not what was checked.
std::uint64_t checksum_of_mapped(const char* data, std::size_t size) {
  constexpr std::size_t kPiece = 4U << 20U;
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  for (std::size_t begin = 0; begin < size; begin += kPiece) {
    const std::size_t length = std::min(kPiece, size - begin);
    const std::size_t skipped = begin == 0 ? kChecked : 0;
    XXH3_64bits_update(&state, data + begin + skipped, length - skipped);
    ::madvise(const_cast<char*>(data) + begin, length, MADV_DONTNEED);
  }
  return XXH3_64bits_digest(&state);
}

const Header& header_of(const char* data) { return *reinterpret_cast<const Header*>(data); }
std::span<const Entry> entries_of(const char* data) {
  return {reinterpret_cast<const Entry*>(data + sizeof(Header)), header_of(data).sections};
}

/// What is wrong with these mapped bytes as a model file; "" for nothing.
std::string fault_of(const char* data, std::size_t size) {
  if (size < sizeof(Header) || std::memcmp(data, kMagic, sizeof(kMagic)) != 0) return "is no model file";
  const Header& header = header_of(data);
  if (header.format != kModelFormat) {
    return "has format " + std::to_string(header.format) + ", this program reads " + std::to_string(kModelFormat);
  }
  if (header.size != size) return "is cut short or has grown: " + std::to_string(size) + " bytes of " + std::to_string(header.size);
  if (header.sections > kMaxSections || header.sections * sizeof(Entry) > size - sizeof(Header)) return "is damaged";
  if (checksum_of_mapped(data, size) != header.checksum) return "is damaged: its checksum does not fit";
  const auto fits = [size](const Entry& e) { return e.offset <= size && e.size <= size - e.offset && e.offset % kAlignment == 0; };
  return std::ranges::all_of(entries_of(data), fits) ? "" : "is damaged";
}

Error trouble(const std::filesystem::path& file, const std::string& fault) {
  return {"the language model " + file.string() + " " + fault + "; `./dev setup` makes it anew"};
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return trouble(file, std::string("cannot be opened: ") + std::strerror(errno));
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  void* data = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
  ::close(descriptor);
  if (data == MAP_FAILED) return trouble(file, "is no model file");
  ModelFile model;
  model.data_ = static_cast<const char*>(data);
  model.size_ = size;
  if (const std::string fault = fault_of(model.data_, size); !fault.empty()) return trouble(file, fault);
  const Header& header = header_of(model.data_);
  model.name_ = text_of(header.source, sizeof(header.source));
  model.sha256_ = text_of(header.sha256, sizeof(header.sha256));
  return model;
}

ModelFile::ModelFile(ModelFile&& other) noexcept { *this = std::move(other); }

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(name_, other.name_);
  std::swap(sha256_, other.sha256_);
  return *this;
}

ModelFile::~ModelFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

std::string_view ModelFile::section_bytes(std::string_view name) const {
  const auto entries = entries_of(data_);
  const auto name_of_entry = [](const Entry& e) { return text_of(e.name, sizeof(e.name)); };
  const auto found = std::ranges::lower_bound(entries, name, {}, name_of_entry);
  if (found == entries.end() || name_of_entry(*found) != name) return {};
  return {data_ + found->offset, found->size};
}

void ModelWriter::add_bytes(const std::string& name, std::string_view bytes) {
  assert(name.size() < sizeof(Entry::name));
  const bool fresh = sections_.emplace(name, bytes).second;
  assert(fresh);
  static_cast<void>(fresh);
}

Status ModelWriter::write(const std::filesystem::path& file, std::string_view source) const {
  std::string body;
  std::string digest_input;
  std::size_t offset = aligned(sizeof(Header) + sections_.size() * sizeof(Entry));
  for (const auto& [name, bytes] : sections_) {
    Entry entry{};
    name.copy(entry.name, sizeof(entry.name) - 1);
    entry.offset = offset;
    entry.size = bytes.size();
    body.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
    offset = aligned(offset + bytes.size());
    digest_input += name + '=' + base::sha256(bytes) + '\n';
  }
  for (const auto& [name, bytes] : sections_) {
    body.resize(aligned(sizeof(Header) + body.size()) - sizeof(Header));
    body += bytes;
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.format = kModelFormat;
  header.size = sizeof(Header) + body.size();
  header.sections = sections_.size();
  base::sha256(digest_input).copy(header.sha256, sizeof(header.sha256));
  source.copy(header.source, sizeof(header.source) - 1);
  std::string whole(reinterpret_cast<const char*>(&header), sizeof(header));
  whole += body;
  header.checksum = checksum_of(whole.data(), whole.size());
  std::memcpy(whole.data(), &header, sizeof(header));

  std::filesystem::path unfinished = file;
  unfinished += ".part";
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  out.write(whole.data(), static_cast<std::streamsize>(whole.size()));
  out.close();
  std::error_code failed;
  if (out) std::filesystem::rename(unfinished, file, failed);
  if (!out || failed) return Error{file.string() + " cannot be written"};
  return Done{};
}

StringList::StringList(const ModelFile& file, const std::string& name)
    : at_(file.section<std::uint32_t>(name + "/at")), bytes_(file.section_bytes(name + "/bytes")) {
  const bool sound = !at_.empty() && at_.back() == bytes_.size() && std::ranges::is_sorted(at_);
  if (!sound) at_ = {};
}

void add_strings(ModelWriter& writer, const std::string& name, const std::vector<std::string>& strings) {
  std::vector<std::uint32_t> at{0};
  std::string bytes;
  for (const std::string& s : strings) {
    bytes += s;
    at.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  writer.add(name + "/at", at);
  writer.add_bytes(name + "/bytes", bytes);
}

}  // namespace tetrapla::english
