#include "collate/quotations_verdict.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/table.h"
#include "collate/data/voices.h"
#include "collate/quotations_forms.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kMaxNamed = 4;  // differences or reports told in `why`; the rest is counted

class Verdict {
 public:
  Verdict(const Inputs& inputs, const Names& names) : inputs_(inputs), names_(names) {
    for (const auto& row : base::rows_of(data::voices())) {
      voices_.emplace_back(row[0]);
      std::replace(voices_.back().begin(), voices_.back().end(), '_', ' ');
    }
  }

  /// Status and `why`.
  void decide(Claim& claim, const std::vector<Witness>& witnesses) const {
    std::map<std::pair<std::uint32_t, std::string>, std::set<ReportIndex>> changes;
    std::map<std::uint32_t, std::set<ReportIndex>> persons;
    std::set<std::uint32_t> speaking_for;
    std::set<ReportIndex> cuts;
    std::set<ReportIndex> whole;
    std::set<ReportIndex> echoes;
    for (const Witness& witness : witnesses) {
      if (!witness.quoted) {
        echoes.insert(witness.report);
        continue;
      }
      for (const auto& change : witness.changes) changes[change].insert(witness.report);
      if (witness.person) {
        persons[*witness.person].insert(witness.report);
        for (const Attribution& source : witness.sources) {
          if (speaks_for_other(source)) speaking_for.insert(*witness.person);
        }
      }
      (witness.cut_begin || witness.cut_end || witness.cut_middle ? cuts : whole).insert(witness.report);
    }
    for (const ReportIndex report : whole) cuts.erase(report);
    bool other_speaker = false;
    for (auto a = persons.begin(); a != persons.end(); ++a) {
      for (auto b = std::next(a); b != persons.end(); ++b) {
        if (!speaking_for.contains(a->first) && !speaking_for.contains(b->first)) {
          other_speaker = other_speaker || two_persons(names_, a->first, b->first);
        }
      }
    }
    const bool differs = (!changes.empty() || other_speaker) && claim.readings.size() > 1;
    claim.status = differs ? ClaimStatus::kDiffers : claim.lines.size() > 1 ? ClaimStatus::kAgreed : ClaimStatus::kSingleLine;
    std::vector<std::string> parts;
    if (differs) {
      // By report: what each changes.
      std::map<std::set<ReportIndex>, std::vector<std::string>> by_reports;
      for (const auto& [change, reports] : changes) {
        auto& list = by_reports[reports];
        if (std::find(list.begin(), list.end(), change.second) == list.end()) list.push_back(change.second);
      }
      for (auto& [reports, list] : by_reports) {
        std::string what;
        for (std::size_t k = 0; k < list.size() && k < kMaxNamed; ++k) what += (k == 0 ? "" : ", ") + list[k];
        if (list.size() > kMaxNamed) what += " and " + std::to_string(list.size() - kMaxNamed) + " more";
        parts.push_back(listed(reports) + ": " + what);
      }
      if (other_speaker) {
        std::string what = "speaker ";
        bool first = true;
        for (const auto& [person, reports] : persons) {
          what += (first ? "" : ", ") + names_.entries()[person].name + " in " + listed(reports);
          first = false;
        }
        parts.push_back(what);
      }
    } else if (claim.lines.size() > 1) {
      parts.push_back("the same words in " + std::to_string(claim.lines.size()) + " lines");
    }
    if (!cuts.empty() && claim.readings.size() > 1) parts.push_back("shortened in " + listed(cuts));
    if (!echoes.empty()) parts.push_back("without quotation marks in " + listed(echoes));
    for (std::size_t k = 0; k < parts.size(); ++k) claim.why += (k == 0 ? "" : "; ") + parts[k];
  }

 private:
  [[nodiscard]] const std::string& id(ReportIndex report) const { return inputs_.reports[report].meta.id; }

  [[nodiscard]] std::string listed(const std::set<ReportIndex>& reports) const {
    std::string result;
    std::size_t count = 0;
    for (const ReportIndex report : reports) {
      if (count == kMaxNamed && reports.size() > kMaxNamed + 1) {
        return result + " and " + std::to_string(reports.size() - count) + " more";
      }
      result += (count == 0 ? "" : count + 1 == reports.size() ? " and " : ", ") + id(report);
      ++count;
    }
    return result;
  }

  /// Whoever speaks for another ("Reid's rep, Jack Ketsoyan") is no contradiction to that other.
  [[nodiscard]] bool speaks_for_other(const Attribution& source) const {
    constexpr std::uint32_t kBeside = 60;
    const std::string& text = inputs_.reports[source.citation.report].text;
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t begin = source.citation.span.begin > kBeside ? source.citation.span.begin - kBeside : 0;
    const std::string_view around =
        std::string_view(text).substr(begin, std::min(size, source.citation.span.end + kBeside) - begin);
    return std::any_of(voices_.begin(), voices_.end(),
                       [&](std::string_view word) { return around.find(word) != std::string_view::npos; });
  }

  const Inputs& inputs_;
  const Names& names_;
  std::vector<std::string> voices_;
};

}  // namespace

void judge_quotation(const Inputs& inputs, const Names& names, Claim& claim, const std::vector<Witness>& witnesses) {
  Verdict(inputs, names).decide(claim, witnesses);
}

}  // namespace tetrapla::collate
