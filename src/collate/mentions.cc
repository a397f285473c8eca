#include "collate/mentions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/table.h"
#include "claims/time_values.h"
#include "claims/tree.h"
#include "collate/clock.h"
#include "collate/data/counted.h"
#include "collate/data/predicates.h"
#include "text/words.h"

namespace tetrapla::collate {
namespace {

using language::Annotation;
using language::Token;
using language::TokenKind;
using language::TokenRange;

struct Vocabulary {
  std::vector<Predicate> predicates;
  std::map<std::string, std::uint32_t, std::less<>> predicate_of;  // stem → index
  std::map<std::string, std::string, std::less<>> group_of;        // noun → group
  std::set<std::string, std::less<>> people;                       // nouns that count people
};

Vocabulary read_vocabulary() {
  Vocabulary result;
  for (const auto& row : base::rows_of(data::predicates())) {
    if (row.size() != 5) continue;
    const auto index = static_cast<std::uint32_t>(result.predicates.size());
    result.predicates.push_back({std::string(row[0]), row[1].empty() ? 1 : row[1][0] - '0',
                                 row[2] == "up"     ? Running::kUp
                                 : row[2] == "down" ? Running::kDown
                                                    : Running::kNo,
                                 std::string(row[3])});
    for (const auto stem : base::split(row[4], ' ')) result.predicate_of.emplace(stem, index);
  }
  for (const auto& row : base::rows_of(data::counted())) {
    if (row.size() != 2) continue;
    for (const auto noun : base::split(row[1], ' ')) {
      if (row[0] == "*people" || row[0] == "person") result.people.emplace(noun);
      if (row[0] != "*people") result.group_of.emplace(noun, row[0]);
    }
  }
  return result;
}

/// One word in `near` is within four tokens: the phrase a number stands in; "far" words are in the same sentence only.
float nearness_of(std::uint32_t distance) {
  if (distance <= 4) return 1.0F;
  if (distance <= 9) return 0.7F;
  return 0.4F;
}

constexpr std::uint32_t kPathSteps = 8;  // up the tree from a word to the noun it is said of

std::uint32_t distance_to(std::uint32_t token, TokenRange range) {
  if (token < range.begin) return range.begin - token;
  return token >= range.end ? token - range.end + 1 : 0;
}

/// Whether a word tells of a deed of those counted: "two men accused of killing her" are not dead, nor are "five gunmen who killed her".
/// `counted`: the node of the noun, or of the number where there is none.
bool is_deed_of(const claims::Tree& tree, std::uint32_t counted, std::uint32_t word) {
  static constexpr std::array<std::string_view, 12> kBlame = {"accuse", "charge", "convict", "suspect",  "indict", "arrest",
                                                              "try",    "acquit", "jail",    "sentence", "detain", "clear"};
  const auto subject = tree.child(word, {Dep::kNsubj});
  const auto object = tree.child(word, {Dep::kDobj});
  if (subject && object && tree[word].pos == Pos::kVerb && *object != counted) {
    const bool relative = tree[word].dep == Dep::kRelcl && tree[*subject].pos == Pos::kPron && tree.head(word) == counted;
    if (*subject == counted || relative) return true;
  }
  bool blamed = false;
  std::uint32_t node = word;
  for (std::uint32_t steps = 0; steps < kPathSteps && !tree.is_root(node); ++steps) {
    node = tree.head(node);
    if (node == counted) return blamed;
    blamed = blamed || std::find(kBlame.begin(), kBlame.end(), tree.lemma(node)) != kBlame.end();
  }
  return false;
}

bool ends_clause(const Token& token) {
  return token.lower == "," || token.lower == ";" || token.lower == ":" || token.lower == "and" || token.lower == "but";
}

class Reader {
 public:
  Reader(const Inputs& inputs, const Names& names) : inputs_(inputs), names_(names), vocabulary_(read_vocabulary()) {}

  Mentions read() {
    Mentions result;
    for (ReportIndex report = 0; report < inputs_.reports.size(); ++report) read_report(report, result.all);
    result.predicates = vocabulary_.predicates;
    weigh(result);
    return result;
  }

