// Any bytes read as JSON Lines, as CSV of metadata, and as packed data end in items, errors or diagnostics.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "ingest/content.h"
#include "ingest/jsonl.h"
#include "ingest/metadata_file.h"
#include "ingest/unpack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tetrapla;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ingest::JsonLineReader reader;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const auto read = reader.read(line, "fuzz.jsonl:1", "fuzz");
    const auto* item = std::get_if<ingest::Item>(&read);
    if (item != nullptr && (item->decoded.text.empty() || item->sha256.size() != 64)) std::abort();
  }
  (void)ingest::parse_metadata(bytes, "fuzz.csv");
  (void)ingest::content_of(bytes, {});
  constexpr std::uint64_t kLimit = 1U << 20U;
  const auto unpacked = ingest::unpack(bytes, ingest::packing_of(bytes), kLimit);
  if (unpacked.ok() && ingest::packing_of(bytes) != ingest::Packing::kNone && unpacked->size() > kLimit) std::abort();
  return 0;
}
