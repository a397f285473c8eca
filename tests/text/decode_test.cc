#include "text/decode.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "random_text.h"

namespace tetrapla::text {
namespace {

using namespace std::string_literals;

TEST(Decode, ValidUtf8StaysAsItIs) {
  const std::string text = "Caf\u00e9, \u201cyes\u201d\r\nnext\n";
  const Decoded decoded = decode(text);
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.invalid, 0U);
  EXPECT_FALSE(decoded.binary);
}

TEST(Decode, DropsAByteOrderMark) {
  EXPECT_EQ(decode("\xEF\xBB\xBFHi").text, "Hi");
  EXPECT_EQ(decode("\xFF\xFEH\0i\0"s).text, "Hi");
  EXPECT_EQ(decode("\xFE\xFF\0H\0i"s).text, "Hi");
}

TEST(Decode, FindsUtf16ByItsNuls) {
  const Decoded decoded = decode("T\0h\0e\0 \0t\0o\0l\0l\0"s);
  EXPECT_EQ(decoded.text, "The toll");
  EXPECT_EQ(decoded.encoding, "UTF-16LE");
}

// The examples of The Unicode Standard 15.0, section 3.9, tables 3-8 to 3-11: one U+FFFD for each maximal subpart.
TEST(Decode, OneReplacementForEachMaximalSubpart) {
  const std::string r = "\uFFFD";
  EXPECT_EQ(decode("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"s).text, r + r + r + r + r + r + r + r + "A");
  EXPECT_EQ(decode("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"s).text, r + r + r + r + r + r + r + r + "A");
  EXPECT_EQ(decode("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"s).text, r + r + r + r + r + "A" + r + r + "B");
  EXPECT_EQ(decode("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"s).text, r + r + r + r + "A");
}

TEST(Decode, NamesTheFirstInvalidByteAndTheirNumber) {
  const Decoded decoded = decode(
      "\xEF\xBB\xBF"
      "a \xFF b \xE2\x82 c");
  EXPECT_EQ(decoded.text, "a \uFFFD b \uFFFD c");
  EXPECT_EQ(decoded.invalid, 2U);
  EXPECT_EQ(decoded.first_invalid, 5U) << "the byte order mark counts";
}

TEST(Decode, ReadsALegacyEncodingWhoseBytesSpeakClearly) {
  const Decoded decoded = decode(
      "Die Gr\xF6\xDF"
      "e der \xDC"
      "berschwemmung \xFC"
      "berrascht die Beh\xF6rden in K\xF6ln, sagt der Sprecher. F\xFCr viele h\xE4tte es schlimmer kommen k\xF6nnen.");
  EXPECT_EQ(decoded.encoding, "windows-1252");
  EXPECT_NE(decoded.text.find("\u00dcberschwemmung \u00fcberrascht die Beh\u00f6rden"), std::string::npos);
  EXPECT_EQ(decoded.invalid, 0U);
}

TEST(Decode, OneBadByteIsDamageAndNoEncoding) {
  const Decoded decoded = decode("The toll rose to 14 on \x92 Saturday.");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.invalid, 1U);
  EXPECT_EQ(decode("K\u00f6ln \xFC \xFC \xFC").encoding, "UTF-8") << "valid characters beside them: damaged UTF-8";
}

TEST(Decode, ADeclaredEncodingGoesBeforeADetectedOne) {
  EXPECT_EQ(decode("na\xEFve", "iso-8859-1").text, "na\u00efve");
  EXPECT_EQ(decode("na\u00efve", "iso-8859-1").text, "na\u00efve") << "valid UTF-8 always wins";
}

TEST(Decode, KnowsWhatIsNoText) {
  EXPECT_TRUE(decode("%PDF-1.7 rest").binary);
  EXPECT_TRUE(decode("PK\x03\x04rest").binary);
  EXPECT_TRUE(decode("\x01\x02\x03\0\0\0\x04\x05"s).binary);
  EXPECT_FALSE(decode("").binary);
  EXPECT_FALSE(decode(std::string(500, 'x') + '\0').binary) << "one stray NUL in a long text";
}

TEST(Decode, AnyBytesGiveValidUtf8) {
  EXPECT_TRUE(rc::check("the result is valid UTF-8 and decoding it again changes nothing", [](const std::string& bytes) {
    const Decoded once = decode(bytes);
    const Decoded twice = decode("x" + once.text);  // "x": no byte order mark, no signature
    RC_ASSERT(twice.invalid == 0U);
    if (twice.encoding == "UTF-8") RC_ASSERT(twice.text == "x" + once.text);
  }));
}

}  // namespace
}  // namespace tetrapla::text
