#include "ingest/pattern.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kMostAny = 8;
constexpr std::size_t kMostName = 8;
/// A pattern that needs more steps than this on one paragraph does not match it.
constexpr int kMostSteps = 4000;

bool is_end_sign(const Token& token) {
  return token.kind == Token::Kind::kSign &&
         (token.folded == "." || token.folded == "!" || token.folded == "?" || token.folded == ":" || token.folded == "\u2026" ||
          token.folded == "\u00bb" || token.folded == ">" || token.folded == "\u203a" || token.folded == "\u2192");
}

/// Small words and signs inside a name: "Bank of the West", "L.A. Times", "Union-Tribune", "AT&T".
bool joins_names(const Token& token) {
  static constexpr std::array<std::string_view, 16> kJoints = {"of",  "the", "for", "de", "del", "la", "al", "el",
                                                               "von", "van", "der", "-",  ".",   "&",  "d",  "di"};
  return std::find(kJoints.begin(), kJoints.end(), token.folded) != kJoints.end();
}

}  // namespace

bool is_person(std::span<const Token> name) {
  std::size_t words = 0;
  for (const Token& token : name) {
    if (token.kind == Token::Kind::kNumber || token.capitals || token.folded.ends_with("'s") || token.folded == "of" ||
        token.folded == "the" || token.folded == "for" || token.folded == "&") {
      return false;
    }
    words += token.capital ? 1 : 0;
  }
  return words >= 2 && words <= 4 && name.front().capital && name.back().capital;
}

std::size_t longest_name(std::span<const Token> tokens, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t i = begin; i < tokens.size() && i - begin < kMostName; ++i) {
    const Token& token = tokens[i];
    if (token.capital) {
      end = i + 1;
    } else if (token.kind == Token::Kind::kNumber && i > begin) {
      end = i + 1;
    } else if (i == begin || !joins_names(token)) {
      break;
    } else if (token.folded == "." && !(token.glued && tokens[i - 1].span.size() <= 3)) {
      break;  // a full stop
    } else if (token.folded == "-" && !(token.glued && i + 1 < tokens.size() && tokens[i + 1].glued)) {
      break;  // a dash
    }
  }
  return end - begin;
}

struct Pattern::State {
  std::span<const Token> tokens;
  const Outlets& outlets;
  bool whole;
  int steps = 0;
  std::size_t end = 0;
  std::vector<std::pair<std::size_t, std::size_t>> names;
};

Pattern::Pattern(std::string_view notation) {
  for (std::string_view part : base::split(notation, ' ')) {
    if (part.empty()) continue;
    Element element;
    if (part.size() > 1 && part.ends_with('?')) {
      element.optional = true;
      part.remove_suffix(1);
    }
    if (part == "*")
      element.kind = Kind::kAny;
    else if (part == "**")
      element.kind = Kind::kRest;
    else if (part == "<n>")
      element.kind = Kind::kNumber;
    else if (part == "<name>")
      element.kind = Kind::kName;
    else if (part == "<person>")
      element.kind = Kind::kPerson;
    else if (part == "<outlet>")
      element.kind = Kind::kOutlet;
    else if (part == "<agency>")
      element.kind = Kind::kAgency;
    else if (part == "/")
      element.words = {"/"};
    else
      for (const std::string_view word : base::split(part, '/')) element.words.emplace_back(word);
    elements_.push_back(std::move(element));
  }
}

Pattern::Beginnings Pattern::beginnings() const {
  Beginnings result;
  for (const Element& element : elements_) {
    switch (element.kind) {
      case Kind::kWords: result.words.insert(result.words.end(), element.words.begin(), element.words.end()); break;
      case Kind::kNumber: result.number = true; break;
      case Kind::kAny:
      case Kind::kRest: result.any = true; return result;
      case Kind::kName:
      case Kind::kPerson:
      case Kind::kOutlet:
      case Kind::kAgency:
        result.name = true;
        result.words.emplace_back("the");
        break;
    }
    if (!element.optional) return result;
  }
  result.any = true;  // it can match nothing at all
  return result;
}

