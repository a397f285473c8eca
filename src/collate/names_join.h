// Which written names are one bearer's.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "language/annotation.h"
#include "tetrapla/dossier.h"
#include "tetrapla/report.h"

namespace tetrapla::collate {

/// All mentions of one written name, over all reports.
struct WrittenName {
  std::string key;
  std::vector<std::string> words;
  std::map<std::string, std::set<ReportIndex>> spellings;  // Entity::name → reports
  std::map<std::string, std::set<ReportIndex>> surfaces;   // as it stands → reports
  std::map<std::string, std::uint32_t> labels;             // mentions
  std::set<ReportIndex> reports;
  std::string label;
  std::set<std::string> suffixes;  // "jr", "sr" … of its spellings and surfaces
  bool told = false;               ///< language::Entity::told, in one report at least
};

/// The names of all reports, those of one bearer together; the order of reports changes nothing. Quadratic in the names of a kind, of which
/// no more than a stated number are compared.
[[nodiscard]] std::vector<std::vector<WrittenName>> join_names(const std::vector<Report>& reports,
                                                               const std::vector<language::Annotation>& annotations);

}  // namespace tetrapla::collate
