// Whole stories against what a careful reader wrote down: one file a stage, in tests/stories/NAME/. GOLDEN_UPDATE=1 rewrites them; the diff
// is then read, not trusted. Each story runs with one thread and with eight, in the order of its files and shuffled: the bytes must be equal.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "support/model.h"
#include "tetrapla/tetrapla.h"

namespace tetrapla {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> files_of(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The story's metadata stands beside its folder: examples/NAME.csv.
Dossier dossier_of(const std::string& story, const std::vector<std::string>& files, unsigned threads) {
  auto read =
      read_reports(files, {.metadata_file = "examples/" + story + ".csv", .max_input_bytes = 1U << 20U, .threads = threads});
  EXPECT_TRUE(read.ok());
  return read.ok() ? make_dossier(std::move(read->reports), test::model(), {.threads = threads}) : Dossier{};
}

/// The text of a span on one line, for a file that is read in diffs.
std::string quote(const Report& report, Span span) {
  std::string text(slice(report.text, span));
  std::replace(text.begin(), text.end(), '\n', '~');
  return text;
}

std::string reports_stage(const Dossier& dossier) {
  std::ostringstream out;
  for (const Report& report : dossier.reports) {
    out << report.meta.id << ": " << name_of(report.kind) << ", published "
        << (report.meta.published.empty() ? "?" : report.meta.published) << ", " << report.paragraphs.size()
        << " paragraphs\n  title: " << report.meta.title << '\n';
    for (const Disclosure& disclosure : report.disclosures) {
      out << "  discloses " << name_of(disclosure.kind) << ": " << quote(report, disclosure.span) << '\n';
    }
    for (const Exclusion& exclusion : report.excluded) {
      out << "  leaves out " << name_of(exclusion.why) << ": " << quote(report, exclusion.span) << '\n';
    }
  }
  return out.str();
}

std::string lines_stage(const Dossier& dossier) {
  std::ostringstream out;
  const auto evidence = [&](const Evidence& e) {
    const Report& from = dossier.reports[e.from];
    out << "  " << from.meta.id << (e.direction_known ? " < " : " ~ ") << dossier.reports[e.to].meta.id << ": "
        << name_of(e.relation) << ", " << e.why << '\n';
    for (const Passage& passage : e.passages) {
      out << "    " << (passage.altered ? "* " : "= ") << quote(from, passage.from) << "\n      "
          << quote(dossier.reports[e.to], passage.to) << '\n';
    }
  };
  for (const Line& line : dossier.lines) {
    out << line.id << ':';
    for (const ReportIndex report : line.reports) out << ' ' << dossier.reports[report].meta.id;
    out << '\n';
    for (const Evidence& e : line.evidence) evidence(e);
  }
  out << "borrowed:\n";
  for (const Evidence& e : dossier.borrowings) evidence(e);
  return out.str();
}

std::string claims_stage(const Dossier& dossier) {
  std::ostringstream out;
  for (const Claim& claim : dossier.claims) {
    out << claim.id << ' ' << name_of(claim.kind) << ' ' << name_of(claim.status) << ": " << claim.label << '\n';
    if (!claim.why.empty()) out << "  why: " << claim.why << '\n';
    for (const Reading& reading : claim.readings) {
      out << "  " << (claim.kind == ClaimKind::kFigure ? name_of(reading.bound) : std::string_view(reading.speaker)) << " | "
          << reading.text << " |";
      for (const LineIndex line : reading.lines) out << ' ' << dossier.lines[line].id;
      out << '\n';
      for (const Citation& citation : reading.citations) {
        out << "    " << dossier.reports[citation.report].meta.id << (citation.borrowed ? " (borrowed)" : "") << ": "
            << quote(dossier.reports[citation.report], citation.span) << '\n';
      }
    }
  }
  return out.str();
}

std::string rest_stage(const Dossier& dossier) {
  std::ostringstream out;
  out << "timeline\n";
  for (const TimelineEntry& entry : dossier.timeline) {
    out << "  " << entry.time << ": " << entry.label << '\n';
    for (const Citation& citation : entry.citations) {
      out << "    " << dossier.reports[citation.report].meta.id << ": " << quote(dossier.reports[citation.report], citation.span)
          << '\n';
    }
  }
  out << "people\n";
  for (const NameEntry& person : dossier.people) {
    out << "  " << person.label << ' ' << person.name << ':';
    for (const auto& variant : person.variants) out << ' ' << variant.text << " (" << variant.reports.size() << ')';
    out << '\n';
  }
  out << "diagnostics\n";
  for (const Diagnostic& diagnostic : dossier.diagnostics) {
    out << "  " << diagnostic.report << ' ' << diagnostic.code << ": " << diagnostic.message << '\n';
  }
  return out.str();
}

void compare(const fs::path& golden, const std::string& now) {
  if (std::getenv("GOLDEN_UPDATE") != nullptr) {
    fs::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << now;
    return;
  }
  EXPECT_EQ(read_file(golden), now) << golden << " differs; GOLDEN_UPDATE=1 rewrites it, then read the diff";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, EachStageIsWhatWasWrittenDown) {
  const Dossier dossier = dossier_of(GetParam(), files_of("examples/" + GetParam()), 1);
  const fs::path folder = "tests/stories/" + GetParam();
  compare(folder / "1-reports.txt", reports_stage(dossier));
  compare(folder / "2-lines.txt", lines_stage(dossier));
  compare(folder / "3-claims.txt", claims_stage(dossier));
  compare(folder / "4-timeline-and-people.txt", rest_stage(dossier));
  compare(folder / "5-dossier.json", to_json(dossier));
  compare(folder / "6-dossier.txt", to_text(dossier, {.columns = 100, .color = false, .full = true, .about = {}}));
}

TEST_P(Golden, ThreadsAndOrderChangeNothing) {
  auto files = files_of("examples/" + GetParam());
  const std::string expected = to_json(dossier_of(GetParam(), files, 1));
  EXPECT_EQ(to_json(dossier_of(GetParam(), files, 8)), expected);
  std::mt19937 shuffle(20260314);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(files.begin(), files.end(), shuffle);
    EXPECT_EQ(to_json(dossier_of(GetParam(), files, round == 0 ? 1U : 8U)), expected);
  }
}

TEST_P(Golden, EveryCitationQuotesItsReport) {
  const Dossier dossier = dossier_of(GetParam(), files_of("examples/" + GetParam()), 2);
  for (const Claim& claim : dossier.claims) {
    ASSERT_FALSE(claim.readings.empty());
    for (const Reading& reading : claim.readings) {
      ASSERT_FALSE(reading.citations.empty()) << claim.id;
      for (const Citation& citation : reading.citations) {
        ASSERT_LT(citation.report, dossier.reports.size());
        EXPECT_FALSE(citation.span.empty()) << claim.id;
        EXPECT_LE(citation.span.end, dossier.reports[citation.report].text.size()) << claim.id;
      }
    }
  }
}

std::vector<std::string> stories() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator("examples")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Stories, Golden, testing::ValuesIn(stories()), [](const auto& instance) {
  std::string name = instance.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

}  // namespace
}  // namespace tetrapla
