// The model's file: what is written is read back, and a damaged file is refused with a reason.
#include "english/model_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace tetrapla::english {
namespace {

class ModelFileTest : public testing::Test {
 protected:
  ModelFileTest() : file_(std::filesystem::path(testing::TempDir()) / (std::string("tetrapla-") + name() + ".model")) {
    ModelWriter writer;
    writer.add<std::uint32_t>("numbers", {7, 8, 9});
    writer.add<float>("parser/weights", {0.5F, -2.0F});
    add_strings(writer, "words", {"ferry", "", "Köln"});
    EXPECT_TRUE(writer.write(file_, "en_test 1.0"));
  }
  ~ModelFileTest() override { std::filesystem::remove(file_); }

  static std::string name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  [[nodiscard]] std::string bytes() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void rewrite(const std::string& bytes) const { std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes; }
  [[nodiscard]] std::string refusal() const {
    const auto opened = ModelFile::open(file_);
    return opened ? "" : opened.error().message;
  }

  std::filesystem::path file_;
};

TEST_F(ModelFileTest, GivesBackWhatWasWritten) {
  const auto opened = ModelFile::open(file_);
  ASSERT_TRUE(opened) << opened.error().message;
  const auto numbers = opened->section<std::uint32_t>("numbers");
  EXPECT_EQ(std::vector<std::uint32_t>(numbers.begin(), numbers.end()), (std::vector<std::uint32_t>{7, 8, 9}));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(opened->section<float>("parser/weights").data()) % 64, 0U);
  EXPECT_TRUE(opened->section<float>("no such section").empty());
  const StringList words(*opened, "words");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0], "ferry");
  EXPECT_EQ(words[1], "");
  EXPECT_EQ(words[2], "Köln");
  EXPECT_EQ(opened->name(), "en_test 1.0");
  EXPECT_EQ(opened->sha256().size(), 64U);
}

TEST_F(ModelFileTest, SameContentSameBytes) {
  const std::string first = bytes();
  ModelWriter writer;
  add_strings(writer, "words", {"ferry", "", "Köln"});
  writer.add<float>("parser/weights", {0.5F, -2.0F});
  writer.add<std::uint32_t>("numbers", {7, 8, 9});
  ASSERT_TRUE(writer.write(file_, "en_test 1.0"));
  EXPECT_EQ(bytes(), first);
}

TEST_F(ModelFileTest, RefusesEveryDamagedByte) {
  const std::string whole = bytes();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    rewrite(damaged);
    const std::string reason = refusal();
    ASSERT_NE(reason.find(file_.string()), std::string::npos) << "byte " << i;
    ASSERT_NE(reason.find("./dev setup"), std::string::npos) << "byte " << i;
  }
}

TEST_F(ModelFileTest, RefusesWhatIsCutShortOrNoModel) {
  const std::string whole = bytes();
  for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{127}, std::size_t{128}, whole.size() - 1}) {
    rewrite(whole.substr(0, size));
    EXPECT_NE(refusal(), "") << size << " bytes";
  }
  rewrite(whole + "x");
  EXPECT_NE(refusal().find("has grown"), std::string::npos);
  std::filesystem::remove(file_);
  EXPECT_NE(refusal().find("cannot be opened"), std::string::npos);
}

}  // namespace
}  // namespace tetrapla::english
