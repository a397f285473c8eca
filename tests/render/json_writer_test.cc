#include "render/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace tetrapla::render {
namespace {

std::string written(double value) {
  JsonWriter json;
  json.number(value);
  return json.take();
}

std::string written(std::string_view value) {
  JsonWriter json;
  json.string(value);
  return json.take();
}

TEST(JsonWriter, NumbersAreShortestDecimals) {
  EXPECT_EQ(written(375), "375");
  EXPECT_EQ(written(-20), "-20");
  EXPECT_EQ(written(0.1), "0.1");
  EXPECT_EQ(written(43350000), "43350000");
  EXPECT_EQ(written(1e21), "1000000000000000000000");
  EXPECT_EQ(written(1e-7), "0.0000001");
  EXPECT_EQ(written(-0.0), "0");
}

TEST(JsonWriter, WhatIsNoNumberIsNull) {
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  EXPECT_EQ(written("a\"b\\c\n\t\x1b"), R"("a\"b\\c\n\t\u001b")");
  EXPECT_EQ(written("Vardø 🚢"), "\"Vardø 🚢\"");
  EXPECT_EQ(written(std::string_view("\0", 1)), R"("\u0000")");
}

TEST(JsonWriter, LayoutDecidesWhereLinesBreak) {
  JsonWriter json;
  json.begin_object(JsonWriter::Layout::kLines).key("a").begin_array();
  json.number(std::uint64_t{1}).number(std::uint64_t{2}).end().key("b").begin_object().key("c").null().end();
  json.key("d").begin_array().end().end();
  EXPECT_EQ(json.take(), "{\n \"a\":[1,2],\n \"b\":{\"c\":null},\n \"d\":[]}");
}

TEST(JsonWriter, APairMayAskForItsOwnLine) {
  JsonWriter json;
  json.begin_object().key("a").boolean(true).key("b", true).boolean(false).end();
  EXPECT_EQ(json.take(), "{\"a\":true,\n \"b\":false}");
}

}  // namespace
}  // namespace tetrapla::render
