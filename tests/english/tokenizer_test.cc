// The cases of tests/cases/english_tokens, the specification's vectors, and what holds for the tokens of any bytes.
#include "english/tokenizer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <simdjson.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "english/model_file.h"
#include "english/parts.h"
#include "english/strings.h"
#include "english/unicode.h"
#include "support/cases.h"
#include "support/model.h"

namespace tetrapla::english {
namespace {

const EnglishModel::Parts& parts() { return test::model().parts(); }

/// A tokenizer with nothing in its cache.
struct Fresh {
  Lexemes lexemes{parts().file};
  Tokenizer tokenizer{parts().tokenizer, lexemes};

  Pieces cut(std::string_view text) {
    Pieces pieces;
    tokenizer.cut(text, pieces);
    return pieces;
  }
};

/// The case files' way to write white space.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      out += text[at];
      continue;
    }
    const char kind = text[++at];
    if (kind == 'u') {
      append_utf8(out, static_cast<char32_t>(std::stoul(std::string(text.substr(at + 1, 4)), nullptr, 16)));
      at += 4;
    } else {
      out += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 's' ? ' ' : kind;
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts_of_line) {
  std::string out;
  for (const std::string& part : parts_of_line) out += (out.empty() ? "" : " | ") + part;
  return out.empty() ? "-" : out;
}

std::string option(const test::Case& example, const std::string& key) {
  const auto found = example.options.find(key);
  return found == example.options.end() ? "" : found->second;
}

/// The norms of a case by token: "n't=not | ca=can".
std::string listed_norm(const std::string& norms, const std::string& token) {
  const std::size_t at = (" | " + norms).find(" | " + token + "=");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + token.size() + 1;
  return norms.substr(begin, norms.find(" | ", begin) - begin);
}

TEST(EnglishTokens, Cases) {
  Fresh fresh;
  for (const test::Case& example : test::read_cases("tests/cases/english_tokens")) {
    const std::string where = example.file + ":" + std::to_string(example.line) + " " + example.name;
    const std::string text = unescaped(option(example, "text"));
    const Pieces cut = fresh.cut(text);
    const std::string wanted_norms = unescaped(option(example, "norms"));
    std::vector<std::string> tokens;
    std::vector<std::string> norms;
    for (const Piece& piece : cut.pieces) {
      tokens.emplace_back(slice(text, piece.span));
      const Lexeme& lexeme = fresh.lexemes[piece.lexeme];
      if (lexeme.norm == string_id(lexeme.lower)) continue;
      const std::string wanted = listed_norm(wanted_norms, tokens.back());
      EXPECT_EQ(lexeme.norm, string_id(wanted)) << where << ": " << tokens.back();
      norms.push_back(tokens.back() + "=" + wanted);
    }
    EXPECT_EQ(joined(tokens), unescaped(option(example, "tokens"))) << where;
    EXPECT_EQ(joined(norms), wanted_norms.empty() ? "-" : wanted_norms) << where;
    EXPECT_EQ(cut.first_is_marked_start, option(example, "first") != "unmarked") << where;
  }
}

/// Tokens and the blanks behind them make up the text, without a gap.
void expect_tiles(std::string_view text, const Pieces& cut) {
  std::uint32_t at = 0;
  for (const Piece& piece : cut.pieces) {
    ASSERT_EQ(piece.span.begin, at);
    ASSERT_LT(piece.span.begin, piece.span.end);
    ASSERT_LE(piece.span.end, text.size());
    at = piece.span.end;
    if (!piece.space_after) continue;
    ASSERT_LT(at, text.size());
    ASSERT_EQ(text[at], ' ');
    ++at;
  }
  ASSERT_EQ(at, text.size());
}

TEST(EnglishTokens, BlanksAreFlags) {
  Fresh fresh;
  const std::string text = "One ferry.  Two\nfers";
  const Pieces cut = fresh.cut(text);
  expect_tiles(text, cut);
  std::string flags;
  for (const Piece& piece : cut.pieces) flags += piece.space_after ? '1' : '0';
  EXPECT_EQ(flags, "1010000");
}

TEST(EnglishTokens, StrayBytesAreOneByteEach) {
  Fresh fresh;
  const std::string text = "x\xFF y\xE2\x82 \xEF\xBF\xBDz";
  const Pieces cut = fresh.cut(text);
  expect_tiles(text, cut);
  ASSERT_EQ(cut.pieces.size(), 7U);  // U+FFFD is a sign that is cut off
  EXPECT_EQ(cut.pieces[1].span, (Span{1, 2}));
  EXPECT_EQ(fresh.lexemes[cut.pieces[1].lexeme].text, "\xEF\xBF\xBD");
  EXPECT_EQ(cut.pieces[4].span, (Span{5, 6}));
  EXPECT_EQ(cut.pieces[5].span, (Span{7, 10}));
}

/// Words, signs and spaces in which rules meet.
rc::Gen<std::string> texts() {
  static const std::vector<std::string> pieces = {" ",
                                                  " ",
                                                  " ",
                                                  "  ",
                                                  "\n",
                                                  "a",
                                                  "No",
                                                  "ok",
                                                  "U.S",
                                                  "don't",
                                                  "’s",
                                                  "'s",
                                                  ".",
                                                  "..",
                                                  ",",
                                                  "'",
                                                  "\"",
                                                  "(",
                                                  ")",
                                                  ":",
                                                  ";",
                                                  "-",
                                                  "—",
                                                  "/",
                                                  "@",
                                                  "$",
                                                  "US$",
                                                  "5",
                                                  "10",
                                                  "km",
                                                  "°C",
                                                  "+",
                                                  "pier.com",
                                                  "http://",
                                                  "é",
                                                  "東京",
                                                  "😀",
                                                  "\xC2\xA0",
                                                  "\xE3\x80\x80",
                                                  "\xFF",
                                                  "\xED\xA0\x80",
                                                  "Σ",
                                                  "İ"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

std::string described(const Fresh& fresh, const Pieces& cut) {
  std::string out = cut.first_is_marked_start ? "" : "unmarked ";
  for (const Piece& piece : cut.pieces) {
    const Lexeme& lexeme = fresh.lexemes[piece.lexeme];
    out += std::string(lexeme.text) + '/' + std::to_string(lexeme.norm) + (piece.space_after ? "_ " : " ");
  }
  return out;
}

TEST(EnglishTokens, TileAnyText) {
  Fresh fresh;
  EXPECT_TRUE(rc::check("tokens and blanks make up the text", [&](const std::string& bytes) {
    for (const std::string& text : {*texts(), bytes}) {
      expect_tiles(text, fresh.cut(text));
      RC_ASSERT(!testing::Test::HasFatalFailure());
    }
  }));
}

TEST(EnglishTokens, TheCacheChangesNothing) {
  Fresh warm;
  EXPECT_TRUE(rc::check("the same with what was met before and without", [&] {
    Fresh fresh;
    const std::string text = *texts();
    RC_ASSERT(described(warm, warm.cut(text)) == described(fresh, fresh.cut(text)));
  }));
}

TEST(EnglishTokens, TheCacheStaysBounded) {
  Fresh fresh;
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "w" + std::to_string(i) + "-x,(";
  for (int i = 0; i < 200000; ++i) text += " w" + std::to_string(i) + "-x,";
  const Pieces first = fresh.cut(text);
  const Pieces second = fresh.cut(text);
  EXPECT_EQ(described(fresh, first), described(fresh, second));
  fresh.lexemes.clear();
  fresh.tokenizer.forget();
  const Pieces third = fresh.cut(text);
  EXPECT_EQ(third.pieces.size(), first.pieces.size());
}

/// A megabyte of each would take hours if something were looked at again and again.
TEST(EnglishTokens, AreLinearInAnyText) {
  constexpr std::size_t kBytes = 1U << 20U;
  for (const std::string unit : {"a",    "A.",   ".",   ",",        "'",        "😀",     "-",      "a-",
                                 "1-",   "a.",   ":",   "@",        "x@",       ".@",     "a@b.co", "http://",
                                 "a.b-", "1",    "1km", "(",        "'s",       "don't,", ":)",     ": )",
                                 "' ",   "ok:)", " ",   "\n",       "\xC2\xA0", "…—“",    "Σ'",     "aΣ\xCC\x81\xCC\x81",
                                 "\xED", "+",    "1+",  "8.8.8.8@", "º",        "\u3000x"}) {
    std::string text;
    while (text.size() < kBytes) text += unit;
    Fresh fresh;
    expect_tiles(text, fresh.cut(text));
  }
}

TEST(EnglishTokens, AreTheSpecifications) {
  const std::string path = "../shared/reference/test_vectors.json";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
  simdjson::dom::parser parser;
  simdjson::dom::element vectors;
  ASSERT_EQ(parser.load(path).get(vectors), simdjson::SUCCESS);
  Fresh fresh;
  for (simdjson::dom::element example : vectors["tokenizer"]) {
    const std::string text{std::string_view(example["text"])};
    const Pieces cut = fresh.cut(text);
    std::size_t i = 0;
    for (simdjson::dom::element token : example["tokens"]) {  // [code point, text, space, norm or null]
      ASSERT_LT(i, cut.pieces.size()) << text;
      const Piece& piece = cut.pieces[i++];
      const std::string_view wanted = token.at(1);
      EXPECT_EQ(slice(text, piece.span), wanted);
      EXPECT_EQ(count_code_points(std::string_view(text).substr(0, piece.span.begin)), std::uint64_t(token.at(0)));
      EXPECT_EQ(piece.space_after, std::uint64_t(token.at(2)) == 1);
      const std::string_view norm = token.at(3).is_null() ? std::string_view() : std::string_view(token.at(3));
      EXPECT_EQ(piece.lexeme, fresh.lexemes.intern(wanted, norm));
    }
    EXPECT_EQ(i, cut.pieces.size()) << text;
  }
}

TEST(EnglishTokens, SayWhichSectionIsNotSound) {
  ModelWriter writer;
  writer.add<std::uint32_t>("tokenizer/exceptions", {7, 7, 7, 7});
  const auto path = std::filesystem::path(testing::TempDir()) / "tetrapla-tokenizer.model";
  ASSERT_TRUE(writer.write(path, "made up"));
  const auto file = ModelFile::open(path);
  std::filesystem::remove(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(TokenizerRules::fault(*file), "its list of exceptions is damaged");
}

}  // namespace
}  // namespace tetrapla::english
