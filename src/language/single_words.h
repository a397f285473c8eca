// What a single capitalised word names, by the company it keeps in the whole report.
#pragma once

#include <string>
#include <vector>

#include "language/annotation.h"
#include "language/mentions.h"
#include "language/words_seen.h"

namespace tetrapla::language {

/// For all mentions of one word in a report: how often what stands around speaks for a place, a person, an organisation,
/// a ship or another thing with a name.
struct Company {
  int place = 0;
  int person = 0;
  int organisation = 0;
  int vessel = 0;
};

/// Adds what stands around one mention.
void add_company(const Annotation& annotation, const Mention& mention, Company& company);

/// The label that follows, or empty where the word is rather no name: `common` says that dictionaries have it in lower case.
[[nodiscard]] std::string label_of(const Company& company, std::string_view key, std::uint32_t capitals, bool common);

}  // namespace tetrapla::language
