// The reporting clause of a quoted run: which words give it to whom.
#pragma once

#include <string_view>

#include "claims/quotations_scene.h"

namespace tetrapla::claims::quotations {

/// "told reporters" and "Emergency Minister Temirlan Aksoyev". An empty cue: nothing found; an empty source: nobody is named.
struct Attribution {
  language::TokenRange cue;
  language::TokenRange source;
  std::string_view act = "said";
  bool naming = false;       ///< "called it": even a single word is worth having
  bool from_before = false;  ///< the same as the run before it in the sentence: "X called it 'a' and 'b'"
  bool after = false;        ///< stands after the run
  bool document = false;     ///< the cue is what the words stand in: "released a statement"

  [[nodiscard]] bool found() const { return cue.size() > 0; }
};

/// What stands right after the run, before it in its sentence, at the end of its sentence: the first of these that fits. Looks at no more
/// than a sentence. `previous` is that of the run before it, or null; it counts only inside one sentence.
[[nodiscard]] Attribution attribute(const Scene& scene, std::uint32_t run, const Attribution* previous);

/// The last reporting clause of the sentence that holds token `k`, before the run that follows it: "The minister promised answers."
[[nodiscard]] Attribution attribute_sentence(const Scene& scene, std::uint32_t k);

}  // namespace tetrapla::claims::quotations
