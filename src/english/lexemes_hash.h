// A quick hash of short strings, the same in every run and on every machine, since tables in the model's file are built with it.
#pragma once

#include <cstdint>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tetrapla::english {

/// XXH3, 64 bits.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace tetrapla::english
