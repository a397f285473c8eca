#include "english/lexemes_norms.h"

#include <algorithm>
#include <bit>

#include "english/model_file.h"

namespace tetrapla::english {
namespace {

constexpr const char* kKeys = "lexemes/norm_keys";
constexpr const char* kIds = "lexemes/norm_ids";

/// The slot of `key` or the free one where it belongs. Needs a free slot.
std::size_t slot_of(std::span<const std::uint64_t> keys, std::uint64_t key) {
  const std::size_t mask = keys.size() - 1;
  std::size_t at = (key ^ key >> 32U) & mask;
  while (keys[at] != 0 && keys[at] != key) at = (at + 1) & mask;
  return at;
}

}  // namespace

NormTable::NormTable(const ModelFile& file) : keys_(file.section<std::uint64_t>(kKeys)), ids_(file.section<std::uint64_t>(kIds)) {}

std::string NormTable::fault(const ModelFile& file) {
  const auto keys = file.section<std::uint64_t>(kKeys);
  const bool sound = std::has_single_bit(keys.size()) && keys.size() == file.section<std::uint64_t>(kIds).size() &&
                     std::ranges::find(keys, 0U) != keys.end();
  return sound ? "" : "its table of norms is damaged";
}

std::uint64_t NormTable::find(std::uint64_t word) const {
  const std::size_t at = slot_of(keys_, word);
  return keys_[at] == 0 ? 0 : ids_[at];
}

void add_norms(ModelWriter& writer, const std::vector<std::pair<std::uint64_t, std::uint64_t>>& norms) {
  const std::size_t slots = std::bit_ceil(norms.size() * 2 + 1);
  std::vector<std::uint64_t> keys(slots);
  std::vector<std::uint64_t> ids(slots);
  for (const auto& [word, norm] : norms) {
    const std::size_t at = slot_of(keys, word);
    if (keys[at] != 0 || word == 0) continue;
    keys[at] = word;
    ids[at] = norm;
  }
  writer.add(kKeys, keys);
  writer.add(kIds, ids);
}

}  // namespace tetrapla::english
