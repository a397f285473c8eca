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
  int thing = 0;    ///< "an Oscar": what there may be many of
  int article = 0;  ///< "the Maidan": part of `organisation`, yet a weak hint
};

/// Adds what stands around one mention.
void add_company(const Annotation& annotation, const Mention& mention, Company& company);

/// Whether a label that `label_of` gave rests on more than that the word has a capital letter, and perhaps "the" before it.
[[nodiscard]] bool is_told(const Company& company, std::string_view key, std::string_view label);

/// The label that follows, or empty where the word is rather no name: `common` says that dictionaries have it in lower case.
[[nodiscard]] std::string label_of(const Company& company, std::string_view key, std::uint32_t capitals, bool common);

}  // namespace tetrapla::language
