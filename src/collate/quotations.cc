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
#include "collate/quotations_words.h"
#include "collate/settle.h"
#include "text/reading.h"

namespace tetrapla::collate {
namespace {

constexpr std::size_t kMaxNamed = 4;       // differences or reports told in `why`; the rest is counted
constexpr std::size_t kLabelWords = 9;
constexpr std::uint32_t kRepeated = 3;     // words of the base that two units of a report may share and still be two pieces of it

/// What one report has of a claim: a unit, or several that follow each other.
struct Witness {
  ReportIndex report = 0;
  std::vector<Span> pieces;
  std::vector<std::string> words;
  bool quoted = true;
  std::string speaker;
  std::optional<std::uint32_t> person;
  std::vector<Attribution> sources;
  // Against the base:
  std::uint32_t covered_begin = 0;
  std::uint32_t covered_end = 0;
  bool cut_begin = false;
  bool cut_end = false;
  bool cut_middle = false;
  std::vector<std::pair<std::uint32_t, std::string>> changes;  ///< word of the base, "“earlier” for “before”"
};

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t k = begin; k < end; ++k) result += (k > begin ? " " : "") + words[k];
  return result;
}

std::string in_marks(const std::string& words) { return "“" + words + "”"; }

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
      std::vector<Witness> witnesses = read(all_.groups[group]);
      const Unit& base = base_of(inputs_, all_, all_.groups[group]);
      for (; echo != echoes.end() && echo->group == group; ++echo) witnesses.push_back(heard(*echo, base));
      claims.push_back(claim_of(witnesses));
    }
    return claims;
  }

 private:
  [[nodiscard]] const claims::Quotation& quotation(const Quote& quote) const {
    return inputs_.claims[quote.report].quotations[quote.number];
  }

  /// The places of a unit: one for each piece of the quotation it meets.
  [[nodiscard]] std::vector<Span> places(const Quote& quote, const Unit& unit) const {
    const auto& tokens = inputs_.annotations[quote.report].tokens;
    std::vector<Span> spans;
    for (std::uint32_t k = unit.begin; k < unit.end;) {
      const std::uint32_t piece = quote.piece[k];
      std::uint32_t end = k;
      while (end < unit.end && quote.piece[end] == piece) ++end;
      const Span whole = quotation(quote).content[piece];
      Span span = whole;
      if (k > 0 && quote.piece[k - 1] == piece) span.begin = tokens[quote.words[k].tokens.begin].span.begin;
      if (end < quote.words.size() && quote.piece[end] == piece) {
        const std::uint32_t next = quote.words[end].tokens.begin;
        span.end = std::min(whole.end, tokens[next - 1].span.end);
      }
      spans.push_back(span);
      k = end;
    }
    return spans;
  }

  void compare(Witness& witness, const Unit& base, const std::vector<std::uint32_t>& ids, const std::vector<std::string>& words,
               const std::vector<bool>& gaps, const std::vector<bool>& starts, const Matches& matches) const {
    const Quote& from = all_.quotes[base.quote];
    const auto base_word = [&](std::uint32_t k) -> const std::string& { return from.words[base.begin + k].text; };
    const auto base_words = [&](std::uint32_t begin, std::uint32_t end) {
      std::string result;
      for (std::uint32_t k = begin; k < end; ++k) result += (k > begin ? " " : "") + base_word(k);
      return result;
    };
    const std::uint32_t base_size = base.size();
    const auto size = static_cast<std::uint32_t>(ids.size());
    if (matches.empty()) return;
    const auto change = [&](std::uint32_t i, std::uint32_t i_end, std::uint32_t j, std::uint32_t j_end) {
      if (i == i_end && j == j_end) return;
      const auto gap_in = [&](std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t k = begin; k <= end && k < size; ++k) {
          if (gaps[k]) return true;
        }
        return false;
      };
      const auto base_gap = [&] {
        for (std::uint32_t k = i; k <= i_end && k < base_size; ++k) {
          if (k > 0 && from.words[base.begin + k].gap_before) return true;
        }
        return false;
      };
      if (j == j_end && gap_in(j, j_end)) {
        witness.cut_middle = true;
        return;
      }
      if (i == i_end && base_gap()) return;
      // One word split in two ("co-operate", "any one") changes nothing.
      std::string left;
      std::string right;
      for (std::uint32_t k = i; k < i_end; ++k) left += base_word(k);
      for (std::uint32_t k = j; k < j_end; ++k) right += words[k];
      if (left == right) return;
      if (j == j_end) {
        witness.changes.emplace_back(i, "leaves out " + in_marks(base_words(i, i_end)));
      } else if (i == i_end) {
        witness.changes.emplace_back(i, "adds " + in_marks(join(words, j, j_end)));
      } else {
        witness.changes.emplace_back(i, in_marks(join(words, j, j_end)) + " for " + in_marks(base_words(i, i_end)));
      }
    };
    // The begin: words of the same sentence on both sides are a change, on one side a cut.
    const auto [i0, j0] = matches.front();
    std::uint32_t base_first = i0;
    while (base_first > 0 && !from.starts[base.begin + base_first]) --base_first;
    std::uint32_t own_first = j0;
    while (own_first > 0 && !starts[own_first]) --own_first;
    if (base_first < i0 && own_first < j0) change(base_first, i0, own_first, j0);
    witness.cut_begin = (j0 == 0 && i0 > 0) || base_first > 0;
    for (std::size_t k = 1; k < matches.size(); ++k) {
      change(matches[k - 1].first + 1, matches[k].first, matches[k - 1].second + 1, matches[k].second);
    }
    const auto [i1, j1] = matches.back();
    std::uint32_t base_end = i1 + 1;
    while (base_end < base_size && !from.starts[base.begin + base_end]) ++base_end;
    std::uint32_t own_end = j1 + 1;
    while (own_end < size && !starts[own_end]) ++own_end;
    if (base_end > i1 + 1 && own_end > j1 + 1) change(i1 + 1, base_end, j1 + 1, own_end);
    witness.cut_end = (own_end == j1 + 1 && i1 + 1 < base_size) || base_end < base_size;
    witness.covered_begin = i0;
    witness.covered_end = i1 + 1;
  }

  [[nodiscard]] std::vector<std::uint32_t> ids_of(const Unit& unit) const {
    const auto& ids = all_.quotes[unit.quote].ids;
    return {ids.begin() + unit.begin, ids.begin() + unit.end};
  }

  /// Units of one group, joined to witnesses.
  [[nodiscard]] std::vector<Witness> read(const std::vector<Unit>& units) const {
    const Unit& base = base_of(inputs_, all_, units);
    const std::vector<std::uint32_t> base_ids = ids_of(base);
    std::map<std::vector<std::uint32_t>, Matches> aligned;  // equal wordings are aligned once
    std::vector<Witness> witnesses;
    for (const Unit& unit : units) {
      const Quote& quote = all_.quotes[unit.quote];
      const std::vector<std::uint32_t> ids = ids_of(unit);
      const auto [place, fresh] = aligned.emplace(ids, Matches{});
      if (fresh) place->second = align_words(base_ids, ids);
      Witness witness;
      witness.report = quote.report;
      witness.pieces = places(quote, unit);
      std::vector<bool> gaps;
      std::vector<bool> starts;
      for (std::uint32_t k = unit.begin; k < unit.end; ++k) {
        witness.words.push_back(quote.words[k].text);
        gaps.push_back(k > unit.begin && quote.words[k].gap_before);
        starts.push_back(k == unit.begin || quote.starts[k]);
      }
      compare(witness, base, ids, witness.words, gaps, starts, place->second);
      const claims::Quotation& from = quotation(quote);
      if (!quote.speaker_key.empty()) witness.speaker = from.speaker;  // "she" alone says nobody
      witness.person = quote.person;
      if (!witness.speaker.empty() && !from.source.empty()) {
        witness.sources.push_back({from.speaker, cite(inputs_, quote.report, hull(from.source.front(), from.source.back()))});
      }
      if (witnesses.empty() || !goes_on(witnesses.back(), witness)) {
        witnesses.push_back(std::move(witness));
        continue;
      }
      Witness& before = witnesses.back();
      before.cut_middle = before.cut_middle || witness.covered_begin > before.covered_end;
      before.cut_end = witness.cut_end;
      before.covered_end = witness.covered_end;
      before.pieces.insert(before.pieces.end(), witness.pieces.begin(), witness.pieces.end());
      before.words.insert(before.words.end(), witness.words.begin(), witness.words.end());
      before.changes.insert(before.changes.end(), witness.changes.begin(), witness.changes.end());
      before.sources.insert(before.sources.end(), witness.sources.begin(), witness.sources.end());
      if (before.speaker.empty() || (!before.person && witness.person)) {
        before.speaker = witness.speaker;
        before.person = witness.person;
      }
    }
    return witnesses;
  }

  [[nodiscard]] bool goes_on(const Witness& before, const Witness& next) const {
    return before.report == next.report && next.covered_begin + kRepeated > before.covered_end && next.covered_end > before.covered_end &&
           next.covered_begin > before.covered_begin && !two_persons(names_, before.person, next.person);
  }

  [[nodiscard]] Witness heard(const Echo& echo, const Unit& base) const {
    Witness witness;
    witness.report = echo.report;
    witness.quoted = false;
    witness.pieces = {echo.span};
    for (const SpokenWord& word : echo.words) witness.words.push_back(word.text);
    const Quote& from = all_.quotes[base.quote];
    witness.cut_begin = from.words[base.begin].text != witness.words.front();
    witness.cut_end = from.words[base.end - 1].text != witness.words.back();
    return witness;
  }

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
        if (other.person && !two_persons(names_, witness.person, other.person) && fuller(*other.person, *witness.person)) witness.person = other.person;
      }
    }
  }

  /// Whoever speaks for another ("Reid's rep, Jack Ketsoyan") is no contradiction to that other.
  [[nodiscard]] bool speaks_for_other(const Attribution& source) const {
    constexpr std::uint32_t kBeside = 60;
    const std::string& text = inputs_.reports[source.citation.report].text;
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t begin = source.citation.span.begin > kBeside ? source.citation.span.begin - kBeside : 0;
    const std::string_view around = std::string_view(text).substr(begin, std::min(size, source.citation.span.end + kBeside) - begin);
    for (const std::string_view word : {"spokes", "lawyer", "attorney", " rep ", " rep,", "publicist", "representative", " aide"}) {
      if (around.find(word) != std::string_view::npos) return true;
    }
    return false;
  }

  [[nodiscard]] Claim claim_of(std::vector<Witness>& witnesses) const {
    Claim claim;
    claim.kind = ClaimKind::kQuotation;
    unite_persons(witnesses);
    // Equal wordings by one person, or by nobody known, are one reading.
    using Key = std::pair<std::vector<std::string>, std::optional<std::uint32_t>>;
    std::map<Key, std::vector<const Witness*>> by_wording;
    for (const Witness& witness : witnesses) by_wording[{witness.words, witness.person}].push_back(&witness);
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
      const int form = !first.changes.empty() ? 2 : !first.quoted ? 3 : first.cut_begin || first.cut_end || first.cut_middle ? 1 : 0;
      draft.rank = {form, SIZE_MAX - key.first.size(), draft.reading.citations.front()};
    }
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.rank < b.rank; });
    for (Draft& draft : drafts) claim.readings.push_back(std::move(draft.reading));
    settle(inputs_, claim);
    decide(claim, witnesses);
    claim.label = label_of(claim);
    return claim;
  }

  [[nodiscard]] Reading reading_of(const std::vector<const Witness*>& group) const {
    Reading reading;
    const Witness* shown_one = group.front();
    for (const Witness* witness : group) {
      if (witness->quoted && !shown_one->quoted) shown_one = witness;
    }
    reading.text = text_of(*shown_one);
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
