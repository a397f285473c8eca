// What the program says on standard error. Results never go there.
#pragma once

#include <string_view>
#include <vector>

#include "tetrapla/report.h"

namespace tetrapla::cli {

/// "tetrapla: MESSAGE". Control characters (a file name may hold some) are written as "?".
void complain(std::string_view message);

/// Names each input that was skipped, with the reason.
void name_skipped(const std::vector<Diagnostic>& skipped);

/// What was noticed besides: "PLACE: MESSAGE".
void name_notes(const std::vector<Diagnostic>& notes);

}  // namespace tetrapla::cli
