// Runs the stages over a text, an enormous one in windows.
//
//   text      |---- segment ----|---- segment ----|        cut at white space, so that each word stays whole
//   pieces    |- window -|- window -|                      of a segment's tokens
//
// A window ends inside a sentence, mostly. So its last sentence is left to the next window, which begins one sentence earlier still: that
// one gives tok2vec its four tokens of context and the parser a start, and its own analysis is dropped. Where the two windows do not agree
// that a sentence starts at the seam, the later one is run again from the seam on, as if a text began there.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "english/parts.h"
#include "tetrapla/language.h"

namespace tetrapla {
namespace {

using english::Piece;
using english::Pieces;

constexpr std::size_t kSegmentBytes = 64U << 10U;    // 99.9 % of news reports are shorter: they are one segment and one window
constexpr std::size_t kWindowPieces = 24U << 10U;    // 18 MB of vectors
constexpr std::size_t kMaxLexemes = 48U << 10U;      // word types kept from one segment to the next,
constexpr std::size_t kMaxLexemeBytes = 16U << 20U;  // and the room they take: words may be as long as they like

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The end of the segment that begins at `begin`: behind a white-space character that another one does not follow, so that neither a word nor
/// a run of white space is cut. At a line's end where there is one in the segment's second half.
std::size_t segment_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kSegmentBytes) return text.size();
  const auto good = [text](std::size_t end) { return is_blank(text[end - 1]) && !is_blank(text[end]); };
  const std::size_t wanted = begin + kSegmentBytes;
  for (std::size_t end = wanted; end > wanted - kSegmentBytes / 2; --end) {
    if (text[end - 1] == '\n' && good(end)) return end;
  }
  for (std::size_t end = wanted; end > begin + 1; --end) {
    if (good(end)) return end;
  }
  for (std::size_t end = wanted; end < text.size(); ++end) {
    if (good(end)) return end;
  }
  return text.size();
}

/// `part`'s tokens from `first` on, sentences and entities with them, go to the end of `whole`. A sentence starts at `first`.
/// `shift`: where part's text begins in whole's, in bytes.
void append(EnglishDocument& whole, const EnglishDocument& part, std::uint32_t first, std::uint32_t last, std::uint32_t shift) {
  const auto base = static_cast<std::uint32_t>(whole.tokens.size());
  const auto pool = static_cast<std::uint32_t>(whole.lemmas.size());
  const auto moved = [&](std::uint32_t token) { return token - first + base; };
  whole.lemmas += part.lemmas;
  for (std::uint32_t i = first; i < last; ++i) {
    EnglishToken token = part.tokens[i];
    token.span = {token.span.begin + shift, token.span.end + shift};
    token.lemma = {token.lemma.begin + pool, token.lemma.end + pool};
    token.head = moved(token.head);
    whole.tokens.push_back(token);
  }
  for (const EnglishSpan& s : part.sentences) {
    if (s.begin >= first && s.end <= last) whole.sentences.push_back({moved(s.begin), moved(s.end)});
  }
  for (const EnglishEntity& e : part.entities) {
    if (e.tokens.begin >= first && e.tokens.end <= last)
      whole.entities.push_back({{moved(e.tokens.begin), moved(e.tokens.end)}, e.label});
  }
}

}  // namespace

struct EnglishAnalyser::State {
  explicit State(EnglishModel opened)
      : model(std::move(opened)),
        parts(model.parts()),
        lexemes(parts.file),
        tokenizer(parts.tokenizer, lexemes),
        tagging(parts.tagging_vectors, lexemes),
        entities(parts.entity_vectors, lexemes),
        syntax(parts.syntax, lexemes) {}

  /// Words are forgotten between segments alone: inside one, pieces name them.
  void bound_memory() {
    if (lexemes.size() <= kMaxLexemes && lexemes.bytes() <= kMaxLexemeBytes) return;
    lexemes.clear();
    tokenizer.forget();
    tagging.forget();
    entities.forget();
    syntax.forget();
  }

  /// One window: every stage over these pieces of `text`.
  EnglishDocument run(std::string_view text, const Pieces& window) {
    EnglishDocument document;
    document.text = text;
    tagging_rows.resize(window.pieces.size() * english::kVectorWidth + kSlack);
    entity_rows.resize(tagging_rows.size());
    float* const tagging_out = aligned(tagging_rows.data());
    float* const entity_out = aligned(entity_rows.data());
    tagging.encode(window.pieces, tagging_out);
    entities.encode(window.pieces, entity_out);
    syntax.analyse(window, tagging_out, entity_out, document);
    return document;
  }

  /// The sentence from which on a window's analysis must wait for what follows it: the last one's first token, unless it is the only one.
  static std::uint32_t seam_of(const EnglishDocument& part, std::uint32_t from) {
    const std::uint32_t last = part.sentences.back().begin;
    return last > from ? last : static_cast<std::uint32_t>(part.tokens.size());
  }

  static bool starts_sentence(const EnglishDocument& part, std::uint32_t token) {
    return token < part.tokens.size() && part.tokens[token].starts_sentence;
  }

