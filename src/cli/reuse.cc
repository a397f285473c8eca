#include "cli/reuse.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/arguments.h"
#include "cli/messages.h"
#include "cli/status.h"

namespace tetrapla::cli {
namespace {

struct ReuseArguments : Arguments {
  bool pairs = false;
};

int run(const ReuseArguments& arguments) {
  if (arguments.pairs && arguments.format != "jsonl") {
    complain("--pairs goes with --format jsonl");
    return kWrongUsage;
  }
  const Result<ReadOutcome> outcome = read(arguments);
  if (!outcome) {
    complain(outcome.error().message);
    return kNothingDone;
  }
  const ReuseResult reuse = find_reuse(outcome->reports, {arguments.threads});
  const std::string result = arguments.format == "jsonl" ? to_jsonl(reuse, outcome->reports, arguments.pairs)
                                                         : to_text(reuse, outcome->reports, text_options(arguments));
  return finish(arguments, result, !outcome->skipped.empty());
}

}  // namespace

std::function<int()> add_reuse(CLI::App& app) {
  const auto arguments = std::make_shared<ReuseArguments>();
  CLI::App& command = *app.add_subcommand("reuse", "Find who repeats whom, in a collection of any stories");
  command.add_flag("--pairs", arguments->pairs, "Write the verified pairs too, with the passages they share (jsonl)");
  add_page_arguments(command, *arguments, {"text", "jsonl"});
  command.footer(
      "EXAMPLES\n"
      "  tetrapla reuse news.jsonl\n"
      "  tetrapla reuse archive/ --format jsonl --pairs -o reuse.jsonl\n\n" +
      exit_statuses());
  return [arguments] { return run(*arguments); };
}

}  // namespace tetrapla::cli
