// Who repeats whom, as JSON Lines and as text.
#pragma once

#include <string>
#include <vector>

#include "tetrapla/report.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::render {

/// `tetrapla.reuse/1`, a line for each report that shares text with another, by id; with `with_pairs` `tetrapla.pair/1` follows, a line
/// a pair. `reports` by id. Linear.
[[nodiscard]] std::string to_jsonl(const ReuseResult& reuse, const std::vector<Report>& reports, bool with_pairs);

/// Groups with their members, each with its strongest tie; then the reports that only share a part with another.
[[nodiscard]] std::string to_text(const ReuseResult& reuse, const std::vector<Report>& reports, const TextOptions& options);

}  // namespace tetrapla::render
