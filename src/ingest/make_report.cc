#include <fmt/format.h>

#include "base/sha256.h"
#include "ingest/analyse.h"
#include "ingest/ingest.h"
#include "text/decode.h"

namespace tetrapla::ingest {

Report make_report(std::string_view bytes, Metadata meta, const Tables& tables) {
  text::Decoded decoded = text::decode(bytes);
  Report report = analyse(std::move(decoded.text), std::move(meta), tables);
  report.sha256 = base::sha256(bytes);
  if (decoded.invalid > 0) {
    report.diagnostics.push_back({report.meta.id, "invalid-bytes",
                                  fmt::format("{} invalid {} sequence{} became U+FFFD, the first at byte {}", decoded.invalid, decoded.encoding,
                                              decoded.invalid == 1 ? "" : "s", decoded.first_invalid)});
  }
  if (decoded.encoding != "UTF-8" && !decoded.encoding.starts_with("UTF-")) {
    report.diagnostics.push_back({report.meta.id, "legacy-encoding", fmt::format("read as {}, by its bytes", decoded.encoding)});
  }
  return report;
}

Report make_report(std::string_view bytes, Metadata meta) { return make_report(bytes, std::move(meta), Tables{}); }

}  // namespace tetrapla::ingest
