#include <algorithm>
#include <array>

#include "ingest/furniture.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kMostSoundTokens = 4;

/// What stands in brackets in transcripts where nobody speaks.
bool is_sound_word(const Token& token) {
  static constexpr std::array<std::string_view, 22> kSounds = {
      "music",     "applause",  "laughter", "laughs", "laughing", "cheering", "cheers",   "silence",
      "inaudible", "crosstalk", "noise",    "sound",  "sounds",   "jingle",   "clapping", "booing",
      "sighs",     "coughs",    "beep",     "bleep",  "foreign",  "singing"};
  return std::find(kSounds.begin(), kSounds.end(), token.folded) != kSounds.end();
}

/// "[music]", "(applause)", "♪ … ♪"; tokens from `begin`, 0 where there is none.
std::size_t sound_at(const Tokens& tokens, std::size_t begin, bool transcript) {
  const std::string& open = tokens[begin].folded;
  if (open == "\u266a" || open == "\u266b") return 1;
  const bool square = open == "[";
  if (!square && !(transcript && open == "(")) return 0;
  bool sound = false;
  for (std::size_t i = begin + 1; i < tokens.size() && i - begin <= kMostSoundTokens + 1; ++i) {
    if (tokens[i].folded == (square ? "]" : ")")) return sound ? i - begin + 1 : 0;
    if (tokens[i].kind != Token::Kind::kWord) return 0;
    sound = sound || is_sound_word(tokens[i]);
  }
  return 0;
}

/// The end of an address in running text: http://… up to white space, closing signs apart.
std::size_t address_at(const Tokens& tokens, std::size_t begin) {
  if (begin + 4 >= tokens.size() || (tokens[begin].folded != "http" && tokens[begin].folded != "https")) return 0;
  for (std::size_t i = 1; i <= 3; ++i) {
    if (!tokens[begin + i].glued || tokens[begin + i].folded != (i == 1 ? ":" : "/")) return 0;
  }
  std::size_t end = begin + 4;
  const auto closes = [](const Token& t) { return t.folded == "\"" || t.folded == "<" || t.folded == ">"; };
  while (end < tokens.size() && tokens[end].glued && !closes(tokens[end])) ++end;
  while (end > begin + 4 && (tokens[end - 1].folded == "." || tokens[end - 1].folded == "," || tokens[end - 1].folded == ")" ||
                             tokens[end - 1].folded == "\"" || tokens[end - 1].folded == "]" || tokens[end - 1].folded == ";")) {
    --end;
  }
  if (tokens[begin + 4].kind == Token::Kind::kSign) return 0;
  return end - begin;
}

/// Where a run of at least two hashtags at the end begins; size() where there is none.
std::size_t closing_hashtags(const Tokens& tokens) {
  std::size_t begin = tokens.size();
  std::size_t tags = 0;
  if (tokens.empty() || tokens.back().folded == "\"" || tokens.back().folded == "'" || tokens.back().folded == ">")
    return begin;  // quoted
  for (std::size_t i = tokens.size(); i > 0;) {
    --i;
    if (tokens[i].folded == "#") {
      if (tokens[i].glued) break;
      begin = i;
      ++tags;
      continue;
    }
    if (!tokens[i].glued) break;  // a word of its own
  }
  return tags >= 2 ? begin : tokens.size();
}

}  // namespace

std::vector<Exclusion> find_inline_furniture(std::string_view, const std::vector<Unit>& units,
                                             const std::vector<text::CueStamp>& stamps) {
  std::vector<Exclusion> found;
  for (const text::CueStamp& stamp : stamps) found.push_back({stamp.span, ExclusionReason::kTimestamp});
  for (const Unit& unit : units) {
    if (unit.why || unit.title) continue;
    const Tokens& tokens = unit.tokens;
    const std::size_t tags = closing_hashtags(tokens);
    if (tags < tokens.size()) found.push_back({{tokens[tags].span.begin, unit.span.end}, ExclusionReason::kHashtags});
    for (std::size_t i = 0; i < tags;) {
      std::size_t n = sound_at(tokens, i, !stamps.empty());
      auto why = ExclusionReason::kSound;
      if (n == 0) {
        n = address_at(tokens, i);
        why = ExclusionReason::kUrl;
      }
      if (n > 0 && i + n <= tags) found.push_back({{tokens[i].span.begin, tokens[i + n - 1].span.end}, why});
      i += std::max<std::size_t>(n, 1);
    }
  }
  return found;
}

}  // namespace tetrapla::ingest
