#include "english/affixes_characters.h"

#include <algorithm>
#include <map>

#include "english/model_file.h"

namespace tetrapla::english {
namespace {

constexpr const char* kBlocks = "tokenizer/blocks";
constexpr const char* kClasses = "tokenizer/classes";
constexpr std::size_t kBlockSize = 256;
constexpr std::size_t kBlockCount = 0x110000 / kBlockSize;

}  // namespace

CharacterTable::CharacterTable(const ModelFile& file)
    : blocks_(file.section<std::uint16_t>(kBlocks)), classes_(file.section<std::uint16_t>(kClasses)) {}

std::string CharacterTable::fault(const ModelFile& file) {
  const auto blocks = file.section<std::uint16_t>(kBlocks);
  const std::size_t size = file.section<std::uint16_t>(kClasses).size();
  const bool sound =
      blocks.size() == kBlockCount && std::ranges::all_of(blocks, [size](std::size_t b) { return (b + 1) * kBlockSize <= size; });
  return sound ? "" : "its table of characters is damaged";
}

void add_characters(ModelWriter& writer, const std::array<CharacterRanges, kCharacterClasses>& ranges) {
  std::vector<std::uint16_t> all(kBlockCount * kBlockSize);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    for (const CharacterRange& range : ranges[i]) {
      for (char32_t c = range.first; c <= range.last; ++c) all[c] = static_cast<std::uint16_t>(all[c] | 1U << i);
    }
  }
  std::vector<std::uint16_t> blocks;
  std::vector<std::uint16_t> classes;
  std::map<std::vector<std::uint16_t>, std::uint16_t> known;  // equal blocks are kept once
  for (auto block = all.begin(); block != all.end(); block += kBlockSize) {
    const auto [at, fresh] = known.emplace(std::vector(block, block + kBlockSize), static_cast<std::uint16_t>(known.size()));
    if (fresh) classes.insert(classes.end(), block, block + kBlockSize);
    blocks.push_back(at->second);
  }
  writer.add(kBlocks, blocks);
  writer.add(kClasses, classes);
}

}  // namespace tetrapla::english
