// Quotations of all reports → groups of units that give the same words.
//
// Quotations with the same words are one form. Forms that share a run of words are aligned. Where one report quotes in one piece what another
// quotes as two quotations of their own, both are cut there, so that each part is compared with its like:
//
//   R1  "We were told on Monday. Nobody came."            →  unit 1 | unit 2
//   R2  "We were told on Tuesday," he said. "Nobody came."   unit 1,  unit 2          →  two groups, of which the first differs
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "collate/inputs.h"
#include "collate/names.h"
#include "collate/quotations_words.h"

namespace tetrapla::collate {

/// A quotation with its words.
struct Quote {
  ReportIndex report = 0;
  std::uint32_t number = 0;  ///< in Claims::quotations
  std::vector<SpokenWord> words;
  std::vector<std::uint32_t> ids;       ///< of the words; the same in all reports
  std::vector<bool> starts;             ///< the word begins a sentence
  std::vector<std::uint32_t> piece;     ///< of Quotation::content, for each word
  std::optional<std::uint32_t> person;  ///< the speaker's entry in Names, where it is a person
  std::string speaker_key;  ///< equal for equal speakers: of a person, or of a description ("us official"); empty for none
};

/// Words [begin, end) of a quote.
struct Unit {
  std::uint32_t quote = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

struct QuoteGroups {
  std::vector<Quote> quotes;              ///< by report, then place
  std::vector<std::vector<Unit>> groups;  ///< units by quote, then place; groups by their first unit
  std::vector<std::string> vocabulary;    ///< of Quote::ids
};

/// All quotations by report, then place; the ids of their words are places in `vocabulary`, which it fills. Linear.
[[nodiscard]] std::vector<Quote> read_quotes(const Inputs& inputs, const Names& names, std::vector<std::string>& vocabulary);

/// Near-linear: candidates share a run of three words, at most kMaxSharing forms a run.
[[nodiscard]] QuoteGroups group_quotations(const Inputs& inputs, const Names& names);

/// The person a speaker is; none for a description.
[[nodiscard]] std::optional<std::uint32_t> person_of(const Names& names, ReportIndex report, const std::string& speaker);

/// Whether two speakers are certainly two persons.
[[nodiscard]] bool two_persons(const Names& names, std::optional<std::uint32_t> a, std::optional<std::uint32_t> b);

}  // namespace tetrapla::collate
