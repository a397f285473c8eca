// The two halves of convert_morphology.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "english/model_file.h"
#include "tetrapla/result.h"

namespace tetrapla::convert {

/// Universal features as they are met, numbered: "" is 0.
class Morphologies {
 public:
  /// The number of "Number=Sing|Person=3" ("_" for none), features sorted by name.
  [[nodiscard]] std::size_t number_of(std::string_view features);
  [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

 private:
  std::vector<std::string> list_{""};
};

/// `attribute_ruler/patterns` → ruler/…
[[nodiscard]] Status convert_ruler(const std::filesystem::path& folder, english::ModelWriter& writer, Morphologies& morphologies);
/// `lemmatizer/lookups/lookups.bin` → lemmatizer/…
[[nodiscard]] Status convert_lemmas(const std::filesystem::path& folder, english::ModelWriter& writer,
                                    const Morphologies& morphologies);

/// The strings that a regular expression of the simplest kind matches: ^, letters and marks, [ab], x?, $. None for any other, or for more
/// than a few dozen strings.
[[nodiscard]] std::vector<std::string> strings_of_pattern(std::string_view pattern);

}  // namespace tetrapla::convert
