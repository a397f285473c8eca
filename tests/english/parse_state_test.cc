// The parser's transition system, move by move, and against a slow, obvious one.
#include "english/parse_state.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <set>
#include <vector>

namespace tetrapla::english {
namespace {

constexpr auto kNone = kNoWord;

ActionSet set_of_all(std::initializer_list<Action> actions) {
  ActionSet set = 0;
  for (const Action a : actions) set |= set_of(a);
  return set;
}

TEST(ParseStateTest, ShiftsUntilTheLastWordAndThenOnlyReduces) {
  ParseState state;
  state.reset(2, true);
  // Word 0 starts a sentence, but an empty stack always takes a word.
  EXPECT_EQ(state.valid(), set_of_all({Action::kShift, Action::kBreak}));
  state.apply(Action::kShift, 0);
  EXPECT_EQ(state.features(), (ParseState::Features{1, kNone, 0, kNone, kNone, kNone, kNone, kNone}));
  EXPECT_EQ(state.valid(), set_of_all({Action::kReduce, Action::kLeft, Action::kRight}));
  state.apply(Action::kRight, 7);
  EXPECT_EQ(state.features(), (ParseState::Features{kNone, kNone, 1, 0, kNone, kNone, kNone, kNone}));
  EXPECT_EQ(state.valid(), set_of(Action::kReduce));
  state.apply(Action::kReduce, 0);
  EXPECT_EQ(state.features()[7], 1) << "S0's last right child";
  state.apply(Action::kReduce, 0);
  EXPECT_TRUE(state.done());
  EXPECT_EQ(state.heads()[0], kNone);
  EXPECT_EQ(state.heads()[1], 0);
  EXPECT_EQ(state.labels()[1], 7);
}

TEST(ParseStateTest, AHeadlessWordGoesBackToTheBufferAndIsNotShiftedAgain) {
  ParseState state;
  state.reset(3, true);
  state.apply(Action::kShift, 0);
  state.apply(Action::kShift, 0);
  state.apply(Action::kReduce, 0);  // word 1 has no head
  EXPECT_EQ(state.features(), (ParseState::Features{1, 2, 0, kNone, kNone, kNone, kNone, kNone}));
  EXPECT_EQ(state.valid() & set_of(Action::kShift), 0);
  EXPECT_NE(state.valid() & set_of(Action::kBreak), 0) << "2 follows 1";
  state.apply(Action::kLeft, 3);  // 0 depends on 1: the stack is empty, and 1 may be shifted
  EXPECT_EQ(state.features(), (ParseState::Features{1, 2, kNone, kNone, kNone, 0, kNone, kNone}));
  state.apply(Action::kShift, 0);
  state.apply(Action::kReduce, 0);  // the only one on the stack: dropped for good
  EXPECT_EQ(state.features()[0], 2);
}

TEST(ParseStateTest, LeftReplacesAHeadAndTakesTheChildFromIt) {
  ParseState state;
  state.reset(3, true);
  state.apply(Action::kShift, 0);
  state.apply(Action::kRight, 1);  // 1 depends on 0
  state.apply(Action::kLeft, 2);   // no: on 2
  EXPECT_EQ(state.heads()[1], 2);
  EXPECT_EQ(state.labels()[1], 2);
  EXPECT_EQ(state.features(), (ParseState::Features{2, kNone, 0, kNone, kNone, 1, kNone, kNone})) << "0 has lost its right child";
}

TEST(ParseStateTest, ABreakForbidsArcsAcrossIt) {
  ParseState state;
  state.reset(3, true);
  state.apply(Action::kShift, 0);
  state.apply(Action::kBreak, 0);  // a sentence starts at B1 = 2
  EXPECT_EQ(state.valid() & set_of(Action::kBreak), 0) << "once is enough";
  state.apply(Action::kRight, 0);
  EXPECT_EQ(state.valid(), set_of(Action::kReduce)) << "B0 starts a sentence: the stack must be emptied first";
}

TEST(ParseStateTest, AFirstWordThatIsNotMarkedMayBeABreak) {
  ParseState state;
  state.reset(2, false);
  state.apply(Action::kShift, 0);
  EXPECT_NE(state.valid() & set_of(Action::kLeft), 0);
}

/// The same system as the specification writes it, with lists.
struct Obvious {
  int n;
  int next = 0;
  std::vector<int> stack;
  std::vector<int> back;
  std::vector<int> heads;
  std::vector<std::vector<int>> left, right;
  std::set<int> starts;
  std::set<int> was_put_back;

