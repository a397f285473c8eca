#include "language/names.h"

#include "language/bearers.h"
#include "language/mentions.h"
#include "language/words_seen.h"

namespace tetrapla::language {

std::vector<Entity> find_names(const Annotation& annotation) {
  const WordsSeen seen(annotation);
  return settle(annotation, seen, find_mentions(annotation, seen));
}

}  // namespace tetrapla::language