/// False where the element can surely not stand at the token.
bool Pattern::may_follow(const State& state, std::size_t element, std::size_t token) const {
  if (element == elements_.size() || elements_[element].optional || elements_[element].kind != Kind::kWords) return true;
  const std::vector<std::string>& words = elements_[element].words;
  return token < state.tokens.size() && std::find(words.begin(), words.end(), state.tokens[token].folded) != words.end();
}

bool Pattern::step(State& state, std::size_t element, std::size_t token) const {
  if (++state.steps > kMostSteps) return false;
  if (element == elements_.size()) {
    if (state.whole) {
      if (token == 1 && state.tokens.size() == 2 && state.tokens[1].folded == ".") return false;  // "Pause." is a sentence
      for (std::size_t i = token; i < state.tokens.size(); ++i) {
        if (!is_end_sign(state.tokens[i])) return false;
      }
    }
    state.end = token;
    return true;
  }
  const Element& now = elements_[element];
  const std::size_t left = state.tokens.size() - token;
  switch (now.kind) {
    case Kind::kWords:
      if (left > 0 && std::find(now.words.begin(), now.words.end(), state.tokens[token].folded) != now.words.end() &&
          step(state, element + 1, token + 1)) {
        return true;
      }
      break;
    case Kind::kAny:
    case Kind::kRest:
      if (now.kind == Kind::kRest && element + 1 == elements_.size()) {
        state.end = state.tokens.size();
        return true;
      }
      for (std::size_t n = 0; n <= (now.kind == Kind::kAny ? std::min(left, kMostAny) : left); ++n) {
        if (step(state, element + 1, token + n)) return true;
      }
      return false;
    case Kind::kNumber:
      if (left > 0 && state.tokens[token].kind == Token::Kind::kNumber && step(state, element + 1, token + 1)) return true;
      break;
    case Kind::kName:
    case Kind::kPerson:
    case Kind::kOutlet:
    case Kind::kAgency: {
      if (left > 1 && state.tokens[token].folded == "the" && !state.tokens[token].capital && step(state, element, token + 1))
        return true;
      for (std::size_t n = longest_name(state.tokens, token); n > 0; --n) {
        if (!state.tokens[token + n - 1].capital && state.tokens[token + n - 1].kind != Token::Kind::kNumber) continue;
        if (!may_follow(state, element + 1, token + n)) continue;  // cheaper than to look a name up
        if (now.kind == Kind::kPerson && !is_person(state.tokens.subspan(token, n))) continue;
        if (now.kind == Kind::kAgency && !state.outlets.is_agency(state.tokens.subspan(token, n))) continue;
        if (now.kind == Kind::kOutlet && !state.outlets.is_outlet(state.tokens.subspan(token, n))) continue;
        state.names.emplace_back(token, token + n);
        if (step(state, element + 1, token + n)) return true;
        state.names.pop_back();
      }
      break;
    }
  }
  return now.optional && step(state, element + 1, token);
}

std::optional<Pattern::Match> Pattern::match(std::span<const Token> tokens, const Outlets& outlets) const {
  State state{.tokens = tokens, .outlets = outlets, .whole = true, .names = {}};
  if (!step(state, 0, 0)) return std::nullopt;
  return Match{0, tokens.size(), std::move(state.names)};
}

std::optional<Pattern::Match> Pattern::match_at(std::span<const Token> tokens, const Outlets& outlets, std::size_t begin) const {
  State state{.tokens = tokens, .outlets = outlets, .whole = false, .names = {}};
  if (!step(state, 0, begin)) return std::nullopt;
  return Match{begin, state.end, std::move(state.names)};
}

std::optional<Pattern::Match> Pattern::find(std::span<const Token> tokens, const Outlets& outlets, std::size_t from) const {
  State state{.tokens = tokens, .outlets = outlets, .whole = false, .names = {}};
  for (std::size_t begin = from; begin < tokens.size(); ++begin) {
    state.names.clear();
    state.steps = 0;
    if (step(state, 0, begin)) return Match{begin, state.end, std::move(state.names)};
  }
  return std::nullopt;
}

}  // namespace tetrapla::ingest
