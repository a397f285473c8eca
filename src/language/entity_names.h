// One name for all mentions of one bearer among the model's entities.
#pragma once

#include <string>
#include <vector>

#include "tetrapla/language.h"

namespace tetrapla::language {

/// A name for each entity of the document, in their order: the same for all that name one person, organisation, place or thing in this
/// text, its fullest form there and without title, article, quotation marks or possessive ("Mr Ushakov's" → "Yuri Ushakov", "the Red Sox" →
/// "Boston Red Sox", "OSCE" → what the text says it stands for). What has another usual name gets that wherever it stands ("U.S.", "America" →
/// "United States": known_aliases.h). A people is not its country: "Afghans" → "Afghan", and country_of tells the country. Dates and
/// numbers keep their own text, white space collapsed. Where two could be meant, the mention keeps its own text.
/// Never empty. Near-linear in the document.
///
///   const auto names = name_entities(document);
///   for (std::size_t i = 0; i < names.size(); ++i) use(document.entities[i], names[i]);
[[nodiscard]] std::vector<std::string> name_entities(const EnglishDocument& document);

}  // namespace tetrapla::language
