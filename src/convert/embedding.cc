// The networks that turn tokens into vectors. What is linear is multiplied out here, in double, and rounded once: the mixing layer is a
// maxout of [table rows, static vector], so its slices are folded into the tables and into the words' vectors, and a new word costs 24 + 1
// additions of rows instead of two products of matrices. english/tok2vec_weights.h says what is written.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "convert/source.h"
#include "convert/stages.h"
#include "english/kernels.h"
#include "english/tok2vec_weights.h"

namespace tetrapla::convert {
namespace {

using english::kEncoderLayers;
using english::kFirstLayerSums;
using english::kPieces;
using english::kSums;
using english::kVectorWidth;
using english::sum_of;

constexpr std::size_t kStaticInputs = 300;
constexpr std::size_t kKeysInGroup = 8;  // at most, on average

bool has_shape(const Node& node, const std::string& parameter, const std::vector<std::size_t>& shape) {
  const auto found = node.params.find(parameter);
  return found != node.params.end() && found->second.shape == shape;
}

/// What is in one network's file, checked.
struct Network {
  std::vector<english::ColumnOfFile> columns;
  std::vector<const Node*> tables;
  const Node* static_vectors = nullptr;
  std::vector<const Node*> layers;  ///< maxouts: the mixing layer, then the encoder's
  std::vector<const Node*> norms;   ///< one each
};

/// The names of the attributes that are embedded, in the tables' order: an attribute of a layer without parameters.
Result<std::vector<std::string>> read_columns(const std::filesystem::path& file) {
  Result<Document> document = Document::read(file);
  if (!document) return document.error();
  const Value nodes = document->root()["nodes"];
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i]["name"].text() != "extract_features") continue;
    Result<Document> columns = Document::parse(std::string(document->root()["attrs"][i]["columns"].text()), file.string());
    if (!columns) return columns.error();
    std::vector<std::string> names;
    for (std::size_t k = 0; k < columns->root().size(); ++k) names.emplace_back(columns->root()[k].text());
    return names;
  }
  return Error{file.string() + " has no layer extract_features"};
}

/// The layers' parts, or the one that is not as this program knows it.
Result<Network> network_of(const std::vector<Node>& nodes, const std::vector<std::string>& names, const std::string& file) {
  const auto unknown = [&file](const std::string& what) {
    return Error{file + ": " + what + " has not the shape of en_core_web_md 3.8"};
  };
  Network net;
  net.tables = nodes_named(nodes, "hashembed");
  if (net.tables.empty() || net.tables.size() != names.size()) return unknown("hashembed");
  for (const Node* table : net.tables) {
    const auto weights = table->params.find("E");
    const auto column = table->numbers.find("column");
    const auto seed = table->numbers.find("seed");
    const bool complete = weights != table->params.end() && column != table->numbers.end() && seed != table->numbers.end();
    if (!complete || column->second >= names.size()) return unknown("hashembed");
    const auto& shape = weights->second.shape;
    if (shape.size() != 2 || shape[0] == 0 || shape[1] != kVectorWidth) return unknown("hashembed");
    const auto known = std::ranges::find(english::kColumnNames, names[column->second]);
    if (known == english::kColumnNames.end())
      return Error{file + " embeds an attribute that is not known: " + names[column->second]};
    net.columns.push_back({static_cast<std::uint32_t>(known - english::kColumnNames.begin()),
                           static_cast<std::uint32_t>(seed->second), static_cast<std::uint32_t>(shape[0])});
  }
  const auto static_vectors = nodes_named(nodes, "static_vectors");
  if (static_vectors.size() != 1 || !has_shape(*static_vectors[0], "W", {kVectorWidth, kStaticInputs}))
    return unknown("static_vectors");
  net.static_vectors = static_vectors[0];
  net.layers = nodes_named(nodes, "maxout");
  net.norms = nodes_named(nodes, "layernorm");
  if (net.layers.size() != kEncoderLayers + 1 || net.norms.size() != net.layers.size()) return unknown("the number of layers");
  for (std::size_t i = 0; i < net.layers.size(); ++i) {
    const std::size_t inputs = (i == 0 ? net.tables.size() + 1 : 3) * kVectorWidth;
    if (!has_shape(*net.layers[i], "W", {kVectorWidth, kPieces, inputs}) ||
        !has_shape(*net.layers[i], "b", {kVectorWidth, kPieces})) {
      return unknown("maxout");
    }
    if (!has_shape(*net.norms[i], "G", {kVectorWidth}) || !has_shape(*net.norms[i], "b", {kVectorWidth}))
      return unknown("layernorm");
  }
  return net;
}

