// What the program calls things, in words for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/dossier.h"

namespace tetrapla::render {

/// As given, else as it stands in the text; empty where there is none.
[[nodiscard]] std::string title_of(const Report& report);

/// Those of the dossier and of its reports, each once, by report, code and message.
[[nodiscard]] std::vector<Diagnostic> all_diagnostics(const Dossier& dossier);

/// To three decimals.
[[nodiscard]] double rounded_share(double share);
/// "78%", "under 1%".
[[nodiscard]] std::string percent(double share);
/// "1 report", "6 reports".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

/// "3 share lines", "1 byline".
[[nodiscard]] std::string counted(std::size_t count, ExclusionReason why);

/// "says it is made by a machine", "credits Meridian Press".
[[nodiscard]] std::string in_words(const Disclosure& disclosure);

/// What `from` did with `to`: "rewrites"; "tells the same text as" where nobody knows who was first.
[[nodiscard]] std::string_view verb(Relation relation, bool direction_known);

/// How people see reports: the publisher where no other report has it, else the shortest prefix of the id that is unique, to the end of
/// a word. At most 28 columns, all different.
class ReportNames {
 public:
  explicit ReportNames(const std::vector<Report>& reports);

  [[nodiscard]] const std::string& name(ReportIndex report) const { return names_[report]; }

  /// "harbour-gazette ¶2", on which no line breaks; "title" in place of the paragraph where the title stands.
  [[nodiscard]] std::string place(ReportIndex report, Span span) const;
  /// A reason with reports called by their names, as everywhere on the page, in place of their ids.
  [[nodiscard]] std::string told(std::string_view why) const;
  /// " · 78% of its words · same order": what makes a relation, told of `report`, one of the two; the share is said once.
  [[nodiscard]] std::string reasons(const Evidence& evidence, ReportIndex report) const;
  /// "¶2" or "title".
  [[nodiscard]] std::string paragraph(ReportIndex report, Span span) const;

 private:
  const std::vector<Report>& reports_;
  std::vector<std::string> names_;
};

}  // namespace tetrapla::render
