#include "cli/annotate.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "cli/arguments.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/status.h"
#include "tetrapla/annotate.h"

namespace tetrapla::cli {
namespace {

struct AnnotateArguments : Arguments {
  std::string layers;
};

/// What was skipped and noticed while the lines came.
class Findings {
 public:
  Findings(bool quiet, Progress& progress) : quiet_(quiet), progress_(progress) {}

  void name(const std::vector<Diagnostic>& skipped, const std::vector<Diagnostic>& notes) {
    any_skipped_ = any_skipped_ || !skipped.empty();
    if (quiet_ || (skipped.empty() && notes.empty())) return;
    progress_.clear();
    name_skipped(skipped);
    name_notes(notes);
  }
  [[nodiscard]] bool any_skipped() const { return any_skipped_; }

 private:
  bool quiet_;
  bool any_skipped_ = false;
  Progress& progress_;
};

int fail(const Error& error) {
  complain(error.message);
  return kNothingDone;
}

/// Lines from the stream to the output, one after another.
int copy(const AnnotateArguments& arguments, AnnotationStream& stream, Output& out, Progress& progress) {
  Findings findings(arguments.quiet, progress);
  bool any = false;
  for (;;) {
    const auto line = stream.next();
    if (!line) break;
    any = true;
    findings.name(stream.take_skipped(), {});
    if (Status written = out.write(*line); !written) {
      progress.clear();
      return fail(written.error());
    }
    if (out.reader_left()) return findings.any_skipped() ? kSomeSkipped : kAllRead;
    progress.report(stream.bytes_read());
  }
  findings.name(stream.take_skipped(), stream.notes());
  progress.clear();
  if (!any) return fail({"no input could be read"});
  if (Status finished = out.finish(); !finished) return fail(finished.error());
  return findings.any_skipped() ? kSomeSkipped : kAllRead;
}

int run(const AnnotateArguments& arguments) {
  AnnotateOptions options;
  options.reading = read_options(arguments);
  if (!arguments.layers.empty()) {
    const Result<Layers> layers = layers_named(arguments.layers);
    if (!layers) {
      complain("--layers: " + layers.error().message);
      return kWrongUsage;
    }
    options.layers = *layers;
  }
  std::optional<EnglishModel> model;
  if (options.layers.need_model()) {
    Result<EnglishModel> opened = open_model(arguments);
    if (!opened) return fail(opened.error());
    model = *std::move(opened);
  }
  if (Status writable = check_output(arguments.output); !writable) return fail(writable.error());
  Result<Output> out = Output::open(arguments.output);  // before the stream's threads begin
  if (!out) return fail(out.error());
  Result<AnnotationStream> stream = AnnotationStream::open(arguments.inputs, options, std::move(model));
  if (!stream) return fail(stream.error());
  Progress progress(!arguments.quiet, !arguments.output.empty());
  if (progress.shown()) progress.expect(size_of_inputs(arguments.inputs));
  return copy(arguments, *stream, *out, progress);
}

}  // namespace

std::function<int()> add_annotate(CLI::App& app) {
  const auto arguments = std::make_shared<AnnotateArguments>();
  CLI::App& command = *app.add_subcommand("annotate", "Find words, sentences and named things in each report, as JSON Lines");
  command
      .add_option("--layers", arguments->layers,
                  "Find and write only these, with commas between them: " + layer_names() + " (default: all)")
      ->type_name("LIST");
  add_arguments(command, *arguments);
  command.footer(
      "Reports are read, worked on and written one after another, in the order of the inputs, whatever their number.\n"
      "Without excluded among the layers nothing is passed over: the text is analysed as it stands.\n\n"
      "EXAMPLES\n"
      "  tetrapla annotate news.jsonl.gz -o annotated.jsonl\n"
      "  tetrapla annotate archive/ --layers sentences,entities\n"
      "  tail -f feed.jsonl | tetrapla annotate - --threads 2\n\n" +
      exit_statuses());
  return [arguments] { return run(*arguments); };
}

}  // namespace tetrapla::cli
