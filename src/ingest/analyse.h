// A decoded text → its paragraphs, title, furniture, disclosures and details.
#pragma once

#include "ingest/disclosures.h"
#include "ingest/furniture.h"
#include "ingest/outlets.h"
#include "tetrapla/report.h"

namespace tetrapla::ingest {

/// The tables of src/ingest/data, read once for many reports. Immutable: safe from many threads.
struct Tables {
  Outlets outlets;
  Furniture furniture;
  DisclosureRules disclosures;
};

/// The report of `text`, valid UTF-8. Fills everything but `sha256` and diagnostics about the bytes.
[[nodiscard]] Report analyse(std::string text, Metadata meta, const Tables& tables);

/// make_report with tables at hand.
[[nodiscard]] Report make_report(std::string_view bytes, Metadata meta, const Tables& tables);

}  // namespace tetrapla::ingest
