// What the terminal can do.
#pragma once

#include <string>

namespace tetrapla::cli {

/// `choice` is "always", "never" or "auto": colour where results go to a terminal, TERM is not "dumb", and NO_COLOR is unset or empty
/// (https://no-color.org).
[[nodiscard]] bool wants_color(const std::string& choice, bool to_file);

/// The width of the terminal that a file descriptor leads to; 100 where it leads elsewhere.
[[nodiscard]] unsigned columns_of(int file);

/// The terminal's width; 100 where results go elsewhere.
[[nodiscard]] unsigned columns_of_output(bool to_file);

}  // namespace tetrapla::cli
