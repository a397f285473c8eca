#include <algorithm>
#include <optional>

#include "language/annotation.h"
#include "language/names.h"
#include "language/tokens.h"
#include "text/reading.h"
#include "text/sentences.h"

namespace tetrapla::language {
namespace {

/// A cut is taken apart where its bytes are no neighbours in the report, and at blanks.
void take_apart(const text::Reading& reading, const Cut& cut, std::vector<Cut>& result) {
  const auto& text = reading.text();
  const auto is_neighbour = [&](std::uint32_t at) { return reading.to_source({at - 1, at + 1}).size() == 2; };
  for (std::uint32_t begin = cut.span.begin; begin < cut.span.end;) {
    if (text[begin] == ' ') {
      ++begin;
      continue;
    }
    std::uint32_t end = begin + 1;
    while (end < cut.span.end && text[end] != ' ' && is_neighbour(end)) ++end;
    result.push_back({{begin, end}, cut.kind, begin > cut.span.begin || cut.space_before});
    begin = end;
  }
}

/// Whether a cut stands in the report as it stands in the reading. What is excluded leaves a blank, and may be as short as one.
bool is_whole(const Report& report, const text::Reading& reading, const Cut& cut) {
  const Span source = reading.to_source(cut.span);
  if (source.size() != cut.span.size()) return false;
  if (slice(reading.text(), cut.span).find(' ') == std::string_view::npos) return true;
  const auto next = std::ranges::upper_bound(report.excluded, source.begin, {}, [](const Exclusion& e) { return e.span.end; });
  return next == report.excluded.end() || !next->span.overlaps(source);
}

/// Cuts that the furniture leaves whole in the report. A torn number ("2. 6") with something excluded in its blank is two tokens after all.
std::vector<Cut> keep_off_excluded(const Report& report, const text::Reading& reading, const std::vector<Cut>& cuts) {
  std::vector<Cut> result;
  result.reserve(cuts.size());
  for (const Cut& cut : cuts) {
    if (is_whole(report, reading, cut))
      result.push_back(cut);
    else
      take_apart(reading, cut, result);
  }
  return result;
}

/// Sentences, tokens and the model's tokens side by side: all are in order, so one walk gives each token its sentence and the model's token
/// in which it begins. A sentence that would begin inside a token belongs to the one before it.
void fill(Annotation& annotation, const text::Reading& reading, const std::vector<Cut>& cuts, const std::vector<Span>& sentences) {
  std::size_t next = 0;       // the first sentence not yet begun
  std::size_t paragraph = 0;  // of the reading
  const auto& of_model = annotation.document.tokens;
  std::uint32_t in_model = 0;
  annotation.tokens.reserve(cuts.size());
  for (const Cut& cut : cuts) {
    const Span source = reading.to_source(cut.span);
    if (source.empty()) continue;
    const bool begins = annotation.sentences.empty() || (next < sentences.size() && sentences[next].begin <= cut.span.begin);
    while (next < sentences.size() && sentences[next].begin < cut.span.end) ++next;
    const auto& paragraphs = reading.paragraphs();
    while (paragraph + 1 < paragraphs.size() && paragraphs[paragraph + 1].begin <= cut.span.begin) ++paragraph;
    while (in_model < of_model.size() && of_model[in_model].span.end <= cut.span.begin) ++in_model;
    const std::uint32_t model = in_model < of_model.size() ? in_model : kNoToken;
    const auto index = static_cast<std::uint32_t>(annotation.tokens.size());
    if (begins) annotation.sentences.push_back({source, {index, index}, reading.paragraph_numbers()[paragraph]});
    Sentence& sentence = annotation.sentences.back();
    sentence.span.end = source.end;
    sentence.tokens.end = index + 1;
    annotation.tokens.push_back({source, fold(slice(reading.text(), cut.span)), cut.kind, cut.space_before,
                                 static_cast<std::uint32_t>(annotation.sentences.size() - 1), model});
  }
}

}  // namespace

std::vector<Span> sentences_of(const EnglishDocument& document, const text::Reading& reading) {
  std::vector<Span> result;
  const auto& paragraphs = reading.paragraphs();
  std::size_t paragraph = 0;  // the first that begins after the words so far
  for (const EnglishSpan& run : document.sentences) {
    std::optional<Span> open;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      const EnglishToken& token = document.tokens[i];
      if (token.is_space()) continue;
      bool new_paragraph = false;
      for (; paragraph < paragraphs.size() && paragraphs[paragraph].begin <= token.span.begin; ++paragraph) new_paragraph = true;
      if (open && new_paragraph) result.push_back(*open);
      open = Span{open && !new_paragraph ? open->begin : token.span.begin, token.span.end};
    }
    if (open) result.push_back(*open);
  }
  return result;
}

Annotation annotate(const Report& report, EnglishAnalyser& analyser) {
  Annotation annotation;
  annotation.report = &report;
  annotation.reading = std::make_shared<const text::Reading>(report);
  const text::Reading& reading = *annotation.reading;
  annotation.document = analyser.analyse(reading.text());
  fill(annotation, reading, keep_off_excluded(report, reading, cut_tokens(reading.text())),
       sentences_of(annotation.document, reading));
  annotation.entities = find_names(annotation);
  return annotation;
}

Annotation annotate_scrap(const Report& report) {
  Annotation annotation;
  annotation.report = &report;
  annotation.reading = std::make_shared<const text::Reading>(report);
  const text::Reading& reading = *annotation.reading;
  fill(annotation, reading, keep_off_excluded(report, reading, cut_tokens(reading.text())),
       text::find_sentences(reading.text(), reading.paragraphs()));
  return annotation;
}

}  // namespace tetrapla::language
