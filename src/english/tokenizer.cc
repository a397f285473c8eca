#include "english/tokenizer.h"

#include <algorithm>
#include <array>
#include <limits>

#include "english/lexemes_hash.h"
#include "english/tokenizer_cache.h"
#include "english/tokenizer_rules.h"
#include "english/unicode.h"

namespace tetrapla::english {
namespace {

/// What a character's first byte says of it.
enum class Lead : std::uint8_t { kWord, kSpace, kAsk };

constexpr std::array<Lead, 256> make_leads() {
  std::array<Lead, 256> leads{};
  for (const std::size_t c : {0x09U, 0x0AU, 0x0BU, 0x0CU, 0x0DU, 0x1CU, 0x1DU, 0x1EU, 0x1FU, 0x20U}) leads[c] = Lead::kSpace;
  for (const std::size_t c : {0xC2U, 0xE1U, 0xE2U, 0xE3U}) leads[c] = Lead::kAsk;  // U+0085, U+00A0, U+1680, U+2000 …, U+3000
  return leads;
}
constexpr std::array<Lead, 256> kLeads = make_leads();

bool space_at(std::string_view text, std::size_t at) {
  const Lead lead = kLeads[static_cast<unsigned char>(text[at])];
  return lead == Lead::kAsk ? is_space(decode(text, at).value) : lead == Lead::kSpace;
}

/// The end of the run of white space, or of other characters, that begins at `at`. A byte within a character counts as not white space.
std::size_t end_of_run(std::string_view text, std::size_t at, bool of_space) {
  while (at < text.size() && space_at(text, at) == of_space) at += of_space ? decode(text, at).bytes : 1;
  return at;
}

/// Offsets in a text whose stray bytes were replaced by U+FFFD → offsets in the text as it came.
void map_back(const std::vector<std::uint32_t>& places, std::vector<Piece>& pieces) {
  constexpr std::uint32_t kGrowth = 2;  // bytes: three for one
  std::size_t before = 0;               // replaced bytes in front of the offset at hand
  const auto mapped = [&](std::uint32_t offset) {
    while (before < places.size() && places[before] < offset) ++before;
    return offset - kGrowth * static_cast<std::uint32_t>(before);
  };
  for (Piece& piece : pieces) {
    const std::uint32_t begin = mapped(piece.span.begin);
    piece.span = {begin, mapped(piece.span.end)};
  }
}

/// Tokens that read like an exception cut by the affix rules.
struct Hit {
  std::size_t begin = 0;
  std::size_t count = 0;
  bool chosen = false;
};

}  // namespace

TokenizerRules::TokenizerRules(const ModelFile& file) : rules_(std::make_unique<Rules>(file)) {}
TokenizerRules::~TokenizerRules() = default;
TokenizerRules::TokenizerRules(TokenizerRules&&) noexcept = default;

std::string TokenizerRules::fault(const ModelFile& file) {
  for (const auto& part_fault : {Exceptions::fault, Affixes::fault, Lexemes::fault}) {
    if (std::string fault = part_fault(file); !fault.empty()) return fault;
  }
  return "";
}

struct Tokenizer::State {
  State(const TokenizerRules& tokenizer_rules, Lexemes& known_words) : rules(tokenizer_rules.rules()), lexemes(known_words) {}

  void cut(std::string_view text, Pieces& out);
  void first_pass(std::string_view text, std::vector<Piece>& out);
  void append_chunk(std::string_view text, Span span, std::vector<Piece>& out);
  std::span<const ChunkPiece> cut_new_chunk(std::string_view chunk, std::uint64_t hash);
  void second_pass(std::string_view text, Pieces& out);
  void find_hits(const std::vector<Piece>& in);
  void choose_hits(std::size_t tokens);
  void append_exception(std::size_t number, std::uint32_t begin);

