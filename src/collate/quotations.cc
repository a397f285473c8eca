// Groups of units that give the same words → claims. In each group one unit is the base (base_of); what each report has of it (a witness, as
// textual criticism says) is compared with the base word by word. Witnesses of one wording and one speaker are a reading.
#include "collate/quotations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "collate/quotations_echoes.h"
#include "collate/quotations_forms.h"
#include "collate/quotations_verdict.h"
#include "collate/quotations_witness.h"
#include "collate/quotations_words.h"
#include "collate/settle.h"
#include "text/reading.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kLabelWords = 9;

/// The words of a place as they stand there.
std::string shown(const Inputs& inputs, ReportIndex report, Span span) {
  const Report& source = inputs.reports[report];
  return text::plain(source.text, span, source.excluded);
}

class Collation {
 public:
  Collation(const Inputs& inputs, const Names& names) : inputs_(inputs), names_(names), all_(group_quotations(inputs, names)) {}

  std::vector<Claim> run() {
    std::vector<Claim> claims;
    const std::vector<Echo> echoes = find_echoes(inputs_, all_);
    auto echo = echoes.begin();
    for (std::uint32_t group = 0; group < all_.groups.size(); ++group) {
      std::vector<Witness> witnesses = read_witnesses(inputs_, names_, all_, all_.groups[group]);
      const Unit& base = base_of(inputs_, all_, all_.groups[group]);
      for (; echo != echoes.end() && echo->group == group; ++echo) witnesses.push_back(echo_witness(all_, *echo, base));
      claims.push_back(claim_of(witnesses));
    }
    return claims;
  }

 private:
  [[nodiscard]] std::string text_of(const Witness& witness) const {
    std::string result;
    for (const Span& piece : witness.pieces) {
      std::string words = shown(inputs_, witness.report, piece);
      const bool last = &piece == &witness.pieces.back();
      while (!words.empty() && (words.back() == ',' || words.back() == ' ') && (last || words.back() == ' ')) words.pop_back();
      if (words.empty()) continue;
      result += (result.empty() ? "" : " … ") + words;
    }
    return result;
  }

  /// A bare surname is the fuller name's that another report has.
  void unite_persons(std::vector<Witness>& witnesses) const {
    const auto fuller = [&](std::uint32_t a, std::uint32_t b) {
      const std::string& x = names_.entries()[a].name;
      const std::string& y = names_.entries()[b].name;
      return std::tuple(x.size(), y, b) > std::tuple(y.size(), x, a);
    };
    for (Witness& witness : witnesses) {
      if (!witness.person) continue;
      for (const Witness& other : witnesses) {
        if (other.person && !two_persons(names_, witness.person, other.person) && fuller(*other.person, *witness.person))
          witness.person = other.person;
      }
    }
  }

  [[nodiscard]] Claim claim_of(std::vector<Witness>& witnesses) const {
    Claim claim;
    claim.kind = ClaimKind::kQuotation;
    unite_persons(witnesses);
    // Equal wordings by one person, or by nobody known, are one reading.
    using Key = std::pair<std::vector<std::string>, std::optional<std::uint32_t>>;
    std::map<Key, std::vector<const Witness*>> by_wording;
    for (const Witness& witness : witnesses) {
      if (witness.quoted) by_wording[{witness.words, witness.person}].push_back(&witness);
    }
    for (auto place = by_wording.begin(); place != by_wording.end();) {
      if (place->first.second) {
        ++place;
        continue;
      }
      // Where exactly one person says these words, those who name nobody mean no other.
      auto person = std::next(place);
      std::size_t persons = 0;
      auto only = by_wording.end();
      for (; person != by_wording.end() && person->first.first == place->first.first; ++person) {
        ++persons;
        only = person;
      }
      if (persons == 1) {
        only->second.insert(only->second.end(), place->second.begin(), place->second.end());
        place = by_wording.erase(place);
      } else {
        ++place;
      }
    }
    struct Draft {
      Reading reading;
      std::tuple<int, std::size_t, Citation> rank;
    };
    std::vector<Draft> drafts;
    for (auto& [key, group] : by_wording) {
      std::sort(group.begin(), group.end(), [](const Witness* a, const Witness* b) {
        return std::tuple(a->report, a->pieces.front()) < std::tuple(b->report, b->pieces.front());
      });
      drafts.push_back({reading_of(group), {}});
      Draft& draft = drafts.back();
      const Witness& first = *group.front();
      const int form = !first.changes.empty() ? 2 : first.cut_begin || first.cut_end || first.cut_middle ? 1 : 0;
      draft.rank = {form, SIZE_MAX - key.first.size(), draft.reading.citations.front()};
    }
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.rank < b.rank; });
    for (Draft& draft : drafts) claim.readings.push_back(std::move(draft.reading));
    // The words without marks are no wording of their own: their places stand with the first.
    std::vector<Citation>& places = claim.readings.front().citations;
    for (const Witness& witness : witnesses) {
      if (!witness.quoted) places.push_back(cite(inputs_, witness.report, witness.pieces.front()));
    }
    std::sort(places.begin(), places.end());
    settle(inputs_, claim);
    judge_quotation(inputs_, names_, claim, witnesses);
    claim.label = label_of(claim);
    return claim;
  }

  [[nodiscard]] Reading reading_of(const std::vector<const Witness*>& group) const {
    Reading reading;
    reading.text = text_of(*group.front());
    for (const Witness* witness : group) {
      if (reading.speaker.empty()) reading.speaker = witness->speaker;
      if (witness->person) {
        reading.speaker = names_.entries()[*witness->person].name;
        break;
      }
    }
    for (const Witness* witness : group) {
      std::uint32_t part = 0;
      for (const Span& piece : witness->pieces) {
        reading.citations.push_back(cite(inputs_, witness->report, piece, witness->pieces.size() > 1 ? ++part : 0));
      }
      for (const Attribution& source : witness->sources) {
        const auto same = [&](const Attribution& known) { return known.name == source.name; };
        if (std::none_of(reading.attributed_to.begin(), reading.attributed_to.end(), same)) reading.attributed_to.push_back(source);
      }
    }
    return reading;
  }

  [[nodiscard]] static std::string label_of(const Claim& claim) {
    const Reading& reading = claim.readings.front();
    std::string speaker;
    for (const Reading& each : claim.readings) {
      if (speaker.empty()) speaker = each.speaker;
    }
    std::size_t end = 0;
    std::size_t words = 0;
    while (end < reading.text.size() && words < kLabelWords) {
      end = reading.text.find(' ', end + 1);
      if (end == std::string::npos) end = reading.text.size();
      ++words;
    }
    std::string head = reading.text.substr(0, end);
    if (end < reading.text.size()) {
      while (!head.empty() && (head.back() == ',' || head.back() == '.' || head.back() == ';')) head.pop_back();
      head += " …";
    }
    return (speaker.empty() ? "" : speaker + ": ") + "“" + head + "”";
  }

  const Inputs& inputs_;
  const Names& names_;
  QuoteGroups all_;
};

}  // namespace

std::vector<Claim> collate_quotations(const Inputs& inputs, const Names& names) { return Collation(inputs, names).run(); }

}  // namespace tetrapla::collate
