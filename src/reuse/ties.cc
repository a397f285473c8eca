#include "reuse/ties.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace tetrapla::reuse {
namespace {

/// "The Northline" is " northline ": between spaces, so that names are found as whole words.
std::string folded_name(std::string_view name) {
  std::string folded = " ";
  for (const text::Word& word : text::find_words(name)) {
    std::string next = text::fold(slice(name, word.span));
    if (folded == " " && (next == "the" || next == "by")) continue;
    folded += next + ' ';
  }
  return folded == " " ? std::string() : folded;
}

bool is_credit(const Disclosure& disclosure) {
  return disclosure.kind == DisclosureKind::kCredit || disclosure.kind == DisclosureKind::kSyndicated ||
         disclosure.kind == DisclosureKind::kAiMade;
}

bool is_digest(const Report& report) {
  return report.kind == ReportKind::kDigest ||
         std::any_of(report.disclosures.begin(), report.disclosures.end(),
                     [](const Disclosure& disclosure) { return disclosure.kind == DisclosureKind::kAiMade; });
}

std::vector<std::string> credits_of(const Report& report) {
  std::vector<std::string> credits;
  for (const Disclosure& disclosure : report.disclosures) {
    if (!is_credit(disclosure)) continue;
    for (const std::string& name : disclosure.names) credits.push_back(folded_name(name));
  }
  std::erase(credits, std::string());
  return credits;
}

/// Whether a credit of `report` has the name: one of its names begins with it ("Northline News Agency"), or where it gives none ("made from
/// Northline reports") it stands in the credit's words.
bool credits(const Report& report, const std::string& name) {
  if (name.empty()) return false;
  return std::any_of(report.disclosures.begin(), report.disclosures.end(), [&](const Disclosure& disclosure) {
    if (!is_credit(disclosure)) return false;
    if (disclosure.names.empty()) return folded_name(slice(report.text, disclosure.span)).find(name) != std::string::npos;
    return std::any_of(disclosure.names.begin(), disclosure.names.end(),
                       [&](const std::string& each) { return folded_name(each).starts_with(name); });
  });
}

/// Whether `a` says that it was made from what `b`'s publisher reported, or from the report of that id.
bool names(const Report& a, const Report& b) {
  const std::string own = folded_name(a.meta.publisher);
  const std::string publisher = folded_name(b.meta.publisher);
  return (publisher != own && credits(a, publisher)) || std::ranges::count(credits_of(a), folded_name(b.meta.id)) > 0;
}

/// An agency that both credit, folded; empty where there is none.
std::string shared_agency(const Report& a, const Report& b) {
  for (const std::string& name : credits_of(a)) {
    if (credits(b, name)) return name;
  }
  for (const std::string& name : credits_of(b)) {
    if (credits(a, name)) return name;
  }
  return {};
}

/// Whether another house than the agency is known to have published the report.
bool is_outside(const Report& report, const std::string& agency) {
  const std::string publisher = folded_name(report.meta.publisher);
  return !publisher.empty() && publisher.find(agency) == std::string::npos && agency.find(publisher) == std::string::npos;
}

}  // namespace

Tie tie_between(const Report& a, const Report& b) {
  if (names(a, b) || names(b, a)) return Tie::kNamesOther;
  if (const std::string agency = shared_agency(a, b); !agency.empty()) {
    if (is_digest(a) != is_digest(b)) return Tie::kNamesOther;
    return is_outside(a, agency) && is_outside(b, agency) ? Tie::kCommonAgency : Tie::kSameAgency;
  }
  return !a.meta.publisher.empty() && a.meta.publisher == b.meta.publisher ? Tie::kSameHouse : Tie::kNone;
}

std::optional<int> side_by_credit(const Report& a, const Report& b) {
  if (names(a, b) != names(b, a)) return names(a, b) ? 0 : 1;
  if (is_digest(a) != is_digest(b)) return is_digest(a) ? 0 : 1;
  const std::string agency = shared_agency(a, b);
  if (agency.empty() || is_outside(a, agency) == is_outside(b, agency)) return std::nullopt;
  return is_outside(a, agency) ? 0 : 1;
}

bool credits_agency(const Report& report) {
  return std::any_of(report.disclosures.begin(), report.disclosures.end(), [](const Disclosure& disclosure) {
    return (disclosure.kind == DisclosureKind::kCredit || disclosure.kind == DisclosureKind::kSyndicated) &&
           !disclosure.names.empty();
  });
}

}  // namespace tetrapla::reuse