  const TokenizerRules::Rules& rules;
  Lexemes& lexemes;
  ChunkCache cache;
  std::vector<CutExceptions::Word> words;  // by LexemeId
  // Kept from call to call for their memory alone.
  std::vector<Part> parts;
  std::vector<ChunkPiece> chunk_pieces;
  std::vector<Hit> hits;
  std::vector<bool> taken;
  std::vector<Piece> pieces;
};

void Tokenizer::State::cut(std::string_view text, Pieces& out) {
  out.pieces.clear();
  out.first_is_marked_start = true;
  first_pass(text, out.pieces);
  second_pass(text, out);
}

/// Runs of white space and of other characters alternate. One ' ' behind a run of others is no token but a flag of the token before it;
/// what is left of the white space is one token.
void Tokenizer::State::first_pass(std::string_view text, std::vector<Piece>& out) {
  for (std::size_t begin = 0; begin < text.size();) {
    const bool of_space = space_at(text, begin);
    const std::size_t end = end_of_run(text, begin, of_space);
    if (of_space && begin > 0 && text[begin] == ' ') {
      out.back().space_after = true;
      ++begin;
    }
    if (begin < end) append_chunk(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, out);
    begin = end;
  }
}

void Tokenizer::State::append_chunk(std::string_view text, Span span, std::vector<Piece>& out) {
  const std::string_view chunk = slice(text, span);
  const std::uint64_t hash = hash_of(chunk);
  std::span<const ChunkPiece> found = cache.find(chunk, hash);
  if (found.empty()) found = cut_new_chunk(chunk, hash);
  std::uint32_t at = span.begin;
  for (const ChunkPiece& piece : found) {
    out.push_back({{at, at + piece.bytes}, piece.lexeme, false});
    at += piece.bytes;
  }
}

std::span<const ChunkPiece> Tokenizer::State::cut_new_chunk(std::string_view chunk, std::uint64_t hash) {
  parts.clear();
  chunk_pieces.clear();
  cut_chunk(rules.exceptions, rules.affixes, chunk, parts);
  for (const Part& part : parts)
    chunk_pieces.push_back({lexemes.intern(part.text, part.norm), static_cast<std::uint32_t>(part.text.size())});
  while (words.size() < lexemes.size()) {
    words.push_back(rules.cut_exceptions.word(lexemes[static_cast<LexemeId>(words.size())].text));
  }
  cache.add(chunk, hash, chunk_pieces);
  return chunk_pieces;
}

/// Exceptions that the first pass has cut through: "ok:)" is cut into "ok" ":" ")", and the last two become ":)" again.
void Tokenizer::State::second_pass(std::string_view text, Pieces& out) {
  find_hits(out.pieces);
  if (hits.empty()) return;
  choose_hits(out.pieces.size());
  std::size_t copied = 0;
  pieces.clear();
  for (const Hit& hit : hits) {
    if (!hit.chosen) continue;
    const Piece& first = out.pieces[hit.begin];
    const Piece& last = out.pieces[hit.begin + hit.count - 1];
    const auto number = rules.exceptions.find(slice(text, hull(first.span, last.span)));
    if (!number) continue;  // white space stands between
    pieces.insert(pieces.end(), out.pieces.begin() + static_cast<std::ptrdiff_t>(copied),
                  out.pieces.begin() + static_cast<std::ptrdiff_t>(hit.begin));
    append_exception(*number, first.span.begin);
    pieces.back().space_after = last.space_after;
    copied = hit.begin + hit.count;
    if (hit.begin == 0) out.first_is_marked_start = false;
  }
  if (copied == 0) return;
  pieces.insert(pieces.end(), out.pieces.begin() + static_cast<std::ptrdiff_t>(copied), out.pieces.end());
  std::swap(pieces, out.pieces);
}

/// All token sequences of CutExceptions, whatever the spaces between; in order of their begin.
void Tokenizer::State::find_hits(const std::vector<Piece>& in) {
  const CutExceptions& sequences = rules.cut_exceptions;
  hits.clear();
  for (std::size_t begin = 0; begin < in.size(); ++begin) {
    if (!sequences.begins_some(words[in[begin].lexeme])) continue;
    CutExceptions::Node node = 0;
    for (std::size_t at = begin; at < in.size(); ++at) {
      node = sequences.next(node, words[in[at].lexeme]);
      if (node == CutExceptions::kNone) break;
      if (sequences.is_end(node)) hits.push_back({begin, at + 1 - begin});
    }
  }
}

/// Longest first, then leftmost; what overlaps a longer one at its ends is not chosen, but stands in the way of others all the same.
void Tokenizer::State::choose_hits(std::size_t tokens) {
  taken.assign(tokens, false);
  for (std::size_t count = rules.cut_exceptions.longest(); count > 0; --count) {
    for (Hit& hit : hits) {
      if (hit.count != count) continue;
      hit.chosen = !taken[hit.begin] && !taken[hit.begin + count - 1];
      std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(hit.begin), count, true);
    }
  }
}

void Tokenizer::State::append_exception(std::size_t number, std::uint32_t begin) {
  const TokenRange tokens = rules.exceptions.tokens(number);
  for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
    const std::string_view text = rules.exceptions.text(i);
    const std::uint32_t end = begin + static_cast<std::uint32_t>(text.size());
    pieces.push_back({{begin, end}, lexemes.intern(text, rules.exceptions.norm(i)), false});
    begin = end;
  }
}

Tokenizer::Tokenizer(const TokenizerRules& rules, Lexemes& lexemes) : state_(std::make_unique<State>(rules, lexemes)) {}
Tokenizer::~Tokenizer() = default;

void Tokenizer::cut(std::string_view text, Pieces& out) {
  constexpr std::size_t kMaxBytes =
      std::numeric_limits<std::uint32_t>::max() / 3;  // so that offsets fit when each byte becomes three
  text = text.substr(0, kMaxBytes);
  if (is_well_formed(text)) {
    state_->cut(text, out);
    return;
  }
  std::vector<std::uint32_t> places;
  state_->cut(to_well_formed(text, &places), out);
  map_back(places, out.pieces);
}

void Tokenizer::forget() {
  state_->cache.clear();
  state_->words.clear();
}

}  // namespace tetrapla::english
