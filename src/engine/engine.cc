// The pipeline: the one place that wires the modules together. Implements include/tetrapla/tetrapla.h.
#include <algorithm>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "claims/claims.h"
#include "collate/collate.h"
#include "collate/story_date.h"
#include "engine/analysers.h"
#include "ingest/ingest.h"
#include "language/annotation.h"
#include "render/json.h"
#include "render/reuse.h"
#include "render/text.h"
#include "reuse/reuse.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla {

using engine::Analysers;

std::string_view version() { return TETRAPLA_VERSION; }

Result<ReadOutcome> read_reports(const std::vector<std::string>& inputs, const ReadOptions& options) {
  return ingest::read(inputs, options);
}

Report make_report(std::string_view bytes, Metadata meta) { return ingest::make_report(bytes, std::move(meta)); }

Dossier make_dossier(std::vector<Report> reports, const EnglishModel& model, const CollateOptions& options) {
  base::Workers workers(options.threads);
  std::vector<Diagnostic> diagnostics;
  ingest::number_equal_ids(reports);

  std::vector<language::Annotation> annotations(reports.size());
  std::vector<claims::Claims> claims(reports.size());
  Analysers analysers(model);
  workers.each(reports.size(), [&](std::size_t i) {
    annotations[i] = analysers.with([&](EnglishAnalyser& analyser) { return language::annotate(reports[i], analyser); });
    claims[i] = claims::find_claims(annotations[i]);
  });
  if (const std::string story = collate::story_date(reports, claims);
      !story.empty()) {  // it tells the years of reports without a date
    workers.each(reports.size(), [&](std::size_t i) {
      if (reports[i].meta.published.empty()) claims[i] = claims::find_claims(annotations[i], story);
    });
  }
  const std::vector<Evidence> pairs = reuse::find_pairs(reports, workers);
  reuse::Lines lines = reuse::find_lines(reports, pairs);

  Dossier dossier = collate::collate({reports, annotations, claims, lines, pairs});
  for (const Report& report : reports) {
    diagnostics.insert(diagnostics.end(), report.diagnostics.begin(), report.diagnostics.end());
  }
  for (const claims::Claims& of_report : claims) {
    diagnostics.insert(diagnostics.end(), of_report.diagnostics.begin(), of_report.diagnostics.end());
  }
  dossier.diagnostics.insert(dossier.diagnostics.end(), diagnostics.begin(), diagnostics.end());
  std::stable_sort(dossier.diagnostics.begin(), dossier.diagnostics.end());
  dossier.lines = std::move(lines.lines);
  dossier.borrowings = std::move(lines.borrowings);
  dossier.reports = std::move(reports);
  dossier.model = model.sha256();
  return dossier;
}

ReuseResult find_reuse(const std::vector<Report>& reports, const ReuseOptions& options) {
  base::Workers workers(options.threads);
  ReuseResult result;
  result.pairs = reuse::find_pairs(reports, workers);
  result.group = reuse::find_groups(reports, result.pairs);
  return result;
}

std::string to_json(const Dossier& dossier) { return render::to_json(dossier); }
std::string to_text(const Dossier& dossier, const TextOptions& options) { return render::to_text(dossier, options); }
std::string to_jsonl(const ReuseResult& reuse, const std::vector<Report>& reports, bool with_pairs) {
  return render::to_jsonl(reuse, reports, with_pairs);
}
std::string to_text(const ReuseResult& reuse, const std::vector<Report>& reports, const TextOptions& options) {
  return render::to_text(reuse, reports, options);
}

}  // namespace tetrapla
