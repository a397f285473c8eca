#include "english/parse_state.h"

#include <cassert>

namespace tetrapla::english {

void ParseState::reset(std::size_t words, bool first_is_start) {
  next_ = 0;
  stack_.clear();
  put_back_.clear();
  head_.assign(words, kNoWord);
  label_.assign(words, kNoLabel);
  last_left_.assign(words, kNoWord);
  last_right_.assign(words, kNoWord);
  attached_before_.assign(words, kNoWord);
  starts_sentence_.assign(words, 0);
  was_put_back_.assign(words, 0);
  if (words > 0 && first_is_start) starts_sentence_[0] = 1;
}

WordIndex ParseState::buffer(std::size_t ahead) const {
  if (ahead < put_back_.size()) return put_back_[put_back_.size() - 1 - ahead];
  const std::size_t word = next_ + ahead - put_back_.size();
  return word < head_.size() ? static_cast<WordIndex>(word) : kNoWord;
}

ParseState::Features ParseState::features() const {
  const WordIndex b0 = buffer(0);
  const WordIndex s0 = stack(0);
  const auto child = [](const std::vector<WordIndex>& last, WordIndex of) { return of == kNoWord ? kNoWord : last[of]; };
  return {b0, buffer(1), s0, stack(1), stack(2), child(last_left_, b0), child(last_left_, s0), child(last_right_, s0)};
}

ActionSet ParseState::valid() const {
  const WordIndex b0 = buffer(0);
  const WordIndex b1 = buffer(1);
  const bool b0_starts = b0 != kNoWord && starts_sentence_[b0] != 0;
  const auto when = [](bool condition, Action action) { return condition ? set_of(action) : ActionSet{0}; };
  const bool arc = !stack_.empty() && b0 != kNoWord && !b0_starts;
  const bool shift = stack_.empty() || (b1 != kNoWord && !b0_starts && was_put_back_[b0] == 0);
  const bool sentence_break = b1 != kNoWord && b1 == b0 + 1 && starts_sentence_[b1] == 0;
  return when(shift, Action::kShift) | when(!stack_.empty(), Action::kReduce) | when(arc, Action::kLeft) |
         when(arc, Action::kRight) | when(sentence_break, Action::kBreak);
}

void ParseState::apply(Action action, std::uint8_t label) {
  assert((valid() & set_of(action)) != 0);
  const WordIndex s0 = stack(0);
  const WordIndex b0 = buffer(0);
  switch (action) {
    case Action::kShift: push(); break;
    case Action::kReduce:
      stack_.pop_back();
      if (head_[s0] == kNoWord && !stack_.empty()) {
        was_put_back_[s0] = 1;
        put_back_.push_back(s0);
      }
      break;
    case Action::kLeft:
      attach(b0, s0, label);
      was_put_back_[b0] = 0;  // the stack shrinks for good, so B0 may be shifted again
      stack_.pop_back();
      break;
    case Action::kRight:
      attach(s0, b0, label);
      push();
      break;
    case Action::kBreak: starts_sentence_[buffer(1)] = 1; break;
  }
}

void ParseState::push() {
  stack_.push_back(buffer(0));
  if (put_back_.empty()) {
    ++next_;
  } else {
    put_back_.pop_back();
  }
}

void ParseState::attach(WordIndex head, WordIndex child, std::uint8_t label) {
  if (const WordIndex old = head_[child]; old != kNoWord) {
    // Right gave it, and nothing was attached to `old` since: it lies below `child` on the stack. So `child` is its last on that side.
    WordIndex& last = (old > child ? last_left_ : last_right_)[old];
    assert(last == child);
    last = attached_before_[child];
  }
  WordIndex& last = (head > child ? last_left_ : last_right_)[head];
  attached_before_[child] = last;
  last = child;
  head_[child] = head;
  label_[child] = label;
}

}  // namespace tetrapla::english
