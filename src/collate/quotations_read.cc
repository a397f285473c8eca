// Quotations as claims found them → their words, numbered alike in all reports, and who says them.
#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "collate/quotations_forms.h"

namespace tetrapla::collate {
namespace {

using language::Annotation;
using language::Token;
using language::TokenRange;

TokenRange tokens_in(const Annotation& annotation, Span span) {
  const auto& tokens = annotation.tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  const auto last =
      std::lower_bound(first, tokens.end(), span.end, [](const Token& t, std::uint32_t at) { return t.span.end <= at; });
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

/// "One US official", "a U.S. official": "us official".
std::string description_key(std::string_view words) {
  std::string key;
  std::string word;
  const auto put = [&] {
    if (!word.empty() && word != "a" && word != "an" && word != "the" && word != "one" && word != "another")
      key += (key.empty() ? "" : " ") + word;
    word.clear();
  };
  for (const char c : words) {
    if (c == ' ') {
      put();
    } else if (c != '.' && c != ',') {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  put();
  static constexpr std::string_view kPronouns[] = {"he", "she", "they", "it", "i", "we", "you", "who"};
  return std::find(std::begin(kPronouns), std::end(kPronouns), key) != std::end(kPronouns) ? std::string() : key;
}

std::set<std::string_view> words_of(std::string_view name) {
  std::set<std::string_view> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) words.insert(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

std::vector<Quote> read_quotes(const Inputs& inputs, const Names& names, std::vector<std::string>& vocabulary) {
  std::vector<Quote> quotes;
  std::unordered_map<std::string, std::uint32_t> ids;
  for (ReportIndex report = 0; report < inputs.reports.size(); ++report) {
    const Annotation& annotation = inputs.annotations[report];
    const auto& found = inputs.claims[report].quotations;
    for (std::uint32_t number = 0; number < found.size(); ++number) {
      Quote quote;
      quote.report = report;
      quote.number = number;
      for (std::uint32_t piece = 0; piece < found[number].content.size(); ++piece) {
        const std::size_t first = quote.words.size();
        for (SpokenWord& word : spoken_words(annotation, tokens_in(annotation, found[number].content[piece]))) {
          quote.piece.push_back(piece);
          quote.words.push_back(std::move(word));
        }
        if (first > 0 && first < quote.words.size()) quote.words[first].gap_before = true;
      }
      if (quote.words.empty()) continue;
      for (std::size_t k = 0; k < quote.words.size(); ++k) {
        const auto [place, fresh] = ids.emplace(quote.words[k].text, static_cast<std::uint32_t>(vocabulary.size()));
        if (fresh) vocabulary.push_back(quote.words[k].text);
        quote.ids.push_back(place->second);
        const auto sentence_of = [&](std::size_t w) { return annotation.tokens[quote.words[w].tokens.begin].sentence; };
        quote.starts.push_back(k == 0 || sentence_of(k) != sentence_of(k - 1));
      }
      quote.person = person_of(names, report, found[number].speaker);
      quote.speaker_key = quote.person ? "#" + std::to_string(*quote.person) : description_key(found[number].speaker);
      quotes.push_back(std::move(quote));
    }
  }
  return quotes;
}

std::optional<std::uint32_t> person_of(const Names& names, ReportIndex report, const std::string& speaker) {
  if (speaker.empty()) return std::nullopt;
  const auto entry = names.find(report, speaker);
  if (!entry || names.entries()[*entry].label != "PERSON") return std::nullopt;
  return entry;
}

bool two_persons(const Names& names, std::optional<std::uint32_t> a, std::optional<std::uint32_t> b) {
  if (!a || !b || *a == *b) return false;
  // A surname may be a fuller name's: "Isaacs", "Boone Isaacs", "Cheryl Boone Isaacs".
  const auto x = words_of(names.entries()[*a].name);
  const auto y = words_of(names.entries()[*b].name);
  return !std::includes(x.begin(), x.end(), y.begin(), y.end()) && !std::includes(y.begin(), y.end(), x.begin(), x.end());
}

}  // namespace tetrapla::collate
