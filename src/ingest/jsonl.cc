#include "ingest/jsonl.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/sha256.h"
#include "ingest/dates.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kFirstCapacity = 1U << 16U;

struct Skip {
  std::string code;
  std::string message;
};

void read_authors(simdjson::dom::element value, std::vector<std::string>& authors) {
  std::string_view one;
  if (value.get(one) == simdjson::SUCCESS) {
    if (!one.empty()) authors.emplace_back(one);
    return;
  }
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return;
  for (const simdjson::dom::element author : list) {
    if (author.get(one) == simdjson::SUCCESS && !one.empty()) authors.emplace_back(one);
  }
}

}  // namespace

struct JsonLineReader::Parser {
  simdjson::dom::parser parser;
  std::size_t capacity = kFirstCapacity;
  std::size_t allocated = 0;

  std::variant<Item, Skip> read(std::string_view line, const std::string& place, const std::string& id) {
    if (line.size() > capacity) capacity = 2 * line.size();
    if (allocated < capacity) {
      if (parser.allocate(capacity, kDeepest) != simdjson::SUCCESS) return Skip{"bad-json", "no memory for a line of this length"};
      allocated = capacity;
    }
    simdjson::dom::element root;
    if (const auto error = parser.parse(line.data(), line.size(), true).get(root); error != simdjson::SUCCESS) {
      return Skip{"bad-json", simdjson::error_message(error)};
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return Skip{"bad-json", "the line holds no JSON object"};
    Item item;
    item.decoded.encoding = "UTF-8";
    item.meta.id = id;
    bool has_text = false;
    bool has_html = false;
    for (const auto& [key, value] : object) {
      std::string_view string;
      const bool is_string = value.get(string) == simdjson::SUCCESS;
      if (key == "text" && is_string) {
        item.decoded.text = string;
        has_text = true;
      } else if (key == "html") {
        has_html = is_string;
      } else if (key == "id") {
        if (is_string && !string.empty())
          item.meta.id = string;
        else if (value.is<std::int64_t>() || value.is<std::uint64_t>())
          item.meta.id = simdjson::minify(value);
      } else if (key == "title" && is_string) {
        item.meta.title = string;
      } else if (key == "url" && is_string) {
        item.meta.url = string;
      } else if (key == "publisher" && is_string) {
        item.meta.publisher = string;
      } else if (key == "language" && is_string) {
        item.meta.language = string;
      } else if (key == "published" && is_string) {
        item.meta.published = normal_date(string);
        if (item.meta.published.empty() && !string.empty()) {
          item.diagnostics.push_back({item.meta.id, "bad-date", fmt::format("{}: \"{}\" is no date", place, string)});
        }
      } else if (key == "authors") {
        read_authors(value, item.meta.authors);
      }
    }
    if (!has_text)
      return has_html ? Skip{"not-read-yet", "holds an HTML page, which is not read yet"}
                      : Skip{"no-text", "has no field \"text\" that is a string"};
    return item;
  }
};

JsonLineReader::JsonLineReader() : parser_(std::make_unique<Parser>()) {}
JsonLineReader::~JsonLineReader() = default;
JsonLineReader::JsonLineReader(JsonLineReader&&) noexcept = default;
JsonLineReader& JsonLineReader::operator=(JsonLineReader&&) noexcept = default;

std::variant<Item, Diagnostic> JsonLineReader::read(std::string_view line, const std::string& place, const std::string& id) {
  auto read = parser_->read(line, place, id);
  if (auto* skip = std::get_if<Skip>(&read)) return Diagnostic{place, std::move(skip->code), std::move(skip->message)};
  Item& item = std::get<Item>(read);
  if (item.decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) return Diagnostic{place, "empty", "its text is empty"};
  item.sha256 = base::sha256(item.decoded.text);
  return std::move(item);
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace tetrapla::ingest
