// One chunk of text cut into tokens: exceptions, affixes, addresses. And the token sequences by which the second pass finds exceptions
// that the first has cut through. See tokenizer.h for the whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "english/affixes.h"
#include "english/tokenizer.h"
#include "english/tokenizer_exceptions.h"

namespace tetrapla::english {

/// A token of a chunk; the tokens of a chunk joined are the chunk.
struct Part {
  std::string_view text;
  std::string_view norm;  ///< an exception's, else ""
};

/// Cuts one run of white space or of other characters (well-formed UTF-8), appending to `out`. Linear in the chunk.
void cut_chunk(const Exceptions& exceptions, const Affixes& affixes, std::string_view chunk, std::vector<Part>& out);

/// Exceptions in which the affix rules would cut, as the sequences of tokens that these rules make of them: a trie over words.
class CutExceptions {
 public:
  using Word = std::uint16_t;  ///< a token's text that occurs in some sequence, from 1; 0: any other
  using Node = std::uint32_t;  ///< what has been read of a sequence; 0: nothing
  static constexpr Node kNone = ~Node{0};

  CutExceptions(const Exceptions& exceptions, const Affixes& affixes);

  [[nodiscard]] Word word(std::string_view text) const;
  [[nodiscard]] bool begins_some(Word word) const { return word != 0 && begins_[word]; }
  /// Where `word` leads from `node`; kNone where no sequence goes on so.
  [[nodiscard]] Node next(Node node, Word word) const;
  /// Whether a sequence ends here.
  [[nodiscard]] bool is_end(Node node) const { return ends_[node]; }
  /// Tokens of the longest sequence.
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  void add(const std::vector<Part>& sequence);

  std::unordered_map<std::string_view, Word> words_;
  std::unordered_map<std::uint64_t, Node> edges_;  // node and word
  std::vector<bool> begins_;                       // by word
  std::vector<bool> ends_;                         // by node
  std::size_t longest_ = 0;
};

struct TokenizerRules::Rules {
  explicit Rules(const ModelFile& file) : exceptions(file), affixes(file), cut_exceptions(exceptions, affixes) {}

  Exceptions exceptions;
  Affixes affixes;
  CutExceptions cut_exceptions;
};

}  // namespace tetrapla::english
