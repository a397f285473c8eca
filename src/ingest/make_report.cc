#include <algorithm>
#include <iterator>
#include <utility>

#include "base/sha256.h"
#include "ingest/analyse.h"
#include "ingest/ingest.h"
#include "text/decode.h"

namespace tetrapla::ingest {

Report make_report(std::string_view bytes, Metadata meta) {
  return analyse(text::decode(bytes), base::sha256(bytes), std::move(meta), tables());
}

Report make_report(Item item) {
  Report report = analyse(std::move(item.decoded), std::move(item.sha256), std::move(item.meta), tables());
  std::move(item.diagnostics.begin(), item.diagnostics.end(), std::back_inserter(report.diagnostics));
  return report;
}

}  // namespace tetrapla::ingest
