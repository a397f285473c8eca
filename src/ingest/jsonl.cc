#include "ingest/jsonl.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <variant>

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

class LineReader {
 public:
  explicit LineReader(const std::string& id) : id_(id) {}

  /// The item of one line, or why there is none.
  std::variant<Item, Skip> read(std::string_view line, const std::string& place) {
    if (line.size() > capacity_) capacity_ = 2 * line.size();
    if (allocated_ < capacity_) {
      if (parser_.allocate(capacity_, kDeepest) != simdjson::SUCCESS)
        return Skip{"bad-json", "no memory for a line of this length"};
      allocated_ = capacity_;
    }
    simdjson::dom::element root;
    if (const auto error = parser_.parse(line.data(), line.size(), true).get(root); error != simdjson::SUCCESS) {
      return Skip{"bad-json", simdjson::error_message(error)};
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return Skip{"bad-json", "the line holds no JSON object"};
    Item item;
    item.decoded.encoding = "UTF-8";
    item.meta.id = id_;
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

 private:
  static void read_authors(simdjson::dom::element value, std::vector<std::string>& authors) {
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

  const std::string& id_;
  simdjson::dom::parser parser_;
  std::size_t capacity_ = kFirstCapacity;
  std::size_t allocated_ = 0;
};

}  // namespace

Items read_json_lines(std::string_view bytes, const std::string& path, const std::string& id) {
  Items result;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  LineReader reader(id);
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string place = fmt::format("{}:{}", path, number);
    auto read = reader.read(line, place);
    if (auto* item = std::get_if<Item>(&read)) {
      if (item->decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        result.skipped.push_back({place, "empty", "its text is empty"});
      } else {
        item->sha256 = base::sha256(item->decoded.text);
        result.items.push_back(std::move(*item));
      }
    } else {
      auto& skip = std::get<Skip>(read);
      result.skipped.push_back({place, std::move(skip.code), std::move(skip.message)});
    }
  }
  if (result.items.empty() && result.skipped.empty()) result.skipped.push_back({path, "empty", "holds no text"});
  return result;
}

}  // namespace tetrapla::ingest
