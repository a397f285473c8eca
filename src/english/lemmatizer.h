// Words with their parts of speech → lemmas: spaCy's rule lemmatiser for English.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "english/lexemes.h"
#include "english/model_file.h"
#include "tetrapla/language.h"

namespace tetrapla::english {

inline constexpr std::size_t kPosCount = static_cast<std::size_t>(Pos::kSpace) + 1;

/// Which of lemmatizer/rules belong to a part of speech. `in_use` 0: it has no table.
struct LemmaTable {
  std::uint16_t first_rule = 0;
  std::uint16_t rules = 0;
  std::uint32_t in_use = 0;
};

/// A run of lemmatizer/exception_forms.
struct LemmaForms {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// The key of a form in the tables of a part of speech; never 0, which marks a free slot.
[[nodiscard]] std::uint64_t lemma_key(Pos pos, std::string_view form);

/// A set of keys in an array: open addressing, at most 7 of 10 slots taken. `slot_of`: where the key is, keys.size() for nowhere.
[[nodiscard]] std::size_t slot_of(std::span<const std::uint64_t> keys, std::uint64_t key);
[[nodiscard]] std::vector<std::uint64_t> make_key_table(std::span<const std::uint64_t> keys);

/// Immutable; shared by threads. Sections: lemmatizer/tables (LemmaTable by Pos), lemmatizer/rules (StringList: old, new, old, new …),
/// lemmatizer/index (key table of known forms), lemmatizer/exceptions (key table) with lemmatizer/exception_runs (LemmaForms by slot) and
/// lemmatizer/exception_forms (StringList), lemmatizer/base_forms (by morph: a bit for each Pos for which it is one).
class LemmaTables {
 public:
  explicit LemmaTables(const ModelFile& file);
  [[nodiscard]] static std::string fault(const ModelFile& file);

  /// Is there a table for this part of speech?
  [[nodiscard]] bool knows(Pos pos) const { return tables_[static_cast<std::size_t>(pos)].in_use != 0; }
  [[nodiscard]] bool is_base_form(Pos pos, std::uint8_t morph) const {
    return (base_forms_[morph] >> static_cast<unsigned>(pos) & 1U) != 0;
  }
  /// The lemma of a word that is no base form, by the table of its part of speech: rules, known forms, exceptions. O(length).
  [[nodiscard]] std::string lemma_of_inflected(const Lexeme& word, Pos pos) const;

 private:
  void add_exceptions(const Lexeme& word, Pos pos, std::vector<std::string>& known) const;

  std::span<const LemmaTable> tables_;
  StringList rules_;
  std::span<const std::uint64_t> index_;
  std::span<const std::uint64_t> exceptions_;
  std::span<const LemmaForms> exception_runs_;
  StringList exception_forms_;
  std::span<const std::uint32_t> base_forms_;
};

/// Lemmas of the words met so far. One a thread. Memory: some 30 bytes a word, its lemma with it.
class Lemmatizer {
 public:
  static constexpr std::size_t kMaxKept = 64;  ///< bytes: longer words are rare, and their lemmas made anew each time

  explicit Lemmatizer(const LemmaTables& tables) : tables_(tables) {}
  /// Good until the next call.
  [[nodiscard]] std::string_view lemma(LexemeId id, const Lexeme& word, Pos pos, std::uint8_t morph);
  /// To be called when the lexemes were cleared.
  void forget();

 private:
  struct Known {
    std::uint32_t lemma_begin = 0;  // bytes of pool_
    std::uint32_t lemma_size = 0;
    std::uint32_t next = 0;  // the same word as another part of speech: index into known_, 0 for none
    Pos pos = Pos::kNone;
  };

  const LemmaTables& tables_;
  std::string long_lemma_;
  std::string pool_;
  std::vector<Known> known_{1};
  std::vector<std::uint32_t> first_known_;  // by LexemeId: index into known_, 0 for none
};

}  // namespace tetrapla::english
