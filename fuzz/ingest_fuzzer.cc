// Any bytes give a report whose spans are in order, disjoint and inside its text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/ingest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tetrapla;
  const Report report = ingest::make_report({reinterpret_cast<const char*>(data), size}, {});
  std::uint32_t at = 0;
  for (const Span paragraph : report.paragraphs) {
    if (paragraph.begin < at || paragraph.empty() || paragraph.end > report.text.size()) std::abort();
    at = paragraph.end;
  }
  at = 0;
  for (const Exclusion& excluded : report.excluded) {
    if (excluded.span.begin < at || excluded.span.empty() || excluded.span.end > report.text.size()) std::abort();
    if (report.title_span && excluded.span.overlaps(*report.title_span)) std::abort();
    at = excluded.span.end;
  }
  if (report.dateline && (report.dateline->empty() || report.dateline->end > report.text.size())) std::abort();
  for (const Disclosure& disclosure : report.disclosures) {
    if (disclosure.span.empty() || disclosure.span.end > report.text.size()) std::abort();
  }
  return 0;
}
