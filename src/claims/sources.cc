// Clauses first, in text order; then names, since "he" and "the official" are asked for in the order in which a reader meets them,
// those of quotations among them.
#include "claims/sources.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "claims/quotations_lexicon.h"
#include "claims/quotations_phrases.h"
#include "claims/quotations_scene.h"
#include "claims/quotations_speakers.h"
#include "claims/sources_clauses.h"
#include "text/reading.h"

namespace tetrapla::claims {
namespace {

using language::TokenRange;
using quotations::kNone;
using quotations::ReportingClause;
using quotations::Scene;
using quotations::WordClass;

constexpr std::uint32_t kSentencesBack = 2;  // for "it said": what stood before this has other bearers

TokenRange tokens_of(const language::Annotation& annotation, Span span) {
  const auto& tokens = annotation.tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const auto& t, std::uint32_t at) { return t.span.begin < at; });
  const auto last =
      std::lower_bound(first, tokens.end(), span.end, [](const auto& t, std::uint32_t at) { return t.span.begin < at; });
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

class Namer {
 public:
  explicit Namer(const Scene& scene) : scene_(scene), speakers_(scene) {}

  std::string name(TokenRange source) {
    if (source.size() == 1 && quotations::pronoun(scene_, source.begin)) {
      const bool of_body = scene_.is(source.begin, WordClass::kNeuter) || scene_.is(source.begin, WordClass::kPlural);
      if (of_body) return scene_.token(source.begin).sentence - body_sentence_ <= kSentencesBack ? body_ : std::string();
      std::string bearer = speakers_.name(source);
      // Still a pronoun: nobody.
      return bearer == scene_.annotation().text_of(scene_.token(source.begin)) ? std::string() : bearer;
    }
    std::string name = speakers_.name(source);
    if (std::string body = body_of(source); !body.empty()) {
      bodies_.try_emplace(name, body);
      name = std::move(body);
    } else if (const auto known = bodies_.find(name); known != bodies_.end()) {
      name = known->second;
    }
    if (is_description(source, name)) name = described(source, std::move(name));
    const std::uint32_t entity = scene_.entity_of(source.end - 1);
    const bool person = entity != kNone && scene_.annotation().entities[entity].label == "PERSON";
    if (!person) {
      body_ = name;
      body_sentence_ = scene_.token(source.begin).sentence;
    }
    return name;
  }

  /// For what it tells about those who come after.
  void meet(TokenRange source) { static_cast<void>(speakers_.name(source)); }

 private:
  [[nodiscard]] bool is_description(TokenRange source, const std::string& name) const {
    const auto& annotation = scene_.annotation();
    return name == text::plain(annotation.text(), annotation.span_of(source), annotation.report->excluded);
  }

  [[nodiscard]] const language::Entity* body_at(std::uint32_t k) const {
    const std::uint32_t number = scene_.entity_of(k);
    if (number == kNone) return nullptr;
    const language::Entity& entity = scene_.annotation().entities[number];
    return entity.label == "ORG" ? &entity : nullptr;
  }

  /// "scooter maker Voltara" is Voltara; "the company" is the one body that its sentence has named before.
  [[nodiscard]] std::string body_of(TokenRange source) const {
    if (const language::Entity* last = body_at(source.end - 1); last != nullptr && last->tokens.begin > source.begin) {
      for (std::uint32_t k = source.begin; k < last->tokens.begin; ++k) {
        if (scene_.is(k, WordClass::kOf) || scene_.entity_of(k) != kNone) return {};
      }
      return last->name;
    }
    if (scene_.lower(source.begin) != "the" || source.size() > 3 || !scene_.is(source.end - 1, WordClass::kBody)) return {};
    std::string only;
    for (std::uint32_t k = scene_.sentence(source.begin).tokens.begin; k < source.begin; ++k) {
      const language::Entity* entity = body_at(k);
      if (entity == nullptr) continue;
      if (!only.empty() && only != entity->name) return {};
      only = entity->name;
    }
    return only;
  }

  /// "The ministry" → "the ministry", "Rescuers" → "rescuers", "its manifest" → "the manifest".
  [[nodiscard]] std::string described(TokenRange source, std::string name) const {
    const std::string_view first = scene_.lower(source.begin);
    if (first == "its" || first == "their") {
      const std::size_t rest = name.find(' ');
      if (rest != std::string::npos) name = "the" + name.substr(rest);
      return name;
    }
    const bool begins = source.begin == scene_.sentence(source.begin).tokens.begin;
    const bool common = scene_.is(source.begin, WordClass::kDeterminer) || scene_.is(source.begin, WordClass::kTeller) ||
                        scene_.is(source.begin, WordClass::kRole);
    const bool proper = scene_.entity_of(source.begin) != kNone || (source.size() > 1 && scene_.is_capital(source.begin + 1) &&
                                                                    !scene_.is(source.begin, WordClass::kDeterminer));
    if (begins && common && !proper && !name.empty() && name[0] >= 'A' && name[0] <= 'Z')
      name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
  }

  const Scene& scene_;
  quotations::Speakers speakers_;
  std::map<std::string, std::string> bodies_;  ///< "the company", where a sentence told which
  std::string body_;                           ///< the last source that is no person
  std::uint32_t body_sentence_ = 0;
};

}  // namespace

std::vector<SentenceSource> find_sources(const language::Annotation& annotation, const std::vector<Quotation>& quotations) {
  const quotations::Lexicon lexicon;
  const Scene scene(annotation, lexicon);
  std::vector<TokenRange> quoted;
  for (const Quotation& quotation : quotations) {
    for (const Span& source : quotation.source) quoted.push_back(tokens_of(annotation, source));
  }
  std::stable_sort(quoted.begin(), quoted.end(), [](TokenRange a, TokenRange b) { return a.begin < b.begin; });
  Namer namer(scene);
  auto next = quoted.begin();
  std::vector<SentenceSource> result;
  for (std::uint32_t number = 0; number < annotation.sentences.size(); ++number) {
    for (const ReportingClause& found : quotations::reporting_clauses(scene, number)) {
      for (; next != quoted.end() && next->begin < found.source.begin; ++next) {
        if (next->size() > 0) namer.meet(*next);
      }
      std::string name = namer.name(found.source);
      if (name.empty()) continue;
      result.push_back({annotation.span_of(found.clause), annotation.span_of(found.source), annotation.span_of(found.cue),
                        std::move(name), std::string(found.act), number});
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const SentenceSource& a, const SentenceSource& b) { return a.clause < b.clause; });
  return result;
}

}  // namespace tetrapla::claims
