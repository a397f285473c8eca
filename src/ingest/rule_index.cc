#include "ingest/rule_index.h"

namespace tetrapla::ingest {

void RuleIndex::add(const Pattern& pattern, std::uint32_t number) {
  const auto put = [number](std::vector<std::uint32_t>& to) {
    if (to.empty() || to.back() != number) to.push_back(number);
  };
  const Pattern::Beginnings begin = pattern.beginnings();
  for (const std::string& word : begin.words) put(words_[word]);
  if (begin.any) put(classes_[0]);
  if (begin.any || begin.number) put(classes_[1]);
  if (begin.any || begin.name) put(classes_[2]);
}

}  // namespace tetrapla::ingest
