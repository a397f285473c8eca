// What every part of `collate` reads.
#pragma once

#include <vector>

#include "claims/claims.h"
#include "language/annotation.h"
#include "reuse/reuse.h"
#include "tetrapla/dossier.h"
#include "tetrapla/report.h"

namespace tetrapla::collate {

/// The four lists are parallel: one entry a report, reports by id. Nothing is owned.
struct Inputs {
  const std::vector<Report>& reports;
  const std::vector<language::Annotation>& annotations;
  const std::vector<claims::Claims>& claims;
  const reuse::Lines& lines;
  const std::vector<Evidence>& pairs;  ///< all verified pairs, inside lines and across
};

}  // namespace tetrapla::collate
