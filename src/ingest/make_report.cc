#include <fmt/format.h>

#include "base/sha256.h"
#include "ingest/ingest.h"
#include "text/decode.h"
#include "text/paragraphs.h"

namespace tetrapla::ingest {

Report make_report(std::string_view bytes, Metadata meta) {
  Report report;
  report.meta = std::move(meta);
  report.sha256 = base::sha256(bytes);
  text::Decoded decoded = text::decode(bytes);
  report.text = std::move(decoded.text);
  report.paragraphs = text::find_paragraphs(report.text);
  return report;
}

}  // namespace tetrapla::ingest
