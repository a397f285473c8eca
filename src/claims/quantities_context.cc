#include "claims/quantities_context.h"

#include <algorithm>
#include <string_view>

#include "claims/context_words.h"
#include "claims/numbers.h"
#include "claims/quantities_units.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;
using language::TokenKind;

constexpr std::uint32_t kClauseTokens = 14;  // looked at on each side for the concept
constexpr std::size_t kConceptWords = 3;

/// Whether a word tells what happened: a verb or participle by its tag, an adjective of the list ("dead", "missing").
bool is_predicate(const Annotation& annotation, std::uint32_t at) {
  const Token& token = annotation.tokens[at];
  if (in_list("predicate", token.lower)) return true;
  if (token.model == language::kNoToken || token.lower.size() < 5) return false;
  const EnglishToken& read = annotation.document.tokens[token.model];
  return read.pos == Pos::kVerb && !in_list("closed", token.lower);
}

bool ends_clause(std::string_view lower) { return in_list("clause_end", lower); }

/// "years" of "eight years": a unit tells nothing of the next quantity.
bool is_unit_of_number(const Annotation& annotation, std::uint32_t at) {
  if (at == 0) return false;
  const auto number = parse_number(annotation, at - 1);
  return number && number->tokens.end == at && unit_after(annotation, *number).has_value();
}

/// The token after a bracket that closes soon: "20 kilometres (12.5 miles) of spare cable"; `at` where none does.
std::uint32_t after_bracket(const Annotation& annotation, std::uint32_t at, std::uint32_t sentence) {
  constexpr std::uint32_t kLongest = 8;
  for (std::uint32_t end = at + 1;
       end < at + kLongest && end < annotation.tokens.size() && annotation.tokens[end].sentence == sentence; ++end) {
    if (annotation.tokens[end].lower == ")") return end + 1;
  }
  return at;
}

struct Candidate {
  std::uint32_t at = 0;
  std::uint32_t distance = 0;
  bool predicate = false;
};

/// The content words of a clause on one side of a quantity, nearest first.
std::vector<Candidate> content_words(const Annotation& annotation, std::uint32_t from, std::uint32_t sentence, bool leftwards) {
  std::vector<Candidate> found;
  const auto& tokens = annotation.tokens;
  if (!leftwards && from < tokens.size() && tokens[from].lower == "(") from = after_bracket(annotation, from, sentence);
  for (std::uint32_t step = 0; step < kClauseTokens; ++step) {
    if (leftwards ? from < step + 1 : from + step >= tokens.size()) break;
    const std::uint32_t at = leftwards ? from - step - 1 : from + step;
    const Token& token = tokens[at];
    if (token.sentence != sentence) break;
    const bool opens = found.empty() && leftwards && (token.lower == "," || token.lower == "(");
    if (ends_clause(token.lower) && !opens) break;
    if ((token.lower == "and" || token.lower == "or") && !found.empty()) break;
    if (token.lower == "and" && !leftwards) break;
    if (token.kind != TokenKind::kWord || token.lower.size() < 3) continue;
    const bool predicate = is_predicate(annotation, at);
    if (!predicate && in_list("closed", token.lower)) continue;
    if (in_list("reporting", token.lower) || parse_number(annotation, at) || is_unit_of_number(annotation, at)) continue;
    found.push_back({at, step, predicate});
  }
  return found;
}

}  // namespace

std::vector<Span> find_concept(const Annotation& annotation, std::uint32_t left, std::uint32_t right) {
  const auto& tokens = annotation.tokens;
  const std::uint32_t sentence = tokens[left].sentence;
  const auto before = content_words(annotation, left, sentence, true);
  const auto after = content_words(annotation, right, sentence, false);
  std::vector<std::uint32_t> chosen;
  const auto nearest = [](const std::vector<Candidate>& side, bool predicate) {
    return std::find_if(side.begin(), side.end(), [predicate](const Candidate& c) { return c.predicate == predicate; });
  };
  const auto predicate_after = nearest(after, true);
  const auto predicate_before = nearest(before, true);
  constexpr std::uint32_t kClose = 4;
  if (predicate_after != after.end() && (predicate_after->distance < kClose || predicate_before == before.end())) {
    chosen.push_back(predicate_after->at);
  } else if (predicate_before != before.end()) {
    chosen.push_back(predicate_before->at);
  }
  if (const auto noun = nearest(before, false); noun != before.end()) chosen.push_back(noun->at);
  for (const Candidate& candidate : after) {
    if (chosen.size() >= kConceptWords) break;
    if (!candidate.predicate) chosen.push_back(candidate.at);
  }
  for (const Candidate& candidate : before) {
    if (chosen.size() >= kConceptWords) break;
    if (!candidate.predicate && std::find(chosen.begin(), chosen.end(), candidate.at) == chosen.end())
      chosen.push_back(candidate.at);
  }
  std::sort(chosen.begin(), chosen.end());
  std::vector<Span> spans;
  spans.reserve(chosen.size());
  for (const std::uint32_t at : chosen) spans.push_back(tokens[at].span);
  return spans;
}

}  // namespace tetrapla::claims
