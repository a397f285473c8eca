// Reports → what is in their texts: paragraphs, sentences, words with their grammar, named things, what is no reporting.
//
// One report, as values:
//
//   tetrapla::EnglishAnalyser analyser(*model);
//   const auto annotated = tetrapla::annotate(tetrapla::make_report(bytes, {}), {}, &analyser);
//   for (const auto& entity : annotated.entities) std::cout << slice(annotated.report.text, entity.span) << '\n';
//
// Any number of reports, on all cores, as JSON Lines in the order of the inputs:
//
//   auto stream = tetrapla::AnnotationStream::open({"news.jsonl.gz"}, {}, *model);
//   while (auto line = stream->next()) std::cout << *line;
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/language.h"
#include "tetrapla/report.h"
#include "tetrapla/result.h"
#include "tetrapla/span.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla {

/// What is to be found and written.
struct Layers {
  bool paragraphs = true;
  bool sentences = true;
  bool tokens = true;
  bool entities = true;
  bool excluded = true;  ///< without it nothing is passed over: the model reads the text as it stands

  [[nodiscard]] bool need_model() const { return sentences || tokens || entities; }
};

/// "paragraphs, sentences, tokens, entities, excluded".
[[nodiscard]] std::string layer_names();

/// The layers of a list with commas, "sentences,tokens". The Error names a word that is no layer, and those there are.
[[nodiscard]] Result<Layers> layers_named(std::string_view list);

/// A word, a number or a mark. White space is none.
struct AnnotatedToken {
  Span span;               ///< of the report's text
  std::uint32_t head = 0;  ///< index of the token this one depends on; its own for a root, and where it depends on white space
  Span lemma;              ///< of AnnotatedReport::lemmas
  Pos pos = Pos::kNone;
  Tag tag = Tag::kNone;
  Dep dep = Dep::kNone;
};

struct AnnotatedEntity {
  Span span;
  EntityLabel label = EntityLabel::kNone;
  std::string name;  ///< the same for every mention of it in this report
};

/// A report with what was found in its text. Lists are in text order; those of layers that were not asked for are empty.
struct AnnotatedReport {
  Report report;
  Layers layers;
  std::vector<Span> sentences;  ///< disjoint; they may run across something excluded
  std::vector<AnnotatedToken> tokens;
  std::vector<AnnotatedEntity> entities;  ///< disjoint
  std::string lemmas;                     ///< the lemmas' pool
};

/// Total, linear in the text. With the layer `excluded` the model reads what `report.excluded` leaves of the text, hard wraps undone, a
/// paragraph's beginning begins a sentence, and spans are mapped back; without it, it reads the text as it stands, and tokens, sentences and
/// entities are spaCy's. `analyser` may be null where the layers need no model.
[[nodiscard]] AnnotatedReport annotate(Report report, const Layers& layers, EnglishAnalyser* analyser);

/// A line of `tetrapla.annotation/1` (docs/formats/annotation.schema.json), ending in a newline.
[[nodiscard]] std::string to_jsonl(const AnnotatedReport& annotated);

struct AnnotateOptions {
  ReadOptions reading;  ///< its `threads` are those that analyse, too
  Layers layers;
};

/// Annotates any number of reports on all cores, with memory for a few of them: the inputs are read on as lines are taken. Lines come in the
/// order of the inputs, the same however many threads run. Ids are as the inputs give them; equal ones stay equal.
/// To be used by one thread at a time; its own threads end with it, after the reports they are at.
class AnnotationStream {
 public:
  /// Fails where nothing can be done: no input named, a metadata file that cannot be read, layers that need a model and none given.
  [[nodiscard]] static Result<AnnotationStream> open(std::vector<std::string> inputs, const AnnotateOptions& options,
                                                     std::optional<EnglishModel> model);
  ~AnnotationStream();
  AnnotationStream(AnnotationStream&&) noexcept;
  AnnotationStream& operator=(AnnotationStream&&) noexcept;

  /// The next report's line; nothing after the last. Waits for it.
  [[nodiscard]] std::optional<std::string> next();

  /// Inputs that gave no report, up to the line that `next` gave last, each told once.
  [[nodiscard]] std::vector<Diagnostic> take_skipped();

  /// After the last line: rows of the metadata file that fitted no report.
  [[nodiscard]] std::vector<Diagnostic> notes() const;

  /// So many bytes of the inputs were read, packed as they lie. Ahead of the lines, by what is being worked on.
  [[nodiscard]] std::uint64_t bytes_read() const;

 private:
  struct State;
  explicit AnnotationStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The sizes of all files of the inputs together, as they lie on the disk; nothing where that cannot be known (standard input, a pipe).
[[nodiscard]] std::optional<std::uint64_t> size_of_inputs(const std::vector<std::string>& inputs);

}  // namespace tetrapla
