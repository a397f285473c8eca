#include "language/names.h"

namespace tetrapla::language {

std::vector<Entity> find_names(const Annotation&) { return {}; }

}  // namespace tetrapla::language
