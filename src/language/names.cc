#include "language/names.h"

#include <utility>

#include "language/bearers.h"
#include "language/mentions.h"
#include "language/model_evidence.h"
#include "language/words_seen.h"

namespace tetrapla::language {

std::vector<Entity> find_names(const Annotation& annotation) {
  const WordsSeen seen(annotation);
  std::vector<Mention> mentions = find_mentions(annotation, seen);
  add_model_evidence(annotation, seen, mentions);
  return settle(annotation, seen, std::move(mentions));
}

}  // namespace tetrapla::language
