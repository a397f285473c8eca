// What kind of thing a name of a run is, by its words and by what stands around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/mentions.h"
#include "language/sentence_words.h"

namespace tetrapla::language {

class Labels : private SentenceWords {
 public:
  using SentenceWords::SentenceWords;

  /// An OntoNotes label; "-": no name after all; "": only the whole report tells (single_words.h). `titled`: the run itself has a title
  /// before this name.
  [[nodiscard]] std::string label(const Mention& m, bool titled) const;

 private:
  [[nodiscard]] std::string_view known_word(std::uint32_t t) const { return lex_.known(word(t)); }
  [[nodiscard]] bool is_upper_run(std::uint32_t b, std::uint32_t e) const;
  [[nodiscard]] std::string single(const Mention& m) const;
  /// ", 34," or " , 28 ,": an age.
  [[nodiscard]] bool age_follows(std::uint32_t e) const;
  /// ", the head of", ", director of", ", who".
  [[nodiscard]] bool role_follows(std::uint32_t e) const;
  [[nodiscard]] bool speaks(std::uint32_t e) const;
};

}  // namespace tetrapla::language
