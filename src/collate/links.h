// How much speaks for two figures being one claim, and what speaks against it.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/inputs.h"
#include "collate/mentions.h"

namespace tetrapla::collate {

struct Link {
  std::uint32_t a = 0;  ///< mentions, a < b
  std::uint32_t b = 0;
  double bits = 0;  ///< evidence that they are one claim; kAligned more where a shared passage puts them in one place
  bool aligned = false;

  static constexpr double kAligned = 100;
};

/// Whether two mentions cannot be one claim, whatever their surroundings: another dimension, other things counted, another thing that
/// happened, another person's age, another date.
[[nodiscard]] bool contradict(const Mentions& mentions, const Mention& a, const Mention& b);

/// Whether two counts that cannot both hold may be one count at two times: a toll that rises from one date to a later one a few days on.
/// A count holds at the time its clause gives, else when the report was published; times of which one holds the other tell nothing.
[[nodiscard]] bool may_be_update(const Mentions& mentions, const Mention& a, const Mention& b);

/// When a count holds, as it sorts by the clock; empty where nothing tells.
[[nodiscard]] std::string time_of(const Mention& mention);

/// The links worth following, strongest first. Candidates share a value, a counted noun or a class of predicate, or a place in a passage;
/// each mention meets a bounded number of others, so the cost is near-linear.
[[nodiscard]] std::vector<Link> find_links(const Inputs& inputs, const Mentions& mentions);

}  // namespace tetrapla::collate
