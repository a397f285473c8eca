// The one reader: reports in the order of their inputs, with memory for one of them.
#include "ingest/reader.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/folder_test.h"

namespace tetrapla::ingest {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

class ReaderTest : public test::FolderTest {
 protected:
  std::string put_gzip(const std::string& name, const std::string& bytes) {
    const std::string path = (folder_ / name).string();
    gzFile file = gzopen(path.c_str(), "wb");
    EXPECT_EQ(gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size())), static_cast<int>(bytes.size()));
    gzclose(file);
    return path;
  }

  /// Ids of what comes, and "!CODE place" for what was skipped on the way, in the order met.
  static Strings all(const Strings& inputs, const ReadOptions& options = {}) {
    Strings result;
    auto reader = Reader::open(inputs, options);
    EXPECT_TRUE(reader.ok());
    std::vector<Diagnostic> skipped;
    for (bool more = true; more;) {
      const auto item = reader->next(skipped);
      for (const Diagnostic& one : skipped) result.push_back("!" + one.code + " " + fs::path(one.report).filename().string());
      skipped.clear();
      more = item.has_value();
      if (more) result.push_back(item->meta.id);
    }
    return result;
  }

  static std::string line(const std::string& id, const std::string& text = "A crane fell.") {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }
};

TEST_F(ReaderTest, EverythingInTheOrderNamed) {
  put("f/b.txt", "Two.");
  put("f/a/c.txt", "One.");
  const Strings inputs{put("lines.jsonl", line("x") + "{broken\n" + line("x")), (folder_ / "none").string(),
                       put("z.txt", "Last but one."), (folder_ / "f").string(),
                       put_gzip("packed.jsonl.gz", line("p") + "\n" + line("q"))};
  EXPECT_EQ(all(inputs), (Strings{"x", "!bad-json lines.jsonl:2", "x", "!missing none", "z", "a/c", "b", "p", "q"}))
      << "equal ids stay";
}

TEST_F(ReaderTest, AnEmptyFolderIsNamed) {
  fs::create_directories(folder_ / "empty" / "below");
  EXPECT_EQ(all({(folder_ / "empty").string(), put("a.txt", "A.")}), (Strings{"!empty empty", "a"}));
}

TEST_F(ReaderTest, TheLimitIsForALineNotForAFile) {
  ReadOptions options;
  options.max_input_bytes = 2000;
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += line(std::to_string(i));
  const std::string path = put("many.jsonl", lines + line("long", std::string(700'000, 'x')) + line("after"));
  const Strings result = all({path}, options);
  ASSERT_EQ(result.size(), 1002U);
  EXPECT_EQ(result[1000], "!too-large many.jsonl:1001");
  EXPECT_EQ(result[1001], "after");
}

TEST_F(ReaderTest, ALongLineAtTheEnd) {
  ReadOptions options;
  options.max_input_bytes = 2000;
  std::string last = line("long", std::string(700'000, 'x'));
  last.pop_back();
  EXPECT_EQ(all({put("a.jsonl", line("one") + last)}, options), (Strings{"one", "!too-large a.jsonl:2"}));
}

TEST_F(ReaderTest, WhatCameBeforeTheDamageIsKept) {
  std::string lines;
  for (int i = 0; i < 40'000; ++i) lines += line(std::to_string(i), std::to_string(i * 7919U));
  const std::string path = put_gzip("cut.jsonl.gz", lines);
  fs::resize_file(path, fs::file_size(path) - 200);
  const Strings result = all({path, put("a.txt", "A.")});
  ASSERT_GT(result.size(), 30'000U);
  EXPECT_EQ(result[0], "0");
  EXPECT_EQ(result[result.size() - 2], "!damaged cut.jsonl.gz");
  EXPECT_EQ(result.back(), "a");
}

TEST_F(ReaderTest, NotesNameTheRowsThatFittedNothing) {
  ReadOptions options;
  options.metadata_file = put("meta.csv", "id,title\nr,Port closed\nnobody,x\n");
  auto reader = Reader::open({put("r.txt", "A crane fell.")}, options);
  ASSERT_TRUE(reader.ok());
  std::vector<Diagnostic> skipped;
  const auto item = reader->next(skipped);
  ASSERT_TRUE(item.has_value());
  EXPECT_EQ(item->meta.title, "Port closed");
  EXPECT_FALSE(reader->next(skipped).has_value());
  ASSERT_EQ(reader->notes().size(), 1U);
  EXPECT_EQ(reader->notes()[0].code, "unknown-id");
}

TEST_F(ReaderTest, SizesOfInputs) {
  put("f/b.txt", "Two.");
  put("f/a/c.txt", "One.");
  EXPECT_EQ(size_of_inputs({(folder_ / "f").string(), (folder_ / "none").string()}), 8U);
  EXPECT_FALSE(size_of_inputs({"-"}).has_value());
}

TEST_F(ReaderTest, AnyLinesAreReadAsTheyStand) {
  const std::string path = (folder_ / "any.jsonl").string();
  EXPECT_TRUE(rc::check("as many items and skips as lines that are not blank", [&](const std::vector<std::string>& lines) {
    std::string bytes;
    std::size_t expected = 0;
    for (std::string one : lines) {
      std::erase(one, '\n');
      expected += is_blank_line(one) ? 0 : 1;
      bytes += one + "\n";
    }
    bytes += line("end");
    if (bytes.starts_with("\x1F\x8B") || bytes.starts_with("PK")) return;
    std::ofstream(path, std::ios::binary) << bytes;
    const Strings result = all({path});
    RC_ASSERT(result.size() == expected + 1 || result.size() == 1);  // 1: it begins like another kind
  }));
}

}  // namespace
}  // namespace tetrapla::ingest
