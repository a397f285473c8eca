// An annotated report as a line of JSON.
#pragma once

#include <string>

#include "tetrapla/annotate.h"

namespace tetrapla::render {

/// `tetrapla.annotation/1` as docs/formats/README.md describes it, ending in a newline. Spans are code points. Linear; some 300 MB of JSON a
/// second (see bench in README.md), so that writing is no part of the time an analysis takes.
[[nodiscard]] std::string to_jsonl(const AnnotatedReport& annotated);

}  // namespace tetrapla::render
