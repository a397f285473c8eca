// A dossier: reports of one story read side by side. The meaning of each field is in docs/formats/README.md;
// here spans are bytes and reports, lines and claims are indices, which `to_json` turns into code points and ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/report.h"
#include "tetrapla/reuse.h"
#include "tetrapla/span.h"

namespace tetrapla {

using ClaimIndex = std::uint32_t;

/// `slice(reports[report].text, span)` is the quote, always.
struct Citation {
  ReportIndex report = 0;
  Span span;
  std::optional<LineIndex> borrowed;  ///< inside a passage borrowed from this line, for which it counts
  std::uint32_t part = 0;             ///< 1, 2, … where a quotation stands in pieces, else 0

  friend auto operator<=>(const Citation&, const Citation&) = default;
};

enum class Bound { kExact, kAbout, kNearly, kAtLeast, kAtMost, kMoreThan, kLessThan, kBetween };
enum class Change { kNone, kUp, kDown };
enum class ClaimKind { kFigure, kQuotation, kEvent, kAssertion };
enum class ClaimStatus { kAgreed, kDiffers, kUpdated, kSingleLine };

/// Somebody on whose word a reading rests, as the report names them.
struct Attribution {
  std::string name;
  Citation citation;
};

/// One form of a claim: "370", "375"; one wording of a quotation.
struct Reading {
  std::string text;
  std::optional<double> low;  ///< a figure's interval in the stated unit; an open end has no value
  std::optional<double> high;
  Bound bound = Bound::kExact;
  std::string unit;     ///< "degree Celsius", "dollar"; empty where there is none
  std::string counted;  ///< "drone"; empty where there is none
  Change change = Change::kNone;
  std::string time;                        ///< when the statement holds: an ISO prefix or empty
  std::string speaker;                     ///< of a quotation; empty where the report names nobody
  std::vector<LineIndex> lines;            ///< ascending
  std::vector<Attribution> attributed_to;  ///< innermost first
  std::vector<Citation> citations;         ///< by report, then place
};

/// Something that reports state and that can be checked.
struct Claim {
  std::string id;  ///< "c1", "c2", … in the dossier's order
  ClaimKind kind = ClaimKind::kFigure;
  std::string label;
  ClaimStatus status = ClaimStatus::kSingleLine;
  std::vector<LineIndex> lines;   ///< those that state it, ascending
  std::vector<LineIndex> silent;  ///< those that say nothing of it
  std::vector<Reading> readings;
  std::vector<std::string> sources;
  std::string why;  ///< what makes the readings agree or differ, in words a reader can check
};

enum class Precision { kYear, kMonth, kDay, kHour, kMinute };

struct TimelineEntry {
  std::string time;  ///< ISO 8601 prefix as long as `precision` says
  Precision precision = Precision::kDay;
  std::vector<ClaimIndex> claims;
  std::string label;
  std::vector<Citation> citations;
};

/// One person, organisation or place with every spelling that the reports use.
struct NameEntry {
  struct Variant {
    std::string text;
    std::vector<ReportIndex> reports;
  };
  std::string name;
  std::string label;  ///< OntoNotes: PERSON, ORG, GPE, …
  std::vector<Variant> variants;
};

struct Dossier {
  std::vector<Report> reports;  ///< by id
  std::vector<Line> lines;      ///< A, B, …: by earliest publication, then by id
  std::vector<Evidence> borrowings;
  std::vector<Claim> claims;  ///< by worth to a reader
  std::vector<TimelineEntry> timeline;
  std::vector<NameEntry> people;
  std::vector<Diagnostic> diagnostics;
  std::string model;  ///< EnglishModel::sha256 of the model that read the reports
};

[[nodiscard]] std::string_view name_of(Bound bound);
[[nodiscard]] std::string_view name_of(Change change);  ///< empty for kNone
[[nodiscard]] std::string_view name_of(ClaimKind kind);
[[nodiscard]] std::string_view name_of(ClaimStatus status);
[[nodiscard]] std::string_view name_of(Precision precision);

}  // namespace tetrapla
