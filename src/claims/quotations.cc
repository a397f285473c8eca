// Quoted runs, in text order, each with the reporting clause nearest to it. A run without one goes on with the speaker of the run before it
// where the two stand in one stretch of speech. Words in marks that nobody speaks (titles, slogans, "leader") are left out.
#include <algorithm>

#include "claims/claims.h"
#include "claims/quotations_lexicon.h"
#include "claims/quotations_phrases.h"
#include "claims/quotations_scene.h"
#include "claims/quotations_sources.h"
#include "claims/quotations_speakers.h"

namespace tetrapla::claims {
namespace {

using language::TokenRange;
using quotations::Attribution;
using quotations::kNone;
using quotations::Run;
using quotations::Scene;
using quotations::WordClass;

constexpr std::uint32_t kFragmentWords = 3;  // shorter ones without a speaker are mostly titles and scare quotes
constexpr std::uint32_t kManyParagraphs = 3;
constexpr std::uint32_t kNearWords = 12;  // between a reporting verb and a short fragment that it governs

bool begins_sentence(const Scene& scene, const Run& run) {
  const std::uint32_t first = run.around.begin;
  return first == 0 || scene.paragraph(first - 1) != scene.paragraph(first) || scene.frame_begin(first) >= first ||
         scene.token(first).sentence != scene.token(first - 1).sentence || scene.lower(first - 1) == ".";
}

/// Words of a title, a name or a slogan: each but the small ones with a capital.
bool looks_like_title(const Scene& scene, const Run& run) {
  std::uint32_t capitals = 0;
  std::uint32_t others = 0;
  for (std::uint32_t k = run.inside.begin; k < run.inside.end; ++k) {
    if (!scene.is_word(k) || scene.token(k).kind == language::TokenKind::kNumber) continue;
    if (scene.is_capital(k)) {
      ++capitals;
    } else if (scene.lower(k).size() > 3) {
      ++others;
    }
  }
  return capitals > 0 && others == 0 && (capitals > 1 || run.words == 1) && run.words <= 10;
}

bool in_title(const Scene& scene, const Run& run) {
  const auto& title = scene.annotation().report->title_span;
  return title && title->contains(run.inner);
}

bool scare_quotes(const Scene& scene, const Run& run, const Attribution& found, bool inherited) {
  if (run.words == 0) return true;
  const std::uint32_t first = run.around.begin;
  const auto before = [&](std::uint32_t back) {
    return first >= back && !scene.quoted(first - back) ? scene.lower(first - back) : std::string_view();
  };
  if (before(1) == "called" && before(2) == "so") return true;
  if (before(1) == "so-called" || (before(1) == "called" && before(2) == "-" && before(3) == "so")) return true;
  if (run.words <= 10 && !in_title(scene, run) && looks_like_title(scene, run)) {
    const char last = scene.annotation().text()[run.inner.end - 1];
    // "In his book, 'The Long Road Home,' published in May, Holm wrote that": the clause far behind is not the title's.
    const bool close = std::min(found.cue.begin, found.source.size() > 0 ? found.source.begin : kNone) <= run.around.end + 2;
    const bool sentence = begins_sentence(scene, run) || (first > 0 && scene.lower(first - 1) == ":");
    if (!(last == '!' || last == '?' || (last == '.' && sentence) || (last == ',' && found.after && close))) return true;
  }
  const bool spoken = found.found() && found.source.size() > 0;
  // A headline's "Armed and Dangerous" with nobody beside it.
  const bool beside = found.found() && (found.after ? found.cue.begin <= run.around.end + 2 : found.cue.end + 1 >= first);
  if (!(spoken && beside) && !inherited && run.words <= kFragmentWords && in_title(scene, run) && looks_like_title(scene, run))
    return true;
  // A whole article between marks: speech of so many paragraphs would have a speaker.
  if (!spoken && !inherited && scene.paragraph(run.inside.end - 1) - scene.paragraph(run.inside.begin) >= kManyParagraphs)
    return true;
  // "said in an e-mailed 'traffic update'": what the words were said in, not the words.
  if (spoken && !inherited && !found.after && run.words <= 4 && found.cue.end < first) {
    const std::uint32_t k = found.cue.end;
    if ((scene.lower(k) == "in" || scene.lower(k) == "on") && first - k <= 5) return true;
  }
  if (run.words >= kFragmentWords) return false;
  if (run.words <= 2 && !found.found() && !inherited) return true;
  if (!spoken && !found.naming) return true;
  if (found.after) return run.words == 1 || found.cue.begin > run.around.end + 4 + found.source.size();
  if (found.from_before || inherited) return false;
  return first - found.cue.end > kNearWords || (run.words == 1 && !found.naming && first - found.cue.end > 4);
}

/// Whether the speech of `before` simply goes on in `run`: nothing but its reporting clause stands between, or nothing at all.
bool goes_on(const Scene& scene, const Run& before, const Attribution& cue, const Run& run) {
  if (before.continues) return true;
  const std::uint32_t gap_begin = before.around.end;
  const std::uint32_t gap_end = run.around.begin;
  if (!begins_sentence(scene, run)) return false;
  const std::uint32_t paragraphs = scene.paragraph(run.around.begin) - scene.paragraph(before.around.end - 1);
  if (paragraphs > 2) return false;
  std::uint32_t sentences = 0;
  for (std::uint32_t k = gap_begin; k < gap_end; ++k) {
    if (k == gap_begin || scene.token(k).sentence != scene.token(k - 1).sentence) ++sentences;
  }
  if (gap_begin == gap_end) return paragraphs <= 1;
  // The clause stands between, and its sentence ends where the new run begins.
  const bool between = cue.found() && cue.cue.begin >= gap_begin && cue.cue.end <= gap_end;
  return between && sentences <= 1 && scene.frame_end(cue.cue.begin) + 2 >= gap_end;
}

/// `"A," he said, "b."`: one sentence, cut by its clause.
bool same_sentence(const Scene& scene, const Run& before, const Attribution& cue, const Run& run) {
  const std::uint32_t gap_begin = before.around.end;
  const std::uint32_t gap_end = run.around.begin;
  if (gap_begin >= gap_end || !cue.found() || !cue.after || cue.cue.begin < gap_begin || cue.cue.end > gap_end) return false;
  if (scene.paragraph(gap_begin) != scene.paragraph(run.around.begin)) return false;
  if (scene.lower(gap_end - 1) != "," && scene.lower(gap_end - 1) != "—" && scene.lower(gap_end - 1) != "-") return false;
  for (std::uint32_t k = gap_begin; k + 1 < gap_end; ++k) {
    if (scene.lower(k) == ".") return false;
    // "…," he said, adding that "…": another clause of its own.
    if (k >= cue.cue.end && scene.lexicon().cue(scene.lower(k)) != nullptr) return false;
  }
  const char last = scene.annotation().text()[before.inner.end - 1];
  return last == ',' || scene.lower(gap_begin) == "," || !scene.is_capital(run.inside.begin) || last == '-';
}

QuotationKind kind_of(const Scene& scene, const Run& run, const Attribution& found) {
  if (run.words < 4 || found.naming) return QuotationKind::kMixed;
  const std::uint32_t first = run.around.begin;
  if (begins_sentence(scene, run)) return QuotationKind::kDirect;
  const std::string_view before = scene.lower(first - 1);
  if (before == ":" || before == "," || (found.found() && found.cue.end == first)) {
    return scene.is_capital(run.inside.begin) ? QuotationKind::kDirect : QuotationKind::kMixed;
  }
  return QuotationKind::kMixed;
}

struct Found {
  Attribution by;
  std::string speaker;
  bool has_speaker = false;
  std::size_t quotation = 0;  ///< index into the result
  bool kept = false;
};

}  // namespace

std::vector<Quotation> find_quotations(const language::Annotation& annotation) {
  const quotations::Lexicon lexicon;
  const Scene scene(annotation, lexicon);
  quotations::Speakers speakers(scene);
  const auto& runs = scene.runs();
  std::vector<Quotation> result;
  std::vector<Found> all(runs.size());
  for (std::uint32_t number = 0; number < runs.size(); ++number) {
    const Run& run = runs[number];
    Found& now = all[number];
    const Found* last = number > 0 ? &all[number - 1] : nullptr;
    now.by = quotations::attribute(scene, number, last != nullptr ? &last->by : nullptr);
    now.by.source = quotations::somebody(scene, now.by.source);
    const bool inherits = now.by.source.size() == 0 && last != nullptr && (last->has_speaker || last->by.found()) &&
                          goes_on(scene, runs[number - 1], last->by, run);
    if (inherits) {
      now.by = last->by;
      now.by.after = false;
      now.speaker = last->speaker;
      now.has_speaker = last->has_speaker;
    } else if (now.by.from_before && last != nullptr && now.by.source == last->by.source) {
      now.speaker = last->speaker;
      now.has_speaker = last->has_speaker;
    } else {
      if (!now.by.found() && run.words >= kFragmentWords && begins_sentence(scene, run) && run.around.begin > 0 &&
          !scene.quoted(run.around.begin - 1) && scene.paragraph(run.around.begin) - scene.paragraph(run.around.begin - 1) <= 1) {
        // "The minister promised answers. '…'"; from another paragraph only "released a statement".
        Attribution led = quotations::attribute_sentence(scene, run.around.begin - 1);
        led.source = quotations::somebody(scene, led.source);
        if (led.document || scene.paragraph(run.around.begin) == scene.paragraph(run.around.begin - 1)) now.by = led;
      }
      now.speaker = speakers.name(now.by.source, run.inside, now.by.act);
      now.has_speaker = !now.speaker.empty();
    }
    if (scare_quotes(scene, run, now.by, inherits)) continue;
    if (run.words < kFragmentWords && !now.has_speaker) continue;  // "she's 'certain'": a word of nobody in sight is no claim
    if (last != nullptr && last->kept && !inherits && same_sentence(scene, runs[number - 1], last->by, run) &&
        (!now.by.found() || now.by.from_before || now.by.cue == last->by.cue)) {
      result[last->quotation].content.push_back(run.inner);
      now.by = last->by;
      now.speaker = last->speaker;
      now.has_speaker = last->has_speaker;
      now.quotation = last->quotation;
      now.kept = true;
      continue;
    }
    Quotation quotation;
    quotation.kind = kind_of(scene, run, now.by);
    quotation.act = std::string(now.by.act);
    quotation.content.push_back(run.inner);
    if (now.by.cue.size() > 0) quotation.cue.push_back(annotation.span_of(now.by.cue));
    if (now.by.source.size() > 0) quotation.source.push_back(annotation.span_of(now.by.source));
    quotation.speaker = now.speaker;
    quotation.sentence = scene.token(run.inside.begin).sentence;
    now.quotation = result.size();
    now.kept = true;
    result.push_back(std::move(quotation));
  }
  // A speech in several paragraphs has its clause after the last of them.
  for (std::size_t number = runs.size(); number-- > 1;) {
    const Found& now = all[number];
    Found& before = all[number - 1];
    if (!runs[number - 1].continues || !now.kept || !before.kept || before.has_speaker || !now.has_speaker) continue;
    Quotation& earlier = result[before.quotation];
    earlier.speaker = now.speaker;
    earlier.source = result[now.quotation].source;
    earlier.cue = result[now.quotation].cue;
    before.speaker = now.speaker;
    before.has_speaker = true;
  }
  return result;
}

}  // namespace tetrapla::claims
