// What each stage of the analysis takes out of spaCy's folder and puts into the model's file. The stage's own header in src/english says
// which sections it reads; each of these functions writes them.
#pragma once

#include <filesystem>

#include "english/model_file.h"
#include "tetrapla/result.h"

namespace tetrapla::convert {

/// `tokenizer`: affix rules, exceptions; `vocab/lookups.bin`: norms.
[[nodiscard]] Status convert_tokenizer(const std::filesystem::path& folder, english::ModelWriter& writer);
/// `tok2vec/model`, `ner/model`, `vocab/vectors`, `vocab/key2row`: embedding tables folded with the mixing layer, encoders.
[[nodiscard]] Status convert_embedding(const std::filesystem::path& folder, english::ModelWriter& writer);
/// `tagger/model`, `parser/model`, `ner/model` and their `cfg` and `moves`.
[[nodiscard]] Status convert_syntax(const std::filesystem::path& folder, english::ModelWriter& writer);
/// `attribute_ruler/patterns`, `lemmatizer/lookups/lookups.bin`.
[[nodiscard]] Status convert_morphology(const std::filesystem::path& folder, english::ModelWriter& writer);

}  // namespace tetrapla::convert
