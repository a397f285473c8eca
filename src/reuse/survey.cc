#include "reuse/survey.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "reuse/candidates.h"
#include "reuse/furniture.h"

namespace tetrapla::reuse {
namespace {

/// Reads the reports and puts those with one text together.
void find_texts(const std::vector<Report>& reports, base::Workers& workers, Survey& result) {
  const text::Rarity& rarity = text::Rarity::in_news();
  std::vector<Text> all(reports.size());
  workers.each(reports.size(), [&](std::size_t k) { all[k] = read_text(reports[k], rarity); });
  std::vector<ReportIndex> order(reports.size());
  std::iota(order.begin(), order.end(), ReportIndex{0});
  std::sort(order.begin(), order.end(), [&](ReportIndex x, ReportIndex y) { return reports[x].meta.id < reports[y].meta.id; });
  std::map<std::uint64_t, std::size_t> seen;
  for (const ReportIndex report : order) {
    const auto [found, is_new] = seen.emplace(all[report].hash, result.texts.size());
    std::vector<Span> places = all[report].places;
    if (is_new) {
      result.texts.push_back(std::move(all[report]));
      result.reports.emplace_back();
      result.places.emplace_back();
    }
    result.reports[found->second].push_back(report);
    result.places[found->second].push_back(std::move(places));
  }
}

/// One publisher for each text; none where its reports have several.
std::vector<std::string> publishers_of(const Survey& survey, const std::vector<Report>& reports) {
  std::vector<std::string> publishers;
  for (const std::vector<ReportIndex>& members : survey.reports) {
    const std::string& first = reports[members.front()].meta.publisher;
    const bool same =
        std::all_of(members.begin(), members.end(), [&](ReportIndex r) { return reports[r].meta.publisher == first; });
    publishers.push_back(same ? first : "");
  }
  return publishers;
}

std::vector<TextPair> pairs_of(const std::vector<std::vector<Neighbour>>& neighbours) {
  std::vector<TextPair> pairs;
  for (std::uint32_t text = 0; text < neighbours.size(); ++text) {
    for (const Neighbour& other : neighbours[text]) pairs.emplace_back(std::min(text, other.text), std::max(text, other.text));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}

/// Near copies share a number.
std::vector<std::uint32_t> cluster_copies(std::size_t texts, const std::vector<TextPair>& pairs,
                                          const std::vector<std::uint8_t>& near_copy) {
  std::vector<std::uint32_t> parent(texts);
  std::iota(parent.begin(), parent.end(), 0U);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (near_copy[k] == 0) continue;
    const std::uint32_t x = root_of(parent, pairs[k].first);
    const std::uint32_t y = root_of(parent, pairs[k].second);
    parent[std::max(x, y)] = std::min(x, y);
  }
  for (std::uint32_t k = 0; k < texts; ++k) parent[k] = root_of(parent, k);
  return parent;
}

}  // namespace

Survey survey(const std::vector<Report>& reports, base::Workers& workers) {
  Survey result;
  find_texts(reports, workers, result);
  std::vector<Text>& texts = result.texts;
  mark_furniture(texts, publishers_of(result, reports));

  result.anchors.resize(texts.size());
  result.contents.resize(texts.size());
  result.familiarity.resize(texts.size());
  workers.each(texts.size(), [&](std::size_t k) {
    result.anchors[k] = find_anchors(texts[k]);
    result.contents[k] = find_content(texts[k]);
    result.familiarity[k].assign(texts[k].words.size(), 0);
  });
  const std::vector<std::vector<Neighbour>> neighbours = find_neighbours(texts, result.anchors, workers);
  result.pairs = pairs_of(neighbours);
  // First what is a near copy of what, with every word at its full weight; then all of it, with what the story knows taken off.
  const auto weigh = [&] {
    result.own.resize(texts.size());
    workers.each(texts.size(),
                 [&](std::size_t k) { result.own[k] = weigh_words(texts[k], result.contents[k], result.familiarity[k]); });
  };
  weigh();
  std::vector<Overlap> overlaps(result.pairs.size());
  std::vector<std::uint8_t> near_copy(result.pairs.size());
  workers.each(result.pairs.size(), [&](std::size_t k) {
    const View a = result.view(result.pairs[k].first);
    const View b = result.view(result.pairs[k].second);
    overlaps[k] = find_overlap(a, b);
    near_copy[k] = is_near_copy(a, b, overlaps[k]) ? 1 : 0;
  });
  result.familiarity = count_familiarity(texts, neighbours, cluster_copies(texts.size(), result.pairs, near_copy), workers);
  weigh();
  result.comparisons.resize(result.pairs.size());
  workers.each(result.pairs.size(), [&](std::size_t k) {
    result.comparisons[k] = compare(result.view(result.pairs[k].first), result.view(result.pairs[k].second), overlaps[k]);
  });
  return result;
}

}  // namespace tetrapla::reuse
