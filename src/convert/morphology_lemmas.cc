// spaCy's tables of lemmas → key tables (english/lemmatizer.h).
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "convert/morphology.h"
#include "convert/source.h"
#include "english/lemmatizer.h"
#include "english/strings.h"

namespace tetrapla::convert {
namespace {

using english::kPosCount;
using english::lemma_key;
using english::LemmaForms;
using english::LemmaTable;

bool is_letters(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// The features of a word whose lemma is itself, lower-cased: spaCy's EnglishLemmatizer.is_base_form.
bool is_base_form(Pos pos, std::string_view features) {
  std::map<std::string, std::string, std::less<>> by_name;
  for (std::size_t begin = 0; begin < features.size();) {
    const std::size_t end = std::min(features.find('|', begin), features.size());
    const std::string_view feature = features.substr(begin, end - begin);
    const std::size_t equals = std::min(feature.find('='), feature.size());
    by_name.emplace(feature.substr(0, equals), feature.substr(std::min(equals + 1, feature.size())));
    begin = end + 1;
  }
  const auto is = [&](std::string_view name, std::string_view value) {
    const auto found = by_name.find(name);
    return found != by_name.end() && found->second == value;
  };
  return (pos == Pos::kNoun && is("Number", "Sing")) ||
         (pos == Pos::kVerb && is("VerbForm", "Fin") && is("Tense", "Pres") && !by_name.contains("Number")) ||
         is("VerbForm", "Inf") || is("VerbForm", "None") || is("Degree", "Pos");
}

std::string lower_name(Pos pos) {
  std::string name(name_of(pos));
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

class Lemmas {
 public:
  /// The tables of one part of speech; what is wrong with them, "" for nothing.
  std::string add(Pos pos, const Value& rules, const Value& exceptions, const Value& index) {
    LemmaTable table{.first_rule = static_cast<std::uint16_t>(rules_.size() / 2),
                     .rules = static_cast<std::uint16_t>(rules.size()),
                     .in_use = rules.size() + exceptions.size() + index.size() > 0 ? 1U : 0U};
    if (pos == Pos::kSpace || pos == Pos::kNone) table.in_use = 0;  // spaCy looks at no table for these
    tables_.push_back(table);
    for (std::size_t r = 0; r < rules.size(); ++r) {
      const std::string_view old_end = rules[r][0].text();
      const std::string_view new_end = rules[r][1].text();
      // So that a form is all letters just where the word was: english/lemmatizer.cc.
      if (is_letters(old_end) != is_letters(new_end)) return "a rule that turns letters into marks";
      rules_.emplace_back(old_end);
      rules_.emplace_back(new_end);
    }
    for (std::size_t i = 0; i < index.size(); ++i) index_.emplace(lemma_key(pos, index[i].text()));
    std::size_t forms = 0;
    for (const auto& [word, lemmas] : exceptions.members()) {
      exceptions_.emplace(lemma_key(pos, word.text()), LemmaForms{static_cast<std::uint32_t>(exception_forms_.size()),
                                                                  static_cast<std::uint32_t>(lemmas.size())});
      for (std::size_t i = 0; i < lemmas.size(); ++i) exception_forms_.emplace_back(lemmas[i].text());
      ++forms;
    }
    wanted_ += distinct(index) + forms;
    return index_.size() + exceptions_.size() == wanted_ ? "" : "two words with one key";
  }

  void write(english::ModelWriter& writer) const {
    writer.add("lemmatizer/tables", tables_);
    english::add_strings(writer, "lemmatizer/rules", rules_);
    writer.add("lemmatizer/index", english::make_key_table(std::vector<std::uint64_t>(index_.begin(), index_.end())));
    std::vector<std::uint64_t> keys;
    keys.reserve(exceptions_.size());
    for (const auto& [key, forms] : exceptions_) keys.push_back(key);
    const std::vector<std::uint64_t> table = english::make_key_table(keys);
    std::vector<LemmaForms> runs(table.size());
    for (std::size_t slot = 0; slot < table.size(); ++slot) {
      if (table[slot] != 0) runs[slot] = exceptions_.at(table[slot]);
    }
    writer.add("lemmatizer/exceptions", table);
    writer.add("lemmatizer/exception_runs", runs);
    english::add_strings(writer, "lemmatizer/exception_forms", exception_forms_);
  }

 private:
  static std::size_t distinct(const Value& list) {
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < list.size(); ++i) words.insert(list[i].text());
    return words.size();
  }

  std::vector<LemmaTable> tables_;
  std::vector<std::string> rules_;
  std::set<std::uint64_t> index_;
  std::map<std::uint64_t, LemmaForms> exceptions_;
  std::vector<std::string> exception_forms_;
  std::size_t wanted_ = 0;
};

}  // namespace

Status convert_lemmas(const std::filesystem::path& folder, english::ModelWriter& writer, const Morphologies& morphologies) {
  const std::filesystem::path file = folder / "lemmatizer/lookups/lookups.bin";
  const Result<Document> document = Document::read(file);
  if (!document) return document.error();
  Lemmas lemmas;
  for (std::size_t p = 0; p < kPosCount; ++p) {
    const auto pos = static_cast<Pos>(p);
    const std::uint64_t id = english::string_id(lower_name(pos));
    const auto table = [&](std::string_view name) { return document->root()[name].at(id); };
    const std::string fault = lemmas.add(pos, table("lemma_rules"), table("lemma_exc"), table("lemma_index"));
    if (!fault.empty()) return Error{file.string() + ": " + lower_name(pos) + ": " + fault};
    if (pos == Pos::kNoun && table("lemma_index").size() == 0) return Error{file.string() + ": no index of nouns"};
  }
  lemmas.write(writer);
  std::vector<std::uint32_t> base_forms;
  for (const std::string& features : morphologies.list()) {
    std::uint32_t bits = 0;
    for (std::size_t p = 0; p < kPosCount; ++p) bits |= is_base_form(static_cast<Pos>(p), features) ? 1U << p : 0U;
    base_forms.push_back(bits);
  }
  writer.add("lemmatizer/base_forms", base_forms);
  return Done{};
}

}  // namespace tetrapla::convert
