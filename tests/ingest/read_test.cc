#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ingest/content.h"
#include "ingest/ingest.h"
#include "ingest/sources.h"
#include "support/folder_test.h"

namespace tetrapla::ingest {
namespace {

namespace fs = std::filesystem;

class ReadTest : public test::FolderTest {
 protected:
  static std::vector<std::string> ids(const ReadOutcome& outcome) {
    std::vector<std::string> result;
    for (const Report& report : outcome.reports) result.push_back(report.meta.id);
    return result;
  }
  static std::vector<std::string> codes(const ReadOutcome& outcome) {
    std::vector<std::string> result;
    for (const Diagnostic& skipped : outcome.skipped) result.push_back(skipped.code);
    return result;
  }
};

using Strings = std::vector<std::string>;

TEST_F(ReadTest, AFolderToTheBottomWithoutHiddenFiles) {
  put("b.txt", "Two.");
  put("a/c.txt", "Three.");
  put("a/.hidden.txt", "No.");
  put(".git/x.txt", "No.");
  const auto outcome = read({folder_.string()}, {});
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(ids(*outcome), (Strings{"a/c", "b"}));
  EXPECT_TRUE(outcome->skipped.empty());
}

TEST_F(ReadTest, EachUnusableInputIsNamedAndTheRestGoesOn) {
  ReadOptions options;
  options.max_input_bytes = 1000;
  const std::string good = put("good.txt", "A crane fell.");
  const auto outcome = read({(folder_ / "missing.txt").string(), put("empty.txt", ""), put("blank.txt", " \n\n"),
                             put("noise.bin", std::string(300, '\1')), put("page.html", "<!DOCTYPE html><html></html>"),
                             put("x.pdf", "%PDF-1.4"), put("big.txt", std::string(1001, 'x')), good},
                            options);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(ids(*outcome), Strings{"good"});
  ASSERT_EQ(codes(*outcome), (Strings{"missing", "empty", "empty", "binary", "not-read-yet", "not-read-yet", "too-large"}));
  EXPECT_EQ(outcome->skipped[3].report, (folder_ / "noise.bin").string());
}

TEST_F(ReadTest, JsonLines) {
  const std::string file = put("lines.jsonl",
                               "{\"id\":\"one\",\"text\":\"A crane fell.\",\"title\":\"Port closed\",\"authors\":[\"Ann "
                               "Lee\"],\"published\":\"14 March 2026\",\"x\":{}}\n"
                               "{\"text\":\"No id.\"}\r\n"
                               "\n"
                               "{\"broken\n"
                               "{\"html\":\"<p>\"}\n"
                               "{\"text\":7}\n"
                               "{\"text\":\"\\ud800\"}\n"
                               "{\"id\":7,\"text\":\"Seven.\"}");
  const auto outcome = read({file}, {});
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(ids(*outcome), (Strings{"7", "lines", "one"}));
  const Report& one = outcome->reports[2];
  EXPECT_EQ(one.text, "Port closed\n\nA crane fell.");
  EXPECT_EQ(one.meta.published, "2026-03-14");
  EXPECT_EQ(one.meta.authors, Strings{"Ann Lee"});
  EXPECT_EQ(one.sha256, ingest::make_report("A crane fell.", {}).sha256) << "of its text";
  EXPECT_EQ(codes(*outcome), (Strings{"bad-json", "not-read-yet", "no-text", "bad-json"}));
  EXPECT_EQ(outcome->skipped[0].report, file + ":4");
}

TEST_F(ReadTest, DeepJsonIsRefused) {
  const auto outcome = read(
      {put("deep.jsonl", "{\"text\":\"x\",\"y\":" + std::string(500, '[') + std::string(500, ']') + "}\n{\"text\":\"fine\"}")}, {});
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(codes(*outcome), Strings{"bad-json"});
  EXPECT_EQ(outcome->reports.size(), 1U);
}

TEST_F(ReadTest, EqualIdsAreNumberedByTheirSha256) {
  const std::string a = put("x/r.txt", "First words.");
  const std::string b = put("y/r.txt", "Second words.");
  const auto one = read({a, b}, {});
  const auto two = read({b, a}, {});
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_EQ(ids(*one), (Strings{"r#1", "r#2"}));
  EXPECT_LT(one->reports[0].sha256, one->reports[1].sha256);
  EXPECT_EQ(one->reports[0].text, two->reports[0].text);
  ASSERT_EQ(one->reports[0].diagnostics.size(), 1U);
  EXPECT_EQ(one->reports[0].diagnostics[0].code, "equal-ids");
}

TEST_F(ReadTest, MetadataFromAFile) {
  const std::string text = put("r.txt", "A crane fell into the basin of Lunde on Tuesday morning and blocked it.");
  ReadOptions options;
  options.metadata_file = put("meta.csv", "id,title,published\nr,Port closed,2026-03-03\nnobody,x,\n");
  const auto outcome = read({text}, options);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->reports[0].meta.title, "Port closed");
  EXPECT_EQ(outcome->reports[0].meta.published, "2026-03-03");
  EXPECT_TRUE(outcome->skipped.empty());
  ASSERT_EQ(outcome->notes.size(), 1U);
  EXPECT_EQ(outcome->notes[0].code, "unknown-id");
  EXPECT_EQ(outcome->notes[0].report, options.metadata_file + ":3");
  options.metadata_file = (folder_ / "none.csv").string();
  EXPECT_FALSE(read({text}, options).ok());
}

TEST_F(ReadTest, ThreadsAndOrderChangeNothing) {
  Strings inputs;
  for (int i = 0; i < 40; ++i)
    inputs.push_back(put("r" + std::to_string(i) + ".txt", "Report " + std::to_string(i) + "\n\nSome words."));
  ReadOptions one;
  one.threads = 1;
  ReadOptions many;
  many.threads = 8;
  const auto a = read(inputs, one);
  const auto b = read(Strings(inputs.rbegin(), inputs.rend()), many);
  ASSERT_TRUE(a.ok() && b.ok());
  ASSERT_EQ(ids(*a), ids(*b));
  for (std::size_t i = 0; i < a->reports.size(); ++i) EXPECT_EQ(a->reports[i].text, b->reports[i].text);
}

TEST(Read, NoInputIsAnError) { EXPECT_FALSE(read({}, {}).ok()); }

TEST(Names, Ids) {
  EXPECT_EQ(id_of_name("talks.txt"), "talks");
  EXPECT_EQ(id_of_name("talks.txt.gz"), "talks");
  EXPECT_EQ(id_of_name("news/talks.v2.jsonl.zst"), "news/talks.v2");
  EXPECT_EQ(id_of_name("no extension"), "no extension");
  EXPECT_EQ(id_of_name("U.S. talks"), "U.S. talks") << "what follows the dot is no extension";
  EXPECT_EQ(id_of_name(".profile"), ".profile");
}

TEST(Contents, ByTheirBytes) {
  EXPECT_EQ(content_of("The toll rises", "a.txt"), Content::kText);
  EXPECT_EQ(content_of("{\"text\":\"x\"}\n", ""), Content::kJsonLines);
  EXPECT_EQ(content_of("{\"text\":\n", "a.jsonl"), Content::kJsonLines) << "so that the broken line is named";
  EXPECT_EQ(content_of("{ a brace begins this text", "a.txt"), Content::kText);
  EXPECT_EQ(content_of("\n<!doctype HTML><html>", "a.txt"), Content::kHtml);
  EXPECT_EQ(content_of("<3 is all she wrote", "a.txt"), Content::kText);
  EXPECT_EQ(content_of("<?xml version=\"1.0\"?><rss>", ""), Content::kFeed);
  EXPECT_EQ(content_of("WEBVTT\n\n00:01.000 --> 00:02.000\nhi", ""), Content::kSubtitles);
  EXPECT_EQ(content_of("1\n00:00:01,000 --> 00:00:02,000\nhi", "a.srt"), Content::kSubtitles);
  EXPECT_EQ(content_of("PK\x03\x04", "a.docx"), Content::kDocument);
  EXPECT_EQ(content_of("WARC/1.0\r\n", ""), Content::kArchive);
  EXPECT_EQ(content_of(" \n", ""), Content::kEmpty);
}

}  // namespace
}  // namespace tetrapla::ingest
