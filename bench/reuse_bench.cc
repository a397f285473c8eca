// 500 reports of 800 words on one story: find_pairs and find_lines on one core, against Python's difflib over all pairs of a part.
//
// The reports are made here, from a fixed seed: 40 independent ones that share the story's names and facts, and copies, shortened copies and
// reworded ones of these. So it is known which belong together, and that is checked before anything is timed.

#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "reuse/reuse.h"

namespace {

using tetrapla::Report;
using tetrapla::ReportIndex;

constexpr std::size_t kReports = 500;
constexpr std::size_t kSources = 40;
constexpr std::size_t kWords = 800;
constexpr std::size_t kPeerReports = 24;  // difflib needs a second for 20 pairs
constexpr double kLimitSeconds = 2;

/// Sequences of letters that read like words; equal numbers give equal words.
std::string word_of(std::size_t number) {
  static constexpr const char* kSyllables[] = {"ba",  "den", "ko",  "mir", "ta",  "sol", "ve",  "lun",
                                               "gra", "pi",  "ser", "no",  "hal", "ty",  "quo", "wen"};
  std::string word;
  for (number += 16; number > 0; number /= 16) word += kSyllables[number % 16];
  return word;
}

using Sentence = std::vector<std::string>;

class Maker {
 public:
  /// A report of its own: each sentence has function words, two of the story's 60 names and facts, and words of this report alone.
  std::vector<Sentence> independent(std::size_t number) {
    static const std::vector<std::string> kCommon = {"the", "of", "and", "to",   "in",  "was", "said", "that",
                                                     "for", "on", "it",  "with", "had", "by",  "at"};
    std::vector<Sentence> text;
    for (std::size_t words = 0; words < kWords;) {
      Sentence sentence;
      const std::size_t length = 14 + pick(14);
      for (std::size_t k = 0; k < length; ++k) {
        const std::size_t chance = pick(10);
        sentence.push_back(chance < 5   ? kCommon[pick(kCommon.size())]
                           : chance < 7 ? word_of(pick(60))
                                        : word_of(1000 + number * 400 + pick(400)));
      }
      words += length;
      text.push_back(std::move(sentence));
    }
    return text;
  }

  /// Copied whole, shortened, or with every fifth word changed.
  std::vector<Sentence> derived(std::vector<Sentence> text, std::size_t kind) {
    if (kind == 1) text.resize(text.size() * 6 / 10);
    if (kind == 2) {
      for (Sentence& sentence : text) {
        for (std::string& word : sentence) {
          if (pick(5) == 0) word = word_of(50000 + pick(5000));
        }
      }
    }
    return text;
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }
  std::mt19937 random_{7};
};

Report report_of(std::size_t number, const std::vector<Sentence>& sentences) {
  Report report;
  report.meta.id = fmt::format("r{:04}", number);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    for (std::size_t k = 0; k < sentences[s].size(); ++k) {
      std::string word = sentences[s][k];
      if (k == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
      report.text += (k > 0 ? " " : "") + word;
    }
    report.text += '.';
    report.paragraphs.push_back({begin, static_cast<std::uint32_t>(report.text.size())});
    report.text += '\n';
  }
  return report;
}

/// Of this program's one thread: other work on the machine does not count.
double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

struct Peer {
  double seconds = 0;
  double right = 0;
};

Peer run_peer(const std::vector<Report>& reports, const std::vector<std::size_t>& truth) {
  const std::string path = "reuse_peer.tmp";
  {
    std::ofstream file(path);
    for (std::size_t k = 0; k < kPeerReports; ++k) {
      std::string words = reports[k].text;
      for (char& c : words) c = c == '\n' || c == '.' ? ' ' : c;
      file << truth[k] << '\t' << words << '\n';
    }
  }
  Peer peer;
  if (std::FILE* pipe = popen(("python3 bench/reuse_peer.py " + path).c_str(), "r")) {
    if (std::fscanf(pipe, "%lf %lf", &peer.seconds, &peer.right) != 2) peer = {};
    pclose(pipe);
  }
  std::remove(path.c_str());
  return peer;
}

}  // namespace

int main() {
  Maker maker;
  std::vector<std::vector<Sentence>> sources;
  std::vector<Report> reports;
  std::vector<std::size_t> truth;
  for (std::size_t k = 0; k < kReports; ++k) {
    const std::size_t source = k % kSources;
    if (k < kSources) sources.push_back(maker.independent(k));
    reports.push_back(report_of(k, k < kSources ? sources[source] : maker.derived(sources[source], (k / kSources) % 3)));
    truth.push_back(source);
  }

  tetrapla::base::Workers one(1);
  const auto find = [&] { return tetrapla::reuse::find_lines(reports, tetrapla::reuse::find_pairs(reports, one)); };
  const tetrapla::reuse::Lines lines = find();
  std::size_t wrong = lines.lines.size() != kSources;
  for (ReportIndex k = 0; k < kReports; ++k) wrong += lines.line_of[k] != lines.line_of[truth[k]];
  if (wrong > 0) {
    fmt::print("reuse: wrong answer: {} lines, {} reports astray\n", lines.lines.size(), wrong);
    return EXIT_FAILURE;
  }

  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t begin = std::clock();
    find();
    best = std::min(best, seconds_since(begin));
  }
  const double pairs = kReports * (kReports - 1) / 2.0;
  fmt::print("reuse: {} reports of {} words on one story: {:.2f} s on one core, {:.0f} pairs/s ({} lines, all right)\n", kReports,
             kWords, best, pairs / best, lines.lines.size());
  // The part that difflib gets: its copies, so that both kinds of pairs are in it.
  std::vector<Report> part;
  std::vector<std::size_t> part_truth;
  for (std::size_t k = 0; k < kPeerReports; ++k) {
    const std::size_t at = (k % 6) + (k / 6) * kSources;
    part.push_back(reports[at]);
    part_truth.push_back(truth[at]);
  }
  const Peer peer = run_peer(part, part_truth);
  if (peer.seconds > 0) {
    const double peer_rate = kPeerReports * (kPeerReports - 1) / 2.0 / peer.seconds;
    fmt::print("reuse: difflib on {} of them: {:.2f} s, {:.0f} pairs/s ({:.0f}% right); ratio {:.0f}\n", kPeerReports, peer.seconds,
               peer_rate, 100 * peer.right, pairs / best / peer_rate);
  } else {
    fmt::print("reuse: python3 is not here; no ratio\n");
  }
  if (best > kLimitSeconds) fmt::print("reuse: slower than the {} s that are promised\n", kLimitSeconds);
  return EXIT_SUCCESS;
}
