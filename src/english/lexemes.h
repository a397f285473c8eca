// What is known of a word apart from its context, worked out once for each different word.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tetrapla::english {

class ModelFile;

/// Index into Lexemes. Later stages keep what they have computed for a word in arrays of their own, indexed by it.
using LexemeId = std::uint32_t;

/// A word type: a token's exact text, and the norm that a tokenizer exception gave it, if one did.
struct Lexeme {
  std::string_view text;   ///< owned by Lexemes
  std::string_view lower;  ///< Python's str.lower() of it; owned by Lexemes
  std::uint64_t orth = 0;  ///< string_id(text)
  std::uint64_t norm = 0;  ///< the ids of the attributes that are embedded (shared reference: attribute_ids)
  std::uint64_t prefix = 0;
  std::uint64_t suffix = 0;
  std::uint64_t shape = 0;
  bool is_space = false;
  bool is_lower_alpha = false;  ///< `lower` is all letters by Python's str.isalpha()
};

/// The words met so far. Grows with each new one until cleared; ids and views stay good until then.
class Lexemes {
 public:
  explicit Lexemes(const ModelFile& file);
  ~Lexemes();
  /// What is wrong with the sections it needs ("lexemes/…"); "" for nothing. To be asked once, before the first is made.
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// `norm`: the norm of a tokenizer exception, "" for the word's own. O(length) the first time and each time.
  LexemeId intern(std::string_view text, std::string_view norm);
  [[nodiscard]] const Lexeme& operator[](LexemeId id) const { return lexemes_[id]; }
  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }
  /// Bytes of text kept, so that whoever bounds memory by clearing sees words of 100,000 characters too.
  [[nodiscard]] std::size_t bytes() const;
  /// Forgets all words. The stages that keep arrays by LexemeId must be told (EnglishAnalyser tells them).
  void clear();

 private:
  struct Index;
  std::vector<Lexeme> lexemes_;
  std::unique_ptr<Index> index_;
};

}  // namespace tetrapla::english
