#include "claims/quotations_scene.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "text/quote_marks.h"
#include "text/reading.h"

namespace tetrapla::claims::quotations {
namespace {

using language::Token;
using language::TokenRange;

/// Tokens that lie inside a span.
TokenRange inside(const std::vector<Token>& tokens, Span span) {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  const auto last =
      std::lower_bound(first, tokens.end(), span.end, [](const Token& t, std::uint32_t at) { return t.span.end <= at; });
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

/// Tokens that meet a span.
TokenRange touching(const std::vector<Token>& tokens, Span span) {
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const Token& t, std::uint32_t at) { return t.span.end <= at; });
  const auto last =
      std::lower_bound(first, tokens.end(), span.end, [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

bool ends_sentence(std::string_view lower) {
  return lower == "." || lower == "!" || lower == "?" || lower == "..." || lower == "…" || lower == "....";
}

}  // namespace

Scene::Scene(const language::Annotation& annotation, const Lexicon& lexicon)
    : annotation_(annotation),
      lexicon_(lexicon),
      run_of_(annotation.tokens.size(), kNone),
      entity_of_(annotation.tokens.size(), kNone) {
  const text::Reading reading(*annotation.report);
  for (const text::QuotedRun& found : text::find_quoted_runs(reading.text(), reading.paragraphs())) {
    if (found.depth > 0) continue;
    Run run;
    run.inner = reading.to_source(found.inner);
    const Span outer = reading.to_source(found.outer);
    if (run.inner.empty() || outer.empty()) continue;
    run.inside = inside(annotation.tokens, run.inner);
    run.around = touching(annotation.tokens, outer);
    run.continues = found.continues;
    if (run.inside.size() == 0) continue;
    if (!runs_.empty()) run.around.begin = std::max(run.around.begin, runs_.back().around.end);
    for (std::uint32_t k = run.inside.begin; k < run.inside.end; ++k) run.words += is_word(k) ? 1U : 0U;
    for (std::uint32_t k = run.around.begin; k < run.around.end; ++k) run_of_[k] = static_cast<std::uint32_t>(runs_.size());
    runs_.push_back(run);
  }
  for (std::uint32_t number = 0; number < annotation.entities.size(); ++number) {
    const TokenRange tokens = annotation.entities[number].tokens;
    for (std::uint32_t k = tokens.begin; k < tokens.end; ++k) entity_of_[k] = number;
  }
}

bool Scene::is_pause(std::uint32_t k) const {
  const std::string_view word = lower(k);
  if (word == "," || word == "—" || word == "–" || word == "--" || word == "(" || word == ")") return true;
  return word == "-" && token(k).space_before;
}

bool Scene::is_capital(std::uint32_t k) const {
  const std::string_view word = annotation_.text_of(token(k));
  if (token(k).kind != language::TokenKind::kWord || word.empty() || word == token(k).lower) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  std::int32_t end = 0;
  U8_FWD_1(bytes, end, static_cast<std::int32_t>(word.size()));
  UChar32 first = 0;
  U8_PREV(bytes, 0, end, first);
  return first >= 0 && u_isupper(first) != 0;
}

std::uint32_t Scene::frame_begin(std::uint32_t k) const {
  const std::uint32_t first = annotation_.sentences[token(k).sentence].tokens.begin;
  std::uint32_t at = first;
  // A sentence that begins inside a quotation goes back to where that quotation's own sentence began.
  while (at > 0 && quoted(at) && paragraph(at - 1) == paragraph(k)) {
    const std::uint32_t start = runs_[run_of(at)].around.begin;
    if (start == at) break;
    at = annotation_.sentences[token(start).sentence].tokens.begin;
    if (at >= start) break;
  }
  return std::min(at, k);
}

std::uint32_t Scene::frame_end(std::uint32_t k) const {
  std::uint32_t at = k;
  const std::uint32_t here = paragraph(k);
  while (at < size() && paragraph(at) == here) {
    if (quoted(at)) {
      at = runs_[run_of(at)].around.end;
      continue;
    }
    // "Const. Holm said" after a quotation: one word with a capital is no sentence but an abbreviation, whatever the splitter took it for.
    const bool abbreviated = at == k + 1 && k > 0 && quoted(k - 1) && lower(at) == "." && is_capital(k) && at + 1 < size() &&
                             !quoted(at + 1) && is_capital(at + 1) && paragraph(at + 1) == here;
    if (abbreviated) {
      at += 2;
      continue;
    }
    if (ends_sentence(lower(at))) return at;
    ++at;
    if (at < size() && !quoted(at) && token(at).sentence != token(at - 1).sentence && !quoted(at - 1)) return at;
  }
  return std::min(at, size());
}

}  // namespace tetrapla::claims::quotations
