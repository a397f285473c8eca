// Each bearer's written names (names_join.cc) make one entry: the label that most of its mentions have, the fullest common spelling, and
// every surface with the reports that have it.
#include "collate/names.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "collate/names_join.h"
#include "collate/names_match.h"

namespace tetrapla::collate {
namespace {

/// The form most reports have among those with a given name; the longest where reports do not decide.
std::string fullest(const std::map<std::string, std::set<ReportIndex>>& spellings, std::string_view label) {
  const auto words = [&](const std::string& name) { return name_words(name, label).size(); };
  const auto shout = [](const std::string& name) {  // a headline's, not an acronym's capitals
    return name.size() > 4 && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  const std::string* best = nullptr;
  std::tuple<bool, bool, std::size_t, std::size_t> most{};
  for (const auto& [name, reports] : spellings) {
    const std::tuple<bool, bool, std::size_t, std::size_t> rank{words(name) > 1, !shout(name), reports.size(), name.size()};
    if (best == nullptr || rank > most) {
      best = &name;
      most = rank;
    }
  }
  return best == nullptr ? std::string() : *best;
}

}  // namespace

Names::Names(const std::vector<Report>& reports, const std::vector<language::Annotation>& annotations) {
  struct Draft {
    NameEntry entry;
    std::map<std::string, std::set<ReportIndex>> spellings;
  };
  std::vector<Draft> drafts;
  for (const auto& group : join_names(reports, annotations)) {
    Draft draft;
    std::map<std::string, std::uint32_t> labels;
    std::map<std::string, std::set<ReportIndex>> surfaces;
    std::set<ReportIndex> reports_with;
    bool told = false;
    for (const WrittenName& node : group) {
      for (const auto& [label, count] : node.labels) {  // a single word is called an organisation where nothing speaks for anything
        labels[label] += node.words.size() > 1 ? 8 * count : label == "ORG" ? count : 4 * count;
      }
      told = told || node.told;
      reports_with.insert(node.reports.begin(), node.reports.end());
      for (const auto& [name, in] : node.spellings) draft.spellings[name].insert(in.begin(), in.end());
      for (const auto& [surface, in] : node.surfaces) surfaces[surface].insert(in.begin(), in.end());
    }
    if (!told && reports_with.size() < 2) continue;  // one report's lone word with a capital: who knows what it is
    std::uint32_t best = 0;
    for (const auto& [label, count] : labels) {
      if (count > best) {
        best = count;
        draft.entry.label = label;
      }
    }
    draft.entry.name = fullest(draft.spellings, draft.entry.label);
    for (const auto& [surface, in] : surfaces) draft.entry.variants.push_back({surface, {in.begin(), in.end()}});
    if (!draft.entry.variants.empty()) drafts.push_back(std::move(draft));
  }
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return std::tie(a.entry.label, a.entry.name) < std::tie(b.entry.label, b.entry.name);
  });
  for (Draft& draft : drafts) {
    const auto index = static_cast<std::uint32_t>(entries_.size());
    for (const auto& [name, in] : draft.spellings) {
      for (const ReportIndex report : in) index_.emplace(std::pair{report, name}, index);
    }
    entries_.push_back(std::move(draft.entry));
  }
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    for (const NameEntry::Variant& variant : entries_[index].variants) {
      for (const ReportIndex report : variant.reports) index_.emplace(std::pair{report, variant.text}, index);
    }
  }
}

std::optional<std::uint32_t> Names::find(ReportIndex report, std::string_view name) const {
  const auto found = index_.find({report, std::string(name)});
  return found == index_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace tetrapla::collate
