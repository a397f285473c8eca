// The C++ API of Tetrapla: reports in, a dossier out. Values in, values out; no state, safe from many threads at once.
//
//   auto reports = tetrapla::read_reports({"a.txt", "b.txt"}, {});
//   auto model = tetrapla::EnglishModel::find();
//   auto dossier = tetrapla::make_dossier(std::move(reports->reports), *model, {});
//   std::cout << tetrapla::to_text(dossier, {});
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/dossier.h"
#include "tetrapla/language.h"
#include "tetrapla/report.h"
#include "tetrapla/result.h"
#include "tetrapla/reuse.h"
#include "tetrapla/span.h"

namespace tetrapla {

/// The program's version, "0.1.0".
[[nodiscard]] std::string_view version();

struct ReadOptions {
  std::string metadata_file;                     ///< CSV with a column `id`; empty: none
  std::uint64_t max_input_bytes = 64ULL << 20U;  ///< of one input, unpacked; a larger one is skipped
  unsigned threads = 0;                          ///< 0: all cores
};

struct ReadOutcome {
  std::vector<Report> reports;      ///< by id; ids are unique
  std::vector<Diagnostic> skipped;  ///< inputs that gave no report, in the order met, with place and reason
  std::vector<Diagnostic> notes;    ///< what else was noticed: a row of the metadata file that fits no report
};

/// Reads files, folders and "-" (standard input). An input that cannot be read is skipped and named, the rest goes on.
/// Fails only where nothing could be done at all: no input, or an unreadable metadata file.
[[nodiscard]] Result<ReadOutcome> read_reports(const std::vector<std::string>& inputs, const ReadOptions& options);

/// One report from text in memory. Invalid UTF-8 becomes U+FFFD, with a diagnostic.
[[nodiscard]] Report make_report(std::string_view bytes, Metadata meta);

struct CollateOptions {
  unsigned threads = 0;  ///< 0: all cores; never changes the result
};

/// Reads reports of one story side by side. Total: any reports give a dossier. The order of `reports` changes nothing;
/// equal ids are numbered as docs/formats/README.md says.
[[nodiscard]] Dossier make_dossier(std::vector<Report> reports, const EnglishModel& model, const CollateOptions& options);

struct ReuseOptions {
  unsigned threads = 0;
};

/// Who repeats whom in a collection of any stories.
struct ReuseResult {
  std::vector<Evidence> pairs;     ///< verified, by (from, to)
  std::vector<ReportIndex> group;  ///< for each report the smallest member of its group (itself where it is alone)
};

/// Indices are those of `reports`, which must be sorted by id.
[[nodiscard]] ReuseResult find_reuse(const std::vector<Report>& reports, const ReuseOptions& options);

/// The dossier as JSON (docs/formats/dossier.schema.json), ending in a newline.
[[nodiscard]] std::string to_json(const Dossier& dossier);

struct TextOptions {
  unsigned columns = 100;  ///< held between 80 and 120
  bool color = false;      ///< ANSI sequences
  bool full = false;       ///< long lists whole
  std::string about;       ///< keep the claims that name this person, place or thing; empty: all
};

/// The dossier for a terminal, in UTF-8.
[[nodiscard]] std::string to_text(const Dossier& dossier, const TextOptions& options);

/// Reuse as JSON Lines (docs/formats/reuse.schema.json); with `with_pairs` the verified pairs follow.
[[nodiscard]] std::string to_jsonl(const ReuseResult& reuse, const std::vector<Report>& reports, bool with_pairs);
[[nodiscard]] std::string to_text(const ReuseResult& reuse, const std::vector<Report>& reports, const TextOptions& options);

}  // namespace tetrapla
