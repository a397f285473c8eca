#include "reuse/texts.h"

#include <algorithm>

#include "text/quote_marks.h"
#include "text/reading.h"
#include "text/sentences.h"

namespace tetrapla::reuse {
namespace {

// Shorter quoted runs are titles, names and scare quotes: a reporter's own choice, so they count as his words.
constexpr std::uint32_t kSpeechWords = 4;

constexpr float kMostQuoted = 0.75F;
constexpr std::size_t kQuotedFrom = 100;  // words; a shorter text may be one speech

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
  return hash * 0xFF51AFD7ED558CCDULL;
}

/// The words whose places lie in each of `spans` (sorted, disjoint), where there are any.
std::vector<WordRange> ranges_of(const std::vector<text::Word>& words, const std::vector<Span>& spans) {
  std::vector<WordRange> ranges;
  std::uint32_t at = 0;
  const auto count = static_cast<std::uint32_t>(words.size());
  for (const Span span : spans) {
    const std::uint32_t begin = at;
    while (at < count && words[at].span.begin < span.end) ++at;
    if (at > begin) ranges.push_back({begin, at});
  }
  if (at < count) ranges.push_back({at, count});
  return ranges;
}

void mark_quoted(std::vector<Token>& tokens, const std::vector<text::Word>& words, Span run) {
  auto at = std::lower_bound(words.begin(), words.end(), run.begin,
                             [](const text::Word& word, std::uint32_t begin) { return word.span.begin < begin; });
  const auto first = at - words.begin();
  while (at != words.end() && at->span.begin < run.end) ++at;
  const auto last = at - words.begin();
  if (last - first < kSpeechWords) return;
  for (auto k = first; k < last; ++k) tokens[static_cast<std::size_t>(k)].quoted = true;
}

/// Speech that runs over paragraphs without a mark at their beginnings, as some wires and transcripts have it: from an opening mark to the
/// next mark, where that closes. Only marks that say whether they open or close are taken.
std::vector<Span> speech_over_paragraphs(std::string_view text) {
  constexpr std::uint32_t kLongestSpeech = 1500;  // bytes; beyond, the opening mark was an error
  std::vector<Span> runs;
  std::uint32_t open = 0;
  bool is_open = false;
  for (std::uint32_t at = 0; at + 1 < text.size(); ++at) {
    const bool opens = text.substr(at, 2) == "``" || text.substr(at, 3) == "\u201C";
    const bool closes = text.substr(at, 2) == "''" || text.substr(at, 3) == "\u201D";
    if (opens) {
      open = at;
      is_open = true;
      ++at;
    } else if (closes) {
      if (is_open && at - open <= kLongestSpeech) runs.push_back({open, at});
      is_open = false;
      ++at;
    }
  }
  return runs;
}

}  // namespace

Text read_text(const Report& report, const text::Rarity& rarity) {
  const text::Reading reading(report);
  const std::vector<text::Word> words = text::find_words(reading.text());
  Text result;
  result.words.reserve(words.size());
  result.places.reserve(words.size());
  for (const text::Word& word : words) {
    result.words.push_back({word.key, word.stem, rarity.bits(word.key), 0, false, false, word.numeral, word.capital});
    result.places.push_back(reading.to_source(word.span));
  }
  result.paragraphs = ranges_of(words, reading.paragraphs());
  result.sentences = ranges_of(words, text::find_sentences(reading.text(), reading.paragraphs()));
  for (std::uint32_t s = 0; s < result.sentences.size(); ++s) {
    for (std::uint32_t k = result.sentences[s].begin; k < result.sentences[s].end; ++k) result.words[k].sentence = s;
  }
  for (const text::QuotedRun& run : text::find_quoted_runs(reading.text(), reading.paragraphs())) {
    if (run.depth == 0) mark_quoted(result.words, words, run.inner);
  }
  for (const Span run : speech_over_paragraphs(reading.text())) mark_quoted(result.words, words, run);
  // A text that is nearly all quoted has a mark too few.
  const auto quoted = std::count_if(result.words.begin(), result.words.end(), [](const Token& token) { return token.quoted; });
  if (result.words.size() >= kQuotedFrom && static_cast<float>(quoted) > kMostQuoted * static_cast<float>(result.words.size())) {
    for (Token& token : result.words) token.quoted = false;
  }
  for (const Token& token : result.words) {
    result.hash = mix(result.hash, token.key * 4 + (token.quoted ? 2 : 0));
    result.hash = mix(result.hash, token.sentence);
  }
  for (const WordRange paragraph : result.paragraphs) result.hash = mix(result.hash, paragraph.begin);
  return result;
}

Span place_of(const Text& text, WordRange words) {
  if (words.size() == 0) return {};
  return {text.places[words.begin].begin, text.places[words.end - 1].end};
}

}  // namespace tetrapla::reuse
