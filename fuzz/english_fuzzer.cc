// Any bytes through the whole English analysis: spans, trees, sentences and entities are as tetrapla/language.h promises, and the answer does
// not depend on what the analyser has read before.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "support/model.h"
#include "tetrapla/language.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const tetrapla::EnglishDocument& document) {
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  std::vector<std::uint32_t> sentence_of(count);
  std::uint32_t at = 0;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    require(document.sentences[s].begin == at && document.sentences[s].end > at && document.sentences[s].end <= count);
    for (; at < document.sentences[s].end; ++at) sentence_of[at] = s;
  }
  require(at == count);
  std::uint32_t byte = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto& token = document.tokens[i];
    require(token.span.begin == byte && token.span.end > byte);
    byte = token.span.end + (token.space_after ? 1 : 0);
    if (token.space_after) require(document.text[token.span.end] == ' ');
    require(token.head < count && sentence_of[token.head] == sentence_of[i]);
    require(token.starts_sentence == (document.sentences[sentence_of[i]].begin == i));
    require(token.lemma.begin <= token.lemma.end && token.lemma.end <= document.lemmas.size());
    require((token.dep == tetrapla::Dep::kRoot) == (token.head == i) || token.is_space());
    require(token.tag != tetrapla::Tag::kNone && token.dep != tetrapla::Dep::kNone);
  }
  require(byte == document.text.size());
  std::uint32_t free = 0;
  for (const auto& entity : document.entities) {
    require(entity.tokens.begin >= free && entity.tokens.end > entity.tokens.begin && entity.tokens.end <= count);
    require(sentence_of[entity.tokens.begin] == sentence_of[entity.tokens.end - 1]);
    free = entity.tokens.end;
  }
}

bool same(const tetrapla::EnglishDocument& a, const tetrapla::EnglishDocument& b) {
  if (a.tokens.size() != b.tokens.size() || a.sentences != b.sentences || a.entities.size() != b.entities.size()) return false;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    const auto& x = a.tokens[i];
    const auto& y = b.tokens[i];
    if (x.span != y.span || x.head != y.head || x.tag != y.tag || x.dep != y.dep || x.pos != y.pos || a.lemma(x) != b.lemma(y))
      return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  tetrapla::EnglishAnalyser& used = tetrapla::test::analyser();
  const tetrapla::EnglishDocument document = used.analyse(text);
  check(document);
  static int runs = 0;
  if (++runs % 64 == 1) {
    tetrapla::EnglishAnalyser fresh(tetrapla::test::model());
    require(same(document, fresh.analyse(text)));
  }
  return 0;
}
