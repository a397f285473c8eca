// An annotated report as a line of JSON.
#pragma once

#include <string>

#include "tetrapla/annotate.h"

namespace tetrapla::render {

/// `tetrapla.annotation/1` as docs/formats/README.md describes it, ending in a newline. Spans are code points. Linear; 0.25 to 0.5
/// microseconds a token (200 to 400 MB of JSON a second), a fiftieth of what the analysis takes.
[[nodiscard]] std::string to_jsonl(const AnnotatedReport& annotated);

}  // namespace tetrapla::render
