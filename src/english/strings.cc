#include "english/strings.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>
#include <vector>

namespace tetrapla::english {
namespace {

/// Names whose ids are consecutive numbers.
struct SymbolRun {
  std::uint16_t first;
  std::string_view names;  // one blank between them
};

// The ids that spaCy reserves (its symbols.pyx), but for two long rows of numbered ones: see numbered_symbol.
constexpr SymbolRun kSymbolRuns[] = {
    {1,
     "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP "
     "IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY"},
    {64,
     "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START SPACY PROB LANG "
     "ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE"},
    {380,
     "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ORDINAL "
     "CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass dep det dobj expl "
     "hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod "
     "pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _"},
};

using Symbol = std::pair<std::string_view, std::uint64_t>;

std::vector<Symbol> make_symbols() {
  std::vector<Symbol> symbols;
  for (const SymbolRun& run : kSymbolRuns) {
    std::uint64_t id = run.first;
    for (std::size_t begin = 0; begin < run.names.size(); ++id) {
      const std::size_t end = std::min(run.names.find(' ', begin), run.names.size());
      symbols.emplace_back(run.names.substr(begin, end - begin), id);
      begin = end + 1;
    }
  }
  std::ranges::sort(symbols);
  return symbols;
}

/// `text` is `name` and `digits` digits, a number from first to last: that number; else 0.
std::uint64_t numbered(std::string_view text, std::string_view name, std::size_t digits, std::uint64_t first, std::uint64_t last) {
  if (text.size() != name.size() + digits || !text.starts_with(name)) return 0;
  std::uint64_t n = 0;
  for (const char c : text.substr(name.size())) {
    if (c < '0' || c > '9') return 0;
    n = n * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return n >= first && n <= last ? n : 0;
}

/// FLAG19 … FLAG63 are 19 … 63, DEPRECATED001 … DEPRECATED276 are 104 … 379.
std::uint64_t numbered_symbol(std::string_view text) {
  if (const std::uint64_t n = numbered(text, "FLAG", 2, 19, 63); n != 0) return n;
  const std::uint64_t n = numbered(text, "DEPRECATED", 3, 1, 276);
  return n != 0 ? n + 103 : 0;
}

std::uint64_t symbol_of(std::string_view text) {
  static const std::vector<Symbol> symbols = make_symbols();
  const auto found = std::ranges::lower_bound(symbols, text, {}, &Symbol::first);
  return found != symbols.end() && found->first == text ? found->second : numbered_symbol(text);
}

std::uint64_t read_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

/// Austin Appleby's MurmurHash64A with seed 1, for little-endian machines.
std::uint64_t murmur_hash_64a(std::string_view bytes) {
  constexpr std::uint64_t kM = 0xC6A4A7935BD1E995U;
  std::uint64_t h = 1U ^ (bytes.size() * kM);
  const std::size_t whole = bytes.size() / 8 * 8;
  for (std::size_t i = 0; i < whole; i += 8) {
    std::uint64_t k = read_word(bytes.data() + i) * kM;
    k = (k ^ (k >> 47U)) * kM;
    h = (h ^ k) * kM;
  }
  if (bytes.size() > whole) {
    std::uint64_t rest = 0;
    std::memcpy(&rest, bytes.data() + whole, bytes.size() - whole);
    h = (h ^ rest) * kM;
  }
  h = (h ^ (h >> 47U)) * kM;
  return h ^ (h >> 47U);
}

std::uint64_t final_mix(std::uint64_t h) {
  h = (h ^ (h >> 33U)) * 0xFF51AFD7ED558CCDU;
  h = (h ^ (h >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return h ^ (h >> 33U);
}

}  // namespace

std::uint64_t string_id(std::string_view text) {
  if (text.empty()) return 0;
  const std::uint64_t symbol = symbol_of(text);
  return symbol != 0 ? symbol : murmur_hash_64a(text);
}

std::array<std::uint32_t, 4> embedding_rows(std::uint64_t key, std::uint32_t seed, std::uint32_t rows) {
  std::uint64_t k = key * 0x87C37B91114253D5U;
  k = ((k << 31U) | (k >> 33U)) * 0x4CF5AD432745937FU;
  std::uint64_t h1 = seed ^ k ^ 8U;  // 8: the key's length in bytes
  std::uint64_t h2 = seed ^ 8U;
  h1 += h2;
  h2 += h1;
  h1 = final_mix(h1);
  h2 = final_mix(h2);
  h1 += h2;
  h2 += h1;
  const auto row = [rows](std::uint64_t word) { return static_cast<std::uint32_t>(word) % rows; };
  return {row(h1), row(h1 >> 32U), row(h2), row(h2 >> 32U)};
}

}  // namespace tetrapla::english