 private:
  void read_report(ReportIndex report, std::vector<Mention>& out) {
    const Annotation& annotation = inputs_.annotations[report];
    const claims::Claims& claims = inputs_.claims[report];
    const std::string published = day_of(inputs_.reports[report], claims);
    std::vector<bool> numbers(annotation.tokens.size());
    for (const auto& quantity : claims.quantities) mark(numbers, quantity.tokens);
    // Numbers, dates and names are compared for what they are, not as words.
    std::vector<bool> apart = numbers;
    for (const auto& time : claims.times) mark(apart, time.tokens);
    for (const auto& entity : annotation.entities) mark(apart, entity.tokens);
    for (std::uint32_t k = 0; k < claims.quantities.size(); ++k) {
      const auto& quantity = claims.quantities[k];
      if (!quantity.low && !quantity.high) continue;
      Mention mention;
      mention.report = report;
      mention.quantity = k;
      mention.line = inputs_.lines.line_of[report];
      const auto& title = inputs_.reports[report].title_span;
      mention.in_title = title && title->contains(quantity.span);
      mention.sentence = quantity.sentence;
      mention.measure = units_.measure(quantity);
      const TokenRange sentence = annotation.sentences[quantity.sentence].tokens;
      read_counted(quantity, mention);
      read_context(annotation, quantity, sentence, apart, mention);
      read_predicate(annotation, quantity, sentence, numbers, mention);
      read_names(report, quantity, sentence, mention);
      read_times(inputs_.reports[report], claims, quantity, mention);
      mention.part = is_part(annotation, quantity, sentence);
      mention.published = published;
      if (is_small_talk(mention)) continue;
      out.push_back(std::move(mention));
    }
  }

  /// "in one night", "one party": a one that counts nobody hurt or lost is no figure that a reader would check.
  [[nodiscard]] bool is_small_talk(const Mention& mention) const {
    const bool one = mention.measure.unit.empty() && mention.measure.bound == Bound::kExact && mention.measure.low == 1.0 &&
                     mention.measure.high == 1.0;
    return one && !(mention.predicate && vocabulary_.predicates[*mention.predicate].weight >= 2);
  }

  static void mark(std::vector<bool>& flags, TokenRange range) {
    for (std::uint32_t t = range.begin; t < range.end && t < flags.size(); ++t) flags[t] = true;
  }

  void read_counted(const claims::Quantity& quantity, Mention& mention) const {
    if (quantity.counted.empty()) return;
    mention.counted = quantity.counted;
    if (const auto at = vocabulary_.group_of.find(quantity.counted); at != vocabulary_.group_of.end())
      mention.counted_group = at->second;
    mention.counts_people = vocabulary_.people.contains(quantity.counted);
  }

  std::uint32_t id_of(const std::string& stem) {
    const auto [at, fresh] = stem_ids_.emplace(stem, static_cast<std::uint32_t>(stem_words_.size()));
    if (fresh) stem_words_.push_back(stem);
    return at->second;
  }

  void read_context(const Annotation& annotation, const claims::Quantity& quantity, TokenRange sentence,
                    const std::vector<bool>& apart, Mention& mention) {
    std::map<std::uint32_t, float> found;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const Token& token = annotation.tokens[t];
      if (apart[t] || token.kind != TokenKind::kWord || token.lower.size() < 2) continue;
      const float bits = rarity_.bits(text::key_of(text::fold(token.lower)));
      if (bits < kContentBits) continue;
      const std::uint32_t stem = id_of(stemmer_(token.lower));
      if (stem_bits_.size() <= stem) stem_bits_.resize(stem + 1, 0);
      stem_bits_[stem] = bits;
      float& nearness = found[stem];
      nearness = std::max(nearness, nearness_of(distance_to(t, quantity.tokens)));
    }
    for (const auto& [stem, nearness] : found) mention.context.push_back({stem, nearness});
  }

