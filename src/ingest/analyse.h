// A decoded text → its paragraphs, title, furniture, disclosures and details.
#pragma once

#include "ingest/disclosures.h"
#include "ingest/furniture.h"
#include "ingest/outlets.h"
#include "ingest/subheadings.h"
#include "tetrapla/report.h"
#include "text/decode.h"

namespace tetrapla::ingest {

/// The tables of src/ingest/data, read once for many reports. Immutable: safe from many threads.
struct Tables {
  Outlets outlets;
  Furniture furniture;
  DisclosureRules disclosures;
  Subheadings subheadings;
};

/// Made at the first call; safe from many threads.
[[nodiscard]] const Tables& tables();

/// The report of a decoded text. Fills everything; `sha256` is of the bytes it was decoded from.
[[nodiscard]] Report analyse(text::Decoded decoded, std::string sha256, Metadata meta, const Tables& tables);

}  // namespace tetrapla::ingest
