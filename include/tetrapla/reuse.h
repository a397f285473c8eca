// Who repeats whom: passages that reports share, and the lines of reporting that follow from them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/span.h"

namespace tetrapla {

using ReportIndex = std::uint32_t;
using LineIndex = std::uint32_t;

/// How `from` relates to `to` (docs/formats/README.md, "Relations").
enum class Relation { kCopy, kRewrite, kExcerpt, kUpdate, kCommonSource, kCredit };

/// A run of text that two reports share.
struct Passage {
  Span from;             ///< in the text of Evidence::from
  Span to;               ///< in the text of Evidence::to
  bool altered = false;  ///< not word for word: words changed, or told in other words

  friend auto operator<=>(const Passage&, const Passage&) = default;
};

/// What two reports share, and what that says about them.
struct Evidence {
  ReportIndex from = 0;
  ReportIndex to = 0;
  Relation relation = Relation::kCopy;
  bool direction_known = false;   ///< then `from` derives from `to`; else `from` has the larger id
  double share = 0;               ///< of `from`'s words (furniture apart) those that stand in `passages`, in [0, 1]
  std::string why;                ///< in words a reader can check
  std::vector<Passage> passages;  ///< by place in `from`
};

/// An independent line of reporting: the reports that go back to one text.
struct Line {
  std::string id;                    ///< "A", … "Z", "AA", …
  std::vector<ReportIndex> reports;  ///< ascending
  std::vector<Evidence> evidence;    ///< verified pairs inside the line, by (to, from)
};

[[nodiscard]] std::string_view name_of(Relation relation);

}  // namespace tetrapla
