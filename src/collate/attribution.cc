#include "collate/attribution.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "collate/settle.h"

namespace tetrapla::collate {
namespace {

/// As all reports know the bearer; a description stays as it is.
std::string known_name(const Names& names, ReportIndex report, const std::string& name) {
  const auto entry = names.find(report, name);
  return entry ? names.entries()[*entry].name : name;
}

bool holds(const claims::Quotation& quotation, Span place) {
  return std::any_of(quotation.content.begin(), quotation.content.end(), [&](const Span& piece) { return piece.contains(place); });
}

}  // namespace

std::vector<Attribution> attributions_at(const Inputs& inputs, const Names& names, ReportIndex report, Span place) {
  std::vector<Attribution> result;
  const claims::Claims& claims = inputs.claims[report];
  for (const claims::Quotation& quotation : claims.quotations) {
    if (!holds(quotation, place)) continue;
    if (quotation.speaker.empty() || quotation.source.empty() || quotation.act == "asked") return {};
    result.push_back({known_name(names, report, quotation.speaker),
                      cite(inputs, report, hull(quotation.source.front(), quotation.source.back()))});
    return result;
  }
  std::vector<const claims::SentenceSource*> around;
  for (const claims::SentenceSource& source : claims.sources) {
    if (source.clause.contains(place) && !source.source.contains(place)) around.push_back(&source);
  }
  std::stable_sort(around.begin(), around.end(), [](const auto* a, const auto* b) { return a->clause.size() < b->clause.size(); });
  for (const claims::SentenceSource* source : around) {
    add_attributions(result, {{known_name(names, report, source->name), cite(inputs, report, source->source)}});
  }
  return result;
}

std::string source_key(std::string_view name) {
  std::string key;
  for (const char c : name) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (key.starts_with(article)) return key.substr(article.size());
  }
  return key;
}

void add_attributions(std::vector<Attribution>& all, std::vector<Attribution> more) {
  for (Attribution& one : more) {
    const std::string key = source_key(one.name);
    const bool known = std::any_of(all.begin(), all.end(), [&](const Attribution& other) { return source_key(other.name) == key; });
    if (!known) all.push_back(std::move(one));
  }
}

}  // namespace tetrapla::collate
