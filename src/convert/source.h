// spaCy's files as they are read: MessagePack trees, and thinc's models in them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tetrapla/result.h"

struct msgpack_object;

namespace tetrapla::convert {

/// A value in a MessagePack tree: a view that lives as long as its Document. A question that does not fit the value's kind gets an
/// empty answer, so a model of another make ends as a message about what is missing, never as a crash.
class Value {
 public:
  Value() = default;
  explicit Value(const msgpack_object* object) : object_(object) {}

  [[nodiscard]] bool is_null() const;  ///< nil, or nothing at all
  [[nodiscard]] bool is_map() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] std::size_t size() const;                              ///< members of a list or map
  [[nodiscard]] Value operator[](std::size_t i) const;                 ///< of a list
  [[nodiscard]] Value operator[](std::string_view key) const;          ///< of a map with string (or byte string) keys
  [[nodiscard]] Value at(std::uint64_t key) const;                     ///< of a map with integer keys
  [[nodiscard]] std::vector<std::pair<Value, Value>> members() const;  ///< of a map, in the file's order
  [[nodiscard]] std::string_view text() const;                         ///< of a string or byte string
  [[nodiscard]] std::uint64_t number() const;  ///< of a whole number (0 for a negative one) or a truth value

 private:
  const msgpack_object* object_ = nullptr;
};

/// A MessagePack file and the tree in it.
class Document {
 public:
  [[nodiscard]] static Result<Document> read(const std::filesystem::path& file);
  [[nodiscard]] static Result<Document> parse(std::string bytes, std::string name);
  [[nodiscard]] Value root() const;

 private:
  struct Tree;
  std::shared_ptr<Tree> tree_;
};

/// A numpy array of float32, in C order.
struct Array {
  std::vector<std::size_t> shape;
  std::vector<float> values;
};

/// A leaf of a thinc model with parameters: "maxout", "layernorm", "hashembed", "static_vectors", "softmax", "linear", …
struct Node {
  std::string name;
  std::map<std::string, Array> params;           ///< those that are arrays, by name ("W", "b", "E", "G", "pad")
  std::map<std::string, std::uint64_t> numbers;  ///< its attributes that are whole numbers ("seed", "column")
};

/// The nodes of a thinc model file that have parameters, breadth first. shared reference README: "Files".
[[nodiscard]] Result<std::vector<Node>> read_nodes(const std::filesystem::path& file);

/// Those of one name, in order.
[[nodiscard]] std::vector<const Node*> nodes_named(const std::vector<Node>& nodes, std::string_view name);

/// A .npy file of float32 in C order.
[[nodiscard]] Result<Array> read_npy(const std::filesystem::path& file);

}  // namespace tetrapla::convert
