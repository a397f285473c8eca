#include "convert/source.h"

#include <msgpack.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

namespace tetrapla::convert {
namespace {

std::optional<std::string> read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string_view text_of(const msgpack_object& object) {
  if (object.type == MSGPACK_OBJECT_STR) return {object.via.str.ptr, object.via.str.size};
  if (object.type == MSGPACK_OBJECT_BIN) return {object.via.bin.ptr, object.via.bin.size};
  return {};
}

/// thinc writes numpy arrays as maps {nd: true, type: "<f4", kind: "", shape: […], data: bytes}.
std::optional<Array> array_of(const Value& value) {
  if (value["nd"].number() != 1 || value["type"].text() != "<f4") return std::nullopt;
  Array array;
  std::size_t count = 1;
  for (std::size_t i = 0; i < value["shape"].size(); ++i) {
    array.shape.push_back(value["shape"][i].number());
    count *= array.shape.back();
  }
  const std::string_view data = value["data"].text();
  if (data.size() != count * sizeof(float)) return std::nullopt;
  array.values.resize(count);
  std::memcpy(array.values.data(), data.data(), data.size());
  return array;
}

}  // namespace

bool Value::is_null() const { return object_ == nullptr || object_->type == MSGPACK_OBJECT_NIL; }
bool Value::is_map() const { return object_ != nullptr && object_->type == MSGPACK_OBJECT_MAP; }
bool Value::is_list() const { return object_ != nullptr && object_->type == MSGPACK_OBJECT_ARRAY; }

std::size_t Value::size() const {
  if (is_map()) return object_->via.map.size;
  return is_list() ? object_->via.array.size : 0;
}

Value Value::operator[](std::size_t i) const { return is_list() && i < size() ? Value(&object_->via.array.ptr[i]) : Value(); }

Value Value::operator[](std::string_view key) const {
  for (const auto& [name, value] : members()) {
    if (!name.is_null() && name.text() == key && name.object_->type != MSGPACK_OBJECT_POSITIVE_INTEGER) return value;
  }
  return {};
}

Value Value::at(std::uint64_t key) const {
  for (const auto& [name, value] : members()) {
    if (name.object_->type == MSGPACK_OBJECT_POSITIVE_INTEGER && name.object_->via.u64 == key) return value;
  }
  return {};
}

std::vector<std::pair<Value, Value>> Value::members() const {
  std::vector<std::pair<Value, Value>> result;
  if (!is_map()) return result;
  result.reserve(size());
  for (std::size_t i = 0; i < size(); ++i)
    result.emplace_back(Value(&object_->via.map.ptr[i].key), Value(&object_->via.map.ptr[i].val));
  return result;
}

std::string_view Value::text() const { return object_ == nullptr ? std::string_view{} : text_of(*object_); }

std::uint64_t Value::number() const {
  if (object_ == nullptr) return 0;
  if (object_->type == MSGPACK_OBJECT_BOOLEAN) return object_->via.boolean ? 1 : 0;
  return object_->type == MSGPACK_OBJECT_POSITIVE_INTEGER ? object_->via.u64 : 0;
}

struct Document::Tree {
  explicit Tree(std::string text) : bytes(std::move(text)) { msgpack_unpacked_init(&unpacked); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree() { msgpack_unpacked_destroy(&unpacked); }
  std::string bytes;  // the tree's strings point into it
  msgpack_unpacked unpacked{};
};

Result<Document> Document::read(const std::filesystem::path& file) {
  std::optional<std::string> bytes = read_bytes(file);
  if (!bytes) return Error{file.string() + " cannot be read"};
  return parse(std::move(*bytes), file.string());
}

Result<Document> Document::parse(std::string bytes, std::string name) {
  Document document;
  document.tree_ = std::make_shared<Tree>(std::move(bytes));
  std::size_t at = 0;
  const auto outcome =
      msgpack_unpack_next(&document.tree_->unpacked, document.tree_->bytes.data(), document.tree_->bytes.size(), &at);
  if (outcome != MSGPACK_UNPACK_SUCCESS) return Error{name + " is no MessagePack"};
  return document;
}

Value Document::root() const { return Value(&tree_->unpacked.data); }

Result<std::vector<Node>> read_nodes(const std::filesystem::path& file) {
  Result<Document> document = Document::read(file);
  if (!document) return document.error();
  const Value root = document->root();
  const Value nodes = root["nodes"];
  const Value attributes = root["attrs"];
  const Value params = root["params"];
  if (nodes.size() == 0 || attributes.size() != nodes.size() || params.size() != nodes.size())
    return Error{file.string() + " is no thinc model"};
  std::vector<Node> result;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node node;
    node.name = nodes[i]["name"].text();
    for (const auto& [name, value] : params[i].members()) {
      if (std::optional<Array> array = array_of(value)) node.params.emplace(name.text(), std::move(*array));
    }
    for (const auto& [name, packed] : attributes[i].members()) {  // each value is MessagePack again
      Result<Document> inner = Document::parse(std::string(packed.text()), file.string());
      if (inner) node.numbers.emplace(name.text(), inner->root().number());
    }
    if (!node.params.empty()) result.push_back(std::move(node));
  }
  return result;
}

std::vector<const Node*> nodes_named(const std::vector<Node>& nodes, std::string_view name) {
  std::vector<const Node*> result;
  for (const Node& node : nodes) {
    if (node.name == name) result.push_back(&node);
  }
  return result;
}

Result<Array> read_npy(const std::filesystem::path& file) {
  const std::optional<std::string> bytes = read_bytes(file);
  const Error wrong{file.string() + " is no .npy file of float32 rows"};
  constexpr std::size_t kPreamble = 10;  // magic, version 1.0, length of the header in two bytes
  if (!bytes || bytes->size() < kPreamble || !bytes->starts_with("\x93NUMPY\x01")) return wrong;
  const std::size_t length = static_cast<unsigned char>((*bytes)[8]) + 256U * static_cast<unsigned char>((*bytes)[9]);
  const std::string header = bytes->substr(kPreamble, length);
  const bool plain = header.find("'<f4'") != std::string::npos && header.find("'fortran_order': False") != std::string::npos;
  const std::size_t open = header.find("'shape': (");
  if (!plain || open == std::string::npos) return wrong;
  Array array;
  std::size_t count = 1;
  for (std::size_t at = open + std::strlen("'shape': ("); at < header.size() && header[at] != ')';) {
    std::size_t n = 0;
    for (; at < header.size() && header[at] >= '0' && header[at] <= '9'; ++at)
      n = n * 10 + static_cast<std::size_t>(header[at] - '0');
    array.shape.push_back(n);
    count *= n;
    while (at < header.size() && (header[at] == ',' || header[at] == ' ')) ++at;
  }
  if (bytes->size() - kPreamble - length != count * sizeof(float)) return wrong;
  array.values.resize(count);
  std::memcpy(array.values.data(), bytes->data() + kPreamble + length, count * sizeof(float));
  return array;
}

}  // namespace tetrapla::convert
