#include "render/json.h"

#include <cmath>
#include <optional>
#include <vector>

#include "render/json_writer.h"
#include "render/labels.h"
#include "text/offset_map.h"

namespace tetrapla::render {
namespace {

using Layout = JsonWriter::Layout;

class DossierJson {
 public:
  explicit DossierJson(const Dossier& dossier) : dossier_(dossier) {
    points_.reserve(dossier.reports.size());
    for (const Report& report : dossier.reports) points_.emplace_back(report.text);
  }

  std::string write() {
    json_.begin_object(Layout::kLines);
    json_.key("format").string("tetrapla.dossier/1");
    json_.key("generator").begin_object();
    json_.key("program").string("tetrapla").key("version").string(TETRAPLA_VERSION).key("model").string_or_null(dossier_.model);
    json_.key("options").begin_object().end().end();
    list("reports", dossier_.reports, [&](const Report& report) { write_report(report); });
    list("lines", dossier_.lines, [&](const Line& line) { write_line(line); });
    list("borrowings", dossier_.borrowings, [&](const Evidence& evidence) { write_evidence(evidence); });
    list("claims", dossier_.claims, [&](const Claim& claim) { write_claim(claim); });
    list("timeline", dossier_.timeline, [&](const TimelineEntry& entry) { write_entry(entry); });
    list("people", dossier_.people, [&](const NameEntry& entry) { write_name(entry); });
    list("diagnostics", all_diagnostics(dossier_), [&](const Diagnostic& diagnostic) {
      json_.begin_object().key("report").string_or_null(diagnostic.report).key("code").string(diagnostic.code);
      json_.key("message").string(diagnostic.message).end();
    });
    json_.end();
    return json_.take() + "\n";
  }

 private:
  // A list whose elements stand on lines of their own.
  template <typename T, typename Write>
  void list(std::string_view name, const std::vector<T>& elements, Write write, bool own_line = false) {
    json_.key(name, own_line).begin_array(elements.empty() ? Layout::kInline : Layout::kLines);
    for (const T& element : elements) write(element);
    json_.end();
  }

  // A list on one line.
  template <typename T, typename Write>
  void short_list(std::string_view name, const std::vector<T>& elements, Write write, bool own_line = false) {
    json_.key(name, own_line).begin_array();
    for (const T& element : elements) write(element);
    json_.end();
  }

  void strings(std::string_view name, const std::vector<std::string>& values, bool own_line = false) {
    short_list(
        name, values, [&](const std::string& value) { json_.string(value); }, own_line);
  }

  void line_ids(std::string_view name, const std::vector<LineIndex>& lines) {
    short_list(name, lines, [&](LineIndex line) { json_.string(dossier_.lines[line].id); });
  }

  void report_ids(std::string_view name, const std::vector<ReportIndex>& reports) {
    short_list(name, reports, [&](ReportIndex report) { json_.string(id(report)); });
  }

  [[nodiscard]] const std::string& id(ReportIndex report) const { return dossier_.reports[report].meta.id; }

  void write_span(ReportIndex report, Span span) {
    json_.begin_array();
    json_.number(std::uint64_t{points_[report].code_point(span.begin)}).number(std::uint64_t{points_[report].code_point(span.end)});
    json_.end();
  }

  void write_citation(const Citation& citation) {
    json_.begin_object().key("report").string(id(citation.report)).key("span");
    write_span(citation.report, citation.span);
    json_.key("quote").string(slice(dossier_.reports[citation.report].text, citation.span));
    if (citation.borrowed) json_.key("borrowed").string(dossier_.lines[*citation.borrowed].id);
    if (citation.part != 0) json_.key("part").number(std::uint64_t{citation.part});
    json_.end();
  }

