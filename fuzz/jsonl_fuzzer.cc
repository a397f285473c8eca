// Any bytes read as JSON Lines, as CSV of metadata, and as packed data end in items, errors or diagnostics.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/content.h"
#include "ingest/jsonl.h"
#include "ingest/metadata_file.h"
#include "ingest/unpack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tetrapla;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ingest::Items items = ingest::read_json_lines(bytes, "fuzz.jsonl", "fuzz");
  for (const ingest::Item& item : items.items) {
    if (item.decoded.text.empty() || item.sha256.size() != 64) std::abort();
  }
  (void)ingest::parse_metadata(bytes, "fuzz.csv");
  (void)ingest::content_of(bytes, {});
  constexpr std::uint64_t kLimit = 1U << 20U;
  const auto unpacked = ingest::unpack(bytes, ingest::packing_of(bytes), kLimit);
  if (unpacked.ok() && ingest::packing_of(bytes) != ingest::Packing::kNone && unpacked->size() > kLimit) std::abort();
  return 0;
}
