// Inputs → reports: sources are read in parallel, then each text becomes a report in parallel; the order is made at the end.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "base/sha256.h"
#include "ingest/analyse.h"
#include "ingest/content.h"
#include "ingest/ingest.h"
#include "ingest/jsonl.h"
#include "ingest/metadata_file.h"
#include "ingest/sources.h"
#include "text/decode.h"
#include "text/lines.h"

namespace tetrapla::ingest {
namespace {

/// Spans are 32 bits; UTF-16 may grow by half on its way to UTF-8.
constexpr std::uint64_t kMostInputBytes = std::numeric_limits<std::int32_t>::max() / 2;
constexpr std::uint64_t kMostMetadataBytes = 256ULL << 20U;

Items read_items(const Source& source, std::uint64_t limit_bytes) {
  Items result;
  const auto skip = [&](std::string code, std::string message) {
    result.skipped.push_back({source.path, std::move(code), std::move(message)});
    return std::move(result);
  };
  auto read = read_source(source, limit_bytes);
  if (auto* error = std::get_if<ReadError>(&read)) return skip(std::move(error->code), std::move(error->message));
  std::string bytes = std::move(std::get<std::string>(read));
  const Content content = content_of(bytes, source.path == "-" ? std::string_view{} : std::string_view(source.path));
  switch (content) {
    case Content::kEmpty: return skip("empty", "holds no text");
    case Content::kJsonLines: return read_json_lines(bytes, source.path, source.id);
    case Content::kText: break;
    default: return skip("not-read-yet", fmt::format("is {}; this kind is not read yet", describe(content)));
  }
  Item item{text::decode(bytes), base::sha256(bytes), {}, {}};
  if (item.decoded.binary) return skip("binary", "is no text");
  if (text::trim(item.decoded.text, {0, static_cast<std::uint32_t>(item.decoded.text.size())}).empty())
    return skip("empty", "holds no text");
  item.meta.id = source.id;
  result.items.push_back(std::move(item));
  return result;
}

Result<MetadataTable> read_metadata(const std::string& path) {
  if (path.empty()) return MetadataTable{};
  auto bytes = read_source({path, {}}, kMostMetadataBytes);
  if (const auto* error = std::get_if<ReadError>(&bytes)) return Error{path + ": " + error->message};
  return parse_metadata(std::get<std::string>(bytes), path);
}

}  // namespace

void number_equal_ids(std::vector<Report>& reports) {
  std::stable_sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) {
    return std::tie(a.meta.id, a.sha256, a.text) < std::tie(b.meta.id, b.sha256, b.text);
  });
  std::set<std::string> taken;
  for (const Report& report : reports) taken.insert(report.meta.id);
  for (std::size_t begin = 0; begin < reports.size();) {
    std::size_t end = begin + 1;
    while (end < reports.size() && reports[end].meta.id == reports[begin].meta.id) ++end;
    if (end - begin > 1) {
      const std::string id = reports[begin].meta.id;
      std::size_t number = 0;
      for (std::size_t i = begin; i < end; ++i) {
        do {
          reports[i].meta.id = fmt::format("{}#{}", id, ++number);
        } while (!taken.insert(reports[i].meta.id).second);
        for (Diagnostic& diagnostic : reports[i].diagnostics) diagnostic.report = reports[i].meta.id;
      }
      reports[begin].diagnostics.push_back(
          {id, "equal-ids", fmt::format("{} reports have the id {}; they are numbered", end - begin, id)});
    }
    begin = end;
  }
  std::sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) { return a.meta.id < b.meta.id; });
}

Result<ReadOutcome> read(const std::vector<std::string>& inputs, const ReadOptions& options) {
  if (inputs.empty()) return Error{"no input was named"};
  const auto metadata = read_metadata(options.metadata_file);
  if (!metadata) return metadata.error();
  const std::uint64_t limit_bytes = std::min(options.max_input_bytes, kMostInputBytes);
  const base::Workers workers(options.threads);

  Sources sources = find_sources(inputs);
  std::vector<Items> read_from(sources.found.size());
  workers.each(sources.found.size(), [&](std::size_t i) { read_from[i] = read_items(sources.found[i], limit_bytes); });

  ReadOutcome outcome;
  outcome.skipped = std::move(sources.skipped);
  std::vector<Item> items;
  std::set<std::string, std::less<>> unknown;
  for (const auto& [id, row] : *metadata) unknown.insert(id);
  for (Items& read : read_from) {
    for (Item& item : read.items) {
      if (const auto row = metadata->find(item.meta.id); row != metadata->end()) {
        complete(item.meta, row->second.meta);
        unknown.erase(row->first);
      }
      items.push_back(std::move(item));
    }
    std::move(read.skipped.begin(), read.skipped.end(), std::back_inserter(outcome.skipped));
  }
  for (const std::string& id : unknown) {
    outcome.notes.push_back({fmt::format("{}:{}", options.metadata_file, metadata->find(id)->second.line), "unknown-id",
                             fmt::format("no report has the id {}", id)});
  }

  outcome.reports.resize(items.size());
  workers.each(items.size(), [&](std::size_t i) {
    Item item = std::move(items[i]);
    Report& report = outcome.reports[i];
    report = analyse(std::move(item.decoded), std::move(item.sha256), std::move(item.meta), tables());
    std::move(item.diagnostics.begin(), item.diagnostics.end(), std::back_inserter(report.diagnostics));
  });
  number_equal_ids(outcome.reports);
  return outcome;
}

}  // namespace tetrapla::ingest