  void write_report(const Report& report) {
    const auto index = static_cast<ReportIndex>(&report - dossier_.reports.data());
    const Metadata& meta = report.meta;
    json_.begin_object().key("id").string(meta.id).key("title").string_or_null(title_of(report));
    json_.key("publisher").string_or_null(meta.publisher);
    strings("authors", meta.authors);
    json_.key("url").string_or_null(meta.url).key("published").string_or_null(meta.published);
    json_.key("kind").string(name_of(report.kind)).key("language").string_or_null(meta.language);
    json_.key("sha256").string_or_null(report.sha256);
    json_.key("text", true).string(report.text);
    short_list(
        "paragraphs", report.paragraphs, [&](Span span) { write_span(index, span); }, true);
    list(
        "disclosures", report.disclosures,
        [&](const Disclosure& disclosure) {
          json_.begin_object().key("kind").string(name_of(disclosure.kind));
          strings("names", disclosure.names);
          json_.key("citation");
          write_citation({index, disclosure.span, {}, 0});
          json_.end();
        },
        true);
    list(
        "excluded", report.excluded,
        [&](const Exclusion& exclusion) {
          json_.begin_object().key("span");
          write_span(index, exclusion.span);
          json_.key("why").string(name_of(exclusion.why)).end();
        },
        true);
    json_.end();
  }

  void write_evidence(const Evidence& evidence) {
    json_.begin_object().key("from").string(id(evidence.from)).key("to").string(id(evidence.to));
    json_.key("relation").string(name_of(evidence.relation));
    json_.key("direction").string(evidence.direction_known ? "known" : "unknown");
    json_.key("share").number(rounded_share(evidence.share)).key("why").string(evidence.why);
    short_list(
        "passages", evidence.passages,
        [&](const Passage& passage) {
          json_.begin_object().key("from");
          write_span(evidence.from, passage.from);
          json_.key("to");
          write_span(evidence.to, passage.to);
          json_.key("altered").boolean(passage.altered).end();
        },
        true);
    json_.end();
  }

  void write_line(const Line& line) {
    json_.begin_object().key("id").string(line.id);
    report_ids("reports", line.reports);
    list(
        "evidence", line.evidence, [&](const Evidence& evidence) { write_evidence(evidence); }, true);
    json_.end();
  }

  void write_bound(const char* name, const std::optional<double>& value) {
    json_.key(name);
    value ? json_.number(*value) : json_.null();
  }

  void write_reading(ClaimKind kind, const Reading& reading) {
    json_.begin_object().key("text").string(reading.text);
    write_bound("low", reading.low);
    write_bound("high", reading.high);
    json_.key("bound").string_or_null(kind == ClaimKind::kFigure ? name_of(reading.bound) : "");
    json_.key("unit").string_or_null(reading.unit).key("counted").string_or_null(reading.counted);
    json_.key("change").string_or_null(name_of(reading.change)).key("time").string_or_null(reading.time);
    json_.key("speaker").string_or_null(reading.speaker);
    line_ids("lines", reading.lines);
    list(
        "attributed_to", reading.attributed_to,
        [&](const Attribution& attribution) {
          json_.begin_object().key("name").string(attribution.name).key("citation");
          write_citation(attribution.citation);
          json_.end();
        },
        true);
    list(
        "citations", reading.citations, [&](const Citation& citation) { write_citation(citation); }, true);
    json_.end();
  }

  void write_claim(const Claim& claim) {
    json_.begin_object().key("id").string(claim.id).key("kind").string(name_of(claim.kind));
    json_.key("label").string(claim.label).key("status").string(name_of(claim.status));
    line_ids("lines", claim.lines);
    line_ids("silent", claim.silent);
    list(
        "readings", claim.readings, [&](const Reading& reading) { write_reading(claim.kind, reading); }, true);
    strings("sources", claim.sources, true);
    json_.key("why").string_or_null(claim.why).end();
  }

  void write_entry(const TimelineEntry& entry) {
    json_.begin_object().key("time").string(entry.time).key("precision").string(name_of(entry.precision));
    short_list("claims", entry.claims, [&](ClaimIndex claim) { json_.string(dossier_.claims[claim].id); });
    json_.key("label").string(entry.label);
    list(
        "citations", entry.citations, [&](const Citation& citation) { write_citation(citation); }, true);
    json_.end();
  }

  void write_name(const NameEntry& entry) {
    json_.begin_object().key("name").string(entry.name).key("label").string(entry.label);
    list(
        "variants", entry.variants,
        [&](const NameEntry::Variant& variant) {
          json_.begin_object().key("text").string(variant.text);
          report_ids("reports", variant.reports);
          json_.end();
        },
        true);
    json_.end();
  }

  const Dossier& dossier_;
  std::vector<text::OffsetMap> points_;
  JsonWriter json_;
};

}  // namespace

std::string to_json(const Dossier& dossier) { return DossierJson(dossier).write(); }

}  // namespace tetrapla::render
