#include "ingest/units.h"

#include <algorithm>

namespace tetrapla::ingest {
namespace {

bool ends_sentence(const Tokens& tokens) {
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (token->folded == "." || token->folded == "!" || token->folded == "?" || token->folded == "\u2026") return true;
    const bool closing =
        token->folded == "\"" || token->folded == "'" || token->folded == ")" || token->folded == "]" || token->folded == "\u00bb";
    if (!closing) return false;
  }
  return false;
}

}  // namespace

std::vector<Unit> units_of(std::string_view text, const std::vector<Span>& paragraphs) {
  std::vector<Unit> units;
  units.reserve(paragraphs.size());
  for (const Span span : paragraphs) {
    Unit unit;
    unit.span = span;
    unit.tokens = tokens_of(text, span);
    unit.words = static_cast<std::size_t>(
        std::count_if(unit.tokens.begin(), unit.tokens.end(), [](const Token& t) { return t.kind != Token::Kind::kSign; }));
    unit.sentence = ends_sentence(unit.tokens);
    units.push_back(std::move(unit));
  }
  return units;
}

Body body_of(const std::vector<Unit>& units) {
  Body body{units.size(), units.size(), 0};
  std::size_t seen = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_body()) continue;
    ++seen;
    if (seen == 1) body.begin = i;
    if (seen == 2) body.head_end = i;
    body.tail_begin = i + 1;
  }
  return body;
}

}  // namespace tetrapla::ingest
