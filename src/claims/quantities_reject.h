// Numbers that are no amounts: names, numbered things, addresses, telephone numbers, list numbers, years.
#pragma once

#include "claims/numbers.h"
#include "language/annotation.h"

namespace tetrapla::claims {

/// Whether a number without unit and currency is no amount: "Swift 3", "Route 52", "COVID-19", "555-0143", "1)" at a paragraph's head,
/// "12 Mill Lane", "the 1990s". `counted`: a counted noun follows it. O(1).
[[nodiscard]] bool is_no_amount(const language::Annotation& annotation, const Number& number, bool counted);

/// Whether a number at [begin, end) stands before a road: "12 Mill Lane", "40 East 5th Avenue", "the 3,400 block of". O(1).
[[nodiscard]] bool is_house_number(const language::Annotation& annotation, std::uint32_t begin, std::uint32_t end);

/// Whether "one" at a token counts: "one person", "at least one"; not "one of the", "no one", "one another".
[[nodiscard]] bool one_counts(const language::Annotation& annotation, std::uint32_t at, bool counted);

/// Whether most long words of a sentence begin with capitals, as in headlines; then capitals say nothing of names.
[[nodiscard]] bool is_title_case(const language::Annotation& annotation, std::uint32_t sentence);

}  // namespace tetrapla::claims
