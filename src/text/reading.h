// The text of a report as a reader reads it: without furniture, hard wraps undone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/report.h"
#include "tetrapla/span.h"

namespace tetrapla::text {

/// One continuous string made from what is not excluded. Paragraphs stand on lines of their own ("\n" between them); inside a
/// paragraph a hard line break or an excluded piece (a time stamp) is one space, so that a sentence goes on across it.
///
///   text      "0:28they will\n0:35never come"   excluded 0:28, 0:35; one paragraph
///   reading   "they will never come"
///
/// Every byte of it that is not such a joint is a byte of the report, in the same order.
class Reading {
 public:
  /// Linear in the text. `paragraphs` and `excluded` as in Report: sorted and disjoint.
  Reading(std::string_view text, const std::vector<Span>& paragraphs, const std::vector<Exclusion>& excluded);
  explicit Reading(const Report& report) : Reading(report.text, report.paragraphs, report.excluded) {}

  [[nodiscard]] const std::string& text() const { return text_; }

  /// The paragraphs in reading offsets; those with nothing left are not there.
  [[nodiscard]] const std::vector<Span>& paragraphs() const { return paragraphs_; }
  /// For each of `paragraphs()`, its index in Report::paragraphs.
  [[nodiscard]] const std::vector<std::uint32_t>& paragraph_numbers() const { return paragraph_numbers_; }

  /// Where a span of the reading stands in the report: from its first to its last character. What is excluded between them
  /// lies inside (readers subtract it). An empty span or one that holds only a joint gives an empty span. O(log n).
  [[nodiscard]] Span to_source(Span span) const;

 private:
  struct Piece {  // bytes [reading, reading + length) are bytes [source, source + length) of the report
    std::uint32_t reading;
    std::uint32_t source;
    std::uint32_t length;
  };
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<Span> paragraphs_;
  std::vector<std::uint32_t> paragraph_numbers_;
};

/// The words of a span as a reader reads them: excluded pieces left out, white space collapsed to one space, trimmed.
[[nodiscard]] std::string plain(std::string_view text, Span span, const std::vector<Exclusion>& excluded);

}  // namespace tetrapla::text
