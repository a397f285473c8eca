#include "ingest/metadata_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/table.h"
#include "ingest/dates.h"

namespace tetrapla::ingest {
namespace {

struct Record {
  std::vector<std::string> fields;
  std::size_t line = 0;
};

/// Reads records one after another.
class CsvReader {
 public:
  explicit CsvReader(std::string_view csv) : rest_(csv) {}

  /// Nothing at the end. An Error is a message without the file's name.
  Result<std::optional<Record>> next() {
    while (!rest_.empty() && (rest_.starts_with("\n") || rest_.starts_with("\r\n"))) take_line_end();
    if (rest_.empty()) return std::optional<Record>();
    Record record;
    record.line = line_;
    for (;;) {
      auto field = rest_.starts_with('"') ? quoted() : plain();
      if (!field) return field.error();
      record.fields.push_back(*std::move(field));
      if (rest_.starts_with(',')) {
        rest_.remove_prefix(1);
        continue;
      }
      if (!rest_.empty()) take_line_end();
      return std::optional<Record>(std::move(record));
    }
  }

 private:
  void take_line_end() {
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
    ++line_;
  }

  Result<std::string> plain() {
    const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
    std::string_view field = rest_.substr(0, end);
    if (field.ends_with('\r')) field.remove_suffix(1);
    if (field.find('"') != std::string_view::npos)
      return Error{fmt::format("{}: a quotation mark inside a field that is not quoted", line_)};
    std::string result(field);
    rest_.remove_prefix(field.size());
    if (rest_ == "\r") rest_ = {};
    return result;
  }

  Result<std::string> quoted() {
    const std::size_t begun = line_;
    std::string result;
    rest_.remove_prefix(1);
    for (;;) {
      const std::size_t quote = rest_.find('"');
      if (quote == std::string_view::npos) return Error{fmt::format("{}: a quoted field that does not end", begun)};
      result += rest_.substr(0, quote);
      rest_.remove_prefix(quote + 1);
      if (!rest_.starts_with('"')) break;
      result += '"';
      rest_.remove_prefix(1);
    }
    line_ += static_cast<std::size_t>(std::count(result.begin(), result.end(), '\n'));
    if (rest_ == "\r") rest_ = {};
    if (!rest_.empty() && rest_.front() != ',' && rest_.front() != '\n' && !rest_.starts_with("\r\n")) {
      return Error{fmt::format("{}: text after a closing quotation mark", line_)};
    }
    return result;
  }

  std::string_view rest_;
  std::size_t line_ = 1;
};

constexpr std::array<std::string_view, 7> kColumns = {"id", "title", "publisher", "authors", "url", "published", "language"};

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

}  // namespace

Result<MetadataTable> parse_metadata(std::string_view csv, const std::string& path) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  const auto fail = [&](const std::string& what) { return Error{fmt::format("{}:{}", path, what)}; };
  CsvReader reader(csv);
  auto head = reader.next();
  if (!head) return fail(head.error().message);
  if (!*head) return fail("1: no row that names the columns");
  std::vector<std::string> columns;
  for (const std::string& column : (*head)->fields) {
    columns.push_back(trimmed(column));
    if (std::find(kColumns.begin(), kColumns.end(), columns.back()) == kColumns.end())
      return fail(fmt::format("1: unknown column \"{}\"", columns.back()));
    if (std::count(columns.begin(), columns.end(), columns.back()) > 1)
      return fail(fmt::format("1: column \"{}\" twice", columns.back()));
  }
  if (std::find(columns.begin(), columns.end(), "id") == columns.end()) return fail("1: no column \"id\"");

  MetadataTable table;
  for (;;) {
    auto next = reader.next();
    if (!next) return fail(next.error().message);
    if (!*next) return table;
    const Record& record = **next;
    if (record.fields.size() != columns.size()) {
      return fail(fmt::format("{}: {} fields, but {} columns", record.line, record.fields.size(), columns.size()));
    }
    MetadataRow row;
    row.line = record.line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string value = trimmed(record.fields[i]);
      if (columns[i] == "id")
        row.meta.id = value;
      else if (columns[i] == "title")
        row.meta.title = value;
      else if (columns[i] == "publisher")
        row.meta.publisher = value;
      else if (columns[i] == "url")
        row.meta.url = value;
      else if (columns[i] == "language")
        row.meta.language = value;
      else if (columns[i] == "authors") {
        for (const std::string_view author : base::split(value, ';')) {
          if (std::string name = trimmed(author); !name.empty()) row.meta.authors.push_back(std::move(name));
        }
      } else {
        row.meta.published = normal_date(value);
        if (row.meta.published.empty() && !value.empty()) return fail(fmt::format("{}: \"{}\" is no date", record.line, value));
      }
    }
    if (row.meta.id.empty()) return fail(fmt::format("{}: no id", record.line));
    const std::string id = row.meta.id;
    if (!table.emplace(id, std::move(row)).second) return fail(fmt::format("{}: id \"{}\" twice", record.line, id));
  }
}

void complete(Metadata& meta, const Metadata& row) {
  const auto fill = [](std::string& to, const std::string& from) {
    if (to.empty()) to = from;
  };
  fill(meta.title, row.title);
  fill(meta.publisher, row.publisher);
  fill(meta.url, row.url);
  fill(meta.published, row.published);
  fill(meta.language, row.language);
  if (meta.authors.empty()) meta.authors = row.authors;
}

}  // namespace tetrapla::ingest
