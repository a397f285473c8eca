// A citation in the sentence it stands in, so that a reader recognises it.
#pragma once

#include <string>

#include "render/page.h"
#include "tetrapla/dossier.h"

namespace tetrapla::render {

/// The sentence around a span, without furniture, on one line: before, the span's own words, after. At most some 600 bytes to either side
/// are looked at, whatever the length of the text.
struct Context {
  std::string before;
  std::string words;
  std::string after;
};
[[nodiscard]] Context context_of(const Report& report, Span span);

/// The context in quotation marks, cut at words with "…" so that it fits into `columns` (at least the cited words stay, cut at their
/// end where they alone are too long).
[[nodiscard]] Runs excerpt(const Report& report, Span span, unsigned columns);

}  // namespace tetrapla::render
