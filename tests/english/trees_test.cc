// Crossing arcs and sentences, on small trees made by hand and against slow, obvious programs.
#include "english/trees.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>
#include <vector>

namespace tetrapla::english {
namespace {

using Heads = std::vector<std::uint32_t>;
using Flags = std::vector<std::uint8_t>;

Arcs plain_arcs(const Heads& heads, Dep label = Dep::kDep) {
  Arcs arcs{heads, std::vector<Dep>(heads.size(), label), std::vector<Dep>(heads.size(), Dep::kNone)};
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == i) arcs.label[i] = Dep::kRoot;
  }
  return arcs;
}

TEST(TreesTest, ASentenceStartsAtTheLeftmostDescendantOfARoot) {
  Trees trees;
  Flags starts;
  trees.find_sentences(Heads{1, 1, 1, 4, 4}, starts);
  EXPECT_EQ(starts, (Flags{1, 0, 0, 1, 0}));
  trees.find_sentences(Heads{}, starts);
  EXPECT_TRUE(starts.empty());
}

TEST(TreesTest, CrossingArcsWidenASentence) {
  Trees trees;
  Flags starts;
  // 2 and 3 depend on 0, 1 on 3 across 2, 4 on 2 across 3; 5 is a sentence of its own.
  trees.find_sentences(Heads{0, 3, 0, 0, 2, 5}, starts);
  EXPECT_EQ(starts, (Flags{1, 0, 0, 0, 0, 1}));
}

TEST(TreesTest, NoArcLeavesItsSentence) {
  Trees trees;
  Flags starts;
  // 4 depends on 0 across the root 2. spaCy would start a sentence at 1, with the head of 4 outside.
  trees.find_sentences(Heads{0, 2, 2, 2, 0}, starts);
  EXPECT_EQ(starts, (Flags{1, 0, 0, 0, 0}));
}

TEST(TreesTest, ALiftedArcGoesToTheFirstTokenOfItsLabelBelow) {
  // 0 and 3 depend on 1; 2 and 4 on 3. 5 was lifted: its head is a kPobj below 1, breadth first, so 3 and not 4.
  Arcs arcs = plain_arcs({1, 1, 3, 1, 3, 1});
  arcs.label = {Dep::kNsubj, Dep::kRoot, Dep::kDet, Dep::kPobj, Dep::kPobj, Dep::kRelcl};
  arcs.head_label[5] = Dep::kPobj;
  Trees trees;
  trees.deprojectivise(arcs, Flags(6));
  EXPECT_EQ(arcs.head, (Heads{1, 1, 3, 1, 3, 3}));
  EXPECT_EQ(arcs.head_label[5], Dep::kNone);
}

TEST(TreesTest, ALiftedArcWithoutSuchATokenStays) {
  Arcs arcs = plain_arcs({1, 1, 1});
  arcs.head_label[2] = Dep::kPobj;
  Trees trees;
  trees.deprojectivise(arcs, Flags(3));
  EXPECT_EQ(arcs.head, (Heads{1, 1, 1}));
}

TEST(TreesTest, WhiteSpaceIsNotLookedThrough) {
  Arcs arcs = plain_arcs({0, 0, 1, 0});
  arcs.label = {Dep::kRoot, Dep::kDep, Dep::kPobj, Dep::kRelcl};
  arcs.head_label[3] = Dep::kPobj;
  Trees trees;
  Arcs through_space = arcs;
  trees.deprojectivise(through_space, Flags{0, 1, 0, 0});
  EXPECT_EQ(through_space.head[3], 0U);
  trees.deprojectivise(arcs, Flags(4));
  EXPECT_EQ(arcs.head[3], 2U);
}

/// The specification's programs, word for word.
struct Obvious {
  Heads left, right;

  explicit Obvious(const Heads& heads) : left(heads.size()), right(heads.size()) {
    const auto n = static_cast<std::uint32_t>(heads.size());
    std::iota(left.begin(), left.end(), 0U);
    std::iota(right.begin(), right.end(), 0U);
    for (int sweep = 0; sweep < Trees::kSweeps; ++sweep) {
      for (int forth = 0; forth < 2; ++forth) {
        for (std::uint32_t k = 0; k < n; ++k) {
          const std::uint32_t i = forth == 0 ? k : n - 1 - k;
          left[heads[i]] = std::min(left[heads[i]], left[i]);
          right[heads[i]] = std::max(right[heads[i]], right[i]);
        }
      }
      std::set<std::uint32_t> starts;
      for (std::uint32_t i = 0; i < n; ++i) {
        if (heads[i] == i) starts.insert(left[i]);
      }
      bool inside = true;
      std::uint32_t begin = 0;
      for (std::uint32_t i = 0; i < n; ++i) {
        if ((i > 0 && starts.contains(i)) || i == n - 1) {
          for (std::uint32_t j = begin; j < i; ++j) inside = inside && begin <= heads[j] && heads[j] <= i;
          begin = i;
        }
      }
      if (inside) break;
    }
  }