  /// The class that the number's own phrase names: the counted noun, the concept, else the nearest such word in its clause with no other
  /// number between.
  void read_predicate(const Annotation& annotation, const claims::Quantity& quantity, TokenRange sentence,
                      const std::vector<bool>& numbers, Mention& mention) const {
    const auto class_of = [&](const std::string& stem) -> std::optional<std::uint32_t> {
      const auto at = vocabulary_.predicate_of.find(stem);
      return at == vocabulary_.predicate_of.end() ? std::nullopt : std::optional(at->second);
    };
    const auto class_at = [&](std::uint32_t t) {
      const std::string stem = stemmer_(annotation.tokens[t].lower);
      for (std::uint32_t k = t; k > sentence.begin && t - k < kNegationReach; --k) {
        const std::string& before = annotation.tokens[k - 1].lower;
        if (before == "not" || before == "no" || before == "n't") {
          if (const auto negated = class_of("!" + stem)) return negated;
        }
      }
      return class_of(stem);
    };
    const claims::Tree tree(annotation);
    const std::uint32_t thing = token_at(annotation, quantity.counted_span).value_or(quantity.tokens.end - 1);
    const auto is_deed = [&](std::uint32_t t) {
      const auto counted = tree.node(thing);
      const auto word = tree.node(t);
      return counted && word && is_deed_of(tree, *counted, *word);
    };
    if (!quantity.counted.empty()) mention.predicate = class_of(stemmer_(quantity.counted));
    if (mention.predicate) return;
    std::uint32_t best = kPredicateReach + 1;
    for (const int step : {1, -1}) {
      for (auto t = static_cast<std::int64_t>(step > 0 ? quantity.tokens.end : quantity.tokens.begin) + (step > 0 ? 0 : -1);
           t >= sentence.begin && t < sentence.end; t += step) {
        const auto index = static_cast<std::uint32_t>(t);
        const std::uint32_t distance = distance_to(index, quantity.tokens);
        if (distance >= best || numbers[index] || ends_clause(annotation.tokens[index])) break;
        if (const auto found = class_at(index); found && !is_deed(index)) {
          mention.predicate = found;
          best = distance;
          break;
        }
      }
    }
  }

