#include "render/annotation.h"

#include <vector>

#include "render/json_writer.h"
#include "render/labels.h"
#include "text/offset_map.h"

namespace tetrapla::render {
namespace {

class AnnotationJson {
 public:
  explicit AnnotationJson(const AnnotatedReport& annotated) : annotated_(annotated), points_(annotated.report.text) {}

  std::string write() {
    const Report& report = annotated_.report;
    const Layers& layers = annotated_.layers;
    json_.reserve(2 * report.text.size() + kTokenBytes * annotated_.tokens.size());
    json_.begin_object().key("format").string("tetrapla.annotation/1").key("id").string(report.meta.id);
    json_.key("text").string(report.text).key("title").string_or_null(title_of(report));
    json_.key("published").string_or_null(report.meta.published).key("language").string_or_null(report.meta.language);
    if (layers.paragraphs) list("paragraphs", report.paragraphs, [&](Span span) { write_span(span); });
    if (layers.sentences) list("sentences", annotated_.sentences, [&](Span span) { write_span(span); });
    if (layers.tokens) list("tokens", annotated_.tokens, [&](const AnnotatedToken& token) { write_token(token); });
    if (layers.entities) list("entities", annotated_.entities, [&](const AnnotatedEntity& entity) { write_entity(entity); });
    if (layers.excluded) {
      list("excluded", report.excluded, [&](const Exclusion& exclusion) {
        json_.begin_object().key("span");
        write_span(exclusion.span);
        json_.key("why").string(name_of(exclusion.why)).end();
      });
    }
    list("diagnostics", report.diagnostics, [&](const Diagnostic& diagnostic) {
      json_.begin_object().key("code").string(diagnostic.code).key("message").string(diagnostic.message).end();
    });
    json_.end();
    return json_.take() + "\n";
  }

 private:
  static constexpr std::size_t kTokenBytes = 96;  // measured on news: a token's object has 92 bytes

  template <typename T, typename Write>
  void list(std::string_view name, const std::vector<T>& elements, Write write) {
    json_.key(name).begin_array();
    for (const T& element : elements) write(element);
    json_.end();
  }

  void write_span(Span span) {
    json_.begin_array();
    json_.number(std::uint64_t{points_.code_point(span.begin)}).number(std::uint64_t{points_.code_point(span.end)});
    json_.end();
  }

  void write_token(const AnnotatedToken& token) {
    json_.begin_object().key("span");
    write_span(token.span);
    json_.key("pos").string(name_of(token.pos)).key("tag").string(name_of(token.tag));
    json_.key("lemma").string(slice(annotated_.lemmas, token.lemma)).key("head").number(std::uint64_t{token.head});
    json_.key("dep").string(name_of(token.dep)).end();
  }

  void write_entity(const AnnotatedEntity& entity) {
    json_.begin_object().key("span");
    write_span(entity.span);
    json_.key("label").string(name_of(entity.label)).key("name").string(entity.name).end();
  }

  const AnnotatedReport& annotated_;
  text::OffsetMap points_;
  JsonWriter json_;
};

}  // namespace

std::string to_jsonl(const AnnotatedReport& annotated) { return AnnotationJson(annotated).write(); }

}  // namespace tetrapla::render
