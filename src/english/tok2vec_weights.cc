#include "english/tok2vec_weights.h"

#include <algorithm>
#include <bit>

#include "english/model_file.h"

namespace tetrapla::english {
namespace {

std::string layer_name(std::size_t number, std::string_view what) {
  return "layer" + std::to_string(number) + '/' + std::string(what);
}

std::span<const float> floats(const ModelFile& file, std::string_view network, std::string_view what) {
  return file.section<float>(embedding_section(network, what));
}

Norm norm_of(const ModelFile& file, std::string_view network, std::string_view what) {
  const auto values = floats(file, network, what);
  return {values.data(), values.data() + kVectorWidth};
}

Tok2VecWeights::Weights::Layer layer_of(const ModelFile& file, std::string_view network, std::size_t number, std::size_t outputs,
                                        std::size_t inputs) {
  return {{outputs, inputs, floats(file, network, layer_name(number, "weights")).data(),
           floats(file, network, layer_name(number, "bias")).data()},
          norm_of(file, network, layer_name(number, "norm"))};
}

std::string fault_of_keys(const ModelFile& file) {
  const auto groups = file.section<std::uint32_t>("embedding/keys/at");
  const auto keys = file.section<std::uint64_t>("embedding/keys");
  const auto rows = file.section<std::uint32_t>("embedding/keys/row");
  const bool fits = groups.size() >= 3 && std::has_single_bit(groups.size() - 1) && groups.front() == 0 &&
                    groups.back() == keys.size() && std::ranges::is_sorted(groups) && rows.size() == keys.size();
  return fits ? "" : "embedding/keys";
}

/// The name of the first section that is missing or of another size; "" for none.
std::string fault_of_network(const ModelFile& file, std::string_view network) {
  const auto wrong = [&](std::string_view what, std::size_t size) { return floats(file, network, what).size() != size; };
  const auto columns = file.section<ColumnOfFile>(embedding_section(network, "columns"));
  std::size_t rows = 0;
  for (const ColumnOfFile& c : columns) {
    if (c.column >= kColumnNames.size() || c.rows == 0) return embedding_section(network, "columns");
    rows += c.rows;
  }
  if (columns.empty() || columns.size() > kColumnNames.size()) return embedding_section(network, "columns");
  if (wrong("tables", rows * kSums)) return embedding_section(network, "tables");
  const std::size_t words = floats(file, network, "words").size();
  if (words == 0 || words % kSums != 0) return embedding_section(network, "words");
  if (wrong("mix/norm", 2 * kVectorWidth)) return embedding_section(network, "mix/norm");
  for (std::size_t number = 1; number <= kEncoderLayers; ++number) {
    const std::size_t outputs = number == 1 ? kFirstLayerSums : kSums;
    const std::size_t inputs = number == 1 ? kVectorWidth : 3 * kVectorWidth;
    for (const auto& [what, size] : {std::pair<std::string_view, std::size_t>{"weights", packed_size(outputs, inputs)},
                                     {"bias", outputs},
                                     {"norm", 2 * kVectorWidth}}) {
      if (wrong(layer_name(number, what), size)) return embedding_section(network, layer_name(number, what));
    }
  }
  return "";
}

}  // namespace

std::string embedding_section(std::string_view network, std::string_view what) {
  return "embedding/" + std::string(network) + '/' + std::string(what);
}

std::string Tok2VecWeights::fault(const ModelFile& file, std::string_view network) {
  std::string section = fault_of_keys(file);
  if (section.empty()) section = fault_of_network(file, network);
  return section.empty() ? "" : "the section " + section + " is missing or of another size";
}

Tok2VecWeights::Tok2VecWeights(const ModelFile& file, std::string_view network) : weights_(std::make_unique<Weights>()) {
  Weights& w = *weights_;
  const float* table = floats(file, network, "tables").data();
  for (const ColumnOfFile& c : file.section<ColumnOfFile>(embedding_section(network, "columns"))) {
    w.tables.push_back({static_cast<Column>(c.column), c.seed, c.rows, table});
    table += c.rows * kSums;
    w.uses_spaces |= static_cast<Column>(c.column) == Column::kSpacy;
  }
  w.groups = file.section<std::uint32_t>("embedding/keys/at");
  w.keys = file.section<std::uint64_t>("embedding/keys");
  w.rows_of_keys = file.section<std::uint32_t>("embedding/keys/row");
  const auto words = floats(file, network, "words");
  w.words = words.data();
  w.word_rows = words.size() / kSums - 1;
  w.mix = norm_of(file, network, "mix/norm");
  w.first = layer_of(file, network, 1, kFirstLayerSums, kVectorWidth);
  for (std::size_t i = 0; i < w.others.size(); ++i) w.others[i] = layer_of(file, network, i + 2, kSums, 3 * kVectorWidth);
}

Tok2VecWeights::~Tok2VecWeights() = default;
Tok2VecWeights::Tok2VecWeights(Tok2VecWeights&&) noexcept = default;

const float* Tok2VecWeights::Weights::word_row(std::uint64_t orth) const {
  const std::size_t group = key_group(orth, groups.size() - 1);
  const auto begin = keys.begin() + groups[group];
  const auto end = keys.begin() + groups[group + 1];
  const auto found = std::lower_bound(begin, end, orth);
  const bool known = found != end && *found == orth;
  const std::size_t row = known ? rows_of_keys[static_cast<std::size_t>(found - keys.begin())] : word_rows;
  return words + std::min(row, word_rows) * kSums;
}

}  // namespace tetrapla::english
