#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/table.h"
#include "convert/data/base_norms.h"
#include "convert/source.h"
#include "convert/stages.h"
#include "convert/tokenizer_patterns.h"
#include "english/affixes.h"
#include "english/lexemes_norms.h"
#include "english/strings.h"
#include "english/tokenizer_exceptions.h"
#include "english/unicode.h"

namespace tetrapla::convert {
namespace {

using english::Exception;

// spaCy's symbols by which an exception's tokens are keyed.
constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

Error trouble(const std::filesystem::path& file, const std::string& fault) { return {file.string() + ": " + fault}; }

/// All white space or none: what the first pass can meet as one chunk.
bool is_one_chunk(std::string_view text) {
  std::size_t characters = 0;
  std::size_t spaces = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const english::CodePoint c = english::decode(text, at);
    spaces += english::is_space(c.value) ? 1 : 0;
    at += c.bytes;
  }
  return characters > 0 && (spaces == 0 || spaces == characters);
}

/// A chunk's tokens; without any where they are not as they should be.
Exception read_exception(const Value& chunk, const Value& tokens) {
  Exception out{std::string(chunk.text()), {}};
  std::string joined;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    out.tokens.push_back({std::string(tokens[i].at(kOrth).text()), std::string(tokens[i].at(kNorm).text())});
    joined += out.tokens.back().text;
  }
  const bool has_empty = std::ranges::any_of(out.tokens, [](const Exception::Token& t) { return t.text.empty(); });
  if (joined != out.chunk || has_empty || !is_one_chunk(out.chunk) || !english::is_well_formed(out.chunk)) out.tokens.clear();
  return out;
}

Status convert_rules(const std::filesystem::path& file, english::ModelWriter& writer) {
  const auto document = Document::read(file);
  if (!document) return document.error();
  const Value root = document->root();
  if (!root["token_match"].is_null()) return trouble(file, "it has a token_match, which this program does not know");
  auto tables = read_patterns(
      {root["prefix_search"].text(), root["suffix_search"].text(), root["infix_finditer"].text(), root["url_match"].text()});
  if (!tables) return trouble(file, tables.error().message);
  english::add_affixes(writer, std::move(tables->lists));
  english::add_characters(writer, tables->classes);

  std::vector<Exception> exceptions;
  for (const auto& [chunk, tokens] : root["exceptions"].members()) {
    exceptions.push_back(read_exception(chunk, tokens));
    if (exceptions.back().tokens.empty())
      return trouble(file, "the exception '" + exceptions.back().chunk + "' is not made of its tokens");
  }
  if (exceptions.empty()) return trouble(file, "it has no exceptions");
  english::add_exceptions(writer, exceptions);
  return Done{};
}

Status convert_norms(const std::filesystem::path& file, english::ModelWriter& writer) {
  const auto document = Document::read(file);
  if (!document) return document.error();
  std::vector<std::pair<std::uint64_t, std::uint64_t>> norms;
  for (const auto& [word, norm] : document->root()["lexeme_norm"].members()) {
    if (word.number() == 0 || norm.text().empty()) return trouble(file, "its table lexeme_norm is not one of ids and strings");
    norms.emplace_back(word.number(), english::string_id(norm.text()));
  }
  if (norms.empty()) return trouble(file, "it has no table lexeme_norm");
  for (const auto& row : base::rows_of(data::base_norms()))
    norms.emplace_back(english::string_id(row[0]), english::string_id(row[1]));
  english::add_norms(writer, norms);
  return Done{};
}

}  // namespace

Status convert_tokenizer(const std::filesystem::path& folder, english::ModelWriter& writer) {
  if (Status rules = convert_rules(folder / "tokenizer", writer); !rules) return rules;
  return convert_norms(folder / "vocab" / "lookups.bin", writer);
}

}  // namespace tetrapla::convert
