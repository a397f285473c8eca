// Tagger, parser and entity recogniser: their weights, and what the rows of their last layers stand for.
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "convert/names.h"
#include "convert/source.h"
#include "convert/stages.h"
#include "english/entities.h"
#include "english/kernels.h"
#include "english/parser.h"
#include "english/tagger.h"

namespace tetrapla::convert {
namespace {

using english::Action;
using english::kHiddenWidth;
using english::kLowerWidth;
using english::kReducedWidth;
using english::kTokenWidth;
using english::ModelWriter;
using english::pack_matrix;
using english::ParseMove;

namespace fs = std::filesystem;

Error trouble(const fs::path& file, const std::string& what) { return {file.string() + ": " + what}; }

/// The parameter of that name if it has that many numbers, else null.
const std::vector<float>* parameter(const Node& node, const std::string& name, std::size_t numbers) {
  const auto found = node.params.find(name);
  return found != node.params.end() && found->second.values.size() == numbers ? &found->second.values : nullptr;
}

/// Rows of a matrix (row-major, `inputs` wide) and their biases, packed as NAME and NAME_bias.
void add_matrix(ModelWriter& writer, const std::string& name, const std::vector<float>& weights, const std::vector<float>& bias,
                std::size_t inputs, const std::vector<std::size_t>& rows) {
  std::vector<float> chosen;
  std::vector<float> chosen_bias;
  for (const std::size_t r : rows) {
    chosen.insert(chosen.end(), weights.begin() + static_cast<std::ptrdiff_t>(r * inputs),
                  weights.begin() + static_cast<std::ptrdiff_t>((r + 1) * inputs));
    chosen_bias.push_back(bias[r]);
  }
  writer.add(name, pack_matrix(chosen, rows.size(), inputs));
  writer.add(name + "_bias", chosen_bias);
}

std::vector<std::size_t> all_rows(std::size_t count) {
  std::vector<std::size_t> rows(count);
  for (std::size_t i = 0; i < count; ++i) rows[i] = i;
  return rows;
}

// ------------------------------------------------------------------------------------------------ tagger

Status convert_tagger(const fs::path& folder, ModelWriter& writer) {
  simdjson::dom::parser json;
  simdjson::dom::array labels;
  const fs::path cfg = folder / "tagger/cfg";
  if (json.load(cfg.string())["labels"].get(labels) != simdjson::SUCCESS) return trouble(cfg, "no list of labels");
  std::vector<Tag> tags;
  for (const simdjson::dom::element label : labels) {
    std::string_view name;
    const auto tag = label.get(name) == simdjson::SUCCESS ? tag_named(name) : std::nullopt;
    if (!tag) return trouble(cfg, "an unknown tag: " + std::string(name));
    tags.push_back(*tag);
  }
  const fs::path file = folder / "tagger/model";
  const Result<std::vector<Node>> nodes = read_nodes(file);
  if (!nodes) return nodes.error();
  const auto found = nodes_named(*nodes, "softmax");
  const auto* weights = found.size() == 1 ? parameter(*found[0], "W", tags.size() * kTokenWidth) : nullptr;
  const auto* bias = found.size() == 1 ? parameter(*found[0], "b", tags.size()) : nullptr;
  if (weights == nullptr || bias == nullptr) return trouble(file, "no softmax layer of a row for each label");
  add_matrix(writer, "tagger/scores", *weights, *bias, kTokenWidth, all_rows(tags.size()));
  writer.add("tagger/tags", tags);
  return Done{};
}

// ------------------------------------------------------------------------------------------------ transition systems

/// A row of a transition system's last layer: an action's number and its label.
using Move = std::pair<char, std::string>;

/// The rows in their order: by action, in it by frequency, then label, both descending (spaCy's TransitionSystem.initialize_actions).
Result<std::vector<Move>> read_moves(const fs::path& file) {
  const Result<Document> document = Document::read(file);
  if (!document) return document.error();
  simdjson::dom::parser json;
  simdjson::dom::object actions;
  if (json.parse(std::string(document->root()["moves"].text())).get(actions) != simdjson::SUCCESS) return trouble(file, "no moves");
  std::vector<std::pair<char, std::vector<std::pair<std::int64_t, std::string>>>> by_action;
  for (const auto action : actions) {
    simdjson::dom::object labels;
    if (action.key.size() != 1 || action.value.get(labels) != simdjson::SUCCESS) return trouble(file, "moves of an unknown make");
    auto& list = by_action.emplace_back(action.key[0], std::vector<std::pair<std::int64_t, std::string>>{}).second;
    for (const auto label : labels) {
      std::int64_t frequency = 0;
      if (label.value.get(frequency) != simdjson::SUCCESS) return trouble(file, "a label without its frequency");
      list.emplace_back(frequency, std::string(label.key));
    }
    std::ranges::sort(list, std::greater<>());
  }
  std::ranges::sort(by_action);
  std::vector<Move> moves;
  for (const auto& [action, labels] : by_action) {
    for (const auto& [frequency, label] : labels) moves.emplace_back(action, label);
  }
  return moves;
}

struct UpperLayer {
  std::vector<float> weights;
  std::vector<float> bias;
};

/// Writes NAME/reduce, NAME/lower, NAME/lower_bias, NAME/pad; the last layer's rows are for the caller to arrange.
Result<UpperLayer> convert_network(const fs::path& file, const std::string& name, std::size_t features, std::size_t moves,
                                   ModelWriter& writer) {
  const Result<std::vector<Node>> nodes = read_nodes(file);
  if (!nodes) return nodes.error();
  const auto lowers = nodes_named(*nodes, "precomputable_affine");
  if (lowers.size() != 1) return trouble(file, "no single precomputable_affine layer");
  const auto* lower = parameter(*lowers[0], "W", features * kLowerWidth * kReducedWidth);
  const auto* lower_bias = parameter(*lowers[0], "b", kLowerWidth);
  const auto* pad = parameter(*lowers[0], "pad", features * kLowerWidth);
  if (lower == nullptr || lower_bias == nullptr || pad == nullptr)
    return trouble(file, "a precomputable_affine layer of another size");
  const std::vector<float>* reduce = nullptr;
  const std::vector<float>* reduce_bias = nullptr;
  std::optional<UpperLayer> upper;
  for (const Node* linear : nodes_named(*nodes, "linear")) {
    if (const auto* w = parameter(*linear, "W", kReducedWidth * kTokenWidth)) {
      reduce = w;
      reduce_bias = parameter(*linear, "b", kReducedWidth);
    } else if (const auto* u = parameter(*linear, "W", moves * kHiddenWidth)) {
      if (const auto* b = parameter(*linear, "b", moves)) upper = UpperLayer{*u, *b};
    }
  }
  if (reduce == nullptr || reduce_bias == nullptr || !upper)
    return trouble(file, "not two linear layers, one with a row for each move");

  // spaCy keeps a hidden unit's two pieces side by side; ours lie kHiddenWidth apart.
  const auto piece_first = [](std::size_t row) { return row % kHiddenWidth * 2 + row / kHiddenWidth; };
  const auto rearranged = [&](const std::vector<float>& values) {
    std::vector<float> out(values.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = values[i / kLowerWidth * kLowerWidth + piece_first(i % kLowerWidth)];
    return out;
  };
  std::vector<float> packed;
  for (std::size_t f = 0; f < features; ++f) {
    std::vector<float> matrix;
    for (std::size_t row = 0; row < kLowerWidth; ++row) {
      const auto begin = lower->begin() + static_cast<std::ptrdiff_t>((f * kLowerWidth + piece_first(row)) * kReducedWidth);
      matrix.insert(matrix.end(), begin, begin + kReducedWidth);
    }
    const std::vector<float> one = pack_matrix(matrix, kLowerWidth, kReducedWidth);
    packed.insert(packed.end(), one.begin(), one.end());
  }
  writer.add(name + "/lower", packed);
  writer.add(name + "/lower_bias", rearranged(*lower_bias));
  writer.add(name + "/pad", rearranged(*pad));
  add_matrix(writer, name + "/reduce", *reduce, *reduce_bias, kTokenWidth, all_rows(kReducedWidth));
  return *std::move(upper);
}

std::optional<ParseMove> parse_move(const Move& move) {
  const auto action = static_cast<Action>(move.first - '0');
  if (action > Action::kBreak) return std::nullopt;
  if (action != Action::kLeft && action != Action::kRight) return ParseMove{.action = action};
  const std::size_t bars = move.second.find("||");
  const auto label = dep_named(std::string_view(move.second).substr(0, bars));
  const auto head_label = bars == std::string::npos ? Dep::kNone : dep_named(std::string_view(move.second).substr(bars + 2));
  if (!label || !head_label) return std::nullopt;
  return ParseMove{.action = action, .label = *label, .head_label = *head_label};
}

Status convert_parser(const fs::path& folder, ModelWriter& writer) {
  const Result<std::vector<Move>> named = read_moves(folder / "parser/moves");
  if (!named) return named.error();
  std::vector<ParseMove> moves;
  std::vector<std::size_t> plain;
  for (const Move& move : *named) {
    const std::optional<ParseMove> known = parse_move(move);
    if (!known) return trouble(folder / "parser/moves", "an unknown move: " + std::string(1, move.first) + " " + move.second);
    if (known->action != Action::kLeft && known->action != Action::kRight) plain.push_back(moves.size());
    moves.push_back(*known);
  }
  if (plain.size() != 3) return trouble(folder / "parser/moves", "not one move each to shift, to reduce and to break");
  const Result<UpperLayer> upper =
      convert_network(folder / "parser/model", "parser", std::tuple_size_v<english::ParseState::Features>, moves.size(), writer);
  if (!upper) return upper.error();
  writer.add("parser/moves", moves);
  add_matrix(writer, "parser/scores", upper->weights, upper->bias, kHiddenWidth, all_rows(moves.size()));
  add_matrix(writer, "parser/scores_plain", upper->weights, upper->bias, kHiddenWidth, plain);  // by action: Shift, Reduce, Break
  return Done{};
}

Status convert_entities(const fs::path& folder, ModelWriter& writer) {
  const fs::path file = folder / "ner/moves";
  const Result<std::vector<Move>> moves = read_moves(file);
  if (!moves) return moves.error();
  const Result<UpperLayer> upper =
      convert_network(folder / "ner/model", "entities", english::EntityWeights::kFeatures, moves->size(), writer);
  if (!upper) return upper.error();
  std::map<char, std::vector<std::size_t>> rows;  // by action: rows with a label
  std::map<char, std::vector<EntityLabel>> labels;
  for (std::size_t m = 0; m < moves->size(); ++m) {
    const auto& [action, name] = (*moves)[m];
    if (action != '5' && name.empty()) continue;  // U without a label is for annotation given beforehand
    const auto label = action == '5' ? EntityLabel::kNone : entity_label_named(name);
    if (!label) return trouble(file, "an unknown label: " + name);
    rows[action].push_back(m);
    labels[action].push_back(*label);
  }
  const bool alike = labels.size() == 5 && rows['5'].size() == 1 && labels['1'] == labels['2'] && labels['1'] == labels['3'] &&
                     labels['1'] == labels['4'];
  if (!alike) return trouble(file, "not the same labels to begin, go on, end and be an entity");
  const auto joined = [&](const char* actions) {
    std::vector<std::size_t> all;
    for (const char action : std::string_view(actions)) all.insert(all.end(), rows[action].begin(), rows[action].end());
    return all;
  };
  writer.add("entities/labels", labels['1']);
  add_matrix(writer, "entities/outside", upper->weights, upper->bias, kHiddenWidth, joined("145"));
  add_matrix(writer, "entities/inside", upper->weights, upper->bias, kHiddenWidth, joined("23"));
  return Done{};
}

}  // namespace

Status convert_syntax(const fs::path& folder, ModelWriter& writer) {
  for (auto* part : {convert_tagger, convert_parser, convert_entities}) {
    if (Status done = part(folder, writer); !done) return done;
  }
  return Done{};
}

}  // namespace tetrapla::convert
