#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/messages.h"
#include "cli/output.h"
#include "cli/status.h"
#include "cli/terminal.h"

namespace tetrapla::cli {

void add_arguments(CLI::App& command, Arguments& arguments) {
  constexpr unsigned kMostThreads = 1024;
  command.add_option("INPUT", arguments.inputs, "Files, folders, and - for standard input")->required()->type_name("");
  command.add_option("-o", arguments.output, "Write to FILE, which appears whole or not at all")->type_name("FILE");
  command
      .add_option("--meta", arguments.metadata_file,
                  "CSV with a column id, and any of title, publisher, authors, url, published, language")
      ->type_name("FILE");
  command
      .add_option("--model", arguments.model_file,
                  "The language model (default: what TETRAPLA_MODEL names, else the one beside the program)")
      ->type_name("FILE");
  command.add_option("--threads", arguments.threads, "Threads to work with (default: one for each core)")
      ->check(CLI::Range(0U, kMostThreads).description(""))
      ->type_name("N");
  command
      .add_option("--max-input-size", arguments.max_input_bytes,
                  "Skip larger texts, each a file or a line of JSON: 500K, 64M (default: 64M)")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("SIZE");
  command.add_option("--color", arguments.color, "auto, always or never (default: auto, by terminal and NO_COLOR)")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
      ->type_name("WHEN");
  command.set_version_flag("--version", fmt::format("tetrapla {}", version()), "Print the version");
  command.add_flag("--quiet", arguments.quiet, "Say nothing of skipped inputs and what else was noticed");
}

void add_page_arguments(CLI::App& command, Arguments& arguments, const std::vector<std::string>& formats) {
  arguments.format = formats.front();
  command.add_option("--format", arguments.format, fmt::format("{} (default: {})", fmt::join(formats, " or "), formats.front()))
      ->check(CLI::IsMember(formats).description(""))
      ->type_name("FORMAT");
  command.add_option("--columns", arguments.columns, "Width of the text, 80 to 120 (default: the terminal's, else 100)")
      ->check(CLI::PositiveNumber.description(""))
      ->type_name("N");
  command.add_flag("--full", arguments.full, "Long lists whole");
  add_arguments(command, arguments);
}

ReadOptions read_options(const Arguments& arguments) {
  ReadOptions options;
  options.metadata_file = arguments.metadata_file;
  options.max_input_bytes = arguments.max_input_bytes;
  options.threads = arguments.threads;
  return options;
}

Result<ReadOutcome> read(const Arguments& arguments) {
  if (Status writable = check_output(arguments.output); !writable) return writable.error();
  Result<ReadOutcome> outcome = read_reports(arguments.inputs, read_options(arguments));
  if (!outcome) return outcome;
  if (!arguments.quiet) {
    name_skipped(outcome->skipped);
    name_notes(outcome->notes);
  }
  if (outcome->reports.empty()) return Error{"no input could be read"};
  return outcome;
}

Result<EnglishModel> open_model(const Arguments& arguments) {
  return arguments.model_file.empty() ? EnglishModel::find() : EnglishModel::open(arguments.model_file);
}

TextOptions text_options(const Arguments& arguments) {
  TextOptions options;
  const bool to_file = !arguments.output.empty();
  options.columns = arguments.columns != 0 ? arguments.columns : columns_of_output(to_file);
  options.color = wants_color(arguments.color, to_file);
  options.full = arguments.full;
  return options;
}

int finish(const Arguments& arguments, const std::string& result, bool skipped) {
  if (Status written = write_output(arguments.output, result); !written) {
    complain(written.error().message);
    return kNothingDone;
  }
  return skipped ? kSomeSkipped : kAllRead;
}

std::string exit_statuses() {
  return "EXIT STATUS\n"
         "  0  all inputs were read\n"
         "  1  nothing could be done\n"
         "  2  wrong usage\n"
         "  3  done, but some inputs were skipped; each is named on standard error\n";
}

}  // namespace tetrapla::cli
