// URLs and e-mail addresses, in which dots, hyphens and slashes part nothing.
#pragma once

#include <string_view>

#include "tetrapla/span.h"

namespace tetrapla::language {

/// The first URL ("https://…", "www.…") or e-mail address of a chunk of text without white space; empty where there is none. Closing marks
/// after it ("…/a).") are not its own. Linear.
[[nodiscard]] Span find_address(std::string_view text, Span chunk);

}  // namespace tetrapla::language