  /// The token that begins a span; none for an empty one.
  static std::optional<std::uint32_t> token_at(const Annotation& annotation, Span span) {
    if (span.empty()) return std::nullopt;
    const auto token = std::lower_bound(annotation.tokens.begin(), annotation.tokens.end(), span.begin,
                                        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    if (token == annotation.tokens.end()) return std::nullopt;
    return static_cast<std::uint32_t>(token - annotation.tokens.begin());
  }

  void read_names(ReportIndex report, const claims::Quantity& quantity, TokenRange sentence, Mention& mention) const {
    const Annotation& annotation = inputs_.annotations[report];
    const auto first = std::lower_bound(annotation.entities.begin(), annotation.entities.end(), sentence.begin,
                                        [](const language::Entity& e, std::uint32_t token) { return e.tokens.end <= token; });
    const auto bracket = bracket_before(annotation, quantity, sentence);
    std::uint32_t nearest = kBearerReach + 1;
    for (auto entity = first; entity != annotation.entities.end() && entity->tokens.begin < sentence.end; ++entity) {
      const auto entry = names_.find(report, entity->name);
      if (!entry) continue;
      mention.names.push_back(*entry);
      if (bracket && entity->tokens.end == *bracket) mention.owner = *entry;
      if (quantity.unit != "year of age" || entity->label != "PERSON") continue;
      const std::uint32_t distance = entity->tokens.end <= quantity.tokens.begin ? quantity.tokens.begin - entity->tokens.end
                                                                                 : entity->tokens.begin - quantity.tokens.end;
      if (distance < nearest) {
        nearest = distance;
        mention.bearer = *entry;
      }
    }
    std::sort(mention.names.begin(), mention.names.end());
    mention.names.erase(std::unique(mention.names.begin(), mention.names.end()), mention.names.end());
  }

  /// The opening bracket that the number stands in.
  static std::optional<std::uint32_t> bracket_before(const Annotation& annotation, const claims::Quantity& quantity,
                                                     TokenRange sentence) {
    for (std::uint32_t t = quantity.tokens.begin; t-- > sentence.begin;) {
      if (annotation.tokens[t].lower == ")") return std::nullopt;
      if (annotation.tokens[t].lower == "(") return t;
    }
    return std::nullopt;
  }

  /// The dates that a figure must share with its like: for what happened to people all of its sentence, for other figures those close by (a sum
  /// paid now may settle what happened in 2008). And the one it holds at: the nearest; of a running count the latest, since what happened comes before
  /// what was counted ("raising the toll of Friday's sinking to 14, the ministry said on Saturday").
  void read_times(const Report& report, const claims::Claims& claims, const claims::Quantity& quantity, Mention& mention) const {
    const bool running = mention.predicate && vocabulary_.predicates[*mention.predicate].running != Running::kNo;
    std::uint32_t nearest = ~0U;
    for (const auto& time : claims.times) {
      if (time.sentence != quantity.sentence || claims::point_in_time(time.value).empty() || stands_in_dateline(report, time.span))
        continue;
      if (time.type != claims::TimeType::kDate && time.type != claims::TimeType::kTime) continue;
      const std::uint32_t distance = time.tokens.end <= quantity.tokens.begin
                                         ? quantity.tokens.begin - time.tokens.end
                                         : time.tokens.begin - std::min(time.tokens.begin, quantity.tokens.end);
      if (running || distance <= kTimeReach) mention.times.push_back(time.value);
      if (running ? by_the_clock(time.value) > by_the_clock(mention.clause_time) : distance < nearest) {
        nearest = distance;
        mention.clause_time = time.value;
      }
    }
    std::sort(mention.times.begin(), mention.times.end());
  }

  /// "15 of them", "6 of 80", "12 of the 40", "including two children"; but not "48,000 of its models".
  static bool is_part(const Annotation& annotation, const claims::Quantity& quantity, TokenRange sentence) {
    if (!quantity.unit.empty()) return false;
    const auto lower = [&](std::uint32_t t) {
      return t < sentence.end ? std::string_view(annotation.tokens[t].lower) : std::string_view();
    };
    const auto is_number = [&](std::uint32_t t) { return t < sentence.end && annotation.tokens[t].kind == TokenKind::kNumber; };
    const std::uint32_t next = quantity.tokens.end;
    if (lower(next) == "of") {
      const std::string_view whole = lower(next + 1);
      if (whole == "them" || whole == "those" || whole == "these" || whole == "whom" || whole == "which" || is_number(next + 1))
        return true;
      if (whole == "the" && is_number(next + 2)) return true;
    }
    if (quantity.tokens.begin == sentence.begin) return false;
    const std::string_view before = lower(quantity.tokens.begin - 1);
    return before == "including" || before == "among";
  }

  /// A stem weighs its rarity in news, divided among the lines that use it: what the whole story talks about tells no two figures apart.
  void weigh(Mentions& mentions) const {
    std::vector<std::set<LineIndex>> lines(stem_words_.size());
    for (const Mention& mention : mentions.all) {
      for (const ContextStem& context : mention.context) lines[context.stem].insert(mention.line);
    }
    mentions.stem_weight.resize(stem_words_.size());
    for (std::size_t stem = 0; stem < stem_words_.size(); ++stem) {
      const double others = lines[stem].empty() ? 0 : static_cast<double>(lines[stem].size() - 1);
      mentions.stem_weight[stem] = static_cast<double>(stem_bits_[stem]) / (1 + 0.35 * others);
    }
  }

  static constexpr float kContentBits = 3.0F;          // a word in more than one report of eight tells nothing
  static constexpr std::uint32_t kPredicateReach = 9;  // tokens: "Seventeen people are now known to have died"
  static constexpr std::uint32_t kNegationReach = 3;   // tokens: "have not yet been found"
  static constexpr std::uint32_t kTimeReach = 8;       // tokens
  static constexpr std::uint32_t kBearerReach = 3;     // "Aigul Satova, 34": a comma between

  const Inputs& inputs_;
  const Names& names_;
  Vocabulary vocabulary_;
  Units units_;
  Stemmer stemmer_;
  const text::Rarity& rarity_ = text::Rarity::in_news();
  std::map<std::string, std::uint32_t> stem_ids_;
  std::vector<std::string> stem_words_;
  std::vector<float> stem_bits_;
};

}  // namespace

Mentions find_mentions(const Inputs& inputs, const Names& names) { return Reader(inputs, names).read(); }

}  // namespace tetrapla::collate
