#include "english/trees.h"

#include <algorithm>
#include <numeric>

namespace tetrapla::english {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;
constexpr std::size_t kFreeSearch = 10000;  // children that may be looked at in any document, however short

}  // namespace

void Trees::find_edges(std::span<const std::uint32_t> head) {
  const std::size_t n = head.size();
  left_.resize(n);
  right_.resize(n);
  std::iota(left_.begin(), left_.end(), 0U);
  std::iota(right_.begin(), right_.end(), 0U);
  const auto widen = [&](std::size_t i) {
    const std::uint32_t h = head[i];
    left_[h] = std::min(left_[h], left_[i]);
    right_[h] = std::max(right_[h], right_[i]);
  };
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    for (std::size_t i = 0; i < n; ++i) widen(i);
    for (std::size_t i = n; i-- > 0;) widen(i);
    if (heads_are_in_their_sentences(head)) break;
  }
}

// With crossing arcs one sweep may not reach every descendant. spaCy's test for that is odd (a sentence's last token is let off, and where it
// ends the next one's first token counts as inside), but how often one sweeps shows in the result.
bool Trees::heads_are_in_their_sentences(std::span<const std::uint32_t> head) {
  const auto n = static_cast<std::uint32_t>(head.size());
  root_starts_.assign(n, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (head[i] == i) root_starts_[left_[i]] = 1;
  }
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    if ((i == 0 || root_starts_[i] == 0) && i + 1 != n) continue;
    for (std::uint32_t j = begin; j < i; ++j) {
      if (head[j] < begin || head[j] > i) return false;
    }
    begin = i;
  }
  return true;
}

void Trees::find_sentences(std::span<const std::uint32_t> head, std::vector<std::uint8_t>& starts) {
  find_edges(head);
  starts.assign(head.size(), 0);
  if (!starts.empty()) starts[0] = 1;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == i) starts[left_[i]] = 1;
  }
  arcs_over_.assign(head.size() + 1, 0);
  for (std::uint32_t i = 0; i < head.size(); ++i) {
    ++arcs_over_[std::min(i, head[i]) + 1];
    --arcs_over_[std::max(i, head[i]) + 1];
  }
  std::int32_t over = 0;
  for (std::size_t i = 1; i < head.size(); ++i) {
    over += arcs_over_[i];
    if (over > 0) starts[i] = 0;
  }
}

void Trees::list_children(std::span<const std::uint32_t> head) {
  const std::size_t n = head.size();
  children_at_.assign(n + 2, 0);
  for (std::size_t i = 0; i < n; ++i) {
    if (head[i] != i) ++children_at_[head[i] + 2];
  }
  std::partial_sum(children_at_.begin(), children_at_.end(), children_at_.begin());
  children_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (head[i] != i) children_[children_at_[head[i] + 1]++] = i;
  }
  moved_to_.assign(n, kNobody);
  moved_before_.assign(n, kNobody);
}

/// The present children of a token inside its edges in the tree as parsed, from left to right. How many were looked at, and one.
std::size_t Trees::append_children(std::uint32_t of, const Arcs& arcs, std::vector<std::uint32_t>& out) {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  std::size_t looked_at = 1 + children_at_[of + 1] - children_at_[of];
  for (std::uint32_t at = children_at_[of]; at < children_at_[of + 1]; ++at) {
    if (arcs.head[children_[at]] == of) out.push_back(children_[at]);
  }
  if (moved_to_[of] == kNobody) return looked_at;
  for (std::uint32_t c = moved_to_[of]; c != kNobody; c = moved_before_[c], ++looked_at) {
    if (left_[of] <= c && c <= right_[of]) out.push_back(c);
  }
  std::sort(out.begin() + first, out.end());
  return looked_at;
}

std::uint32_t Trees::true_head(std::uint32_t token, const Arcs& arcs, std::span<const std::uint8_t> is_space, std::size_t& budget) {
  const Dep wanted = arcs.head_label[token];
  queue_.assign(1, arcs.head[token]);
  while (!queue_.empty()) {
    below_.clear();
    for (const std::uint32_t q : queue_) {
      if (budget == 0) return arcs.head[token];
      budget -= std::min(budget, append_children(q, arcs, below_));
    }
    std::erase_if(below_, [&](std::uint32_t c) { return c == token || is_space[c] != 0; });
    for (const std::uint32_t c : below_) {
      if (arcs.label[c] == wanted && arcs.head_label[c] == Dep::kNone) return c;
    }
    queue_.swap(below_);
  }
  return arcs.head[token];
}

void Trees::deprojectivise(Arcs& arcs, std::span<const std::uint8_t> is_space) {
  const auto plain = [](Dep label) { return label == Dep::kNone; };
  if (std::ranges::all_of(arcs.head_label, plain)) return;
  find_edges(arcs.head);
  list_children(arcs.head);
  std::size_t budget = kFreeSearch + kSearch * arcs.head.size();
  for (std::uint32_t i = 0; i < arcs.head.size(); ++i) {
    if (plain(arcs.head_label[i])) continue;
    const std::uint32_t head = true_head(i, arcs, is_space, budget);
    arcs.head_label[i] = Dep::kNone;
    if (head == arcs.head[i]) continue;
    arcs.head[i] = head;
    moved_before_[i] = moved_to_[head];
    moved_to_[head] = i;
  }
}

}  // namespace tetrapla::english
