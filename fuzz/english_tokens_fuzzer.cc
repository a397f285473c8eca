// Any bytes are cut into tokens that, with the blanks behind them, make up the text; and a chunk met before is cut as it was the first
// time.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "english/parts.h"
#include "support/model.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tetrapla;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const EnglishModel::Parts& parts = test::model().parts();
  english::Lexemes lexemes(parts.file);
  english::Tokenizer tokenizer(parts.tokenizer, lexemes);
  english::Pieces first;
  english::Pieces again;
  tokenizer.cut(text, first);
  tokenizer.cut(text, again);
  require(first.pieces.size() == again.pieces.size() && first.first_is_marked_start == again.first_is_marked_start);
  std::size_t at = 0;
  for (std::size_t i = 0; i < first.pieces.size(); ++i) {
    const english::Piece& piece = first.pieces[i];
    require(piece.span == again.pieces[i].span && piece.lexeme == again.pieces[i].lexeme);
    require(piece.span.begin == at && piece.span.begin < piece.span.end && piece.span.end <= size);
    at = piece.span.end;
    if (piece.space_after) require(at < size && text[at++] == ' ');
  }
  require(at == size);
  return 0;
}
