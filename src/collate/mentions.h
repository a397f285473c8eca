// A figure where it stands, with what its surroundings say of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/claims.h"
#include "collate/inputs.h"
#include "collate/measure.h"
#include "collate/names.h"
#include "collate/stems.h"

namespace tetrapla::collate {

/// Which way a running count goes with time.
enum class Running { kNo, kUp, kDown };

/// A class of things that happen to people and goods: "dead", "injured" (data/predicates.tsv).
struct Predicate {
  std::string name;
  int weight = 1;  ///< to a reader, 1 to 3
  Running running = Running::kNo;
  std::string label;  ///< "people injured"
};

/// A stem near a figure. `nearness` is 1 within four tokens, less further off.
struct ContextStem {
  std::uint32_t stem = 0;
  float nearness = 0;
  friend auto operator<=>(const ContextStem&, const ContextStem&) = default;
};

struct Mention {
  ReportIndex report = 0;
  std::uint32_t quantity = 0;  ///< index into Claims::quantities of the report
  LineIndex line = 0;
  Measure measure;
  std::uint32_t sentence = 0;  ///< index into Annotation::sentences of the report
  std::string counted;         ///< the counted noun; empty where nothing says what is counted
  std::string counted_group;   ///< data/counted.tsv; empty where the noun is in no group
  bool counts_people = false;
  bool in_title = false;
  std::optional<std::uint32_t> predicate;  ///< index into Figures::predicates
  bool part = false;                       ///< "15 of them", "12 of the 40": a part of something counted elsewhere
  std::vector<ContextStem> context;        ///< by stem, each once
  std::vector<std::uint32_t> names;        ///< entries of Names in its sentence, ascending
  std::optional<std::uint32_t> owner;      ///< the name before the bracket it stands in: "Nationals (eight years, $160 million)"
  std::optional<std::uint32_t> bearer;     ///< for ages: the person right before or after
  std::vector<std::string> times;          ///< values of dates in its sentence, ascending
  std::string published;                   ///< of its report, or the day of its dateline; empty where neither is known
  std::string clause_time;                 ///< the date or hour nearest to it in its sentence, if any
};

/// All figures of all reports, by report and place, with the vocabularies that describe them.
struct Mentions {
  std::vector<Mention> all;
  std::vector<Predicate> predicates;
  std::vector<double> stem_weight;  ///< bits of a stem: its rarity in news, less where many lines of this story use it
};

/// Linear in the reports' tokens. Ages that follow a name, bounds, parts and dates are read off the sentence.
[[nodiscard]] Mentions find_mentions(const Inputs& inputs, const Names& names);

}  // namespace tetrapla::collate
