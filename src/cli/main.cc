// The program `tetrapla`: finds the command and runs it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/annotate.h"
#include "cli/arguments.h"
#include "cli/collate.h"
#include "cli/messages.h"
#include "cli/reuse.h"
#include "cli/status.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla::cli {
namespace {

using Commands = std::map<std::string, std::function<int()>>;

constexpr std::string_view kShortHelp =
    "tetrapla reads news reports side by side: where they agree and differ, who says so, who copied whom.\n"
    "\n"
    "  tetrapla collate story/*.txt        reports of one story, as a dossier\n"
    "  tetrapla reuse news.jsonl           who repeats whom in a collection\n"
    "  tetrapla annotate news.jsonl        words, sentences and names of each report, as JSON Lines\n"
    "  tetrapla COMMAND --help             what a command takes\n";

// A message for a first word that is no command: what may have been meant.
std::string unknown_command(const std::string& word, const Commands& commands) {
  for (const auto& [name, run] : commands) {
    const auto same = std::mismatch(word.begin(), word.end(), name.begin(), name.end());
    const bool begins_alike = same.first - word.begin() >= 3;
    const bool shuffled = word.size() == name.size() && std::is_permutation(word.begin(), word.end(), name.begin());
    if (begins_alike || shuffled) return fmt::format("no command '{}'; is '{}' meant? See tetrapla --help", word, name);
  }
  const bool is_file = word.find_first_of("./") != std::string::npos;
  if (is_file) return fmt::format("'{0}' is no command; to read it: tetrapla collate {0}", word);
  return fmt::format("no command '{}'. See tetrapla --help", word);
}

int fail_usage(const CLI::ParseError& error, const CLI::App& app) {
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  const std::string command = parsed.empty() ? "tetrapla" : "tetrapla " + parsed.front()->get_name();
  complain(fmt::format("{}\nSee {} --help", error.what(), command));
  return kWrongUsage;
}

int print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return kAllRead;
}

int run(int argc, const char* const* argv) {
  CLI::App app("Reads news reports side by side: where they agree and differ, who says so, who copied whom.", "tetrapla");
  app.set_version_flag("--version", fmt::format("tetrapla {}", version()), "Print the version");
  app.require_subcommand(0, 1);
  app.get_formatter()->column_width(28);
  app.footer(
      "EXAMPLES\n  tetrapla collate story/*.txt\n  tetrapla collate reports.jsonl --format json -o dossier.json\n"
      "  tetrapla reuse news.jsonl\n  tetrapla annotate news.jsonl.gz -o annotated.jsonl\n\nWhat a command takes: tetrapla COMMAND "
      "--help\n\n" +
      exit_statuses());
  const Commands commands{{"annotate", add_annotate(app)}, {"collate", add_collate(app)}, {"reuse", add_reuse(app)}};

  if (argc < 2) return print(kShortHelp);
  const std::string first = argv[1];
  if (!first.starts_with('-') && !commands.contains(first)) {
    complain(unknown_command(first, commands));
    return kWrongUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    return fail_usage(error, app);
  }
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  return parsed.empty() ? print(kShortHelp) : commands.at(parsed.front()->get_name())();
}

}  // namespace
}  // namespace tetrapla::cli

int main(int argc, char** argv) {
  try {
    return tetrapla::cli::run(argc, argv);
  } catch (const std::exception& error) {  // memory is short, or a fault of the program
    tetrapla::cli::complain(error.what());
    return tetrapla::cli::kNothingDone;
  }
}
