// The evidence in words that a reader can check.
#pragma once

#include <string>
#include <vector>

#include "reuse/judge.h"
#include "tetrapla/report.h"

namespace tetrapla::reuse {

/// One sentence about `from`, without a full stop: "78% of its words stand in harbour-gazette, in the same order; 2 sentences dropped". Reports
/// are called by their whole ids. `comparison` has `from` as side `from_side`. Where `derives` is false it says nothing about who was
/// first. `from_places`: where the words of `from_view` stand in `from` (equal texts share a view, and furniture moves their words). What both have, and the story's other reports do not, is named; a report of something else or one more copy changes nothing.
[[nodiscard]] std::string explain(const Report& from, const std::vector<Span>& from_places, const Report& to, const View& from_view,
                                  const View& to_view, const Comparison& comparison, int from_side, Relation relation, Tie tie,
                                  bool derives);

}  // namespace tetrapla::reuse
