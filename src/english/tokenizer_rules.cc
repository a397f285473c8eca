#include "english/tokenizer_rules.h"

#include <algorithm>
#include <ranges>

#include "english/url.h"

namespace tetrapla::english {
namespace {

void append_exception(const Exceptions& exceptions, std::size_t number, std::vector<Part>& out) {
  const TokenRange tokens = exceptions.tokens(number);
  for (std::size_t i = tokens.begin; i < tokens.end; ++i) out.push_back({exceptions.text(i), exceptions.norm(i)});
}

void append_infix_cuts(const Affixes& affixes, std::string_view text, std::vector<Part>& out) {
  std::size_t done = 0;
  for (auto match = affixes.infix(text, 0); match.begin < match.end; match = affixes.infix(text, match.end)) {
    if (match.begin == 0) continue;  // as in spaCy: an infix at the very front does not cut
    if (done < match.begin) out.push_back({text.substr(done, match.begin - done), {}});
    out.push_back({text.substr(match.begin, match.end - match.begin), {}});
    done = match.end;
  }
  if (done < text.size()) out.push_back({text.substr(done), {}});
}

/// Cuts by the affix rules, and by the exceptions where they are given.
void peel(const Exceptions* exceptions, const Affixes& affixes, std::string_view rest, std::vector<Part>& out) {
  const auto is_exception = [exceptions](std::string_view text) {
    return exceptions != nullptr && exceptions->find(text).has_value();
  };
  std::vector<std::string_view> after;
  for (std::size_t size_before = 0; !rest.empty() && rest.size() != size_before && !is_exception(rest);) {
    size_before = rest.size();
    const std::size_t prefix = affixes.prefix(rest);
    if (prefix > 0 && is_exception(rest.substr(prefix))) {
      out.push_back({rest.substr(0, prefix), {}});
      rest.remove_prefix(prefix);
      break;
    }
    const std::size_t suffix = affixes.suffix(rest.substr(prefix));          // of what the prefix leaves, so the two cannot overlap
    if (suffix > 0 && is_exception(rest.substr(0, rest.size() - suffix))) {  // with its prefix: `"don't"` is not met this way
      after.push_back(rest.substr(rest.size() - suffix));
      rest.remove_suffix(suffix);
      break;
    }
    if (prefix > 0) out.push_back({rest.substr(0, prefix), {}});
    if (suffix > 0) after.push_back(rest.substr(rest.size() - suffix));
    rest = rest.substr(prefix, rest.size() - prefix - suffix);
  }
  const auto number = exceptions != nullptr ? exceptions->find(rest) : std::nullopt;
  if (number) {
    append_exception(*exceptions, *number, out);
  } else if (is_address(rest, affixes.characters())) {
    out.push_back({rest, {}});
  } else {
    append_infix_cuts(affixes, rest, out);
  }
  for (const std::string_view suffix : after | std::views::reverse) out.push_back({suffix, {}});
}

std::uint64_t edge_key(CutExceptions::Node node, CutExceptions::Word word) { return std::uint64_t{node} << 16U | word; }

}  // namespace

void cut_chunk(const Exceptions& exceptions, const Affixes& affixes, std::string_view chunk, std::vector<Part>& out) {
  if (const auto number = exceptions.find(chunk)) {
    append_exception(exceptions, *number, out);
  } else {
    peel(&exceptions, affixes, chunk, out);
  }
}

CutExceptions::CutExceptions(const Exceptions& exceptions, const Affixes& affixes) : begins_(1), ends_(1) {
  std::vector<Part> sequence;
  for (std::size_t i = 0; i < exceptions.size(); ++i) {
    const std::string_view chunk = exceptions.chunk(i);
    const auto infix = affixes.infix(chunk, 0);
    const bool is_cut = affixes.prefix(chunk) > 0 || affixes.suffix(chunk) > 0 || infix.begin < infix.end;
    if (!is_cut && chunk.find(' ') == std::string_view::npos) continue;
    sequence.clear();
    peel(nullptr, affixes, chunk, sequence);
    add(sequence);
  }
}

void CutExceptions::add(const std::vector<Part>& sequence) {
  Node node = 0;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const Word word = words_.emplace(sequence[i].text, static_cast<Word>(words_.size() + 1)).first->second;
    begins_.resize(std::max<std::size_t>(begins_.size(), word + 1U));
    if (i == 0) begins_[word] = true;
    node = edges_.emplace(edge_key(node, word), static_cast<Node>(ends_.size())).first->second;
    ends_.resize(std::max<std::size_t>(ends_.size(), node + 1U));
  }
  ends_[node] = true;
  longest_ = std::max(longest_, sequence.size());
}

CutExceptions::Word CutExceptions::word(std::string_view text) const {
  const auto found = words_.find(text);
  return found == words_.end() ? Word{0} : found->second;
}

CutExceptions::Node CutExceptions::next(Node node, Word word) const {
  const auto found = edges_.find(edge_key(node, word));
  return found == edges_.end() ? kNone : found->second;
}

}  // namespace tetrapla::english
