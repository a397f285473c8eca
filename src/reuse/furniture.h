// Paragraphs that a publisher puts on all its reports: terms, a newsletter, the house's own description.
#pragma once

#include <string>
#include <vector>

#include "reuse/texts.h"

namespace tetrapla::reuse {

/// Marks the words of such paragraphs in `texts` (Token::furniture). A paragraph is furniture where texts that share nothing else have it
/// word for word and it takes up nothing that they tell: all of one publisher, or three of any. `publishers` holds one a text, empty where
/// unknown. Linear in the texts; of each paragraph's holders a bounded number is compared.
void mark_furniture(std::vector<Text>& texts, const std::vector<std::string>& publishers);

}  // namespace tetrapla::reuse
