// Many reports: in order, equal on any number of threads, with a bounded queue.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/folder_test.h"
#include "support/model.h"
#include "tetrapla/annotate.h"

namespace tetrapla {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

class AnnotationStreamTest : public test::FolderTest {
 protected:
  /// Reports of very different length, so that threads finish out of order.
  std::string put_many(const std::string& name, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
      std::string text;
      for (int k = 0; k <= (i * 37) % 50; ++k) text += "Crane " + std::to_string(i) + " fell in the port of Lunde. ";
      lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + text + "\"}\n";
      if (i % 10 == 3) lines += "{broken\n";
    }
    return put(name, lines);
  }

  static Strings all(const Strings& inputs, unsigned threads, Strings* skipped = nullptr) {
    AnnotateOptions options;
    options.reading.threads = threads;
    auto stream = AnnotationStream::open(inputs, options, test::model());
    EXPECT_TRUE(stream.ok());
    Strings lines;
    for (bool more = true; more;) {
      auto line = stream->next();
      if (skipped != nullptr) {
        for (const Diagnostic& one : stream->take_skipped())
          skipped->push_back(one.report + " before " + std::to_string(lines.size()));
      }
      more = line.has_value();
      if (more) lines.push_back(*std::move(line));
    }
    EXPECT_FALSE(stream->next().has_value()) << "and stays at its end";
    return lines;
  }
};

TEST_F(AnnotationStreamTest, TheSameLinesOnAnyNumberOfThreads) {
  const std::string many = put_many("many.jsonl", 120);
  const std::string one = put("one.txt", "A crane fell in the port of Lunde.");
  Strings skipped_1;
  Strings skipped_4;
  const Strings lines = all({many, (folder_ / "none").string(), one}, 1, &skipped_1);
  ASSERT_EQ(lines.size(), 121U);
  for (std::size_t i = 0; i < 120; ++i) EXPECT_NE(lines[i].find("\"id\":\"" + std::to_string(i) + "\""), std::string::npos);
  EXPECT_EQ(lines, all({many, (folder_ / "none").string(), one}, 4, &skipped_4));
  EXPECT_EQ(skipped_1, skipped_4) << "each is told before the report that follows it";
  EXPECT_EQ(skipped_1.size(), 13U);
  EXPECT_EQ(skipped_1.front(), many + ":5 before 4");
}

TEST_F(AnnotationStreamTest, ALineIsWhatOneReportGives) {
  const std::string text = "Ana Prado leads the port of Lunde. She said so on Tuesday.";
  const Strings lines = all({put("a.txt", text)}, 2);
  Metadata meta;
  meta.id = "a";
  EXPECT_EQ(lines, Strings{to_jsonl(annotate(make_report(text, meta), {}, &test::analyser()))});
}

TEST_F(AnnotationStreamTest, NobodyReadsFarAhead) {
  const std::string many = put_many("many.jsonl", 4000);
  AnnotateOptions options;
  options.reading.threads = 2;
  auto stream = AnnotationStream::open({many}, options, test::model());
  ASSERT_TRUE(stream.ok());
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(stream->next().has_value());
  EXPECT_LT(stream->bytes_read(), fs::file_size(many) / 2);
}  // and it ends here, with texts in work and most of the file unread

TEST_F(AnnotationStreamTest, FaultsAreSaidAtTheBeginning) {
  EXPECT_FALSE(AnnotationStream::open({}, {}, test::model()).ok());
  EXPECT_FALSE(AnnotationStream::open({"x"}, {}, {}).ok()) << "the layers need a model";
  AnnotateOptions options;
  options.layers = {true, false, false, false, true};
  auto stream = AnnotationStream::open({put("a.txt", "One.")}, options, {});
  ASSERT_TRUE(stream.ok());
  EXPECT_TRUE(stream->next().has_value());
}

}  // namespace
}  // namespace tetrapla
