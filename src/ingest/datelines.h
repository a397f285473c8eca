// The place, date and agency before a report's first sentence.
#pragma once

#include <optional>
#include <span>
#include <utility>

#include "ingest/moments.h"
#include "ingest/outlets.h"
#include "ingest/tokens.h"

namespace tetrapla::ingest {

/// "TULLGATE, Sundria, April 8 (Northline) —".
struct Dateline {
  std::size_t end = 0;                                        ///< one past its last token, the dash
  std::optional<std::pair<std::size_t, std::size_t>> credit;  ///< tokens of "(Northline)", with the brackets
  Date date;                                                  ///< what is given of it
};

/// The dateline that a paragraph begins with. A place is known by its capitals ("LUNDE — …"), by a date after it ("Lunde, March 3 - …") or by an
/// agency in brackets ("Lunde (AP) — …"); an agency alone is one too ("(Reuters) - …"). When in doubt there is none.
[[nodiscard]] std::optional<Dateline> read_dateline(std::span<const Token> tokens, const Outlets& outlets);

}  // namespace tetrapla::ingest
