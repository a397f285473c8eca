// Where names stand in a report, and what kind of thing each names.
#pragma once

#include <string>
#include <vector>

#include "language/annotation.h"
#include "language/words_seen.h"

namespace tetrapla::language {

/// A name in one place, before it is known whose it is.
struct Mention {
  TokenRange tokens;
  std::string label;  ///< empty: a single word of which only the whole report tells whether it is a name
  std::string key;    ///< the words, folded, parted by single blanks (a hyphen inside glued)
  std::string sex;    ///< "m" or "f" where a title before it tells
  std::string role;   ///< the title or role word before it, lower case, or empty
  bool after_the = false;
  std::string
      model;  ///< the label that the model gives just this name; empty where it sees none, or a longer one (model_evidence.h)
};

/// In text order, disjoint. Linear.
[[nodiscard]] std::vector<Mention> find_mentions(const Annotation& annotation, const WordsSeen& seen);

}  // namespace tetrapla::language
