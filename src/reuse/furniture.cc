#include "reuse/furniture.h"

#include <algorithm>
#include <tuple>

#include "reuse/align.h"

namespace tetrapla::reuse {
namespace {

constexpr std::uint32_t kLeastWords = 8;     // a shorter paragraph proves nothing and hides little
constexpr std::size_t kComparedHolders = 8;  // enough to see whether the holders belong together
constexpr float kUnrelatedBits = 60;         // what two texts of different events may share by chance
constexpr float kTopicBits = 7;              // words of a paragraph that would come again in its own story
constexpr float kCoherent = 0.34F;           // of these, the part that does come again

struct Holder {
  std::uint64_t hash;
  std::uint32_t text;
  std::uint32_t paragraph;
  friend auto operator<=>(const Holder&, const Holder&) = default;
};

std::vector<Holder> paragraphs_of(const std::vector<Text>& texts) {
  std::vector<Holder> holders;
  for (std::uint32_t text = 0; text < texts.size(); ++text) {
    for (std::uint32_t p = 0; p < texts[text].paragraphs.size(); ++p) {
      const WordRange paragraph = texts[text].paragraphs[p];
      if (paragraph.size() < kLeastWords) continue;
      std::uint64_t hash = 0;
      for (std::uint32_t k = paragraph.begin; k < paragraph.end; ++k)
        hash = (hash ^ texts[text].words[k].key) * 0xFF51AFD7ED558CCDULL + 1;
      holders.push_back({hash, text, p});
    }
  }
  std::sort(holders.begin(), holders.end());
  return holders;
}

/// The rare stems outside one paragraph, sorted, each once.
std::vector<std::uint64_t> stems_outside(const Text& text, WordRange paragraph) {
  std::vector<std::uint64_t> stems;
  for (std::uint32_t k = 0; k < text.words.size(); ++k) {
    if (text.words[k].bits >= kTopicBits && (k < paragraph.begin || k >= paragraph.end)) stems.push_back(text.words[k].stem);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::size_t count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++common, ++x, ++y;
    }
  }
  return common;
}

bool is_furniture(const std::vector<Text>& texts, const std::vector<std::string>& publishers, const Holder* begin,
                  const Holder* end) {
  // One holder a text, at most kComparedHolders of them.
  std::vector<const Holder*> holders;
  for (const Holder* h = begin; h != end && holders.size() < kComparedHolders; ++h) {
    if (holders.empty() || holders.back()->text != h->text) holders.push_back(h);
  }
  if (holders.size() < 2) return false;
  const std::string& house = publishers[holders.front()->text];
  const bool one_house =
      !house.empty() && std::all_of(holders.begin(), holders.end(), [&](const Holder* h) { return publishers[h->text] == house; });
  if (!one_house && holders.size() < 3) return false;
  std::vector<std::vector<std::uint64_t>> outside;
  for (const Holder* h : holders) {
    const Text& text = texts[h->text];
    const WordRange paragraph = text.paragraphs[h->paragraph];
    outside.push_back(stems_outside(text, paragraph));
    std::vector<std::uint64_t> inside;
    for (std::uint32_t k = paragraph.begin; k < paragraph.end; ++k) {
      if (text.words[k].bits >= kTopicBits) inside.push_back(text.words[k].stem);
    }
    std::sort(inside.begin(), inside.end());
    inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
    if (static_cast<float>(count_common(inside, outside.back())) > kCoherent * static_cast<float>(inside.size())) return false;
  }
  std::size_t pairs = 0;
  std::size_t unrelated = 0;
  for (std::size_t x = 0; x < outside.size(); ++x) {
    for (std::size_t y = x + 1; y < outside.size(); ++y) {
      ++pairs;
      unrelated += static_cast<float>(count_common(outside[x], outside[y])) * kTopicBits < kUnrelatedBits;
    }
  }
  return unrelated * 2 > pairs;
}

}  // namespace

void mark_furniture(std::vector<Text>& texts, const std::vector<std::string>& publishers) {
  const std::vector<Holder> holders = paragraphs_of(texts);
  for (std::size_t begin = 0; begin < holders.size();) {
    std::size_t end = begin + 1;
    while (end < holders.size() && holders[end].hash == holders[begin].hash) ++end;
    if (end - begin > 1 && is_furniture(texts, publishers, holders.data() + begin, holders.data() + end)) {
      for (std::size_t k = begin; k < end; ++k) {
        Text& text = texts[holders[k].text];
        const WordRange paragraph = text.paragraphs[holders[k].paragraph];
        for (std::uint32_t w = paragraph.begin; w < paragraph.end; ++w) text.words[w].furniture = true;
      }
    }
    begin = end;
  }
}

}  // namespace tetrapla::reuse
