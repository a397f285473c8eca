#include "collate/quotations_echoes.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace tetrapla::collate {
namespace {

constexpr std::uint32_t kEnoughWords = 6;  // fewer run on by chance: "in the middle of the night"
constexpr std::uint32_t kManyWords = 14;   // so many are the quotation whatever is left of it
constexpr double kShareOfQuotation = 0.7;
constexpr double kShareOfPlace = 0.85;  // of the words in the place: "nearly verbatim"
constexpr std::size_t kMaxSharing = 16;
constexpr std::uint32_t kRunningWords = 40;  // words for one mark of punctuation: nobody wrote that
constexpr double kNearlyAsLong = 0.85;

constexpr std::uint32_t kUnknown = 0xFFFFFFFFU;

using Gram = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

/// The words of a report that are in no quotation.
std::vector<std::vector<SpokenWord>> unquoted(const language::Annotation& annotation,
                                              const std::vector<claims::Quotation>& quotations) {
  std::vector<Span> quoted;
  for (const auto& quotation : quotations) quoted.insert(quoted.end(), quotation.content.begin(), quotation.content.end());
  std::sort(quoted.begin(), quoted.end());
  std::vector<std::vector<SpokenWord>> stretches;
  std::uint32_t begin = 0;
  const auto& tokens = annotation.tokens;
  const auto put = [&](std::uint32_t end) {
    if (end >= begin + kEnoughWords) stretches.push_back(spoken_words(annotation, {begin, end}));
  };
  auto next = quoted.begin();
  for (std::uint32_t k = 0; k < tokens.size(); ++k) {
    while (next != quoted.end() && next->end <= tokens[k].span.begin) ++next;
    if (next == quoted.end() || !next->overlaps(tokens[k].span)) continue;
    put(k);
    begin = k + 1;
  }
  put(static_cast<std::uint32_t>(tokens.size()));
  return stretches;
}

/// Whether words without marks stand there as somebody's: in a clause that a source governs, as the words of one who speaks of himself or to
/// another, or in a transcript, which never quotes and runs on without punctuation. A narrator's own words agree with nobody.
bool spoken(const Inputs& inputs, const Echo& echo) {
  const auto& claims = inputs.claims[echo.report];
  const auto governs = [&](const claims::SentenceSource& source) { return source.clause.overlaps(echo.span); };
  if (std::any_of(claims.sources.begin(), claims.sources.end(), governs)) return true;
  static constexpr std::array<std::string_view, 8> kSelf = {"i", "we", "me", "my", "our", "mine", "you", "your"};
  for (const SpokenWord& word : echo.words) {
    if (std::find(kSelf.begin(), kSelf.end(), word.text) != kSelf.end()) return true;
  }
  if (!claims.quotations.empty()) return false;
  const auto& annotation = inputs.annotations[echo.report];
  const auto& sentence = annotation.sentences[annotation.tokens[echo.words.front().tokens.begin].sentence].tokens;
  std::uint32_t marks = 0;
  for (std::uint32_t k = sentence.begin; k < sentence.end; ++k)
    marks += annotation.tokens[k].kind == language::TokenKind::kPunctuation ? 1U : 0U;
  return marks * kRunningWords < sentence.size();
}

}  // namespace

const Unit& base_of(const Inputs& inputs, const QuoteGroups& quotes, const std::vector<Unit>& group) {
  std::uint32_t longest = 0;
  for (const Unit& unit : group) longest = std::max(longest, unit.size());
  std::map<std::vector<std::uint32_t>, std::pair<std::set<LineIndex>, const Unit*>> wordings;
  for (const Unit& unit : group) {
    if (unit.size() < kNearlyAsLong * longest) continue;
    const auto& ids = quotes.quotes[unit.quote].ids;
    auto& [lines, first] = wordings[{ids.begin() + unit.begin, ids.begin() + unit.end}];
    if (lines.empty()) first = &unit;
    lines.insert(inputs.lines.line_of[quotes.quotes[unit.quote].report]);
  }
  const Unit* best = nullptr;
  std::size_t most = 0;
  for (const auto& [words, wording] : wordings) {
    const auto& [lines, unit] = wording;
    const std::size_t count = lines.size();
    const auto rank = [](const Unit& u) { return std::tuple(~u.size(), u.quote, u.begin); };
    if (best == nullptr || count > most || (count == most && rank(*unit) < rank(*best))) {
      best = unit;
      most = count;
    }
  }
  return *best;
}

