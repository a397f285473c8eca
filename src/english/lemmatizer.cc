#include "english/lemmatizer.h"

#include <algorithm>
#include <bit>

#include "english/strings.h"

namespace tetrapla::english {

std::uint64_t lemma_key(Pos pos, std::string_view form) {
  const std::uint64_t key = string_id(form) ^ (static_cast<std::uint64_t>(pos) * 0x9E3779B97F4A7C15U);
  return key != 0 ? key : 1;
}

std::size_t slot_of(std::span<const std::uint64_t> keys, std::uint64_t key) {
  if (keys.empty()) return keys.size();
  for (std::size_t slot = key & (keys.size() - 1);; slot = (slot + 1) & (keys.size() - 1)) {
    if (keys[slot] == key) return slot;
    if (keys[slot] == 0) return keys.size();
  }
}

std::vector<std::uint64_t> make_key_table(std::span<const std::uint64_t> keys) {
  std::vector<std::uint64_t> table(std::bit_ceil(keys.size() * 10 / 7 + 2));
  for (const std::uint64_t key : keys) {
    std::size_t slot = key & (table.size() - 1);
    while (table[slot] != 0 && table[slot] != key) slot = (slot + 1) & (table.size() - 1);
    table[slot] = key;
  }
  return table;
}

LemmaTables::LemmaTables(const ModelFile& file)
    : tables_(file.section<LemmaTable>("lemmatizer/tables")),
      rules_(file, "lemmatizer/rules"),
      index_(file.section<std::uint64_t>("lemmatizer/index")),
      exceptions_(file.section<std::uint64_t>("lemmatizer/exceptions")),
      exception_runs_(file.section<LemmaForms>("lemmatizer/exception_runs")),
      exception_forms_(file, "lemmatizer/exception_forms"),
      base_forms_(file.section<std::uint32_t>("lemmatizer/base_forms")) {}

std::string LemmaTables::fault(const ModelFile& file) {
  const LemmaTables t(file);
  const auto key_table = [](std::span<const std::uint64_t> keys) {
    return std::has_single_bit(keys.size()) && std::ranges::count(keys, std::uint64_t{0}) > 0;
  };
  const auto sound_table = [&](const LemmaTable& table) {
    return (table.first_rule + std::size_t{table.rules}) * 2 <= t.rules_.size();
  };
  const auto sound_run = [&](const LemmaForms& run) {
    return run.first <= t.exception_forms_.size() && run.count <= t.exception_forms_.size() - run.first;
  };
  const bool sound = t.tables_.size() == kPosCount && std::ranges::all_of(t.tables_, sound_table) && key_table(t.index_) &&
                     key_table(t.exceptions_) && t.exception_runs_.size() == t.exceptions_.size() &&
                     std::ranges::all_of(t.exception_runs_, sound_run) &&
                     t.base_forms_.size() == StringList(file, "morphologies").size();
  return sound ? "" : "has no sound sections lemmatizer/";
}

void LemmaTables::add_exceptions(const Lexeme& word, Pos pos, std::vector<std::string>& known) const {
  const std::size_t slot = slot_of(exceptions_, lemma_key(pos, word.lower));
  if (slot == exceptions_.size()) return;
  const LemmaForms run = exception_runs_[slot];
  for (std::size_t i = run.first; i < run.first + run.count; ++i) {
    const std::string_view form = exception_forms_[i];
    if (std::ranges::find(known, form) == known.end()) known.insert(known.begin(), std::string(form));
  }
}

// The order is spaCy's: of the rules' forms that are known words the last one's first, then forms that are no plain words; exceptions before
// them; then the rules' other forms; then the word as it stands.
std::string LemmaTables::lemma_of_inflected(const Lexeme& word, Pos pos) const {
  const LemmaTable& table = tables_[static_cast<std::size_t>(pos)];
  std::vector<std::string> known;
  std::string first_unknown;
  for (std::size_t r = table.first_rule; r < std::size_t{table.first_rule} + table.rules; ++r) {
    const std::string_view old_end = rules_[2 * r];
    const std::string_view new_end = rules_[2 * r + 1];
    if (!word.lower.ends_with(old_end)) continue;
    std::string form(word.lower.substr(0, word.lower.size() - old_end.size()));
    form += new_end;
    if (form.empty()) continue;
    if (slot_of(index_, lemma_key(pos, form)) != index_.size()) {
      known.insert(known.begin(), std::move(form));
    } else if (!word.is_lower_alpha) {  // nor is the form then all letters: src/convert takes only such rules
      known.push_back(std::move(form));
    } else if (first_unknown.empty()) {
      first_unknown = std::move(form);
    }
  }
  add_exceptions(word, pos, known);
  if (!known.empty()) return known.front();
  return first_unknown.empty() ? std::string(word.text) : first_unknown;
}

std::string_view Lemmatizer::lemma(LexemeId id, const Lexeme& word, Pos pos, std::uint8_t morph) {
  if (tables_.is_base_form(pos, morph)) return word.lower;
  if (!tables_.knows(pos)) return pos == Pos::kPropn ? word.text : word.lower;
  if (word.lower.size() > kMaxKept) return long_lemma_ = tables_.lemma_of_inflected(word, pos);
  if (id >= first_known_.size()) first_known_.resize(id + 1 + first_known_.size());
  std::uint32_t at = first_known_[id];
  while (at != 0 && known_[at].pos != pos) at = known_[at].next;
  if (at == 0) {
    const std::string made = tables_.lemma_of_inflected(word, pos);
    at = static_cast<std::uint32_t>(known_.size());
    known_.push_back({static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(made.size()), first_known_[id], pos});
    first_known_[id] = at;
    pool_ += made;
  }
  return std::string_view(pool_).substr(known_[at].lemma_begin, known_[at].lemma_size);
}

void Lemmatizer::forget() {
  pool_.clear();
  known_.resize(1);
  first_known_.clear();
}

}  // namespace tetrapla::english
