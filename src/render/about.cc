#include "render/about.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "render/display.h"
#include "render/excerpt.h"

namespace tetrapla::render {
namespace {

// Case and accents make no difference: "Vardø" stays (ø is a letter of its own), "Orbán" is found by "orban".
std::u16string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const auto utf16 = icu::UnicodeString::fromUTF8(clean(text));
  icu::UnicodeString plain = U_SUCCESS(status) ? decompose->normalize(utf16, status) : utf16;
  plain.foldCase();
  std::u16string out;
  for (std::int32_t i = 0; i < plain.length(); ++i) {
    if (u_charType(plain.charAt(i)) != U_NON_SPACING_MARK) out += plain.charAt(i);
  }
  return out;
}

bool is_word(char16_t c) { return u_isalnum(c) != 0 || U16_IS_SURROGATE(c); }

bool holds_word(std::u16string_view text, std::u16string_view word) {
  for (std::size_t at = text.find(word); at != std::u16string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word(text[at - 1]) || !is_word(word.front());
    const bool ends = end == text.size() || !is_word(text[end]) || !is_word(word.back());
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

About::About(const Dossier& dossier, std::string_view words) : dossier_(dossier) {
  const std::u16string asked = folded(words);
  if (asked.empty()) return;
  spellings_.push_back(asked);
  for (const NameEntry& entry : dossier.people) {
    std::vector<std::u16string> all{folded(entry.name)};
    for (const NameEntry::Variant& variant : entry.variants) all.push_back(folded(variant.text));
    std::erase_if(all, [](const std::u16string& spelling) { return spelling.empty(); });
    const bool meant =
        std::any_of(all.begin(), all.end(), [&](const std::u16string& spelling) { return holds_word(spelling, asked); });
    if (meant) spellings_.insert(spellings_.end(), all.begin(), all.end());
  }
  std::sort(spellings_.begin(), spellings_.end());
  spellings_.erase(std::unique(spellings_.begin(), spellings_.end()), spellings_.end());
}

bool About::in(std::string_view text) const {
  const std::u16string line = folded(text);
  return std::any_of(spellings_.begin(), spellings_.end(),
                     [&](const std::u16string& spelling) { return holds_word(line, spelling); });
}

bool About::in(const std::vector<Citation>& citations) const {
  return std::any_of(citations.begin(), citations.end(), [&](const Citation& citation) {
    const Context context = context_of(dossier_.reports[citation.report], citation.span);
    return in(context.before + context.words + context.after);
  });
}

bool About::names(const Claim& claim) const {
  if (spellings_.empty() || in(claim.label)) return true;
  const auto named = [&](const std::string& text) { return in(text); };
  if (std::any_of(claim.sources.begin(), claim.sources.end(), named)) return true;
  return std::any_of(claim.readings.begin(), claim.readings.end(), [&](const Reading& reading) {
    const auto attributed = [&](const Attribution& attribution) { return in(attribution.name); };
    return in(reading.text) || in(reading.counted) || in(reading.speaker) || in(reading.citations) ||
           std::any_of(reading.attributed_to.begin(), reading.attributed_to.end(), attributed);
  });
}

bool About::names(const TimelineEntry& entry) const {
  if (spellings_.empty() || in(entry.label) || in(entry.citations)) return true;
  return std::any_of(entry.claims.begin(), entry.claims.end(), [&](ClaimIndex claim) { return names(dossier_.claims[claim]); });
}

bool About::names(const NameEntry& entry) const {
  if (spellings_.empty() || in(entry.name)) return true;
  return std::any_of(entry.variants.begin(), entry.variants.end(),
                     [&](const NameEntry::Variant& variant) { return in(variant.text); });
}

}  // namespace tetrapla::render
