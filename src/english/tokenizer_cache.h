// The cuts of chunks met before: of running text, nine chunks in ten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "english/lexemes.h"

namespace tetrapla::english {

/// A token within a chunk; they follow one another without a gap.
struct ChunkPiece {
  LexemeId lexeme = 0;
  std::uint32_t bytes = 0;
};

/// Chunk → pieces, for chunks of at most kLongestChunk bytes. When kMostChunks or kMostPieces are in it, it starts anew: what repeats comes
/// back soon, and memory stays under 10 MB.
class ChunkCache {
 public:
  static constexpr std::size_t kLongestChunk = 64;
  static constexpr std::size_t kMostChunks = 1U << 16U;
  static constexpr std::size_t kMostPieces = 4 * kMostChunks;

  ChunkCache();

  /// Empty where the chunk is not known. Good until the next `add` or `clear`.
  [[nodiscard]] std::span<const ChunkPiece> find(std::string_view chunk, std::uint64_t hash) const;
  /// For a chunk that is not in it. Longer ones than kLongestChunk are not kept.
  void add(std::string_view chunk, std::uint64_t hash, std::span<const ChunkPiece> pieces);
  void clear();

 private:
  struct Entry {
    const char* text = nullptr;
    std::uint64_t hash = 0;
    std::uint32_t size = 0;
    std::uint32_t first_piece = 0;
    std::uint32_t pieces = 0;
  };

  void place(std::uint64_t hash, std::uint32_t number);

  std::pmr::monotonic_buffer_resource texts_;
  std::vector<Entry> entries_;
  std::vector<ChunkPiece> pieces_;
  std::vector<std::uint32_t> slots_;  // an entry's number plus one; 0: free; as many as a power of two
};

}  // namespace tetrapla::english
