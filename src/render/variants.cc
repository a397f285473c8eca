#include "render/variants.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "render/display.h"
#include "render/utf8.h"

namespace tetrapla::render {
namespace {

constexpr std::size_t kMostWords = 400;
constexpr std::size_t kAround = 3;

struct Word {
  std::string shown;
  std::string key;  // letters and digits, folded
};

std::string key_of(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_code_point(word, at);
    if (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK) append_code_point(key, u_foldCase(c, U_FOLD_CASE_DEFAULT));
  }
  return key;
}

std::vector<Word> words_of(std::string_view text) {
  const std::string line = clean(text);
  std::vector<Word> words;
  for (std::size_t begin = 0; begin < line.size() && words.size() < kMostWords;) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string shown = line.substr(begin, end - begin);
    words.push_back({shown, key_of(shown)});
    begin = end + 1;
  }
  return words;
}

// One step of the edit from base to text.
enum class Step { kSame, kOnlyHere, kMissing };
struct Edit {
  Step step;
  std::string shown;
};

std::vector<Edit> align(const std::vector<Word>& base, const std::vector<Word>& text) {
  const std::size_t width = text.size() + 1;
  std::vector<std::uint16_t> common((base.size() + 1) * width, 0);  // longest common subsequence of the ends
  for (std::size_t i = base.size(); i-- > 0;) {
    for (std::size_t k = text.size(); k-- > 0;) {
      const bool same = base[i].key == text[k].key;
      common[i * width + k] = same ? static_cast<std::uint16_t>(common[(i + 1) * width + k + 1] + 1)
                                   : std::max(common[(i + 1) * width + k], common[i * width + k + 1]);
    }
  }
  std::vector<Edit> edits;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < base.size() || k < text.size()) {
    if (i < base.size() && k < text.size() && base[i].key == text[k].key) {
      edits.push_back({Step::kSame, text[k].shown});
      ++i;
      ++k;
    } else if (i < base.size() && (k == text.size() || common[(i + 1) * width + k] >= common[i * width + k + 1])) {
      edits.push_back({Step::kMissing, base[i++].shown});
    } else {
      edits.push_back({Step::kOnlyHere, text[k++].shown});
    }
  }
  return edits;
}

bool is_punctuation(const Edit& edit) { return key_of(edit.shown).empty(); }

// The edit without what is cut at an end of either text, and without punctuation that stands alone.
std::vector<Edit> edits_between(std::string_view base, std::string_view text) {
  const std::vector<Word> base_words = words_of(base);
  const std::vector<Word> text_words = words_of(text);
  std::vector<Edit> edits = align(base_words, text_words);
  const auto same = [](const Edit& edit) { return edit.step == Step::kSame; };
  const auto shared = static_cast<std::size_t>(std::count_if(edits.begin(), edits.end(), same));
  if (shared * 5 < std::min(base_words.size(), text_words.size()) * 2) {
    edits.clear();
    for (const Word& word : text_words) edits.push_back({Step::kSame, word.shown});
    return edits;
  }
  std::erase_if(edits, [](const Edit& edit) { return edit.step == Step::kMissing && is_punctuation(edit); });
  for (Edit& edit : edits) {
    if (edit.step == Step::kOnlyHere && is_punctuation(edit)) edit.step = Step::kSame;
  }
  const auto unmark_end = [&](auto begin, auto end) {  // only one of the two goes on here: nothing is altered
    const auto stop = std::find_if(begin, end, same);
    const bool missing = std::any_of(begin, stop, [](const Edit& edit) { return edit.step == Step::kMissing; });
    const bool added = std::any_of(begin, stop, [](const Edit& edit) { return edit.step == Step::kOnlyHere; });
    if (missing && added) return;
    for (auto edit = begin; edit != stop; ++edit) {
      if (edit->step == Step::kOnlyHere) edit->step = Step::kSame;
      if (edit->step == Step::kMissing) edit->shown.clear();
    }
  };
  unmark_end(edits.begin(), edits.end());
  unmark_end(edits.rbegin(), edits.rend());
  std::erase_if(edits, [](const Edit& edit) { return edit.shown.empty(); });
  return edits;
}

}  // namespace

Runs marked_variant(std::string_view base, std::string_view text) {
  const std::vector<Edit> edits = edits_between(base, text);
  Runs runs;
  for (std::size_t at = 0; at < edits.size();) {
    std::size_t end = at;
    while (end < edits.size() && (edits[end].step == Step::kSame) == (edits[at].step == Step::kSame)) ++end;
    const auto join = [&](Step step) {
      std::string words;
      for (std::size_t i = at; i < end; ++i) {
        if (edits[i].step == step) words += (words.empty() ? "" : " ") + edits[i].shown;
      }
      return words;
    };
    const std::string space = runs.empty() ? "" : " ";
    if (edits[at].step == Step::kSame) {
      runs.push_back({space + join(Step::kSame)});
    } else {
      const std::string here = join(Step::kOnlyHere);
      const std::string mark = here.empty() ? "[−" + join(Step::kMissing) + "]" : "[" + here + "]";
      if (!space.empty()) runs.push_back({space});
      runs.push_back({mark, Ink::kDiffers});
    }
    at = end;
  }
  return runs;
}

bool differs(std::string_view base, std::string_view text) {
  const std::vector<Edit> edits = edits_between(base, text);
  return std::any_of(edits.begin(), edits.end(), [](const Edit& edit) { return edit.step != Step::kSame; });
}

Runs condensed(const Runs& quotation, std::size_t keep) {
  struct Piece {
    std::string word;
    Ink ink;
  };
  std::vector<Piece> pieces;
  for (const Run& run : quotation) {
    for (std::size_t begin = 0; begin < run.text.size();) {
      const std::size_t end = std::min(run.text.find(' ', begin), run.text.size());
      if (end > begin) pieces.push_back({run.text.substr(begin, end - begin), run.ink});
      begin = end + 1;
    }
  }
  if (pieces.size() <= keep + 2 * kAround) return quotation;
  std::vector<bool> kept(pieces.size(), false);
  std::fill_n(kept.begin(), keep, true);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].ink != Ink::kDiffers) continue;
    for (std::size_t k = i - std::min(i, kAround); k < std::min(pieces.size(), i + kAround + 1); ++k) kept[k] = true;
  }
  Runs runs;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string space = runs.empty() ? "" : " ";
    if (kept[i]) {
      runs.push_back({space});
      runs.push_back({pieces[i].word, pieces[i].ink});
    } else if (i == 0 || kept[i - 1]) {
      runs.push_back({space + "…"});
    }
  }
  return runs;
}

}  // namespace tetrapla::render
