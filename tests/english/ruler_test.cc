// The ruler's tables, with a few rules of our own.
#include "english/ruler.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "english/made_up_net.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kOpeningQuote) + 1;
constexpr std::uint64_t kAny = ~std::uint64_t{0};
template <typename Label>
constexpr std::uint64_t bit(Label label) {
  return std::uint64_t{1} << static_cast<unsigned>(label);
}

// Words in the file's order, and their classes.
const std::vector<std::string> kWords = {"gon", "na", "not"};
constexpr std::uint64_t kGon = std::uint64_t{1} << kFirstNamedWord;
constexpr std::uint64_t kNa = kGon << 1U;
constexpr std::uint64_t kNot = kGon << 2U;
constexpr std::uint64_t kSpaces = std::uint64_t{1} << kWhiteSpace;

/// A pattern by its conditions (`words` as bits, not as a set's number).
struct Rule {
  std::vector<RulerCondition> conditions;
  std::uint8_t target = 0;
  RulerEffect effect;
};

RulerEffect pos(Pos p, std::uint8_t morph = 0) {
  return {.sets = RulerEffect::kPos | RulerEffect::kMorph, .pos = p, .morph = morph};
}
RulerEffect lemma(std::uint16_t index) { return {.sets = RulerEffect::kLemma, .lemma = index}; }

const std::vector<Rule> kRules = {
    {{{bit(Tag::kRb), kAny, kAny}}, 0, pos(Pos::kAdv)},
    {{{bit(Tag::kVb), kAny, kAny}}, 0, pos(Pos::kVerb, 1)},
    {{{bit(Tag::kRb), kAny, kNot}}, 0, pos(Pos::kPart, 2)},
    {{{kAny, kAny, kGon}, {kAny, kAny, kNa}}, 1, lemma(1)},
    {{{kAny, kAny, kGon}, {kAny, kAny, kNa}}, 0, lemma(0)},
    {{{kAny, bit(Dep::kAux), kAny}}, 0, {.sets = RulerEffect::kPos, .pos = Pos::kAux}},
    {{{kAny, kAny, kSpaces}}, 0, {.sets = RulerEffect::kTag | RulerEffect::kPos, .pos = Pos::kSpace, .tag = Tag::kSpace}},
    {{{bit(Tag::kVb), kAny, kAny}, {bit(Tag::kSpace), kAny, kAny}}, 0, {.sets = RulerEffect::kLabel, .label = Dep::kMeta}},
};

ModelFile file_of(const std::vector<Rule>& rules) {
  ModelWriter writer;
  add_strings(writer, "morphologies", {"", "VerbForm=Inf", "Polarity=Neg"});
  add_strings(writer, "ruler/words", kWords);
  add_strings(writer, "ruler/lemmas", {"go", "to"});
  const std::size_t classes = kFirstNamedWord + kWords.size();
  std::vector<RulerCondition> conditions;
  std::vector<RulerAlternative> alternatives;
  std::vector<RulerEffect> effects;
  std::vector<std::uint64_t> word_sets;
  for (const Rule& rule : rules) {
    alternatives.push_back({.first_condition = static_cast<std::uint16_t>(conditions.size()),
                            .conditions = static_cast<std::uint8_t>(rule.conditions.size()),
                            .target = rule.target,
                            .effect = static_cast<std::uint16_t>(effects.size())});
    effects.push_back(rule.effect);
    for (RulerCondition c : rule.conditions) {
      word_sets.push_back(c.words);
      c.words = word_sets.size() - 1;
      conditions.push_back(c);
    }
  }
  std::vector<std::uint16_t> list_of;
  std::vector<std::uint32_t> lists_at{0};
  std::vector<std::uint16_t> lists;
  for (std::size_t tag = 0; tag < kTags; ++tag) {
    for (std::size_t word = 0; word < classes; ++word) {
      list_of.push_back(static_cast<std::uint16_t>(lists_at.size() - 1));
      for (std::size_t r = 0; r < rules.size(); ++r) {
        const RulerCondition& target = rules[r].conditions[rules[r].target];
        if ((target.tags >> tag & target.words >> word & 1U) != 0) lists.push_back(static_cast<std::uint16_t>(r));
      }
      lists_at.push_back(static_cast<std::uint32_t>(lists.size()));
    }
  }
  writer.add("ruler/conditions", conditions);
  writer.add("ruler/alternatives", alternatives);
  writer.add("ruler/effects", effects);
  writer.add("ruler/word_sets", word_sets);
  writer.add("ruler/list_of", list_of);
  writer.add("ruler/lists_at", lists_at);
  writer.add("ruler/lists", lists);
  return written(writer);
}

