#include "text/cues.h"

#include <gtest/gtest.h>

#include <string>

namespace tetrapla::text {
namespace {

std::string stamps_of(const std::string& text) {
  std::string result;
  for (const CueStamp& stamp : find_cue_stamps(text)) result += std::string(slice(text, stamp.span)) + " ";
  return result;
}

TEST(Cues, StampsGluedToWords) { EXPECT_EQ(stamps_of("0:00good evening\n0:06with me\n0:12thank you"), "0:00 0:06 0:12 "); }

TEST(Cues, StampsOfTheirOwn) {
  EXPECT_EQ(stamps_of("00:00\ngood evening\n00:06\nwith me\n00:12\nthank you"), "00:00 00:06 00:12 ");
  EXPECT_EQ(stamps_of("[00:00] good evening\n[00:06] with me\n[1:00:12] thank you"), "[00:00] [00:06] [1:00:12] ");
}

TEST(Cues, StampsInTheMiddleOfALine) {
  EXPECT_EQ(stamps_of("0:00we asked for a 0:03second boat\n0:06and it\n0:09never came"), "0:00 0:03 0:06 0:09 ");
  EXPECT_EQ(stamps_of("0:00we asked for a0:03second boat\n0:06and it\n0:09never came"), "0:00 0:03 0:06 0:09 ");
  EXPECT_EQ(stamps_of("0:00we asked for a 0:03 second boat\n0:06and it\n0:09never came"), "0:00 0:03 0:06 0:09 ");
  EXPECT_EQ(stamps_of("0:00 we asked 0:03 for a second 0:06 boat and 0:09 it never 0:12 came"), "0:00 0:03 0:06 0:09 0:12 ");
  EXPECT_EQ(stamps_of("0:00we asked0:03for a second0:06boat and0:09it never0:12came"), "0:00 0:03 0:06 0:09 0:12 ");
}

TEST(Cues, AClockTimeInSpeechIsNoStamp) {
  EXPECT_EQ(stamps_of("0:00we left the harbour\n0:06at 7:40 in the morning\n0:12and were back at 9:15"), "0:00 0:06 0:12 ");
}

TEST(Cues, NoTranscript) {
  EXPECT_EQ(stamps_of("The boat left at 7:40 and was back at 9:15. A second left at 10:30."), "");
  EXPECT_EQ(stamps_of("10:40 GMT\nThe boat left.\n11:15 GMT\nThe boat is back.\n12:30 GMT\nMore boats."), "") << "a live blog";
  EXPECT_EQ(stamps_of("12:30\nlast\n11:15\nsecond\n10:40\nfirst"), "") << "time runs backwards";
  EXPECT_EQ(stamps_of("3:1 for the guests\n2:0 at the break"), "");
  EXPECT_EQ(stamps_of(""), "");
}

}  // namespace
}  // namespace tetrapla::text
