#include "english/tokenizer_cache.h"

#include <cstring>

namespace tetrapla::english {
namespace {

constexpr std::size_t kFirstSlots = 1U << 12U;

}  // namespace

ChunkCache::ChunkCache() : slots_(kFirstSlots) {}

std::span<const ChunkPiece> ChunkCache::find(std::string_view chunk, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash == hash && std::string_view(entry.text, entry.size) == chunk)
      return {pieces_.data() + entry.first_piece, entry.pieces};
  }
  return {};
}

void ChunkCache::add(std::string_view chunk, std::uint64_t hash, std::span<const ChunkPiece> pieces) {
  if (chunk.size() > kLongestChunk) return;
  if (entries_.size() == kMostChunks || pieces_.size() + pieces.size() > kMostPieces) clear();
  auto* text = static_cast<char*>(texts_.allocate(chunk.size(), 1));
  std::memcpy(text, chunk.data(), chunk.size());
  entries_.push_back({text, hash, static_cast<std::uint32_t>(chunk.size()), static_cast<std::uint32_t>(pieces_.size()),
                      static_cast<std::uint32_t>(pieces.size())});
  pieces_.insert(pieces_.end(), pieces.begin(), pieces.end());
  if (entries_.size() * 2 <= slots_.size()) {
    place(hash, static_cast<std::uint32_t>(entries_.size()));
    return;
  }
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) place(entries_[i].hash, i + 1);
}

void ChunkCache::place(std::uint64_t hash, std::uint32_t number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  slots_[at] = number;
}

void ChunkCache::clear() {
  entries_.clear();
  pieces_.clear();
  slots_.assign(kFirstSlots, 0);
  texts_.release();
}

}  // namespace tetrapla::english
