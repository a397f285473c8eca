// The whole pipeline: bytes are cut into up to eight reports at each 0xFF, collated, and written in both forms.
// Besides not crashing: every citation quotes a piece of its report's text, and the order of the reports changes nothing.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/model.h"
#include "tetrapla/tetrapla.h"

namespace {

constexpr std::size_t kMaxReports = 8;

void require(bool holds) {
  if (!holds) std::abort();
}

/// A byte that no UTF-8 text has parts the reports, so that a corpus stays readable.
std::vector<std::string_view> split(std::string_view bytes) {
  std::vector<std::string_view> pieces;
  while (pieces.size() + 1 < kMaxReports) {
    const std::size_t cut = bytes.find('\xFF');
    if (cut == std::string_view::npos) break;
    pieces.push_back(bytes.substr(0, cut));
    bytes.remove_prefix(cut + 1);
  }
  pieces.push_back(bytes);
  return pieces;
}

void check_span(const std::string& text, tetrapla::Span span) {
  const auto on_boundary = [&](std::uint32_t at) { return at == text.size() || (text[at] & 0xC0) != 0x80; };
  require(span.begin <= span.end && span.end <= text.size() && on_boundary(span.begin) && on_boundary(span.end));
}

void check_citations(const tetrapla::Dossier& dossier) {
  const auto check = [&](const tetrapla::Citation& citation) {
    require(citation.report < dossier.reports.size() && !citation.span.empty());
    check_span(dossier.reports[citation.report].text, citation.span);
  };
  for (const tetrapla::Claim& claim : dossier.claims) {
    require(!claim.readings.empty());
    for (const tetrapla::Reading& reading : claim.readings) {
      std::for_each(reading.citations.begin(), reading.citations.end(), check);
      for (const tetrapla::Attribution& attribution : reading.attributed_to) check(attribution.citation);
    }
  }
  for (const tetrapla::TimelineEntry& entry : dossier.timeline)
    std::for_each(entry.citations.begin(), entry.citations.end(), check);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<tetrapla::Report> reports;
  for (const std::string_view piece : split({reinterpret_cast<const char*>(data), size})) {
    tetrapla::Metadata meta;
    meta.id = "report-" + std::to_string(reports.size());
    reports.push_back(tetrapla::make_report(piece, std::move(meta)));
    for (const tetrapla::Exclusion& exclusion : reports.back().excluded) check_span(reports.back().text, exclusion.span);
  }
  std::vector<tetrapla::Report> reversed(reports.rbegin(), reports.rend());

  const tetrapla::Dossier dossier = tetrapla::make_dossier(std::move(reports), tetrapla::test::model(), {.threads = 1});
  check_citations(dossier);
  const std::string json = tetrapla::to_json(dossier);
  require(!json.empty() && json.back() == '\n');
  require(json == tetrapla::to_json(tetrapla::make_dossier(std::move(reversed), tetrapla::test::model(), {.threads = 2})));
  require(!tetrapla::to_text(dossier, {}).empty());
  return 0;
}
