// spaCy's token patterns → the ruler's tables (english/ruler.h).
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "convert/morphology.h"
#include "convert/names.h"
#include "convert/source.h"
#include "english/ruler.h"

namespace tetrapla::convert {
namespace {

using english::kFirstNamedWord;
using english::kWhiteSpace;
using english::RulerAlternative;
using english::RulerCondition;
using english::RulerEffect;

using Words = std::set<std::string>;

constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kOpeningQuote) + 1;
constexpr std::size_t kDeps = static_cast<std::size_t>(Dep::kXcomp) + 1;

/// A condition as spaCy writes it, each key optional.
struct Condition {
  std::uint64_t tags = (std::uint64_t{1} << kTags) - 1;
  std::uint64_t labels = (std::uint64_t{1} << kDeps) - 1;
  std::optional<Words> words;
  std::optional<bool> is_space;
};

struct Alternative {
  std::vector<Condition> conditions;
  std::size_t target = 0;
  std::size_t rule = 0;
};

/// The strings a key's value allows ("x", {IN: …}, {REGEX: …}) or forbids ({NOT_IN: …}); none for a value of another kind.
struct StringTest {
  Words words;
  bool forbids = false;
};
std::optional<StringTest> read_test(const Value& value) {
  if (!value.is_map()) return StringTest{{std::string(value.text())}, false};
  if (value.size() != 1) return std::nullopt;
  if (const Value pattern = value["REGEX"]; !pattern.is_null()) {
    const std::vector<std::string> strings = strings_of_pattern(pattern.text());
    if (strings.empty()) return std::nullopt;
    return StringTest{{strings.begin(), strings.end()}, false};
  }
  const bool forbids = !value["NOT_IN"].is_null();
  const Value list = forbids ? value["NOT_IN"] : value["IN"];
  if (!list.is_list()) return std::nullopt;
  StringTest test{{}, forbids};
  for (std::size_t i = 0; i < list.size(); ++i) test.words.emplace(list[i].text());
  return test;
}

/// The labels that pass a test, as bits. A name that the model never gives ("NIL") is of no label; "" is kNone.
template <typename Named>
std::uint64_t labels_of(const StringTest& test, std::size_t count, Named named) {
  std::uint64_t bits = 0;
  for (const std::string& word : test.words) {
    if (const auto label = named(word)) bits |= std::uint64_t{1} << static_cast<unsigned>(*label);
    if (word.empty()) bits |= 1U;
  }
  return test.forbids ? ~bits & ((std::uint64_t{1} << count) - 1) : bits;
}

std::optional<Condition> read_condition(const Value& value) {
  Condition condition;
  for (const auto& [key, wanted] : value.members()) {
    if (key.text() == "IS_SPACE") {
      condition.is_space = wanted.number() != 0;
      continue;
    }
    const std::optional<StringTest> test = read_test(wanted);
    if (!test) return std::nullopt;
    if (key.text() == "TAG") {
      condition.tags = labels_of(*test, kTags, tag_named);
    } else if (key.text() == "DEP") {
      condition.labels = labels_of(*test, kDeps, dep_named);
    } else if (key.text() == "LOWER" && !test->forbids) {
      condition.words = test->words;
    } else {
      return std::nullopt;
    }
  }
  return condition;
}

std::optional<std::vector<Alternative>> read_alternatives(const Value& rule, std::size_t number) {
  std::vector<Alternative> alternatives;
  const Value patterns = rule["patterns"];
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    Alternative alternative{{}, rule["index"].number(), number};
    for (std::size_t c = 0; c < patterns[p].size(); ++c) {
      const std::optional<Condition> condition = read_condition(patterns[p][c]);
      if (!condition) return std::nullopt;
      alternative.conditions.push_back(*condition);
    }
    if (alternative.target >= alternative.conditions.size()) return std::nullopt;
    alternatives.push_back(std::move(alternative));
  }
  return alternatives;
}

std::optional<RulerEffect> read_effect(const Value& attributes, Morphologies& morphologies, std::vector<std::string>& lemmas) {
  RulerEffect effect;
  for (const auto& [key, value] : attributes.members()) {
    const auto pos = key.text() == "POS" ? pos_named(value.text()) : std::nullopt;
    const auto tag = key.text() == "TAG" ? tag_named(value.text()) : std::nullopt;
    const auto label = key.text() == "DEP" ? dep_named(value.text()) : std::nullopt;
    if (pos) {
      effect.sets |= RulerEffect::kPos;
      effect.pos = *pos;
    } else if (tag) {
      effect.sets |= RulerEffect::kTag;
      effect.tag = *tag;
    } else if (label) {
      effect.sets |= RulerEffect::kLabel;
      effect.label = *label;
    } else if (key.text() == "MORPH") {
      effect.sets |= RulerEffect::kMorph;
      effect.morph = static_cast<std::uint8_t>(morphologies.number_of(value.text()));
    } else if (key.text() == "LEMMA") {
      effect.sets |= RulerEffect::kLemma;
      effect.lemma = static_cast<std::uint16_t>(lemmas.size());
      lemmas.emplace_back(value.text());
    } else {
      return std::nullopt;
    }
  }
  return effect;
}

