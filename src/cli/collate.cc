#include "cli/collate.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/arguments.h"
#include "cli/messages.h"
#include "cli/status.h"

namespace tetrapla::cli {
namespace {

struct CollateArguments : Arguments {
  std::string about;
};

int run(const CollateArguments& arguments) {
  if (!arguments.about.empty() && arguments.format != "text") {
    complain("--about goes with --format text; a JSON dossier is always whole");
    return kWrongUsage;
  }
  const Result<EnglishModel> model = open_model(arguments);
  if (!model) {
    complain(model.error().message);
    return kNothingDone;
  }
  Result<ReadOutcome> outcome = read(arguments);
  if (!outcome) {
    complain(outcome.error().message);
    return kNothingDone;
  }
  const bool skipped = !outcome->skipped.empty();
  Dossier dossier = make_dossier(std::move(outcome->reports), *model, {arguments.threads});
  dossier.diagnostics.insert(dossier.diagnostics.end(), outcome->skipped.begin(), outcome->skipped.end());
  dossier.diagnostics.insert(dossier.diagnostics.end(), outcome->notes.begin(), outcome->notes.end());
  TextOptions options = text_options(arguments);
  options.about = arguments.about;
  return finish(arguments, arguments.format == "json" ? to_json(dossier) : to_text(dossier, options), skipped);
}

}  // namespace

std::function<int()> add_collate(CLI::App& app) {
  const auto arguments = std::make_shared<CollateArguments>();
  CLI::App& command = *app.add_subcommand("collate", "Read reports of one story side by side");
  command.add_option("--about", arguments->about, "Only the claims that name this person, place or thing, however spelt")
      ->type_name("WORD");
  add_page_arguments(command, *arguments, {"text", "json"});
  command.footer(
      "EXAMPLES\n"
      "  tetrapla collate story/*.txt\n"
      "  tetrapla collate story/ --about Kyiv --full\n"
      "  tetrapla collate reports.jsonl --format json -o dossier.json\n"
      "  curl -s https://example.org/reports.jsonl | tetrapla collate -\n\n" +
      exit_statuses());
  return [arguments] { return run(*arguments); };
}

}  // namespace tetrapla::cli
