// What of the model's entities is a name, and what stands beside it.
#pragma once

#include <vector>

#include "language/document_words.h"
#include "language/mentions.h"

namespace tetrapla::language {

/// A mention for each entity of the document, in their order; `tokens` are those of `words`, and
/// `first` says where each token of the document is among them (document_words.h). Cut to the name: articles, quotation
/// marks and possessives go, titles become `role`, of what runs over the end of a paragraph the longer part is kept; `key` leaves out a person's
/// nickname in quotation marks. The key of what names nothing (a date, a number, marks alone) is empty. Linear.
[[nodiscard]] std::vector<Mention> mentions_of(const EnglishDocument& document, const Annotation& words,
                                               const std::vector<std::uint32_t>& first);

}  // namespace tetrapla::language
