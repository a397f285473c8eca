// The tree first. It is plainly broken where a number modifies no noun behind it though a plural follows: there the words decide, by closed
// lists and endings.
#include "claims/quantities_counted.h"

#include <string_view>

#include "claims/context_words.h"
#include "claims/tree.h"

namespace tetrapla::claims {
namespace {

using language::Annotation;
using language::Token;
using language::TokenKind;

constexpr std::uint32_t kPhraseTokens = 7;  // of a noun phrase after a number
constexpr std::size_t kShortestPlural = 4;
constexpr int kNumberWords = 4;  // of one number: "two and a half million"

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_acronym(std::string_view text) { return text.size() >= 2 && is_upper(text[0]) && is_upper(text[1]); }

bool looks_like_participle(std::string_view lower) { return lower.size() > 4 && (lower.ends_with("ed") || lower.ends_with("ing")); }

/// The first plural of the phrase; for one thing its last word.
std::optional<CountedNoun> counted_by_words(const Annotation& annotation, std::uint32_t end, bool one) {
  const auto& tokens = annotation.tokens;
  const std::uint32_t sentence = tokens[end - 1].sentence;
  std::optional<CountedNoun> last;
  for (std::uint32_t at = end; at < tokens.size() && at < end + kPhraseTokens; ++at) {
    const Token& token = tokens[at];
    if (token.sentence != sentence) break;
    if (token.lower == "-" && at > end) continue;
    if (token.kind != TokenKind::kWord) break;
    const std::string_view text = annotation.text_of(token);
    const bool acronym = is_acronym(text);
    if (!acronym && in_list("skip", token.lower)) continue;
    if (acronym && at + 2 < tokens.size() && tokens[at + 1].lower == "-" &&
        tokens[at + 2].kind == TokenKind::kNumber) {  // "six AK - 47 rifles"
      at += 2;
      continue;
    }
    if (in_list("closed", token.lower)) break;
    if (at > end && token.lower == "of") break;
    if (acronym && !is_plural(token.lower) && at + 1 < tokens.size() && is_plural(tokens[at + 1].lower)) continue;
    const bool invariant = is_plural(token.lower) && singular(token.lower) == token.lower;  // "crew members", "aircraft carriers"
    if (invariant && at + 1 < tokens.size() && is_plural(tokens[at + 1].lower) && !in_list("verb", tokens[at + 1].lower)) continue;
    if (one && last && is_plural(token.lower)) break;  // "one party bombs": a verb
    if (one && is_plural(token.lower) && (invariant || is_upper(text.front())))
      continue;  // "one police officer", "one Axios source"
    if (at > end && tokens[at - 1].lower == "of" && is_upper(text.front()) && !is_plural(token.lower)) break;  // "half of Kyiv"
    if (is_plural(token.lower) || acronym) return CountedNoun{singular(token.lower), {at, at + 1}};
    if (in_list("verb", token.lower)) break;
    if (one && !looks_like_participle(token.lower) && !token.lower.ends_with("ly")) {
      if (last && is_upper(text.front())) break;
      last = CountedNoun{token.lower, {at, at + 1}};
    }
  }
  return one ? last : std::nullopt;
}

/// What the tree says that a number counts. Not `sure`: it is plainly broken there.
struct Governed {
  std::optional<CountedNoun> counted;
  bool sure = false;
};

class TreeReader {
 public:
  TreeReader(const Annotation& annotation, std::uint32_t end, bool one)
      : annotation_(annotation), tree_(annotation), end_(end), one_(one) {}

  [[nodiscard]] Governed read() const {
    const auto last = tree_.node(end_ - 1);
    if (!last) return {};
    std::uint32_t number = *last;
    for (int steps = 0; steps < kNumberWords && is_number(tree_.head(number)) && !tree_.is_root(number); ++steps)
      number = tree_.head(number);
    const Token& next = annotation_.tokens[end_];
    if (next.kind == TokenKind::kNumber && !(end_ + 1 < annotation_.tokens.size() && annotation_.tokens[end_ + 1].lower == "-"))
      return {};  // "245 23 yen"; but "three 10-year sentences"
    const EnglishToken& own = tree_[number];
    const bool modifies = own.dep == Dep::kNummod || own.dep == Dep::kQuantmod || own.dep == Dep::kAmod ||
                          own.dep == Dep::kCompound || own.dep == Dep::kNmod;
    if (modifies && own.head > *last && is_noun(own.head)) return noun(own.head);
    if (modifies || *last + 1 >= tree_.size()) return {};
    return {std::nullopt, ends_phrase(*last + 1)};
  }

 private:
  [[nodiscard]] bool is_number(std::uint32_t node) const { return tree_[node].tag == Tag::kCd; }