/// The tables of english/ruler.h, as they grow.
struct Tables {
  std::vector<std::string> words;  // sorted
  std::vector<RulerCondition> conditions;
  std::vector<RulerAlternative> alternatives;
  std::vector<std::uint64_t> word_sets;

  [[nodiscard]] std::size_t classes() const { return kFirstNamedWord + words.size(); }

  [[nodiscard]] bool holds(const Condition& condition, std::size_t word_class) const {
    if (condition.is_space && *condition.is_space != (word_class == kWhiteSpace)) return false;
    return !condition.words || (word_class >= kFirstNamedWord && condition.words->contains(words[word_class - kFirstNamedWord]));
  }

  std::uint64_t word_set(const Condition& condition) {
    const std::size_t size = english::word_set_size(classes());
    std::vector<std::uint64_t> set(size);
    for (std::size_t c = 0; c < classes(); ++c) {
      if (holds(condition, c)) set[c / 64] |= std::uint64_t{1} << (c % 64);
    }
    for (std::size_t at = 0; at < word_sets.size(); at += size) {
      if (std::equal(set.begin(), set.end(), word_sets.begin() + static_cast<std::ptrdiff_t>(at))) return at / size;
    }
    word_sets.insert(word_sets.end(), set.begin(), set.end());
    return word_sets.size() / size - 1;
  }

  void add(const Alternative& alternative) {
    alternatives.push_back({.first_condition = static_cast<std::uint16_t>(conditions.size()),
                            .conditions = static_cast<std::uint8_t>(alternative.conditions.size()),
                            .target = static_cast<std::uint8_t>(alternative.target),
                            .effect = static_cast<std::uint16_t>(alternative.rule)});
    for (const Condition& c : alternative.conditions) conditions.push_back({c.tags, c.labels, word_set(c)});
  }
};

/// For each (tag, class) the alternatives whose target may be such a token; equal lists are kept once.
void add_lists(english::ModelWriter& writer, const Tables& tables, const std::vector<Alternative>& alternatives) {
  std::map<std::vector<std::uint16_t>, std::uint16_t> numbers;
  std::vector<std::uint16_t> list_of;
  std::vector<std::uint32_t> lists_at{0};
  std::vector<std::uint16_t> lists;
  for (std::size_t tag = 0; tag < kTags; ++tag) {
    for (std::size_t word_class = 0; word_class < tables.classes(); ++word_class) {
      std::vector<std::uint16_t> list;
      for (std::size_t a = 0; a < alternatives.size(); ++a) {
        const Condition& target = alternatives[a].conditions[alternatives[a].target];
        if ((target.tags >> tag & 1U) != 0 && tables.holds(target, word_class)) list.push_back(static_cast<std::uint16_t>(a));
      }
      const auto [number, fresh] = numbers.emplace(list, static_cast<std::uint16_t>(numbers.size()));
      if (fresh) {
        lists.insert(lists.end(), list.begin(), list.end());
        lists_at.push_back(static_cast<std::uint32_t>(lists.size()));
      }
      list_of.push_back(number->second);
    }
  }
  writer.add("ruler/list_of", list_of);
  writer.add("ruler/lists_at", lists_at);
  writer.add("ruler/lists", lists);
}

}  // namespace

Status convert_ruler(const std::filesystem::path& folder, english::ModelWriter& writer, Morphologies& morphologies) {
  const std::filesystem::path file = folder / "attribute_ruler/patterns";
  const Result<Document> document = Document::read(file);
  if (!document) return document.error();
  const Value rules = document->root();
  std::vector<Alternative> alternatives;
  std::vector<RulerEffect> effects;
  std::vector<std::string> lemmas;
  Words words;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const auto of_rule = read_alternatives(rules[r], r);
    const auto effect = read_effect(rules[r]["attrs"], morphologies, lemmas);
    if (!of_rule || !effect)
      return Error{file.string() + ": rule " + std::to_string(r) + " asks or sets what this program does not know"};
    effects.push_back(*effect);
    for (const Alternative& alternative : *of_rule) {
      alternatives.push_back(alternative);
      for (const Condition& c : alternative.conditions) {
        if (c.words) words.insert(c.words->begin(), c.words->end());
      }
    }
  }
  if (alternatives.empty() || morphologies.list().size() > 256)
    return Error{file.string() + ": no rules, or too many kinds of features"};
  if (words.contains("") ||
      std::ranges::any_of(words, [](const std::string& w) { return w.find_first_of(" \t\n\r\f\v") != std::string::npos; })) {
    return Error{file.string() + ": a rule names white space as a word"};
  }
  Tables tables{{words.begin(), words.end()}, {}, {}, {}};
  for (const Alternative& alternative : alternatives) tables.add(alternative);
  english::add_strings(writer, "ruler/words", tables.words);
  english::add_strings(writer, "ruler/lemmas", lemmas);
  writer.add("ruler/conditions", tables.conditions);
  writer.add("ruler/alternatives", tables.alternatives);
  writer.add("ruler/effects", effects);
  writer.add("ruler/word_sets", tables.word_sets);
  add_lists(writer, tables, alternatives);
  return Done{};
}

}  // namespace tetrapla::convert
