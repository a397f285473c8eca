// Who a source is: from "he", "the official" and "its spokeswoman, Petra Lindqvist" to a name as the report knows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/quotations_scene.h"
#include "language/referents.h"

namespace tetrapla::claims::quotations {

/// Sources are asked for in text order; each answer may be what a later "he" or "the official" stands for.
class Speakers {
 public:
  explicit Speakers(const Scene& scene)
      : scene_(scene), referents_(scene.annotation().document, language::named_entities(scene.annotation())) {}

  /// The full name, else the words of the source; the words themselves where a pronoun or a role has no one bearer in sight.
  /// `said` is what the source said and `act` how ("answered"): whom the quotation itself names is not the "he" who says it.
  [[nodiscard]] std::string name(language::TokenRange source, language::TokenRange said = {}, std::string_view act = {});

 private:
  struct Known {
    std::string name;
    std::vector<std::string> words;  ///< of the source, lower case, without its determiner
    std::uint32_t token = 0;
    char gender = 0;
    bool person = false;
  };

  [[nodiscard]] std::string words_of(language::TokenRange source) const;
  [[nodiscard]] std::string of_pronoun(std::uint32_t token, char gender, language::TokenRange said) const;
  [[nodiscard]] std::string of_tree(std::uint32_t token, language::TokenRange said) const;
  [[nodiscard]] std::string addressee(std::uint32_t token, char gender) const;
  [[nodiscard]] bool named_in(std::string_view name, language::TokenRange said) const;
  [[nodiscard]] bool spoken_of(const language::Entity& entity, char gender) const;
  [[nodiscard]] bool subject_of_its_sentence(const language::Entity& entity) const;
  [[nodiscard]] std::string of_body(std::uint32_t token) const;
  [[nodiscard]] std::string of_role(language::TokenRange source) const;
  [[nodiscard]] std::string of_full_role(language::TokenRange source) const;
  [[nodiscard]] char gender_of(std::uint32_t entity) const;

  const Scene& scene_;
  language::Referents referents_;
  std::vector<Known> known_;
};

}  // namespace tetrapla::claims::quotations