struct Applied {
  std::vector<EnglishToken> tokens;
  std::vector<std::string> lemmas;  // "" for none
};

struct Word {
  std::string lower;
  Tag tag;
  Dep label = Dep::kDep;
};

Applied apply(const std::vector<Word>& words) {
  const ModelFile file = file_of(kRules);
  EXPECT_EQ(Ruler::fault(file), "");
  const Ruler ruler(file);
  std::vector<Tag> tags;
  std::vector<Dep> labels;
  std::vector<WordClass> classes;
  for (const Word& word : words) {
    tags.push_back(word.tag);
    labels.push_back(word.label);
    Lexeme lexeme;
    lexeme.lower = word.lower;
    lexeme.is_space = word.lower == "\n";
    classes.push_back(ruler.class_of(lexeme));
  }
  Applied applied{std::vector<EnglishToken>(words.size()), {}};
  std::vector<std::uint16_t> lemmas(words.size());
  ruler.apply(tags, labels, classes, applied.tokens, lemmas);
  for (const std::uint16_t index : lemmas) applied.lemmas.emplace_back(index == Ruler::kNoLemma ? "" : ruler.lemma(index));
  return applied;
}

TEST(RulerTest, ALaterRuleReplacesWhatAnEarlierOneSet) {
  const Applied applied = apply({{"not", Tag::kRb}, {"often", Tag::kRb}});
  EXPECT_EQ(applied.tokens[0].pos, Pos::kPart);
  EXPECT_EQ(applied.tokens[0].morph, 2);
  EXPECT_EQ(applied.tokens[1].pos, Pos::kAdv);
  EXPECT_EQ(applied.tokens[1].morph, 0);
}

TEST(RulerTest, WhatARuleDoesNotNameStays) {
  const Applied applied = apply({{"sail", Tag::kVb, Dep::kAux}, {"xyz", Tag::kNn}});
  EXPECT_EQ(applied.tokens[0].pos, Pos::kAux);
  EXPECT_EQ(applied.tokens[0].morph, 1) << "set by the rule for the tag";
  EXPECT_EQ(applied.tokens[1].pos, Pos::kNone);
  EXPECT_EQ(applied.tokens[1].tag, Tag::kNn);
}

TEST(RulerTest, APatternOfTwoTokensSetsTheOneItIsAimedAt) {
  EXPECT_EQ(apply({{"gon", Tag::kVbg}, {"na", Tag::kTo}}).lemmas, (std::vector<std::string>{"go", "to"}));
  EXPECT_EQ(apply({{"gon", Tag::kVbg}, {"off", Tag::kRp}, {"na", Tag::kTo}}).lemmas, (std::vector<std::string>{"", "", ""}));
  EXPECT_EQ(apply({{"na", Tag::kTo}}).lemmas, (std::vector<std::string>{""})) << "nothing stands before the first token";
  EXPECT_EQ(apply({{"gon", Tag::kVbg}}).lemmas, (std::vector<std::string>{""}));
}

TEST(RulerTest, RulesSeeTagsAndLabelsAsTheyWere) {
  // White space that was tagged as a noun becomes _SP; the last rule asks for a token that was _SP before.
  const Applied applied = apply({{"sail", Tag::kVb}, {"\n", Tag::kNn}, {"sail", Tag::kVb}, {"\n", Tag::kSpace}});
  EXPECT_EQ(applied.tokens[1].tag, Tag::kSpace);
  EXPECT_EQ(applied.tokens[1].pos, Pos::kSpace);
  EXPECT_EQ(applied.tokens[0].dep, Dep::kDep);
  EXPECT_EQ(applied.tokens[2].dep, Dep::kMeta);
}

TEST(RulerTest, RefusesAnEffectThatIsOutOfRange) {
  std::vector<Rule> rules = kRules;
  rules[0].effect.morph = 3;
  EXPECT_NE(Ruler::fault(file_of(rules)), "");
}

TEST(RulerTest, NothingToDo) { EXPECT_TRUE(apply({}).tokens.empty()); }

}  // namespace
}  // namespace tetrapla::english
