// Bytes → reports: files, folders, standard input; plain text and JSON Lines; furniture and disclosures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/jsonl.h"
#include "tetrapla/report.h"
#include "tetrapla/result.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::ingest {

/// One report from plain text in memory. Total and deterministic; linear in the text.
/// `meta` holds what is known from outside; what it leaves empty is filled from the text where the text says it plainly (title, authors,
/// publisher, url, published). A title that is not in the text is put before it, with an empty line between. `sha256` is of `bytes`.
/// Diagnostics: invalid-bytes (with the offset of the first and the count), legacy-encoding.
[[nodiscard]] Report make_report(std::string_view bytes, Metadata meta);

/// The report of a text that was read (ingest/reader.h).
[[nodiscard]] Report make_report(Item item);

/// Reads every input (docs/formats/README.md, "Inputs"). Reports come by id, ids are unique, what gave no report is in `skipped`.
/// Fails only where nothing could be done: no input given, or a metadata file that cannot be read or is no CSV.
/// Never throws. Texts are read one after another and become reports in parallel. Memory: the reports.
[[nodiscard]] Result<ReadOutcome> read(const std::vector<std::string>& inputs, const ReadOptions& options);

/// Sorts reports by id and makes the ids unique: equal ones are numbered #1, #2 in the order of their sha256, past numbers that are taken; the
/// first of them has the diagnostic equal-ids. `read` has done so already; for reports that came another way.
void number_equal_ids(std::vector<Report>& reports);

}  // namespace tetrapla::ingest