const std::vector<float>& values_of(const Node& node, const std::string& parameter) { return node.params.at(parameter).values; }

/// A maxout's weights for the inputs [first, first + count): an input's kSums weights side by side, for multiplying out.
std::vector<double> slice_of(const Node& maxout, std::size_t first, std::size_t count) {
  const Array& weights = maxout.params.at("W");
  const std::size_t inputs = weights.shape[2];
  std::vector<double> slice(count * kSums);
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    for (std::size_t p = 0; p < kPieces; ++p) {
      for (std::size_t i = 0; i < count; ++i)
        slice[i * kSums + sum_of(o, p)] = weights.values[(o * kPieces + p) * inputs + first + i];
    }
  }
  return slice;
}

/// y += x * slice, for a row x of as many values as the slice has inputs.
template <typename X>
void multiply_add(const std::vector<double>& slice, const X* x, double* y) {
  for (std::size_t i = 0; i < slice.size() / kSums; ++i) {
    const double value = x[i];
    const double* const weights = slice.data() + i * kSums;
    for (std::size_t s = 0; s < kSums; ++s) y[s] += value * weights[s];
  }
}

std::vector<float> bias_of(const Node& maxout) {
  const auto& bias = values_of(maxout, "b");
  std::vector<float> result(kSums);
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    for (std::size_t p = 0; p < kPieces; ++p) result[sum_of(o, p)] = bias[o * kPieces + p];
  }
  return result;
}

std::vector<float> norm_of(const Node& norm) {
  std::vector<float> result = values_of(norm, "G");
  const auto& shift = values_of(norm, "b");
  result.insert(result.end(), shift.begin(), shift.end());
  return result;
}

std::vector<float> folded_tables(const Network& net) {
  std::vector<float> result;
  for (std::size_t t = 0; t < net.tables.size(); ++t) {
    const std::vector<double> slice = slice_of(*net.layers[0], t * kVectorWidth, kVectorWidth);
    const auto& rows = values_of(*net.tables[t], "E");
    for (std::size_t r = 0; r < rows.size(); r += kVectorWidth) {
      double sums[kSums] = {};
      multiply_add(slice, rows.data() + r, sums);
      result.insert(result.end(), sums, sums + kSums);
    }
  }
  return result;
}

/// The mixing layer's bias, plus its last slice times the static vector of each row; and one row of the bias alone.
std::vector<float> folded_words(const Network& net, const Array& vectors) {
  const std::vector<double> slice = slice_of(*net.layers[0], net.tables.size() * kVectorWidth, kVectorWidth);
  const auto& weights = values_of(*net.static_vectors, "W");
  const std::vector<float> bias = bias_of(*net.layers[0]);
  std::vector<double> inputs_first(kStaticInputs * kVectorWidth);
  for (std::size_t o = 0; o < kVectorWidth; ++o) {
    for (std::size_t i = 0; i < kStaticInputs; ++i) inputs_first[i * kVectorWidth + o] = weights[o * kStaticInputs + i];
  }
  std::vector<float> result;
  result.reserve((vectors.shape[0] + 1) * kSums);
  for (std::size_t r = 0; r < vectors.shape[0]; ++r) {
    double word[kVectorWidth] = {};
    for (std::size_t i = 0; i < kStaticInputs; ++i) {
      const double value = vectors.values[r * kStaticInputs + i];
      for (std::size_t o = 0; o < kVectorWidth; ++o) word[o] += value * inputs_first[i * kVectorWidth + o];
    }
    double sums[kSums];
    std::ranges::copy(bias, sums);
    multiply_add(slice, word, sums);
    result.insert(result.end(), sums, sums + kSums);
  }
  result.insert(result.end(), bias.begin(), bias.end());
  return result;
}

