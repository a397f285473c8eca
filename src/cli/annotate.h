// `tetrapla annotate`: reports → what is in their texts, as JSON Lines.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace tetrapla::cli {

/// Adds the command to `app`. The function runs it after parsing and gives the exit status.
[[nodiscard]] std::function<int()> add_annotate(CLI::App& app);

}  // namespace tetrapla::cli