  /// The first token of the sentence before `seam`, or the seam itself where that sentence is too long to be run twice.
  static std::uint32_t context_of(const EnglishDocument& part, std::uint32_t seam) {
    constexpr std::uint32_t kMaxContext = 256;
    const auto found = std::ranges::lower_bound(part.sentences, seam, {}, &EnglishSpan::end);
    return found != part.sentences.end() && seam - found->begin <= kMaxContext ? found->begin : seam;
  }

  static Pieces slice_of(const Pieces& all, std::uint32_t begin, std::uint32_t end) {
    return {{all.pieces.begin() + begin, all.pieces.begin() + end}, begin > 0 || all.first_is_marked_start};
  }

  /// Pieces of a segment: where the next window begins, and up to where the analysis stands.
  struct Window {
    std::uint32_t begin;
    std::uint32_t seam;
  };
  EnglishDocument analyse(std::string_view text);
  /// The segment's windows, from piece `seam` on. `shift`: the segment's first byte in the whole text.
  Window analyse_windows(std::string_view segment, std::uint32_t seam, bool last_segment, std::uint32_t shift,
                         EnglishDocument& whole);

  static constexpr std::size_t kSlack = 16;  // floats, to align a row on 64 bytes
  static float* aligned(float* p) { return reinterpret_cast<float*>((reinterpret_cast<std::uintptr_t>(p) + 63) / 64 * 64); }

  EnglishModel model;
  const EnglishModel::Parts& parts;
  english::Lexemes lexemes;
  english::Tokenizer tokenizer;
  english::Tok2Vec tagging;
  english::Tok2Vec entities;
  english::Syntax syntax;
  Pieces pieces;
  std::vector<float> tagging_rows;
  std::vector<float> entity_rows;
};

EnglishDocument EnglishAnalyser::State::analyse(std::string_view text) {
  EnglishDocument whole;
  whole.text = text;
  std::size_t begin = 0;  // of the segment
  std::size_t seam = 0;   // analysed so far; at most some sentence of context lies between `begin` and it. All three in bytes
  while (begin < text.size()) {
    bound_memory();
    const std::size_t end = segment_end(text, begin);
    const bool last_segment = end == text.size();
    const std::string_view segment = text.substr(begin, end - begin);
    tokenizer.cut(segment, pieces);
    const auto count = static_cast<std::uint32_t>(pieces.pieces.size());
    if (begin == 0 && last_segment && count <= kWindowPieces) {
      EnglishDocument document = run(segment, pieces);
      document.text = text;
      return document;
    }
    const auto at_seam = std::ranges::lower_bound(pieces.pieces, seam - begin, {}, [](const Piece& p) { return p.span.begin; });
    if (at_seam == pieces.pieces.end() || at_seam->span.begin != seam - begin) {  // the context has shifted the cuts
      begin = begin == seam ? end : seam;
      seam = begin;
      continue;
    }
    const Window next = analyse_windows(segment, static_cast<std::uint32_t>(at_seam - pieces.pieces.begin()), last_segment,
                                        static_cast<std::uint32_t>(begin), whole);
    const auto byte_of = [&](std::uint32_t piece) { return piece < count ? begin + pieces.pieces[piece].span.begin : end; };
    seam = byte_of(next.seam);
    begin = byte_of(next.begin);
  }
  return whole;
}

EnglishAnalyser::State::Window EnglishAnalyser::State::analyse_windows(std::string_view segment, std::uint32_t seam,
                                                                       bool last_segment, std::uint32_t shift,
                                                                       EnglishDocument& whole) {
  const auto count = static_cast<std::uint32_t>(pieces.pieces.size());
  Window window{0, seam};
  while (window.begin < count) {
    const std::uint32_t end = std::min<std::uint32_t>(count, window.begin + kWindowPieces);
    const EnglishDocument part = run(segment, slice_of(pieces, window.begin, end));
    const std::uint32_t from = window.seam - window.begin;
    if (!starts_sentence(part, from)) {
      window.begin = window.seam;
      continue;
    }
    const auto size = static_cast<std::uint32_t>(part.tokens.size());
    const std::uint32_t stop = last_segment && end == count ? size : seam_of(part, from);
    append(whole, part, from, stop, shift);
    const std::uint32_t context = stop == size ? size : context_of(part, stop);
    window = {window.begin + context, window.begin + stop};
    if (end == count) break;
  }
  return window;
}

EnglishAnalyser::EnglishAnalyser(EnglishModel model) : state_(std::make_unique<State>(std::move(model))) {}
EnglishAnalyser::~EnglishAnalyser() = default;
EnglishAnalyser::EnglishAnalyser(EnglishAnalyser&&) noexcept = default;
EnglishAnalyser& EnglishAnalyser::operator=(EnglishAnalyser&&) noexcept = default;

EnglishDocument EnglishAnalyser::analyse(std::string_view text) { return state_->analyse(text); }

}  // namespace tetrapla
