// The claims that name a person, place or thing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/dossier.h"

namespace tetrapla::render {

/// A name asked for, with every spelling that the dossier's people have for it.
class About {
 public:
  /// `words` empty: everything is named.
  About(const Dossier& dossier, std::string_view words);

  /// In its label, readings, counted things, speakers and sources, or in a sentence around one of its citations.
  [[nodiscard]] bool names(const Claim& claim) const;
  /// In its label or a sentence around one of its citations, or by one of its claims.
  [[nodiscard]] bool names(const TimelineEntry& entry) const;
  [[nodiscard]] bool names(const NameEntry& entry) const;

 private:
  [[nodiscard]] bool in(std::string_view text) const;
  [[nodiscard]] bool in(const std::vector<Citation>& citations) const;

  const Dossier& dossier_;
  std::vector<std::u16string> spellings_;  ///< folded; empty: everything
};

}  // namespace tetrapla::render
