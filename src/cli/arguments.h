// What every command reads from its command line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tetrapla/tetrapla.h"

namespace CLI {
class App;
}

namespace tetrapla::cli {

struct Arguments {
  std::vector<std::string> inputs;
  std::string format;
  std::string output;  ///< empty: standard output
  std::string metadata_file;
  std::string model_file;  ///< empty: the one that belongs to the program
  std::string color = "auto";
  std::uint64_t max_input_bytes = ReadOptions{}.max_input_bytes;
  unsigned threads = 0;
  unsigned columns = 0;  ///< 0: as wide as the terminal
  bool full = false;
  bool quiet = false;
};

/// Adds the inputs and the options that all commands have. `arguments` must outlive the parsing.
void add_arguments(CLI::App& command, Arguments& arguments);

/// The same, and the options of a command that writes pages for people. `formats`: the first is the default.
void add_page_arguments(CLI::App& command, Arguments& arguments, const std::vector<std::string>& formats);

[[nodiscard]] ReadOptions read_options(const Arguments& arguments);

/// The reports of the inputs; skipped ones are named on standard error.
[[nodiscard]] Result<ReadOutcome> read(const Arguments& arguments);

/// The language model that was asked for, or the program's own.
[[nodiscard]] Result<EnglishModel> open_model(const Arguments& arguments);

[[nodiscard]] TextOptions text_options(const Arguments& arguments);

/// Writes the result and gives the exit status of a run that skipped some inputs or none.
[[nodiscard]] int finish(const Arguments& arguments, const std::string& result, bool skipped);

/// "EXIT STATUS …", for the end of a help text.
[[nodiscard]] std::string exit_statuses();

}  // namespace tetrapla::cli