/// The encoder's first layer as three products of a row: with the weights for the row left of the result's, for itself and for the right one.
/// In this order they are what the row adds to its right neighbour's sums (and the bias), to its own and to its left neighbour's.
void add_first_layer(english::ModelWriter& writer, const std::string& name, const Node& maxout, const Node& norm) {
  std::vector<float> rows(kFirstLayerSums * kVectorWidth);
  for (std::size_t part = 0; part < 3; ++part) {
    const std::vector<double> slice = slice_of(maxout, part * kVectorWidth, kVectorWidth);
    for (std::size_t s = 0; s < kSums; ++s) {
      for (std::size_t i = 0; i < kVectorWidth; ++i) {
        rows[(part * kSums + s) * kVectorWidth + i] = static_cast<float>(slice[i * kSums + s]);
      }
    }
  }
  std::vector<float> bias = bias_of(maxout);
  bias.resize(kFirstLayerSums);
  writer.add(name + "/weights", english::pack_matrix(rows, kFirstLayerSums, kVectorWidth));
  writer.add(name + "/bias", bias);
  writer.add(name + "/norm", norm_of(norm));
}

void add_layer(english::ModelWriter& writer, const std::string& name, const Node& maxout, const Node& norm) {
  constexpr std::size_t kInputs = 3 * kVectorWidth;
  const std::vector<double> slice = slice_of(maxout, 0, kInputs);
  std::vector<float> rows(kSums * kInputs);
  for (std::size_t s = 0; s < kSums; ++s) {
    for (std::size_t i = 0; i < kInputs; ++i) rows[s * kInputs + i] = static_cast<float>(slice[i * kSums + s]);
  }
  writer.add(name + "/weights", english::pack_matrix(rows, kSums, kInputs));
  writer.add(name + "/bias", bias_of(maxout));
  writer.add(name + "/norm", norm_of(norm));
}

Status convert_network(const std::filesystem::path& file, const std::string& name, const Array& vectors,
                       english::ModelWriter& writer) {
  const Result<std::vector<Node>> nodes = read_nodes(file);
  if (!nodes) return nodes.error();
  const Result<std::vector<std::string>> columns = read_columns(file);
  if (!columns) return columns.error();
  const Result<Network> checked = network_of(*nodes, *columns, file.string());
  if (!checked) return checked.error();
  const Network& net = *checked;
  const auto section = [&name](const std::string& what) { return english::embedding_section(name, what); };
  writer.add(section("columns"), net.columns);
  writer.add(section("tables"), folded_tables(net));
  writer.add(section("words"), folded_words(net, vectors));
  writer.add(section("mix/norm"), norm_of(*net.norms[0]));
  add_first_layer(writer, section("layer1"), *net.layers[1], *net.norms[1]);
  for (std::size_t number = 2; number <= kEncoderLayers; ++number) {
    add_layer(writer, section("layer" + std::to_string(number)), *net.layers[number], *net.norms[number]);
  }
  return Done{};
}

/// `key2row`: which words have a vector. A vector's row is also known to be there.
Status convert_keys(const std::filesystem::path& file, std::size_t vector_rows, english::ModelWriter& writer) {
  const Result<Document> document = Document::read(file);
  if (!document) return document.error();
  std::vector<std::pair<std::uint64_t, std::uint32_t>> known;
  for (const auto& [key, row] : document->root().members()) {
    if (row.number() >= vector_rows) return Error{file.string() + " names a vector that is not there"};
    known.emplace_back(key.number(), static_cast<std::uint32_t>(row.number()));
  }
  if (known.empty()) return Error{file.string() + " has no words"};
  std::ranges::sort(known);
  const std::size_t groups = std::max<std::size_t>(2, std::bit_ceil(known.size() / kKeysInGroup));
  std::vector<std::uint32_t> at(groups + 1);
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> rows;
  for (const auto& [key, row] : known) {
    ++at[english::key_group(key, groups) + 1];
    keys.push_back(key);
    rows.push_back(row);
  }
  for (std::size_t g = 0; g < groups; ++g) at[g + 1] += at[g];
  writer.add("embedding/keys/at", at);
  writer.add("embedding/keys", keys);
  writer.add("embedding/keys/row", rows);
  return Done{};
}

}  // namespace

Status convert_embedding(const std::filesystem::path& folder, english::ModelWriter& writer) {
  const std::filesystem::path file = folder / "vocab" / "vectors";
  const Result<Array> vectors = read_npy(file);
  if (!vectors) return vectors.error();
  if (vectors->shape.size() != 2 || vectors->shape[1] != kStaticInputs)
    return Error{file.string() + " has not the shape of en_core_web_md 3.8"};
  if (Status keys = convert_keys(folder / "vocab" / "key2row", vectors->shape[0], writer); !keys) return keys;
  for (const std::string name : {"tok2vec", "ner"}) {
    if (Status network = convert_network(folder / name / "model", name, *vectors, writer); !network) return network;
  }
  return Done{};
}

}  // namespace tetrapla::convert
