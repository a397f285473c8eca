// Figures and times in words for people.
#pragma once

#include <string>
#include <string_view>

#include "tetrapla/dossier.h"

namespace tetrapla::render {

/// 139000000 → "139 million", 43350000 → "43.35 million", 48000 → "48,000", -20 → "−20". Nothing is rounded.
[[nodiscard]] std::string number_in_words(double value);

/// A figure with its bound and unit: "at least 370", "nearly $50 million", "up 3%", "10 to 20 kilometres". A reading without numbers
/// or with vague ones ("hundreds of thousands") gives its text.
[[nodiscard]] std::string value_in_words(const Reading& reading);

/// An ISO 8601 prefix for people: "13 March 2026", "13 March 2026, 17:05"; another form comes back as it is.
[[nodiscard]] std::string time_in_words(std::string_view iso);

}  // namespace tetrapla::render
