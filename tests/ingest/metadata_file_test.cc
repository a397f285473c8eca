#include "ingest/metadata_file.h"

#include <gtest/gtest.h>

namespace tetrapla::ingest {
namespace {

TEST(Metadata, Rfc4180) {
  const auto table =
      parse_metadata("\xEF\xBB\xBFid,title,authors\r\na,\"One, \"\"two\"\"\r\nthree\",Ann Lee; Jo Doe\r\nb,,\r\n", "m.csv");
  ASSERT_TRUE(table.ok()) << table.error().message;
  ASSERT_EQ(table->size(), 2U);
  const Metadata& a = table->find("a")->second.meta;
  EXPECT_EQ(a.title, "One, \"two\"\r\nthree");
  EXPECT_EQ(a.authors, (std::vector<std::string>{"Ann Lee", "Jo Doe"}));
  EXPECT_EQ(table->find("b")->second.line, 4U);
}

TEST(Metadata, ErrorsNameTheLine) {
  const auto message = [](std::string_view csv) {
    const auto table = parse_metadata(csv, "m.csv");
    return table.ok() ? std::string("no error") : table.error().message;
  };
  EXPECT_EQ(message(""), "m.csv:1: no row that names the columns");
  EXPECT_EQ(message("title\nx\n"), "m.csv:1: no column \"id\"");
  EXPECT_EQ(message("id,colour\n"), "m.csv:1: unknown column \"colour\"");
  EXPECT_EQ(message("id,title\na,b\n\nc\n"), "m.csv:4: 1 fields, but 2 columns");
  EXPECT_EQ(message("id\na\n\"b"), "m.csv:3: a quoted field that does not end");
  EXPECT_EQ(message("id\na\"b\n"), "m.csv:2: a quotation mark inside a field that is not quoted");
  EXPECT_EQ(message("id\n\"a\"b\n"), "m.csv:2: text after a closing quotation mark");
  EXPECT_EQ(message("id\na\na\n"), "m.csv:3: id \"a\" twice");
  EXPECT_EQ(message("id,published\na,soon\n"), "m.csv:2: \"soon\" is no date");
}

TEST(Metadata, FillsWhatIsLacking) {
  Metadata meta;
  meta.title = "Mine";
  Metadata row;
  row.title = "Theirs";
  row.publisher = "Lunde Post";
  complete(meta, row);
  EXPECT_EQ(meta.title, "Mine");
  EXPECT_EQ(meta.publisher, "Lunde Post");
}

}  // namespace
}  // namespace tetrapla::ingest