std::vector<Echo> find_echoes(const Inputs& inputs, const QuoteGroups& quotes) {
  std::vector<Echo> echoes;
  if (inputs.reports.size() < 2) return echoes;
  std::unordered_map<std::string, std::uint32_t> ids;
  for (std::uint32_t k = 0; k < quotes.vocabulary.size(); ++k) ids.emplace(quotes.vocabulary[k], k);
  std::map<Gram, std::vector<std::uint32_t>> groups_of;
  std::vector<std::vector<std::uint32_t>> base(quotes.groups.size());
  std::vector<std::set<ReportIndex>> quoting(quotes.groups.size());
  for (std::uint32_t group = 0; group < quotes.groups.size(); ++group) {
    const Unit& unit = base_of(inputs, quotes, quotes.groups[group]);
    for (const Unit& each : quotes.groups[group]) quoting[group].insert(quotes.quotes[each.quote].report);
    if (unit.size() < kEnoughWords) continue;
    const auto& all = quotes.quotes[unit.quote].ids;
    base[group].assign(all.begin() + unit.begin, all.begin() + unit.end);
    for (std::size_t k = 0; k + 3 <= base[group].size(); ++k) {
      auto& list = groups_of[{base[group][k], base[group][k + 1], base[group][k + 2]}];
      if (list.size() < kMaxSharing && (list.empty() || list.back() != group)) list.push_back(group);
    }
  }
  for (ReportIndex report = 0; report < inputs.reports.size(); ++report) {
    std::map<std::uint32_t, Echo> best;          // by group
    std::map<std::uint32_t, std::size_t> score;  // words of it
    for (auto& stretch : unquoted(inputs.annotations[report], inputs.claims[report].quotations)) {
      std::vector<std::uint32_t> words;
      words.reserve(stretch.size());
      for (const SpokenWord& word : stretch) {
        const auto found = ids.find(word.text);
        words.push_back(found == ids.end() ? kUnknown : found->second);
      }
      std::map<std::uint32_t, std::vector<std::uint32_t>> seeds;  // group: places
      for (std::uint32_t k = 0; k + 3 <= words.size(); ++k) {
        const auto found = groups_of.find({words[k], words[k + 1], words[k + 2]});
        if (found == groups_of.end()) continue;
        for (const std::uint32_t group : found->second) {
          if (!quoting[group].contains(report)) seeds[group].push_back(k);
        }
      }
      for (const auto& [group, places] : seeds) {
        const auto size = static_cast<std::uint32_t>(std::min(base[group].size(), kMaxAligned));
        std::uint32_t done = 0;  // places before this are covered by a window
        for (const std::uint32_t place : places) {
          if (place < done) continue;
          const std::uint32_t begin = place > size ? place - size : 0;
          const std::uint32_t end = std::min(static_cast<std::uint32_t>(words.size()), place + size + size / 2 + 3);
          done = place + size / 2 + 3;
          const std::vector<std::uint32_t> window(words.begin() + begin, words.begin() + end);
          const Matches matches = align_words(base[group], window);
          if (matches.size() < kEnoughWords || matches.size() <= score[group]) continue;
          const std::uint32_t first = begin + matches.front().second;
          const std::uint32_t last = begin + matches.back().second;
          const auto count = static_cast<double>(matches.size());
          if (count < kShareOfPlace * (last - first + 1)) continue;
          if (count < kShareOfPlace * (matches.back().first - matches.front().first + 1)) continue;
          if (matches.size() < kManyWords && count < kShareOfQuotation * static_cast<double>(base[group].size())) continue;
          score[group] = matches.size();
          Echo echo;
          echo.group = group;
          echo.report = report;
          echo.words.assign(stretch.begin() + first, stretch.begin() + last + 1);
          const auto& tokens = inputs.annotations[report].tokens;
          echo.span = {tokens[echo.words.front().tokens.begin].span.begin, tokens[echo.words.back().tokens.end - 1].span.end};
          best[group] = std::move(echo);
        }
      }
    }
    for (auto& [group, echo] : best) {
      if (spoken(inputs, echo)) echoes.push_back(std::move(echo));
    }
  }
  std::sort(echoes.begin(), echoes.end(),
            [](const Echo& a, const Echo& b) { return std::pair(a.group, a.report) < std::pair(b.group, b.report); });
  return echoes;
}

}  // namespace tetrapla::collate
