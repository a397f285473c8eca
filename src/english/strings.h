// Strings as the 64-bit ids that spaCy's model is keyed by, and the rows of an embedding table for such an id.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tetrapla::english {

/// 0 for "", a symbol's fixed id for the 456 names that spaCy reserves ("ORG", "X", "number"), else MurmurHash64A of the bytes, seed 1.
[[nodiscard]] std::uint64_t string_id(std::string_view text);

/// The four rows of a HashEmbed table for a key: MurmurHash3_x64_128 of the key's 8 bytes, its four 32-bit words modulo `rows`
/// (thinc's `hashembed`; rows may coincide and each counts).
[[nodiscard]] std::array<std::uint32_t, 4> embedding_rows(std::uint64_t key, std::uint32_t seed, std::uint32_t rows);

}  // namespace tetrapla::english
