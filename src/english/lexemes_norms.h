// The table of words whose norm is not their lower case ("'s" of "’s", "dollar" spellings, "$" of "€"): ids to ids, in the model's file.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tetrapla::english {

class ModelFile;
class ModelWriter;

/// A view on the sections "lexemes/norm_keys" and "lexemes/norm_ids": open addressing, as many slots as a power of two, key 0 free.
class NormTable {
 public:
  explicit NormTable(const ModelFile& file);
  /// "" where the sections are sound.
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// The id of the norm of the word with this id; 0 where it has none of its own.
  [[nodiscard]] std::uint64_t find(std::uint64_t word) const;

 private:
  std::span<const std::uint64_t> keys_;
  std::span<const std::uint64_t> ids_;
};

/// Writes the sections for pairs (word, norm) of ids; of two pairs for one word the first counts.
void add_norms(ModelWriter& writer, const std::vector<std::pair<std::uint64_t, std::uint64_t>>& norms);

}  // namespace tetrapla::english
