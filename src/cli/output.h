// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "tetrapla/result.h"

namespace tetrapla::cli {

/// Whether a file can be made at `path`, to be asked before the work begins. Empty (standard output) always can.
[[nodiscard]] Status check_output(const std::string& path);

/// Writes `bytes` to `path`, or to standard output where it is empty.
///
/// A file is written beside its place under a name of its own, brought to disk, and then renamed: whoever looks sees the old file or the
/// whole new one. SIGINT, SIGTERM and SIGHUP wait until that is done, so that nothing half-written stays. What is no regular file (a
/// pipe, /dev/null) is written to directly; a symbolic link stays, the file it leads to is replaced.
/// A reader of standard output that has gone away is no error.
[[nodiscard]] Status write_output(const std::string& path, std::string_view bytes);

}  // namespace tetrapla::cli
