// Names that stand for one thing in any report: "U.S." and "United States", "Kiev" and "Kyiv"; peoples and their countries.
#pragma once

#include <string_view>

namespace tetrapla::language {

/// The name that this other name of a place or an organisation stands for ("U.S." → "United States"), or empty. Takes the name as it is
/// written, without an article; initials must be capitals ("Us" is a magazine). Never holds for persons. Of static storage.
[[nodiscard]] std::string_view name_behind(std::string_view name);

/// The form that stands for all forms of a people's name ("afghans" → "Afghan", "turks" → "Turkish"), or empty. Takes a folded name.
[[nodiscard]] std::string_view people_of(std::string_view folded);

/// The country or place that a people's name belongs to ("british", "Britons" → "United Kingdom"), or empty: a faith and a party have none.
/// Folds its argument. The link between a demonym and its country: they are two names, and this says that they belong together.
[[nodiscard]] std::string_view country_of(std::string_view people);

}  // namespace tetrapla::language
