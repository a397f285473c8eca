// A report → its annotation: the model over the reading or over the text as it stands.
#include "tetrapla/annotate.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "language/annotation.h"
#include "language/entity_names.h"
#include "render/annotation.h"
#include "text/reading.h"

namespace tetrapla {
namespace {

struct Layer {
  std::string_view name;
  bool Layers::*wanted;
};
constexpr Layer kLayers[] = {{"paragraphs", &Layers::paragraphs},
                             {"sentences", &Layers::sentences},
                             {"tokens", &Layers::tokens},
                             {"entities", &Layers::entities},
                             {"excluded", &Layers::excluded}};
/// Those that the format knows and this version does not make.
constexpr std::string_view kLaterLayers[] = {"quotations", "quantities", "times", "events"};

constexpr std::uint32_t kNotReal = UINT32_MAX;  // white space has no number

/// What the model said of a text → the report's annotation. `reading` is the text that the model read, where that is not the report's own.
class Annotator {
 public:
  Annotator(const EnglishDocument& document, const text::Reading* reading, AnnotatedReport& annotated)
      : document_(document), reading_(reading), annotated_(annotated) {}

  void add_sentences() {
    if (reading_ == nullptr) {
      for (const EnglishSpan& sentence : document_.sentences) annotated_.sentences.push_back(document_.span_of(sentence));
    } else {
      for (const Span sentence : language::sentences_of(document_, *reading_)) annotated_.sentences.push_back(place(sentence));
    }
  }

  void add_tokens() {
    std::vector<std::uint32_t> number(document_.tokens.size(), kNotReal);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
      if (!document_.tokens[i].is_space()) number[i] = count++;
    }
    annotated_.tokens.reserve(count);
    for (std::size_t i = 0; i < number.size(); ++i) {
      const EnglishToken& token = document_.tokens[i];
      if (token.is_space()) continue;
      const std::uint32_t head = number[token.head] == kNotReal ? number[i] : number[token.head];
      annotated_.tokens.push_back({place(token.span), head, token.lemma, token.pos, token.tag, token.dep});
    }
    annotated_.lemmas = document_.lemmas;
  }

  void add_entities() {
    if (document_.entities.empty()) return;  // the names' lexicons are read at their first use
    std::vector<std::string> names = language::name_entities(document_);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const EnglishEntity& entity = document_.entities[i];
      annotated_.entities.push_back({place(document_.span_of(entity.tokens)), entity.label, std::move(names[i])});
    }
  }

 private:
  [[nodiscard]] Span place(Span span) const { return reading_ == nullptr ? span : reading_->to_source(span); }

  const EnglishDocument& document_;
  const text::Reading* reading_;
  AnnotatedReport& annotated_;
};

}  // namespace

std::string layer_names() {
  std::string names;
  for (const Layer& layer : kLayers) {
    if (!names.empty()) names += ", ";
    names += layer.name;
  }
  return names;
}

Result<Layers> layers_named(std::string_view list) {
  Layers layers{false, false, false, false, false};
  for (bool more = true; more;) {
    const std::size_t comma = list.find(',');
    const std::string_view name = list.substr(0, comma);
    more = comma != std::string_view::npos;
    if (more) list.remove_prefix(comma + 1);
    bool known = false;
    for (const Layer& layer : kLayers) {
      if (layer.name != name) continue;
      layers.*layer.wanted = true;
      known = true;
    }
    if (known) continue;
    std::string trouble = "no layer '" + std::string(name) + "'";
    for (const std::string_view later : kLaterLayers) {
      if (later == name) trouble = "the layer '" + std::string(name) + "' is not made by this version";
    }
    return Error{trouble + "; there are " + layer_names()};
  }
  return layers;
}

AnnotatedReport annotate(Report report, const Layers& layers, EnglishAnalyser* analyser) {
  AnnotatedReport annotated;
  annotated.report = std::move(report);
  annotated.layers = layers;
  if (!layers.need_model() || analyser == nullptr) return annotated;
  std::optional<text::Reading> reading;
  if (layers.excluded) reading.emplace(annotated.report);
  const EnglishDocument document = analyser->analyse(reading ? reading->text() : annotated.report.text);
  Annotator annotator(document, reading ? &*reading : nullptr, annotated);
  if (layers.sentences) annotator.add_sentences();
  if (layers.tokens) annotator.add_tokens();
  if (layers.entities) annotator.add_entities();
  return annotated;
}

std::string to_jsonl(const AnnotatedReport& annotated) { return render::to_jsonl(annotated); }

}  // namespace tetrapla
