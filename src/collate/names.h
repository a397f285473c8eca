// One person, organisation or place over all reports, with every spelling kept.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/annotation.h"
#include "tetrapla/dossier.h"
#include "tetrapla/report.h"

namespace tetrapla::collate {

class Names {
 public:
  /// Joins the names of all reports: romanisations, initials, titles, misspellings of one bearer; never two bearers of one surname.
  /// The order of reports changes nothing but the indices in the variants.
  Names(const std::vector<Report>& reports, const std::vector<language::Annotation>& annotations);

  /// By label, then name; a lone word of one report of which nothing tells what it is (Entity::told) has none; `name` is the fullest form of the commonest spelling.
  [[nodiscard]] const std::vector<NameEntry>& entries() const { return entries_; }

  /// The entry of a name as report `report` has it (Entity::name, or any of its variants' texts); none where it is not known.
  [[nodiscard]] std::optional<std::uint32_t> find(ReportIndex report, std::string_view name) const;

 private:
  std::vector<NameEntry> entries_;
  std::map<std::pair<ReportIndex, std::string>, std::uint32_t> index_;
};

}  // namespace tetrapla::collate
