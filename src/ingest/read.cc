// Inputs → reports: texts are read one after another, each becomes a report in parallel, the order is made at the end.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"

namespace tetrapla::ingest {
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
  auto reader = Reader::open(inputs, options);
  if (!reader) return reader.error();
  ReadOutcome outcome;
  std::vector<Item> items;
  for (;;) {
    auto item = reader->next(outcome.skipped);
    if (!item) break;
    items.push_back(*std::move(item));
  }
  outcome.notes = reader->notes();

  outcome.reports.resize(items.size());
  base::Workers(options.threads).each(items.size(), [&](std::size_t i) { outcome.reports[i] = make_report(std::move(items[i])); });
  number_equal_ids(outcome.reports);
  return outcome;
}

}  // namespace tetrapla::ingest
