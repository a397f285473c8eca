// What a report's own lines say about it: title, authors, publisher, address, date of publication. Never guessed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/outlets.h"
#include "ingest/units.h"
#include "tetrapla/report.h"

namespace tetrapla::ingest {

/// Sets `masthead` of the lines above the body that name the report's outlet: a station, a paper or a site by its look, what `meta` names as
/// publisher or id, a word or two in capitals above a line that is a headline.
void mark_mastheads(const Metadata& meta, const Outlets& outlets, std::vector<Unit>& units);

/// The unit that holds the title: the first short line (under 150 characters, no full stop at its end) above the body that is no furniture
/// and, where another line could be it, no masthead or section; where `known` is not empty, the line that says the same.
/// units.size() where there is none. Call after mark_mastheads. `speech_begin`: the offset of a transcript's first time stamp, else the size of the text.
[[nodiscard]] std::size_t find_title(std::string_view text, std::string_view known, std::uint32_t speech_begin,
                                     const Outlets& outlets, const std::vector<Unit>& units);

/// Fills what `meta` leaves empty from stamp lines, bylines, datelines with a year and the report's address. A date in running text is no
/// date of publication. Of several stamps "published" goes before one without a label, that before "updated".
void read_details(std::string_view text, const Outlets& outlets, const std::vector<Unit>& units, Metadata& meta);

/// The dateline before the first sentence of the body, or on a line of its own above it.
[[nodiscard]] std::optional<Span> find_dateline(const Outlets& outlets, const std::vector<Unit>& units);

}  // namespace tetrapla::ingest
