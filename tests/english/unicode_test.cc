// Python's character rules, and that any bytes have a reading.
#include "english/unicode.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/sha256.h"

namespace tetrapla::english {
namespace {

TEST(Unicode, DecodesAndEncodes) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(decode(text, 0), (CodePoint{c, static_cast<std::uint32_t>(text.size())}));
    ASSERT_EQ(decode_before("a" + text, text.size() + 1).value, c);
  }
}

TEST(Unicode, BytesThatAreNoUtf8AreReplacedOneByOne) {
  const std::string broken = "a\xC3(\xE2\x82\xED\xA0\x80\xC0\x80\xF4\x90\x80\x80\xFF\xE2\x82\xAC";
  EXPECT_FALSE(is_well_formed(broken));
  std::vector<std::uint32_t> places;
  const std::string mended = to_well_formed(broken, &places);
  EXPECT_TRUE(is_well_formed(mended));
  EXPECT_EQ(places.size(), 13U);
  EXPECT_EQ(places.front(), 1U);
  EXPECT_EQ(count_code_points(mended), 16U);
  EXPECT_TRUE(mended.ends_with("\xEF\xBF\xBD€"));
}

TEST(Unicode, WellFormedOrMended) {
  EXPECT_TRUE(rc::check("what is mended is well-formed; what is well-formed stays", [](const std::string& bytes) {
    std::vector<std::uint32_t> places;
    const std::string mended = to_well_formed(bytes, &places);
    RC_ASSERT(is_well_formed(mended));
    RC_ASSERT(is_well_formed(bytes) == places.empty());
    RC_ASSERT(mended.size() == bytes.size() + 2 * places.size());
  }));
}

TEST(Unicode, LowerCase) {
  EXPECT_EQ(to_lower("The EU"), "the eu");
  EXPECT_EQ(to_lower("İzmir"), "i̇zmir");
  EXPECT_EQ(to_lower("ΟΔΟΣ ΣΑΣ Σ"), "οδος σας σ");
  EXPECT_EQ(to_lower("ΑΣ'Α ΑΣ'"), "ασ'α ας'");  // the apostrophe is not counted
  EXPECT_EQ(to_lower("STRASSE ẞ ß ǅ Ⅷ Ⓐ"), "strasse ß ß ǆ ⅷ ⓐ");
  EXPECT_EQ(to_lower(""), "");
}

/// Everything that is asked of a character, of each there is, and its lower case before, after and between letters where a sigma stands.
/// The digest was made by Python 3.11 with f"{flags} {s.lower()}|{('AΣ'+s).lower()}|…" in the same form.
TEST(Unicode, EveryCharacterIsAsInPython) {
  std::string all;
  const std::string sigma = "Σ";
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string s;
    append_utf8(s, c);
    const int flags = is_space(c) | is_alpha(c) << 1 | is_upper(c) << 2 | is_decimal(c) << 3 | is_digit(c) << 4 | is_word(c) << 5;
    all += std::to_string(flags) + ' ' + to_lower(s);
    for (const std::string& text : {"A" + sigma + s, "A" + sigma + s + "A", s + sigma, "A" + s + sigma})
      all += '|' + to_lower(text);
    all += '\x01';
  }
  EXPECT_EQ(base::sha256(all), "cbb75c5d14d18231f53cc73c6486f2b823af4a653c1e6ecfcbdf569d42fa5cd1");
}

}  // namespace
}  // namespace tetrapla::english
