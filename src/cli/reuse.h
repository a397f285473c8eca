// `tetrapla reuse`: who repeats whom, in a collection of any stories.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace tetrapla::cli {

/// Adds the command to `app`. The function runs it after parsing and gives the exit status.
[[nodiscard]] std::function<int()> add_reuse(CLI::App& app);

}  // namespace tetrapla::cli
