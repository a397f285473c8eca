// .gz and .zst, with a limit kept while unpacking.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tetrapla/result.h"

namespace tetrapla::ingest {

enum class Packing { kNone, kGzip, kZstd };

/// By the first bytes, not by the name.
[[nodiscard]] Packing packing_of(std::string_view bytes);

/// The unpacked bytes (RFC 1952, RFC 8878; several members or frames one after another are one input). An Error where they are damaged, cut
/// off, or more than `limit_bytes`: then no more than that was ever in memory. `kNone` gives the bytes themselves.
[[nodiscard]] Result<std::string> unpack(std::string_view bytes, Packing packing, std::uint64_t limit_bytes);

}  // namespace tetrapla::ingest