  [[nodiscard]] bool is_noun(std::uint32_t node) const { return tree_[node].pos == Pos::kNoun || tree_[node].pos == Pos::kPropn; }

  /// A word that no noun phrase goes on with after its number.
  [[nodiscard]] bool ends_phrase(std::uint32_t node) const {
    const EnglishToken& token = tree_[node];
    switch (token.pos) {
      // "five wounded men"; "20 carries" is no verb with a plural before it
      case Pos::kVerb: return token.tag != Tag::kVbn && token.tag != Tag::kVbg && (one_ || token.tag != Tag::kVbz);
      case Pos::kAux:
      case Pos::kCconj:
      case Pos::kSconj:
      case Pos::kPart:
      case Pos::kPron: return true;
      default: return false;
    }
  }

  [[nodiscard]] Governed noun(std::uint32_t node) const {
    auto at = tree_.token(node);
    if (!at || *at < end_ || *at >= end_ + kPhraseTokens) return {};
    if (const std::uint32_t rest = *at + 2;
        rest < annotation_.tokens.size() && annotation_.tokens[*at + 1].lower == "-" && is_plural(annotation_.tokens[rest].lower)) {
      at = rest;  // "co-workers"
    }
    const Token& token = annotation_.tokens[*at];
    if (token.sentence != annotation_.tokens[end_ - 1].sentence || token.kind != TokenKind::kWord) return {};
    if (in_list("closed", token.lower)) return {std::nullopt, true};  // "23 others"
    const auto opens_quote = [](const Token& mark) { return mark.lower == "\"" && mark.space_before; };
    for (std::uint32_t between = end_; between < *at; ++between) {
      const Token& mark = annotation_.tokens[between];
      const bool hyphen = mark.lower == "-" && !mark.space_before;
      if (mark.kind != TokenKind::kWord && mark.kind != TokenKind::kNumber && !hyphen && !opens_quote(mark))
        return {};  // an address
    }
    const EnglishToken& read = tree_[node];
    const bool tagged = read.tag == Tag::kNns || read.tag == Tag::kNnps;
    const bool plural = (tagged && token.lower.size() >= kShortestPlural) || is_plural(token.lower);  // "14 mGy" is tagged so too
    if (!plural && (!one_ || read.pos == Pos::kPropn)) return {};  // "an 8-cylinder engine", "five NATO states"
    return {CountedNoun{plural ? singular_of(read, token.lower) : token.lower, {*at, *at + 1}}, true};
  }

  /// "Yemenis" has the look of "thesis"; its tag tells that it is a plural.
  static std::string singular_of(const EnglishToken& read, const std::string& lower) {
    std::string one = singular(lower);
    if (one == lower && (read.tag == Tag::kNns || read.tag == Tag::kNnps) && one.ends_with("is")) one.pop_back();
    return one;
  }

  const Annotation& annotation_;
  Tree tree_;
  std::uint32_t end_;
  bool one_;
};

/// A noun by its tag (or a plural that was taken for a verb in -s), with no verb between it and the number.
bool may_be_counted(const Annotation& annotation, std::uint32_t end, std::uint32_t at) {
  const Tree tree(annotation);
  const auto node = tree.node(at);
  const auto from = tree.node(end);
  if (!node || !from) return true;
  for (std::uint32_t between = *from; between < *node; ++between) {
    const Tag tag = tree[between].tag;
    if (tag == Tag::kVbd || tag == Tag::kVbp || tag == Tag::kVbz || tag == Tag::kMd) return false;
  }
  const EnglishToken& read = tree[*node];
  return read.pos == Pos::kNoun || read.pos == Pos::kPropn || read.pos == Pos::kNum || read.tag == Tag::kVbz;
}

}  // namespace

std::optional<CountedNoun> find_counted(const Annotation& annotation, std::uint32_t end, bool one) {
  const auto& tokens = annotation.tokens;
  if (end == 0 || end >= tokens.size()) return std::nullopt;
  if (tokens[end].lower == "-" && end + 1 < tokens.size() && !tokens[end + 1].space_before) {  // "2,507-member assembly"
    const Token& noun = tokens[end + 1];
    if (noun.kind != TokenKind::kWord || in_list("closed", noun.lower) || is_upper(annotation.text_of(noun).front())) {
      if (!is_acronym(annotation.text_of(noun))) return std::nullopt;
    }
    return CountedNoun{singular(noun.lower), {end + 1, end + 2}};
  }
  const Governed governed = TreeReader(annotation, end, one).read();
  if (governed.sure) return governed.counted;
  const auto counted = counted_by_words(annotation, end, one);
  return counted && may_be_counted(annotation, end, counted->tokens.begin) ? counted : std::nullopt;
}

}  // namespace tetrapla::claims
