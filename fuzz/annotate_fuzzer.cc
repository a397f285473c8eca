// Any bytes as a report, read without its furniture and as it stands: spans lie in the text, in order; heads and lemmas exist; the JSON is JSON.
#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "support/model.h"
#include "tetrapla/annotate.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool begins_character(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(const tetrapla::AnnotatedReport& annotated) {
  const std::string_view text = annotated.report.text;
  const auto in_order = [&](const auto& elements, auto span_of) {
    std::uint32_t before = 0;
    for (const auto& element : elements) {
      const tetrapla::Span span = span_of(element);
      require(before <= span.begin && span.begin < span.end && span.end <= text.size());
      require(begins_character(text, span.begin) && begins_character(text, span.end));
      before = span.end;
    }
  };
  in_order(annotated.sentences, [](tetrapla::Span span) { return span; });
  in_order(annotated.tokens, [](const tetrapla::AnnotatedToken& token) { return token.span; });
  in_order(annotated.entities, [](const tetrapla::AnnotatedEntity& entity) { return entity.span; });
  for (const tetrapla::AnnotatedToken& token : annotated.tokens) {
    require(token.head < annotated.tokens.size() && token.lemma.end <= annotated.lemmas.size());
  }
  for (const tetrapla::AnnotatedEntity& entity : annotated.entities) require(!entity.name.empty());
  simdjson::dom::parser parser;
  require(parser.parse(to_jsonl(annotated)).error() == simdjson::SUCCESS);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const tetrapla::Report report = tetrapla::make_report(bytes, {});
  tetrapla::Layers raw;
  raw.excluded = false;
  check(tetrapla::annotate(report, {}, &tetrapla::test::analyser()));
  check(tetrapla::annotate(report, raw, &tetrapla::test::analyser()));
  return 0;
}
