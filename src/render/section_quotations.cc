// QUOTATIONS: the same words in several lines or wordings, with what differs marked word by word.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/display.h"
#include "render/variants.h"
#include "render/view.h"

namespace tetrapla::render {
namespace {

constexpr std::size_t kQuotations = 6;
constexpr std::size_t kPlaces = 4;
constexpr std::size_t kWords = 24;  // of a quotation, besides those around its marks
constexpr unsigned kIndent = 4;

std::string_view sign(ClaimStatus status) {
  return status == ClaimStatus::kDiffers ? "≠" : status == ClaimStatus::kUpdated ? "→" : "=";
}

bool has_one_speaker(const Claim& claim) {
  std::set<std::string> speakers;
  for (const Reading& reading : claim.readings) speakers.insert(clean(reading.speaker));
  return speakers.size() == 1;
}

class QuotationsSection {
 public:
  explicit QuotationsSection(View& view) : view_(view) {}

  void write() {
    std::vector<const Claim*> claims;
    for (const Claim& claim : view_.dossier.claims) {
      if (is_compared_quotation(claim) && view_.about.names(claim)) claims.push_back(&claim);
    }
    if (claims.empty()) return;
    std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
      return (a->status == ClaimStatus::kDiffers) > (b->status == ClaimStatus::kDiffers);
    });
    const std::size_t shown = view_.shown(claims.size(), kQuotations);
    claims.resize(std::min(claims.size(), shown), nullptr);
    const std::size_t all =
        static_cast<std::size_t>(std::count_if(view_.dossier.claims.begin(), view_.dossier.claims.end(), [&](const Claim& claim) {
          return is_compared_quotation(claim) && view_.about.names(claim);
        }));
    const bool marked = std::any_of(claims.begin(), claims.end(), [](const Claim* claim) {
      return std::any_of(claim->readings.begin(), claim->readings.end(),
                         [&](const Reading& reading) { return differs(claim->readings.front().text, reading.text); });
    });
    std::vector<std::string> notes;
    if (all > 1) notes.push_back(std::to_string(all));
    if (marked) notes.emplace_back("[changed or added], [−lost] against the wording above");
    view_.heading("QUOTATIONS", fmt::format("{}", fmt::join(notes, " · ")));
    for (const Claim* claim : claims) {
      for (const Reading& reading : claim->readings) {
        for (const Citation& citation : reading.citations) place_ = std::max(place_, width_of(view_.place(citation)) + 2);
      }
    }
    place_ = std::min(place_, view_.page.columns() / 4);
    for (const Claim* claim : claims) write(*claim);
    view_.more(0, all - claims.size());
  }

 private:
  void write(const Claim& claim) {
    view_.page.text(0, {{std::string(sign(claim.status)), claim.status == ClaimStatus::kDiffers ? Ink::kDiffers : Ink::kStrong},
                        {fmt::format(" {}", speakers_of(claim))}});
    for (std::size_t i = 0; i < claim.readings.size(); ++i) write(claim, i, !has_one_speaker(claim));
    if (!claim.silent.empty()) {
      view_.page.row(kIndent, {{{{view_.letters(claim.silent), Ink::kSoft}}, letters_of(claim) - 2}, {{{"—", Ink::kSoft}}, 1}});
    }
    if (claim.status == ClaimStatus::kDiffers && !claim.why.empty()) {
      view_.page.text(kIndent + letters_of(claim), {{view_.names.told(claim.why), Ink::kSoft}});
    }
  }

  // "Marit Solberg", or all that are named: "Marit Solberg / the captain".
  [[nodiscard]] static std::string speakers_of(const Claim& claim) {
    std::vector<std::string> speakers;
    for (const Reading& reading : claim.readings) {
      std::string speaker = clean(reading.speaker);
      if (!speaker.empty() && std::find(speakers.begin(), speakers.end(), speaker) == speakers.end())
        speakers.push_back(std::move(speaker));
    }
    return speakers.empty() ? "nobody is named as the speaker" : fmt::format("{}", fmt::join(speakers, " / "));
  }

  [[nodiscard]] std::string letters(const Reading& reading) const { return view_.letters(view_.lines_for(reading.citations)); }

  [[nodiscard]] unsigned letters_of(const Claim& claim) const {
    unsigned width = std::max(1U, width_of(view_.letters(claim.silent)));
    for (const Reading& reading : claim.readings) width = std::max(width, width_of(letters(reading)));
    return std::min(width, 11U) + 2;
  }

  void write(const Claim& claim, std::size_t index, bool with_speaker) {
    const Reading& reading = claim.readings[index];
    const unsigned letter = letters_of(claim) - 2;
    Runs words = index == 0 ? Runs{{clean(reading.text)}} : marked_variant(claim.readings.front().text, reading.text);
    if (!view_.full) words = condensed(words, kWords);
    Runs all{{"“"}};
    all.insert(all.end(), words.begin(), words.end());
    all.push_back({"”"});
    if (with_speaker && !reading.speaker.empty()) all.push_back({fmt::format(" — {}", clean(reading.speaker))});
    const unsigned width = view_.page.columns() - kIndent - letter - 4 - place_;
    view_.page.row(kIndent, {{{{letters(reading)}}, letter}, {all, width}, {{{places_of(reading), Ink::kSoft}}, place_}});
  }

  [[nodiscard]] std::string places_of(const Reading& reading) {
    std::vector<const Citation*> citations;
    for (const Citation& citation : reading.citations) citations.push_back(&citation);
    std::stable_sort(citations.begin(), citations.end(),
                     [&](const Citation* a, const Citation* b) { return view_.earlier(*a, *b); });
    std::vector<std::string> places;
    for (const Citation* citation : citations) {
      std::string place = view_.place(*citation);
      if (citation->borrowed) place += " (borrowed)";
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
    }
    const std::size_t shown = view_.shown(places.size(), kPlaces);
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : " · ") + places[i];
    if (shown < places.size()) {
      view_.cut = true;
      out += fmt::format(" · … {} more", places.size() - shown);
    }
    return out;
  }

  View& view_;
  unsigned place_ = 0;
};

}  // namespace

void write_quotations(View& view) { QuotationsSection(view).write(); }

}  // namespace tetrapla::render