  Obvious(int words, bool first) : n(words), heads(words, -1), left(words), right(words) {
    if (first) starts.insert(0);
  }
  [[nodiscard]] int s(std::size_t i) const { return i < stack.size() ? stack[stack.size() - 1 - i] : -1; }
  [[nodiscard]] int b(int i) const {
    if (i < static_cast<int>(back.size())) return back[back.size() - 1 - i];
    const int word = next + i - static_cast<int>(back.size());
    return word < n ? word : -1;
  }
  [[nodiscard]] int length() const { return n - next + static_cast<int>(back.size()); }
  [[nodiscard]] bool valid(Action a) const {
    const bool start = starts.contains(b(0));
    switch (a) {
      case Action::kShift: return stack.empty() || (length() >= 2 && !start && !was_put_back.contains(b(0)));
      case Action::kReduce: return !stack.empty();
      case Action::kBreak: return length() >= 2 && b(1) == b(0) + 1 && !starts.contains(b(1));
      default: return !stack.empty() && length() > 0 && !start;
    }
  }
  void push() {
    stack.push_back(b(0));
    if (back.empty()) {
      ++next;
    } else {
      back.pop_back();
    }
  }
  void attach(int head, int child) {
    if (heads[child] >= 0) std::erase((heads[child] > child ? left : right)[heads[child]], child);
    (head > child ? left : right)[head].push_back(child);
    heads[child] = head;
  }
  void apply(Action a) {
    const int s0 = s(0);
    const int b0 = b(0);
    if (a == Action::kShift) push();
    if (a == Action::kReduce) {
      stack.pop_back();
      if (heads[s0] < 0 && !stack.empty()) {
        was_put_back.insert(s0);
        back.push_back(s0);
      }
    }
    if (a == Action::kLeft) {
      attach(b0, s0);
      was_put_back.erase(b0);
      stack.pop_back();
    }
    if (a == Action::kRight) {
      attach(s0, b0);
      push();
    }
    if (a == Action::kBreak) starts.insert(b(1));
  }
  [[nodiscard]] ParseState::Features features() const {
    const auto last = [](const std::vector<std::vector<int>>& lists, int of) {
      return of < 0 || lists[of].empty() ? -1 : lists[of].back();
    };
    return {b(0), b(1), s(0), s(1), s(2), last(left, b(0)), last(left, s(0)), last(right, s(0))};
  }
};

RC_GTEST_PROP(ParseStateTest, AgreesWithTheObviousOneAndEnds, (bool first_is_start)) {
  const auto words = *rc::gen::inRange(0, 40);
  ParseState state;
  state.reset(static_cast<std::size_t>(words), first_is_start);
  Obvious obvious(words, first_is_start);
  int moves = 0;
  while (!state.done()) {
    RC_ASSERT(++moves <= 6 * words);
    RC_ASSERT(state.features() == obvious.features());
    std::vector<Action> valid;
    for (std::size_t a = 0; a < kActions; ++a) {
      const auto action = static_cast<Action>(a);
      RC_ASSERT(((state.valid() & set_of(action)) != 0) == obvious.valid(action));
      if (obvious.valid(action)) valid.push_back(action);
    }
    RC_ASSERT(!valid.empty());
    const Action action = *rc::gen::elementOf(valid);
    state.apply(action, 0);
    obvious.apply(action);
  }
  RC_ASSERT(std::equal(obvious.heads.begin(), obvious.heads.end(), state.heads().begin()));
  for (int i = 0; i < words; ++i) {  // no cycles
    int steps = 0;
    for (int at = i; obvious.heads[at] >= 0; at = obvious.heads[at]) RC_ASSERT(++steps <= words);
  }
}

}  // namespace
}  // namespace tetrapla::english
