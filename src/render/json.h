// A dossier as JSON.
#pragma once

#include <string>

#include "tetrapla/dossier.h"

namespace tetrapla::render {

/// `tetrapla.dossier/1` as docs/formats/README.md describes it, ending in a newline. Spans are code points. Linear in the dossier.
[[nodiscard]] std::string to_json(const Dossier& dossier);

}  // namespace tetrapla::render
