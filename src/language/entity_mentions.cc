#include "language/entity_mentions.h"

#include "language/is_one_of.h"
#include "language/known_aliases.h"
#include "language/lexicon.h"

namespace tetrapla::language {
namespace {

bool names_things(EntityLabel label) {
  switch (label) {
    case EntityLabel::kNone:
    case EntityLabel::kCardinal:
    case EntityLabel::kDate:
    case EntityLabel::kMoney:
    case EntityLabel::kOrdinal:
    case EntityLabel::kPercent:
    case EntityLabel::kQuantity:
    case EntityLabel::kTime: return false;
    default: return true;
  }
}

class Reader {
 public:
  Reader(const Annotation& words, const std::vector<std::uint32_t>& first) : a_(words), first_(first), lex_(lexicon()) {}

  Mention read(const EnglishEntity& entity) const {
    Mention mention;
    mention.label = name_of(entity.label);
    mention.tokens = {first_[entity.tokens.begin], first_[entity.tokens.end]};
    if (!names_things(entity.label) || mention.tokens.size() == 0) return mention;
    TokenRange& t = mention.tokens;
    t = longest_line(t);
    const TokenRange line = t;
    trim(t);
    if (t.size() == 0) {
      t = line;
      return mention;
    }
    const bool person = entity.label == EntityLabel::kPerson;
    if (person) cut_titles(mention);
    if (mention.role.empty() && t.begin > 0 && a_.tokens[t.begin - 1].sentence == a_.tokens[t.begin].sentence &&
        !lex_.title(word(t.begin - 1)).empty())
      mention.role = word(t.begin - 1);
    mention.sex = lex_.title_sex(mention.role);
    mention.key = person ? key_of_person(t) : key_of(t);
    return mention;
  }

 private:
  [[nodiscard]] const std::string& word(std::uint32_t t) const { return a_.tokens[t].lower; }
  [[nodiscard]] bool mark(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::kPunctuation || a_.tokens[t].kind == TokenKind::kSymbol;
  }
  [[nodiscard]] bool quotes(std::uint32_t t) const { return is_one_of(word(t), {"\"", "'", "(", ")"}); }

  [[nodiscard]] TokenRange longest_line(TokenRange t) const {
    TokenRange best{t.begin, t.begin};
    for (std::uint32_t begin = t.begin, at = t.begin; at < t.end; ++at) {
      if (at + 1 < t.end && a_.tokens[at + 1].sentence == a_.tokens[at].sentence) continue;
      if (at + 1 - begin > best.size()) best = {begin, at + 1};
      begin = at + 1;
    }
    return best;
  }

  void trim(TokenRange& t) const {
    while (t.begin < t.end && (mark(t.begin) || is_one_of(word(t.begin), {"'s", "’s"}))) ++t.begin;
    if (t.size() > 1 && is_one_of(word(t.begin), {"the", "a", "an"})) ++t.begin;
    while (t.begin < t.end && mark(t.begin)) ++t.begin;
    while (t.begin < t.end && (mark(t.end - 1) || is_one_of(word(t.end - 1), {"'s", "'"}))) --t.end;
  }

  void cut_titles(Mention& mention) const {
    TokenRange& t = mention.tokens;
    while (t.size() > 1 && !lex_.title(word(t.begin)).empty() && lex_.given_name(word(t.begin)).empty()) {
      mention.role = word(t.begin++);
      while (t.size() > 1 && mark(t.begin)) ++t.begin;
    }
  }

  /// The words, parted by single blanks. "Mt - Cook" of broken detokenisation is read as "Mount Cook".
  [[nodiscard]] std::string key_of(TokenRange t) const {
    std::string result;
    bool apart = false;
    for (std::uint32_t k = t.begin; k < t.end; ++k) {
      apart = apart || a_.tokens[k].space_before;
      if (loose_hyphen(k, t.end)) continue;
      if (apart && !result.empty()) result += ' ';
      result += is_one_of(word(k), {"mt", "mt."}) ? "mount" : word(k);
      apart = false;
    }
    return result;
  }
  [[nodiscard]] bool loose_hyphen(std::uint32_t k, std::uint32_t end) const {
    return word(k) == "-" && a_.tokens[k].space_before && k + 1 < end && a_.tokens[k + 1].space_before;
  }

  /// Without a nickname ("Vincent 'The Chin' Gigante"), also where the entity has lost its first mark (`The Chin" Gigante`).
  [[nodiscard]] std::string key_of_person(TokenRange t) const {
    std::uint32_t opens = t.end, closes = t.end;
    for (std::uint32_t k = t.begin; k < t.end; ++k) {
      if (!quotes(k)) continue;
      if (opens == t.end) opens = k;
      closes = k;
    }
    if (opens == t.end) return key_of(t);
    if (opens == closes) return key_of({opens + 1, t.end});
    std::string result = key_of({t.begin, opens});
    const std::string rest = key_of({closes + 1, t.end});
    if (!result.empty() && !rest.empty()) result += ' ';
    return result + rest;
  }

  const Annotation& a_;
  const std::vector<std::uint32_t>& first_;
  const Lexicon& lex_;
};

}  // namespace

std::vector<Mention> mentions_of(const EnglishDocument& document, const Annotation& words,
                                 const std::vector<std::uint32_t>& first) {
  const Reader reader(words, first);
  std::vector<Mention> result;
  result.reserve(document.entities.size());
  for (const EnglishEntity& entity : document.entities) result.push_back(reader.read(entity));
  return result;
}

}  // namespace tetrapla::language
