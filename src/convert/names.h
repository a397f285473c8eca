// The model's labels by their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tetrapla/language.h"

namespace tetrapla::convert {

/// The label up to `last` that has this name; none for an unknown one.
template <typename Label>
[[nodiscard]] std::optional<Label> label_named(std::string_view name, Label last) {
  for (auto i = 1U; i <= static_cast<unsigned>(last); ++i) {
    if (name_of(static_cast<Label>(i)) == name) return static_cast<Label>(i);
  }
  return std::nullopt;
}

[[nodiscard]] inline std::optional<Pos> pos_named(std::string_view name) { return label_named(name, Pos::kSpace); }
[[nodiscard]] inline std::optional<Tag> tag_named(std::string_view name) { return label_named(name, Tag::kOpeningQuote); }
[[nodiscard]] inline std::optional<Dep> dep_named(std::string_view name) { return label_named(name, Dep::kXcomp); }
[[nodiscard]] inline std::optional<EntityLabel> entity_label_named(std::string_view name) {
  return label_named(name, EntityLabel::kWorkOfArt);
}

}  // namespace tetrapla::convert
