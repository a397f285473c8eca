// The checkable statements of one report, each exactly delimited, with who says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "tetrapla/dossier.h"
#include "tetrapla/span.h"

namespace tetrapla::claims {

enum class QuotationKind { kDirect, kIndirect, kMixed };

/// Words given as somebody's own. `content` without the outer quotation marks, a piece for each run where it is split
/// ("We will find them," he said, "all of them." has two); closing commas and stops inside the marks belong to it.
struct Quotation {
  QuotationKind kind = QuotationKind::kDirect;
  std::string act = "said";    ///< said, denied, claimed, asked, promised, …
  std::vector<Span> content;   ///< in text order
  std::vector<Span> cue;       ///< "told reporters"; empty where nothing says so
  std::vector<Span> source;    ///< "Emergency Minister Temirlan Aksoyev"; empty where nobody is named
  std::string speaker;         ///< the source's name in full as this report knows it; else its words; empty where there is none
  std::uint32_t sentence = 0;  ///< of the first piece
};

/// An amount or count. See docs/formats/README.md for the values of each field.
struct Quantity {
  Span span;                    ///< number, scale and unit; not the hedge, not the counted noun
  language::TokenRange tokens;  ///< the same as tokens
  std::optional<double> low;
  std::optional<double> high;
  Bound bound = Bound::kExact;
  std::string unit;     ///< "degree Celsius", "dollar", "year of age", "percent"; empty where there is none
  std::string counted;  ///< the counted noun, singular, lower case: "drone"; empty where there is none
  Span counted_span;    ///< where that noun stands; empty where there is none
  Change change = Change::kNone;
  std::vector<Span> concept_spans;  ///< other content words that tell what the quantity is about
  bool ordinal = false;             ///< "sixth year": counts in a dossier, is no quantity in `annotate`
  std::uint32_t sentence = 0;
};

enum class TimeType { kDate, kTime, kDuration, kSet };

/// TIMEX3. `value` is empty where nothing fixes it. Only what is_point_in_time (time_values.h) accepts is a point in time; others look alike:
/// "XXXX-03-13" and "XXXX-WXX-5" (year or week open), "T18" (day open), "2026-W11" (a week), "199" (a decade), "1989-Q3", "2014-SU",
/// "2026-03-14TMO" (a part of a day), "P3D" (a length), "PRESENT_REF".
struct TimeExpression {
  Span span;
  language::TokenRange tokens;
  TimeType type = TimeType::kDate;
  std::string value;              ///< ISO 8601: "2026-03-14", "2026-03-14T18", "2026-W11", "P3D"
  std::string mod;                ///< "APPROX", "START", "END", …; empty where there is none
  bool from_report_date = false;  ///< resolved against the report's date or another date in its text, not stated whole
  std::uint32_t sentence = 0;
};

/// Somebody on whose word a clause outside quotation marks states something (sources.h).
struct SentenceSource {
  Span clause;               ///< what is stated so: "Nine people died", without the reporting clause; may run across its words
  Span source;               ///< "the regional hospital"
  Span cue;                  ///< "said", "according to"
  std::string name;          ///< as Quotation::speaker; descriptions in the case they have inside a sentence ("rescuers")
  std::string act = "said";  ///< said, claimed, confirmed, …
  std::uint32_t sentence = 0;
};

/// All of one report, each list in text order.
struct Claims {
  std::vector<Quotation> quotations;
  std::vector<SentenceSource> sources;
  std::vector<Quantity> quantities;
  std::vector<TimeExpression> times;
  std::vector<Diagnostic> diagnostics;
};

/// The parts, each total and linear in the text; all lists come in text order.
[[nodiscard]] std::vector<Quotation> find_quotations(const language::Annotation& annotation);
/// `story`: the day around which other reports of the story are published, ISO; empty where it is not known. A report that has no date of
/// its own takes its years from there (times_anchor.h), and a diagnostic "dated-by-story" says so.
[[nodiscard]] std::vector<TimeExpression> find_times(const language::Annotation& annotation, std::string_view story,
                                                     std::vector<Diagnostic>& diagnostics);
/// `times` keep years, clock times and days of the month from being taken for amounts.
[[nodiscard]] std::vector<Quantity> find_quantities(const language::Annotation& annotation,
                                                    const std::vector<TimeExpression>& times);

/// All of them; `story` as for find_times.
[[nodiscard]] Claims find_claims(const language::Annotation& annotation, std::string_view story);
[[nodiscard]] Claims find_claims(const language::Annotation& annotation);

}  // namespace tetrapla::claims