  static void deprojectivise(Arcs& arcs, const Flags& is_space) {
    const Obvious edges(arcs.head);
    for (std::uint32_t i = 0; i < arcs.head.size(); ++i) {
      if (arcs.head_label[i] == Dep::kNone) continue;
      std::uint32_t found = arcs.head[i];
      std::vector<std::uint32_t> queue{arcs.head[i]};
      while (!queue.empty()) {
        std::vector<std::uint32_t> below;
        for (const std::uint32_t q : queue) {
          for (std::uint32_t c = edges.left[q]; c <= edges.right[q]; ++c) {
            if (c != q && arcs.head[c] == q && is_space[c] == 0 && c != i) below.push_back(c);
          }
        }
        const auto hit = std::ranges::find_if(
            below, [&](std::uint32_t c) { return arcs.label[c] == arcs.head_label[i] && arcs.head_label[c] == Dep::kNone; });
        if (hit != below.end()) {
          found = *hit;
          break;
        }
        queue = below;
      }
      arcs.head[i] = found;
      arcs.head_label[i] = Dep::kNone;
    }
  }
};

/// A random forest: each word's head is a word that came before it in a random order.
Heads random_forest(int words) {
  Heads order(words);
  std::iota(order.begin(), order.end(), 0U);
  for (int i = words - 1; i > 0; --i) std::swap(order[i], order[*rc::gen::inRange(0, i + 1)]);
  Heads heads(words);
  for (int i = 0; i < words; ++i) {
    const int above = *rc::gen::inRange(0, i + 2);
    heads[order[i]] = above > i ? order[i] : order[above];
  }
  return heads;
}

RC_GTEST_PROP(TreesTest, AgreesWithTheObviousPrograms, ()) {
  const auto words = *rc::gen::inRange(1, 24);
  Arcs arcs = plain_arcs(random_forest(words));
  Flags is_space(words);
  for (int i = 0; i < words; ++i) {
    if (arcs.label[i] == Dep::kRoot) continue;
    arcs.label[i] = *rc::gen::element(Dep::kPobj, Dep::kDobj, Dep::kPrep);
    arcs.head_label[i] = *rc::gen::element(Dep::kNone, Dep::kNone, Dep::kPobj, Dep::kDobj);
    is_space[i] = *rc::gen::inRange(0, 8) == 0 ? 1 : 0;
  }
  Arcs expected = arcs;
  Obvious::deprojectivise(expected, is_space);
  Trees trees;
  trees.deprojectivise(arcs, is_space);
  RC_ASSERT(arcs.head == expected.head);

  Flags starts;
  trees.find_sentences(arcs.head, starts);
  const Obvious edges(arcs.head);
  Flags wanted(words);
  wanted[0] = 1;
  for (std::uint32_t i = 0; i < arcs.head.size(); ++i) {
    if (arcs.head[i] == i) wanted[edges.left[i]] = 1;
  }
  for (std::uint32_t i = 0; i < arcs.head.size(); ++i) {
    for (std::uint32_t t = std::min(i, arcs.head[i]) + 1; t <= std::max(i, arcs.head[i]); ++t) wanted[t] = 0;
  }
  RC_ASSERT(starts == wanted);
}

// Real text has one such arc in 2,000 tokens. Here every token has one, and each would look at all the others.
TEST(TreesTest, ThousandsOfLiftedArcsTakeLinearTime) {
  constexpr std::uint32_t kWords = 100000;
  Arcs arcs = plain_arcs(Heads(kWords, 0));
  for (std::uint32_t i = 1; i < kWords; ++i) arcs.head_label[i] = Dep::kPobj;  // and there is none
  Trees trees;
  const auto start = std::chrono::steady_clock::now();
  trees.deprojectivise(arcs, Flags(kWords));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_EQ(arcs.head[kWords - 1], 0U);
}

}  // namespace
}  // namespace tetrapla::english
